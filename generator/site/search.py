"""The search index that `docs/assets/search/worker.js` reads.

The theme's search plugin collects the sections of every page; here they become plain
text, page by page, in a file that is fetched at the first query. The theme's own index,
which every page fetches as it opens, is left empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

from material.plugins.search import plugin as material
from mkdocs.exceptions import PluginError

WORKER = "assets/search/worker.js"
THEME_WORKER = "assets/javascripts/workers/search."
THEME_INDEX = "search/search_index.json"
INDEX = "search/index.json"

BOOSTS = {"zones": 1.5, "sources": 0.4}
"""What the pages of a folder are worth beside others: people look for zones, and a headline names many things."""

INLINE_TAG = re.compile(r"</?(?:code|su[bp])>")
TAG = re.compile(r"<[^<>]*>")
SPACE = re.compile(r"\s+")
ZERO_WIDTH_SPACE = "\u200b"


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


def write_index(site: Path) -> None:
    """Turn the theme's index of a built site into ours. Raises PluginError where either cannot be."""
    theme_index = site / THEME_INDEX
    if not (site / WORKER).is_file():
        raise PluginError(f"{WORKER} is missing from the site; search cannot work without it")
    if not theme_index.is_file():
        raise PluginError(f"{THEME_INDEX} is missing from the site; plugins in mkdocs.yml must name search")
    made = json.loads(theme_index.read_text(encoding="utf-8"))
    _write_json(site / INDEX, pages(made["docs"]))
    _write_json(theme_index, {"config": {**made["config"], "separator": r"\s+"}, "docs": []})


def pages(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The theme's entries, one a section, as pages in the same order.

    A page is {path, sections: [{id, title, text}]}, with `tags` and `boost` where it has
    them; its first section is what stands before the first heading with an address.
    """
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        path, _, anchor = entry["location"].partition("#")
        page = found.setdefault(path, {"path": path, **_boost(path), "sections": []})
        page.update({key: entry[key] for key in ("tags", "boost") if entry.get(key)})
        page["sections"].append({"id": anchor, "title": plain(entry["title"]), "text": plain(entry["text"])})
    return list(found.values())


def _boost(path: str) -> dict[str, float]:
    folder, _, name = path.partition("/")
    return {"boost": BOOSTS[folder]} if name and folder in BOOSTS else {}


def plain(html: str) -> str:
    """The text of a piece of HTML, white space made one space."""
    text = unescape(TAG.sub(" ", INLINE_TAG.sub("", html))).replace(ZERO_WIDTH_SPACE, "")
    return SPACE.sub(" ", text).strip()


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
