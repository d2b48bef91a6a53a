"""Queries typed into the search box, as people type them; tests/cases/search.yml has them with the page each wants."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site import project, searching

CASES = searching.cases()
ENOUGH = 60
RANK, RECALL, PRECISION = 0.95, 0.98, 0.95

IN_SIGHT = """[...document.querySelectorAll("article mark[data-md-highlight]")].some(mark => {
  const { top, bottom, height } = mark.getBoundingClientRect()
  return height > 0 && top >= 0 && bottom <= innerHeight
})"""
"""Whether a marked word can be seen."""


@pytest.fixture
def box(site_url: str, page: Page) -> Page:
    """The front page, its search box heard."""
    page.goto(site_url)
    return page


def test_there_are_enough_queries_each_once() -> None:
    assert len({case.query for case in CASES}) == len(CASES) >= ENOUGH


def test_queries_find_what_they_want_and_what_says_their_words(site: Path, site_url: str, fresh: Page) -> None:
    found = searching.ask_all(fresh, site_url, CASES)
    texts = searching.pages_by_text(site)
    pointless = [case.query for case in CASES if not searching.truth(texts, case)]
    assert pointless == [], "no page says what these queries mean"
    reached = searching.figures(CASES, found, texts)
    late = {case.query: found[case.query][:3] for case in CASES if found[case.query][:1] != [case.page]}
    assert reached.rank >= RANK, late
    assert reached.recall >= RECALL
    assert reached.precision >= PRECISION


def test_the_box_shows_the_pages_found_in_their_order(box: Page) -> None:
    found = searching.paths(searching.type_query(box, "昆山 紫竹"))
    box.wait_for_function("document.querySelector('.md-search-result__list').childElementCount > 2")
    shown = box.eval_on_selector_all(
        ".md-search-result__item > a:first-child", "links => links.map(link => new URL(link.href).pathname)"
    )
    assert [path.removeprefix(project.PATH) for path in shown] == found[: len(shown)]
    assert box.inner_text(".md-search-result__meta").strip().startswith(f"{len(found)} 个")


def test_what_nobody_says_is_not_found(box: Page) -> None:
    assert searching.type_query(box, "月球背面开发区") == []
    assert "没有" in box.inner_text(".md-search-result__meta")


@pytest.mark.parametrize(
    ("query", "marked"),
    [("紫竹麦垛", "紫竹麦垛"), ("634.21亿元", "634.21亿元"), ("zkkk", "中科可控"), ("紫竹麥垛", "紫竹麦垛")],
    ids=["word", "number and unit in two elements", "pinyin", "traditional"],
)
def test_a_hit_leads_to_the_section_that_holds_it_with_the_words_marked(box: Page, query: str, marked: str) -> None:
    searching.type_query(box, query)
    section = box.locator(".md-search-result__item").first.locator(":scope > a").nth(1)
    assert section.locator("mark").first.inner_text() == marked
    section.click()
    box.wait_for_url("**/*#*")
    anchor = box.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert box.locator(f"[id='{anchor}']").evaluate("element => element.tagName").startswith("H")
    box.wait_for_function(IN_SIGHT)
    whole = box.evaluate(
        "[...document.querySelectorAll('article mark[data-md-highlight]')].map(mark => mark.textContent).join('')"
    )
    assert marked in whole


def test_a_hit_in_a_folded_proof_unfolds_it(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}zones/nanhu-gaoxinqu/?h=攻坚克难#economy")
    marks = page.locator("article mark[data-md-highlight]").filter(visible=True)
    expect(marks.first).to_be_in_viewport()
    expect(marks.first).to_have_text("攻坚克难")
    assert "?" not in page.url


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "%", "((((", "\\", "月球"])
def test_whatever_the_address_asks_to_mark_the_page_stands(site_url: str, fresh: Page, words: str) -> None:
    errors: list[str] = []
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    fresh.goto(f"{site_url}zones/nanhu-gaoxinqu/?h={words}", wait_until="networkidle")
    assert fresh.locator("article mark[data-md-highlight]").count() == 0 or words == "%"
    assert errors == []
