"""A reader's browser: nothing is asked of another host, and no page fetches the search index before it is used."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Page

FIRST_VIEW = 120_000
"""Bytes, as a server compresses them, that the first view of a page may load."""
SHIFT = 0.05
SHIFTS = """
window.shift = 0
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value
}).observe({ type: "layout-shift", buffered: true })
"""
"""Sums up how far what is seen has moved while it loaded (cumulative layout shift)."""

LOADED = "performance.getEntriesByType('resource').map(entry => entry.name)"
"""What a page has loaded, whether from the server or from the browser's own memory."""


def compressed(site: Path, address: str) -> int:
    """Bytes of a file of the site, as a server compresses them."""
    path = site / unquote(address.partition("?")[0])
    return len(gzip.compress((path / "index.html" if path.is_dir() else path).read_bytes()))


def kinds(site: Path) -> list[str]:
    """One page of each folder of the site, the one with the most to show, and the page for what is not found."""
    largest: dict[Path, Path] = {}
    for path in sorted(site.rglob("index.html")):
        kind = path.parent.parent if path.parent != site else site
        best = largest.get(kind)
        if best is None or path.stat().st_size > best.stat().st_size:
            largest[kind] = path
    pages = [path.relative_to(site).as_posix().removesuffix("index.html") for path in largest.values()]
    return sorted({"", "404.html", *pages})


def test_the_search_index_waits_for_a_query(site: Path, site_url: str, fresh: Page) -> None:
    requests: list[str] = []
    fresh.on("request", lambda request: requests.append(request.url.removeprefix(site_url)))
    fresh.goto(site_url, wait_until="networkidle")
    assert "search/index.json" not in requests
    assert (site / "search" / "search_index.json").stat().st_size < 500
    fresh.click(".md-search__input")
    fresh.keyboard.insert_text("园")
    fresh.keyboard.press("Shift")
    fresh.wait_for_selector(".md-search-result__item", state="attached")
    assert requests.count("search/index.json") == 1


def test_a_first_view_is_small_stands_still_and_asks_no_one_else(site: Path, site_url: str, fresh: Page) -> None:
    asked: list[str] = []
    errors: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    fresh.add_init_script(SHIFTS)
    fresh.set_viewport_size({"width": 412, "height": 823})
    visited = kinds(site)
    assert len(visited) >= 5
    heavy, moving = {}, {}
    for path in visited:
        fresh.goto(site_url + path, wait_until="networkidle")
        loaded = {path, *(url.removeprefix(site_url) for url in fresh.evaluate(LOADED) if url.startswith(site_url))}
        size = sum(compressed(site, name) for name in loaded)
        heavy |= {path: size} if size >= FIRST_VIEW else {}
        shift = fresh.evaluate("window.shift")
        moving |= {path: shift} if shift > SHIFT else {}
        fresh.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert [url for url in asked if not url.startswith((site_url, "data:", "blob:"))] == []
    assert errors == []
    assert heavy == {}
    assert moving == {}


def test_a_page_waits_for_one_stylesheet_of_ours(site: Path) -> None:
    named = re.findall(r'<link rel="stylesheet" href="(assets/css/[^"]*)">', (site / "index.html").read_text("utf-8"))
    assert named == ["assets/css/all.css"]
    parts = ["base", "facts", "front", "compare", "charts"]
    texts = [(site / "assets" / "css" / f"{part}.css").read_text(encoding="utf-8") for part in parts]
    assert (site / named[0]).read_text(encoding="utf-8") == "".join(texts)
