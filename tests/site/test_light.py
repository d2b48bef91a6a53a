"""A reader's browser: nothing is asked of another host, and no page fetches the search index before it is used."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

FIRST_VIEW = 600_000
"""Bytes, uncompressed, that the first view of a page may load."""


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
        page.wait_for_load_state("networkidle")
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


@pytest.mark.parametrize("path", ["", "zones/"])
def test_a_first_view_is_small(site: Path, site_url: str, page: Page, path: str) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())) if response.ok else None)
    page.goto(site_url + path, wait_until="networkidle")
    assert sum(sizes) < FIRST_VIEW
