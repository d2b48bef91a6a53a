"""The search index that `docs/assets/search/worker.js` reads.

The theme's search plugin collects the sections of every page; here they become plain
text, page by page, in a file that is fetched at the first query, or in pieces where that
file would be large. The theme's own index, which every page fetches as it opens, is left empty.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any

from material.plugins.search import plugin as material
from mkdocs.exceptions import PluginError
from opencc import OpenCC

from generator.site.names import folded, pinyin
from generator.site.shards import shards

log = logging.getLogger("mkdocs.search")

WORKER = "assets/search/worker.js"
THEME_WORKER = "assets/javascripts/workers/search."
THEME_INDEX = "search/search_index.json"
FOLDER = "search"
INDEX = f"{FOLDER}/index.json"
WHOLE = 600_000
"""Bytes of an index that is still loaded as one file at a first query; servers send about a fifth of them."""

BOOSTS = {"zones": 1.5, "sources": 0.4}
"""What the pages of a folder are worth beside others: people look for zones, and a headline names many things."""

INLINE_TAG = re.compile(r"</?(?:code|su[bp])>")
TAG = re.compile(r"<[^<>]*>")
SPACE = re.compile(r"\s+")
ZERO_WIDTH_SPACE = "\u200b"
HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2A6E0))
"""Code points that may be traditional forms."""


def leave_text_whole() -> None:
    """Keep the theme from segmenting text with jieba, which costs half of a build and hides words in longer ones."""
    material.jieba = None


def check_page(html: str, name: str) -> None:
    """Raise PluginError when a page would start another search worker than ours."""
    if THEME_WORKER in html or WORKER not in html:
        raise PluginError(
            f"{name}: the page does not start {WORKER}; see block config in templates/theme/main.html, "
            "which a new version of the theme may have outdated"
        )


def take_index(site: Path) -> list[dict[str, Any]]:
    """What the theme's search collected of a built site, whose own index is left empty.

    Raises PluginError where the site has no such index, or no worker that would read ours.
    """
    theme_index = site / THEME_INDEX
    if not (site / WORKER).is_file():
        raise PluginError(f"{WORKER} is missing from the site; search cannot work without it")
    if not theme_index.is_file():
        raise PluginError(f"{THEME_INDEX} is missing from the site; plugins in mkdocs.yml must name search")
    made: dict[str, Any] = json.loads(theme_index.read_text(encoding="utf-8"))
    _write_json(theme_index, {"config": {**made["config"], "separator": r"\s+"}, "docs": []})
    return list(made["docs"])


def write_index(site: Path, entries: Iterable[dict[str, Any]], names: Path) -> None:
    """Write the index of a site from the theme's entries, with the names of a file.

    Without the file of names a build goes on, with a warning: pinyin finds nothing then.
    """
    for name, piece in pieces(index(entries, read_names(names))).items():
        _write_json(site / FOLDER / f"{name}.json", piece)


def in_pieces(site: Path) -> bool:
    """Whether the index of a built site is too large for one file."""
    return (site / FOLDER / "keys").is_dir()


def pieces(made: Mapping[str, Any]) -> Mapping[str, Any]:
    """An index as the files that hold it, by their names without ending: `index` alone, or with what it leads to."""
    return {"index": made} if len(_json(made)) <= WHOLE else shards(made)


def read_names(path: Path) -> Mapping[str, Any]:
    """What `names.render` wrote; nothing, and a warning, where there is no such file."""
    try:
        found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        log.warning("%s cannot be read: pinyin will find nothing. Run `python -m generator render`.", path.name)
        return {"zones": {}, "others": {}}
    return found


def index(entries: Iterable[dict[str, Any]], names: Mapping[str, Any]) -> dict[str, Any]:
    """All that the worker knows: `pages`, `names` with their pinyin and pages, `traditional` characters and what for.

    A page that tells of zones has their names; a name is [name, pinyin, numbers of pages].
    """
    found = pages(entries)
    numbers = {page["path"]: number for number, page in enumerate(found)}
    told: dict[str, set[str]] = {name: set(paths) for name, paths in names["others"].items()}
    for path, zones in names["zones"].items():
        if path in numbers:
            found[numbers[path]]["names"] = [folded(name) for name in zones]
        for name in zones:
            told.setdefault(name, set()).add(path)
    return {
        "pages": found,
        "names": [
            [folded(name), pinyin(folded(name)), [numbers[path] for path in sorted(told[name]) if path in numbers]]
            for name in sorted(told)
        ],
        "traditional": traditional(set(chain.from_iterable(_texts(found)))),
    }


def pages(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The theme's entries, one a section, as pages in the same order.

    A page is {path, boost?, sections: [{id, title, text}]}; its first section is what
    stands before the first heading with an address.
    """
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        path, _, anchor = entry["location"].partition("#")
        page = found.setdefault(path, {"path": path, **_boost(path), "sections": []})
        page["sections"].append({"id": anchor, "title": plain(entry["title"]), "text": plain(entry["text"])})
    return list(found.values())


def _texts(found: Iterable[dict[str, Any]]) -> Iterable[str]:
    for page in found:
        for section in page["sections"]:
            yield from (section["title"], section["text"])


def _boost(path: str) -> dict[str, float]:
    folder, _, name = path.partition("/")
    return {"boost": BOOSTS[folder]} if name and folder in BOOSTS else {}


def traditional(known: set[str]) -> list[str]:
    """Traditional characters and the simplified ones that stand for them, as two texts of equal length.

    Only those that mean something where just the `known` characters occur, in either script.
    """
    pairs = [(old, new) for old, new in _simplifications() if old in known or new in known]
    return ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]


@cache
def _simplifications() -> tuple[tuple[str, str], ...]:
    characters = [chr(point) for first, end in HAN for point in range(first, end)]
    # Each on its own line: beside one another some would be read as words.
    simplified = str(OpenCC("t2s").convert("\n".join(characters))).split("\n")
    return tuple((old, new) for old, new in zip(characters, simplified, strict=True) if old != new and len(new) == 1)


def plain(html: str) -> str:
    """The text of a piece of HTML, white space made one space."""
    text = unescape(TAG.sub(" ", INLINE_TAG.sub("", html))).replace(ZERO_WIDTH_SPACE, "")
    return SPACE.sub(" ", text).strip()


def _write_json(path: Path, value: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(_json(value))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
