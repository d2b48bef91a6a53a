"""Zones side by side and the filters on the timeline, as a reader uses them in a browser."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, Route, expect

from tests.site.test_axe import faults

TWO = "compare/side-by-side/?z=kunshan-gaoxinqu&z=zizhu-gaoxinqu"


def reading(number: int, value: float, **changes: Any) -> dict[str, Any]:
    """A figure of the shared indicator as the generator writes it."""
    plain = {"id": f"m-{number}", "text": f"{value} 亿元", "value": str(value), "size": value, "period": "2023"}
    plain |= {
        "when": "2023年",
        "target": False,
        "exact": True,
        "scopes": "",
        "change": "",
        "said": "税收收入",
        "best": True,
    }
    return plain | changes


def given(page: Page, **zones: Any) -> None:
    """Zones a, b … whose data are what a test says: readings, or a whole zone's changes."""

    def answer(route: Route) -> None:
        slug = route.request.url.rpartition("/")[2].removesuffix(".js")
        told = zones[slug] if isinstance(zones[slug], dict) else {"readings": zones[slug]}
        shared = {"name": "税收收入", "topic": "经济规模", "unit": "亿元", "page": "compare/indicators/x"}
        zone: dict[str, Any] = {
            "slug": slug,
            "name": f"{slug} 区",
            "facts": 1,
            "until": "",
            "district": "",
            "about": [],
            "others": [],
        }
        zone |= {"industries": [], "partners": [], "honours": []}
        zone["figures"] = [{**shared, "readings": told["readings"]}] if told["readings"] else []
        route.fulfill(content_type="text/javascript", body=f"besideZone({json.dumps({**zone, **told})})")

    page.route("**/side-by-side/zones/*.js", answer)


def row(page: Page, name: str) -> list[str]:
    """The cells of a line of the table, each on one line."""
    found = page.locator(".beside-all tr", has=page.locator("th[scope=row]", has_text=name))
    return [" ".join(text.split()) for text in found.first.locator("th, td").all_inner_texts()]


def shown(page: Page, site_url: str, *slugs: str) -> None:
    page.goto(f"{site_url}compare/side-by-side/?{'&'.join(f'z={slug}' for slug in slugs)}")
    page.wait_for_selector(".beside-all")


def test_the_address_says_which_zones_stand_side_by_side(site_url: str, page: Page) -> None:
    page.goto(site_url + TWO)
    heads = page.locator(".beside-all thead th")
    expect(heads).to_have_text(["昆山高新区", "紫竹高新区"])
    assert page.title().startswith("昆山高新区、紫竹高新区：并排比较")
    assert len(row(page, "级别")) == 3


def test_every_word_of_the_table_leads_to_its_proof(site_url: str, page: Page) -> None:
    page.goto(site_url + TWO)
    page.wait_for_selector(".beside-all")
    links = page.eval_on_selector_all(".beside-all td a[href*='#']", "found => found.map(link => link.href)")
    assert len(links) > 5
    for address in (links[0], links[-1]):
        page.goto(address)
        assert page.locator(f"[id='{address.rpartition('#')[2]}']").is_visible()


def test_zones_are_added_and_taken_away_with_the_keyboard(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}compare/side-by-side/")
    expect(page.locator("#beside")).to_contain_text("还没有选园区。")
    field = page.get_by_label("加一个园区")
    for words, left in (("昆山", 1), ("zizhu", 2), ("南湖高新区", 3)):
        field.focus()
        page.keyboard.insert_text(words)
        page.keyboard.press("Enter")
        expect(page.locator(".beside-picked li")).to_have_count(left)
    assert page.url.endswith("?z=kunshan-gaoxinqu&z=zizhu-gaoxinqu&z=nanhu-gaoxinqu")
    page.get_by_role("button", name="移去紫竹高新区").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".beside-all thead th")).to_have_text(["昆山高新区", "南湖高新区"])
    page.go_back()
    expect(page.locator(".beside-all thead th")).to_have_count(3)


