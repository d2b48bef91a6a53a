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


def pages(site: Path) -> list[str]:
    """One page of each kind: the largest of each folder, and all of which there is one."""
    alone = [*site.glob("*/index.html"), *site.glob("compare/*/index.html")]
    return sorted({*kinds(site), *(path.relative_to(site).as_posix().removesuffix("index.html") for path in alone)})


def faults(page: Page) -> list[str]:
    """What axe finds: the rule, and the element where it is broken first."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize(("scheme", "width", "which"), [("light", 1280, pages), ("dark", 360, kinds)])
def test_no_page_has_a_fault(
    site: Path,
    site_url: str,
    page: Page,
    scheme: Literal["dark", "light"],
    width: int,
    which: Callable[[Path], list[str]],
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for path in which(site):
        page.goto(site_url + path)
        page.evaluate(UNFOLD, UNFOLDED)
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
