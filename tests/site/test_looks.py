"""What a reader can do with the pages: on a small screen, without scripts, with the keyboard, on a printer."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

from tests.site.test_light import kinds

PROOF = re.compile(r'class="proof" id="([^"]+)"')
PARKS = "zones/kunshan-gaoxinqu/"
"""A profile with parks that have figures of their own."""


def profile(site: Path) -> tuple[str, list[str]]:
    """The longest profile and the facts that are folded on it."""
    pages = sorted((site / "zones").glob("*/index.html"), key=lambda path: path.stat().st_size)
    return f"zones/{pages[-1].parent.name}/", PROOF.findall(pages[-1].read_text(encoding="utf-8"))


def test_no_page_scrolls_sideways(site: Path, site_url: str, page: Page) -> None:
    scrolling = set()
    for path in kinds(site):
        page.goto(site_url + path)
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        for width in (360, 768):
            page.set_viewport_size({"width": width, "height": 780})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                scrolling.add((path, width))
    assert scrolling == set()


def test_a_click_on_a_figure_shows_its_sentence_without_scripts(site: Path, site_url: str, plain: Page) -> None:
    path, _ = profile(site)
    plain.goto(site_url + path)
    fold = plain.locator("details.fact-figure").first
    quoted = fold.locator("blockquote mark").first
    assert not quoted.is_visible()
    fold.locator("> summary").click()
    assert quoted.is_visible()


def test_the_address_of_a_fact_opens_it_without_scripts(site: Path, site_url: str, plain: Page) -> None:
    path, facts = profile(site)
    middle = facts[len(facts) // 2]
    plain.goto(f"{site_url}{path}#{middle}")
    assert plain.locator(f"[id='{middle}']").is_visible()


def test_the_link_of_a_proof_leads_to_its_quotation(site: Path, site_url: str, plain: Page) -> None:
    path, facts = profile(site)
    plain.goto(f"{site_url}{path}#{facts[0]}")
    plain.locator(f"[id='{facts[0]}'] > p > a").first.click()
    assert "/sources/" in plain.url
    assert plain.url.endswith(f"#{facts[0]}")
    assert plain.locator(f".quotation:has([id='{facts[0]}']) blockquote").is_visible()


def test_a_link_within_the_page_opens_the_fact(site: Path, site_url: str, page: Page) -> None:
    path, _ = profile(site)
    page.goto(site_url + path)
    link = page.locator(".summary a").first
    target = str(link.get_attribute("href")).removeprefix("#")
    link.click()
    assert page.locator(f"[id='{target}']").is_visible()


def test_columns_of_numbers_sort_by_value_with_the_keyboard(site_url: str, page: Page) -> None:
    page.goto(site_url + "zones/")
    page.get_by_role("button", name="事实").focus()
    page.keyboard.press("Enter")
    shown = [int(text) for text in page.locator(".table tbody td:nth-child(5)").all_inner_texts()]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) > 3
    page.keyboard.press("Enter")
    shown = [int(text) for text in page.locator(".table tbody td:nth-child(5)").all_inner_texts()]
    assert shown == sorted(shown)


def test_paper_is_white_in_the_dark_too(site: Path, site_url: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(site_url + profile(site)[0])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--md-default-bg-color').trim()") == "#fff"
    assert not page.locator(".md-header").is_visible()


def test_what_stands_inside_a_zone_is_folded_and_opens_by_keyboard(site_url: str, page: Page) -> None:
    page.goto(site_url + PARKS)
    fold = page.locator("details.subject").first
    figure = fold.locator(".fact-figure > summary").first
    assert not figure.is_visible()
    fold.locator("> summary").focus()
    page.keyboard.press("Enter")
    assert figure.is_visible()


def test_the_address_of_a_fact_inside_a_zone_opens_all_it_is_folded_in(site_url: str, plain: Page) -> None:
    plain.goto(site_url + PARKS)
    fact = plain.locator("details.subject .fact-figure > .proof").first.get_attribute("id")
    plain.goto(f"{site_url}{PARKS}#{fact}")
    assert plain.locator(f"[id='{fact}'] blockquote").first.is_visible()


def test_paper_has_all_figures_with_their_sources_and_nothing_to_press(site_url: str, plain: Page) -> None:
    plain.goto(site_url + PARKS)
    plain.emulate_media(media="print")
    inside = plain.locator("details.subject .fact-figure > summary")
    assert inside.first.is_visible()
    sources = plain.locator("#sources ~ ol > li").count()
    assert 1 <= int(str(inside.first.get_attribute("data-source"))) <= sources
    assert not plain.locator(".acts").filter(visible=True).count()