@pytest.mark.parametrize(
    ("words", "said"),
    [("昆山", "昆山高新区已经在了"), ("没有的区", "没有找到“没有的区”"), ("高新区", "不止一个：")],
)
def test_what_cannot_be_added_is_told(site_url: str, page: Page, words: str, said: str) -> None:
    page.goto(site_url + TWO)
    page.get_by_label("加一个园区").fill(words)
    page.get_by_role("button", name="加入").click()
    expect(page.locator(".beside-form output")).to_contain_text(said)


def test_an_address_that_asks_too_much_or_nonsense_harms_nothing(site_url: str, fresh: Page) -> None:
    errors: list[str] = []
    fresh.on("pageerror", lambda error: errors.append(str(error)))
    fresh.goto(f"{site_url}compare/side-by-side/?z=kunshan-gaoxinqu&z=../x&z=%3Cb%3E&z=no-such&z=nanhu-gaoxinqu")
    expect(fresh.locator(".beside-picked li")).to_have_count(3)
    expect(fresh.locator(".beside-picked")).to_contain_text("no-such：没有这个园区")
    expect(fresh.locator(".beside-all thead th")).to_have_text(["昆山高新区", "南湖高新区"])
    assert errors == []


def test_figures_of_one_time_stand_side_by_side_with_bars_and_no_warning(site_url: str, page: Page) -> None:
    old, new = reading(1, 10, period="2021", when="2021年", best=False), reading(2, 40, period="2023")
    later = reading(3, 90, period="2024", when="2024年")
    given(page, a=[new, old], b=[later, reading(4, 20, best=False, change="+5%")])
    shown(page, site_url, "a", "b")
    assert row(page, "税收收入") == ["税收收入", "40 亿元 2023年", "20 亿元 2023年 · +5%"]
    assert page.locator(".beside-warning").count() == 0
    shares = page.eval_on_selector_all(".beside-bar", "bars => bars.map(bar => bar.style.getPropertyValue('--share'))")
    assert shares == ["100%", "50%"]


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        ({"period": "2022", "when": "2022年"}, "时间不同"),
        ({"period": "", "when": ""}, "有的未注明时间"),
        ({"target": True}, "实际与目标并列"),
        ({"exact": False}, "确数与约数并列"),
        ({"scopes": "规上"}, "口径不同（未限定、规上）"),
    ],
)
def test_what_differs_is_warned_of_and_not_drawn(
    site_url: str, page: Page, changes: dict[str, Any], warning: str
) -> None:
    given(page, a=[reading(1, 40)], b=[reading(2, 20, **changes)])
    shown(page, site_url, "a", "b")
    assert page.locator(".beside-warning").inner_text() == warning
    assert page.locator(".beside-bar").count() == 0


def test_a_district_run_together_with_a_zone_is_warned_of(site_url: str, page: Page) -> None:
    given(page, a={"readings": [reading(1, 40)], "district": "虎丘区"}, b=[reading(2, 20)])
    shown(page, site_url, "a", "b")
    assert page.locator(".beside-warning").inner_text() == "区域范围可能不同（a 区与虎丘区合署）"


def test_other_words_and_units_of_the_texts_are_shown(site_url: str, page: Page) -> None:
    given(page, a=[reading(1, 40)], b=[reading(2, 0.5, text="5000 万元", said="税收")])
    shown(page, site_url, "a", "b")
    assert row(page, "税收收入") == [
        "税收收入 原文作：税收收入、税收",
        "40 亿元 2023年",
        "5000 万元 合 0.5 亿元 2023年",
    ]


