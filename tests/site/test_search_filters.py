"""The filters above the list of zones, and columns that sort by value."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

SHOWN = "[...document.querySelectorAll('[data-filter] tbody tr')].filter(row => row.offsetHeight).length"


@pytest.fixture
def zones(site_url: str, page: Page) -> Page:
    page.goto(f"{site_url}zones/")
    return page


def test_a_choice_leaves_the_zones_that_have_it_and_stays_in_the_address(zones: Page) -> None:
    every = zones.evaluate(SHOWN)
    zones.get_by_label("省份").select_option("江苏")
    rows = zones.locator("[data-filter] tbody tr").filter(visible=True)
    assert 0 < rows.count() < every
    assert {row.locator("td").nth(1).inner_text() for row in rows.all()} == {"江苏"}
    assert zones.inner_text("form.filter output") == f"{rows.count()} / {every} 个"
    left = rows.count()
    zones.reload()
    assert zones.evaluate(SHOWN) == left
    zones.get_by_role("button", name="清除").click()
    assert zones.evaluate(SHOWN) == every
    assert "?" not in zones.url


def test_all_choices_hold_together_and_an_industry_that_is_not_shown_counts(zones: Page) -> None:
    hidden = zones.evaluate(
        """() => {
          for (const cell of document.querySelectorAll("[data-values]")) {
            const beyond = cell.dataset.values.split("、").find(name => !cell.textContent.includes(name))
            if (beyond) return [beyond, cell.closest("tr").cells[0].innerText]
          }
        }"""
    )
    assert hidden
    zones.get_by_label("产业", exact=True).select_option(hidden[0])
    names = zones.locator("[data-filter] tbody tr").filter(visible=True).locator("td:first-child")
    assert hidden[1] in names.all_inner_texts()
    zones.get_by_label("省份").select_option("宁夏")
    assert hidden[1] not in names.all_inner_texts()


def test_the_filters_work_by_keyboard(zones: Page) -> None:
    every = zones.evaluate(SHOWN)
    zones.get_by_label("省份").focus()
    zones.keyboard.press("ArrowDown")
    expect(zones.get_by_label("省份")).not_to_have_value("")
    assert zones.evaluate(SHOWN) < every
    for _ in range(3):
        zones.keyboard.press("Tab")
    assert zones.evaluate("document.activeElement.textContent") == "清除"
    zones.keyboard.press("Enter")
    assert zones.evaluate(SHOWN) == every


def test_what_the_address_asks_for_in_vain_is_ignored(site_url: str, zones: Page) -> None:
    every = zones.evaluate(SHOWN)
    zones.goto(f"{site_url}zones/?省份=<img src=x>&级别=无")
    assert zones.evaluate(SHOWN) == every


def test_without_scripts_everything_shows(site_url: str, zones: Page, plain: Page) -> None:
    every = zones.evaluate(SHOWN)
    plain.goto(f"{site_url}zones/?省份=江苏")
    assert plain.locator("[data-filter] tbody tr").filter(visible=True).count() == every
    assert plain.locator("form.filter").count() == 0


def test_columns_of_amounts_sort_by_value_and_not_by_text(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}compare/")
    page.evaluate(
        """() => {
          const cells = ["8046万美元", "6.2亿元", "—", "1,634.21亿元", "950元"]
          document.querySelector("article").innerHTML = `<div class="table"><table>
            <thead><tr><th>甲</th><th style="text-align: right">数</th></tr></thead>
            <tbody>${cells.map(cell => `<tr><td>甲</td><td>${cell}</td></tr>`).join("")}</tbody></table></div>`
          document.dispatchEvent(new Event("DOMContentLoaded", { bubbles: true }))
        }"""
    )
    head = page.locator("thead button").nth(1)
    head.click()
    cells = page.locator("tbody td:last-child")
    assert cells.all_inner_texts() == ["1,634.21亿元", "6.2亿元", "8046万美元", "950元", "—"]
    head.click()
    assert cells.all_inner_texts() == ["950元", "8046万美元", "6.2亿元", "1,634.21亿元", "—"]
