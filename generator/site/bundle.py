"""The site as a zip that opens from disk: the same pages, search included, with no server.

A browser shows a folder's list where a link from disk ends in a folder, and fetches no
file; so links lead to index.html, and the search index becomes a script.
The same site gives the same bytes.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.site.search import FOLDER as SEARCH
from generator.site.search import THEME_INDEX

ZIP = "download/yuanjian.zip"
FOLDER = "yuanjian"
"""The folder that the zip unpacks to."""
PAGE = "index.html"
LEFT_OUT = frozenset({ZIP, "404.html", "sitemap.xml", "sitemap.xml.gz"})
"""What is of no use on a disk; the sitemap bears the day of the build besides."""
LINK = re.compile(r'(<(?:a|link)\s(?:[^<>]*?\s)?href=")([^"<>]*)(")')
WHEN = (1980, 1, 1, 0, 0, 0)


def write(site: Path) -> Path:
    """Put the zip of a built site into it; gives its path."""
    path = site / ZIP
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".tmp")
    unfinished.write_bytes(packed(dict(files(site))))
    return unfinished.replace(path)


def packed(contents: Mapping[str, bytes]) -> bytes:
    """A zip of these files, by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, contents[name])
    return stream.getvalue()


def files(site: Path) -> Iterator[tuple[str, bytes]]:
    """What the zip holds, by path below the site."""
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and not path.is_symlink()}
    for name in sorted(names - LEFT_OUT):
        content = (site / name).read_bytes()
        if name.endswith(".html"):
            yield name, linked(content.decode(), name, names).encode()
        elif name.startswith(f"{SEARCH}/") and name.endswith(".json"):
            yield _script(name, content)
        else:
            yield name, content


def linked(html: str, page: str, names: set[str]) -> str:
    """The page with its links to folders of the site leading to their index.html."""
    folder = posixpath.dirname(page)

    def lead(found: re.Match[str]) -> str:
        address = unescape(found[2])
        try:
            parts = urlsplit(address)
        except ValueError:
            return found[0]
        if parts.scheme or parts.netloc or parts.path.startswith("/") or not parts.path:
            return found[0]
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        if posixpath.normpath(posixpath.join(target, PAGE)) not in names:
            return found[0]
        changed = parts._replace(path=f"{parts.path.rstrip('/')}/{PAGE}").geturl()
        return f"{found[1]}{escape(changed)}{found[3]}"

    return LINK.sub(lead, html)


def _script(name: str, content: bytes) -> tuple[str, bytes]:
    """A piece of the search index as a script that gives it its name; the theme's own sets the theme's variable."""
    piece = name.removeprefix(f"{SEARCH}/").removesuffix(".json")
    variable = "__index" if name == THEME_INDEX else f"searchPieces[{json.dumps(piece)}]"
    value = _with_pages(json.loads(content))
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return name.removesuffix(".json") + ".js", f"{variable} = {text}\n".encode()


def _with_pages(piece: dict[str, Any]) -> dict[str, Any]:
    """A piece of the index with the addresses of pages leading to files."""
    if "path" in piece:
        return {**piece, "path": piece["path"] + PAGE}
    return {**piece, "pages": [_with_pages(page) for page in piece["pages"]]} if "pages" in piece else piece
