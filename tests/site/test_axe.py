"""No page has a fault that axe-core knows of: in light and dark, folded and unfolded, on wide and narrow screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.site.test_light import kinds

UNFOLD = "most => [...document.querySelectorAll('main details')].slice(0, most).forEach(fold => { fold.open = true })"
UNFOLDED = 5
"""Facts that are unfolded on each page; the others are made alike."""
THIN = """most => document.querySelectorAll("main *").forEach(parent => {
  const met = {}
  for (const child of [...parent.children]) {
    const kind = child.tagName + child.className
    met[kind] = (met[kind] || 0) + 1
    if (met[kind] > most) child.remove()
  }
})"""
"""Leaves of children that are made alike, lines of a table or points of a list, the first ones: axe looks at each
element for seconds a page."""


def pages(site: Path) -> list[str]:
    """One page of each kind: the largest of each folder, and all of which there is one."""
    alone = [*site.glob("*/index.html"), *site.glob("compare/*/index.html")]
    return sorted({*kinds(site), *(path.relative_to(site).as_posix().removesuffix("index.html") for path in alone)})


def faults(page: Page) -> list[str]:
    """What axe finds: the rule, and the element where it is broken first."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize(("scheme", "width", "which", "alike"), [("light", 1280, pages, 8), ("dark", 360, kinds, 5)])
def test_no_page_has_a_fault(
    site: Path,
    site_url: str,
    page: Page,
    scheme: Literal["dark", "light"],
    width: int,
    which: Callable[[Path], list[str]],
    alike: int,
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for path in which(site):
        page.goto(site_url + path)
        page.evaluate(UNFOLD, UNFOLDED)
        page.evaluate(THIN, alike)
        if faulty := faults(page):
            found[path] = faulty
    assert found == {}


def test_search_with_its_results_has_no_fault(site_url: str, page: Page) -> None:
    page.goto(site_url)
    page.click(".md-search__input")
    page.keyboard.insert_text("昆山")
    page.keyboard.press("Shift")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert faults(page) == []
