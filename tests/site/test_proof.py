"""From a question to its proof, as a reader goes: search, profile, figure, sentence, source."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.site.searching import type_query

ZONE = "zones/suzhou-gaoxinqu/"
FIGURE = "main details.fact-figure:not(details.subject *)"


def ask(page: Page, address: str, query: str) -> None:
    page.goto(address)
    type_query(page, query)


def test_a_search_leads_to_the_zone(site_url: str, page: Page) -> None:
    ask(page, site_url, "苏州高新区 日资企业")
    page.locator(".md-search-result__item > a").first.click()
    page.wait_for_url(f"**/{ZONE}**")
    expect(page.locator("main h1")).to_contain_text("苏州高新区")


def test_a_click_on_a_figure_shows_the_sentence_that_it_comes_from(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{ZONE}")
    figure = page.locator(FIGURE, has=page.locator("mark")).first
    proof = figure.locator("blockquote").first
    expect(proof).not_to_be_visible()
    figure.locator("> summary").click()
    expect(proof).to_be_visible()
    expect(proof.locator("mark").first).not_to_be_empty()


def test_the_proof_leads_to_its_place_in_the_source(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{ZONE}")
    figure = page.locator(FIGURE, has=page.locator("mark")).first
    figure.locator("> summary").click()
    words = figure.locator("blockquote mark").first.inner_text()
    figure.locator("a[href*='sources/']").first.click()
    page.wait_for_url("**/sources/**#*")
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    place = page.locator(f"[id='{anchor}']")
    expect(place).to_be_visible()
    quotation = page.locator("blockquote", has_text=words)
    expect(quotation.first).to_be_visible()


def test_a_key_does_the_same_as_a_click(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}{ZONE}")
    figure = page.locator(FIGURE, has=page.locator("mark")).first
    figure.locator("> summary").focus()
    page.keyboard.press("Enter")
    expect(figure.locator("blockquote").first).to_be_visible()


def test_a_proof_that_a_search_leads_to_is_unfolded_and_marked(site_url: str, page: Page) -> None:
    ask(page, site_url, "数据得地")
    section = page.locator(".md-search-result__item").first.locator(":scope > a").nth(1)
    section.click()
    mark = page.locator("article mark[data-md-highlight]", has_text="数据得地").first
    expect(mark).to_be_in_viewport(timeout=15_000)


def test_without_scripts_every_proof_can_be_read(site_url: str, plain: Page) -> None:
    plain.goto(f"{site_url}{ZONE}")
    figure = plain.locator(FIGURE, has=plain.locator("mark")).first
    figure.locator("> summary").click()
    expect(figure.locator("blockquote").first).to_be_visible()