def test_what_zones_share_stands_before_what_each_has(site_url: str, page: Page) -> None:
    industries = {"industries": [["新材料", "主导", "i-1"], ["<b>灯笼</b>", "特色", "i-2"]]}
    given(
        page,
        a={"readings": [], **industries, "partners": [["b 区", "共建 2023年", "c-1"]]},
        b={"readings": [], "industries": [["新材料", "重点", "i-3"]], "honours": [["绿色园区", "", "h-1"]]},
    )
    shown(page, site_url, "a", "b")
    assert row(page, "新材料") == ["新材料", "主导", "重点"]
    assert row(page, "b 区") == ["b 区", "共建 2023年", "—"]
    assert row(page, "各自还有") == ["各自还有", "<b>灯笼</b>", "—"]
    assert page.locator(".beside-all").get_by_role("link", name="绿色园区").count() == 1


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_the_page_has_no_fault_and_does_not_scroll_sideways(
    site_url: str, page: Page, scheme: Literal["dark", "light"], width: int
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}{TWO}&z=nanhu-gaoxinqu&z=suzhou-gaoxinqu")
    page.wait_for_selector(".beside-all")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_jumps_when_the_table_comes(site_url: str, fresh: Page) -> None:
    fresh.add_init_script("""
      window.shift = 0
      new PerformanceObserver(list => list.getEntries().forEach(entry => { shift += entry.value }))
        .observe({ type: "layout-shift", buffered: true })
    """)
    fresh.goto(site_url + TWO)
    fresh.wait_for_selector(".beside-all")
    fresh.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert fresh.evaluate("shift") < 0.05


def test_zones_ticked_in_the_list_lead_to_the_page(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}zones/")
    compare = page.get_by_role("button", name="并排比较")
    expect(compare).to_be_disabled()
    for name in ("选昆山高新区并排比较", "选苏州高新区并排比较"):
        page.get_by_label(name).focus()
        page.keyboard.press("Space")
    expect(page.locator(".pick-bar output")).to_have_text("已选 2 个")
    compare.click()
    page.wait_for_url("**/compare/side-by-side/?z=kunshan-gaoxinqu&z=suzhou-gaoxinqu")
    expect(page.locator(".beside-all thead th")).to_have_count(2)


def test_no_more_than_four_can_be_ticked(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}zones/")
    for box in page.locator("input.pick").all()[:4]:
        box.check()
    assert page.locator("input.pick:disabled").count() == page.locator("input.pick").count() - 4
    expect(page.locator(".pick-bar output")).to_have_text("已选 4 个，最多这些")


def test_a_profile_leads_to_the_comparison_with_its_zone_chosen(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}zones/kunshan-gaoxinqu/")
    page.get_by_role("link", name="与其他园区比较").click()
    expect(page.locator(".beside-picked li")).to_contain_text(["昆山高新区"])
    expect(page.locator("#beside")).to_contain_text("再选一个园区，就可以比较。")


def test_the_timeline_is_filtered_by_zone_province_type_and_year(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}compare/timeline/")
    page.get_by_label("园区").select_option("昆山高新区")
    rows = page.locator(".dated tbody tr")
    expect(rows.first).to_be_visible()
    assert set(page.locator(".dated tbody td:nth-child(4)").all_inner_texts()) == {"昆山高新区"}
    page.get_by_label("年份").select_option("2024")
    expect(rows.first).to_contain_text("2024年")
    kind = page.locator(".dated tbody td:nth-child(3)").first.inner_text()
    page.get_by_label("类型").select_option(kind)
    page.get_by_label("省份").select_option("江苏")
    expect(page.locator("#timeline")).to_be_hidden()
    left = rows.count()
    assert left >= 1
    expect(page.locator(".filter output")).to_have_text(f"{left} 条")
    page.reload()
    expect(rows).to_have_count(left)
    page.get_by_role("button", name="清除").click()
    expect(page.locator("#timeline")).to_be_visible()
    assert "?" not in page.url


def test_a_filtered_event_leads_to_its_proof(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}compare/timeline/?年份=2024")
    link = page.locator(".dated tbody a").first
    address = str(link.get_attribute("href"))
    link.click()
    page.wait_for_url("**/zones/**")
    assert page.locator(f"[id='{address.rpartition('#')[2]}']").is_visible()


def test_without_scripts_the_timeline_and_the_matrix_are_there(site_url: str, plain: Page) -> None:
    plain.goto(f"{site_url}compare/timeline/")
    assert plain.locator("#timeline tbody tr").count() > 10
    plain.goto(f"{site_url}compare/side-by-side/")
    plain.get_by_role("link", name="全表").first.click()
    plain.locator(".table tbody a").first.click()
    assert plain.locator(".matrix-figures tbody tr").count() > 1
