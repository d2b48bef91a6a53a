"""A reader's browser: nothing is asked of another host, and no page fetches the search index before it is used."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

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


def test_no_request_leaves_this_machine_and_no_error_is_logged(site: Path, site_url: str, page: Page) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    visited = kinds(site)
    for path in visited:
        page.goto(site_url + path, wait_until="networkidle")
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert len(visited) >= 5
    assert [url for url in requests if not url.startswith((site_url, "data:", "blob:"))] == []
    assert errors == []


def test_the_search_index_waits_for_a_query(site: Path, site_url: str, page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.removeprefix(site_url)))
    page.goto(site_url, wait_until="networkidle")
    assert "search/index.json" not in requests
    assert (site / "search" / "search_index.json").stat().st_size < 500
    page.click(".md-search__input")
    page.keyboard.insert_text("园")
    page.keyboard.press("Shift")
    page.wait_for_selector(".md-search-result__item", state="attached")
    assert requests.count("search/index.json") == 1


def test_a_first_view_is_small_and_stands_still(site: Path, site_url: str, browser: Browser) -> None:
    heavy, moving = {}, {}
    sizes: dict[str, int] = {}
    for path in kinds(site):
        context = browser.new_context(viewport={"width": 412, "height": 823})
        page = context.new_page()
        page.add_init_script(SHIFTS)
        loaded: list[Response] = []
        page.on("response", lambda response, loaded=loaded: loaded.append(response))
        page.goto(site_url + path, wait_until="networkidle")
        for response in loaded:
            if response.ok and response.url not in sizes:
                sizes[response.url] = len(gzip.compress(response.body()))
        size = sum(sizes[response.url] for response in loaded if response.ok)
        heavy |= {path: size} if size >= FIRST_VIEW else {}
        shift = page.evaluate("window.shift")
        moving |= {path: shift} if shift > SHIFT else {}
        context.close()
    assert heavy == {}
    assert moving == {}


def test_a_page_waits_for_one_stylesheet_of_ours(site: Path) -> None:
    named = re.findall(r'<link rel="stylesheet" href="(assets/css/[^"]*)">', (site / "index.html").read_text("utf-8"))
    assert named == ["assets/css/all.css"]
    parts = ["base", "facts", "front", "compare", "charts"]
    texts = [(site / "assets" / "css" / f"{part}.css").read_text(encoding="utf-8") for part in parts]
    assert (site / named[0]).read_text(encoding="utf-8") == "".join(texts)
