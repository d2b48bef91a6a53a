"""Queries typed into the search box, as people type them; tests/cases/search.yml has them with the page each wants."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.site import reading

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "search.yml").read_text(encoding="utf-8"))
FIRST = 3


def type_query(page: Page, query: str) -> None:
    """Types as an input method does: the words arrive whole, then a key goes up."""
    page.click(".md-search__input")
    page.keyboard.insert_text(query)
    page.keyboard.press("Shift")


def results(page: Page, site_url: str, query: str) -> list[str]:
    """Paths of the pages found, best first, as the box lists them."""
    page.goto(site_url)
    type_query(page, query)
    page.wait_for_function(
        "document.querySelector('.md-search-result__list').childElementCount"
        " || /没有/.test(document.querySelector('.md-search-result__meta').textContent)"
    )
    addresses = page.eval_on_selector_all(
        ".md-search-result__item > a:first-child", "links => links.map(link => link.href)"
    )
    return [address.removeprefix(site_url).partition("?")[0] for address in addresses]


def pages_that_say(site: Path, *words: str) -> set[str]:
    """Paths of the pages in whose text all the words stand."""
    return {
        page.path.removesuffix("index.html")
        for page in reading.read_all(site)
        if page.path != "404.html" and all(word in page.text for word in words)
    }


def test_there_are_enough_queries() -> None:
    assert len(CASES["queries"]) >= 20


@pytest.mark.parametrize("case", CASES["queries"], ids=lambda case: case["query"])
def test_a_query_finds_its_page_among_the_first_three(site_url: str, page: Page, case: dict) -> None:
    assert case["page"] in results(page, site_url, case["query"])[:FIRST]


@pytest.mark.parametrize("name", CASES["everywhere"])
def test_a_name_is_found_on_every_page_that_says_it_and_on_no_other(
    site: Path, site_url: str, page: Page, name: str
) -> None:
    saying = pages_that_say(site, *name.split())
    assert len(saying) >= FIRST
    found = results(page, site_url, name)
    assert page.inner_text(".md-search-result__meta").strip().startswith(f"{len(saying)} 个")
    assert set(found) <= saying


def test_what_nobody_says_is_not_found(site_url: str, page: Page) -> None:
    assert results(page, site_url, "月球背面开发区") == []


def test_a_hit_leads_to_the_section_that_holds_it_with_marks(site_url: str, page: Page) -> None:
    results(page, site_url, "紫竹麦垛")
    section = page.locator(".md-search-result__item").first.locator(":scope > a").nth(1)
    assert section.locator("mark").first.inner_text() == "紫竹麦垛"
    section.click()
    page.wait_for_url("**/*#*")
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"[id='{anchor}']").count() == 1
    marks = page.locator("article mark[data-md-highlight]").filter(visible=True)
    expect(marks.first).to_have_text("紫竹麦垛")
    heading = page.locator(f"[id='{anchor}']")
    level = heading.evaluate("element => element.tagName")
    assert level.startswith("H")
