"""What a profile says of time, of rank and of other zones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Archive, Content, Honour, Published, Status, Zone
from generator.pages import render
from generator.pages.rows import rank_words
from tests.make import fact, metric
from tests.pages.small_archive import archive, north_facts

NAME = "北原高新区"
REVENUE = metric(90, indicator="税收收入", unit="亿元", period="2021")
AIM = replace(REVENUE, value=200, period="2025", status=Status.TARGET)


def profile(*contents: Content, subject: str = "") -> str:
    facts = [fact(content, number=n, zone=NAME, subject=subject) for n, content in enumerate(contents, 1)]
    return render(archive(*[Published(fact=item) for item in facts]))["zones/beiyuan-gaoxinqu.md"]


def test_a_series_has_its_picture_below_its_lines() -> None:
    page = profile(REVENUE, replace(REVENUE, value=120, period="2023"), metric(36, indicator="企业数"))
    assert page.count("<svg") == 1
    figures = page[page.index("## 数据") :]
    assert figures.index('id="m-0000000002"') < figures.index('id="m-0000000001"') < figures.index("<svg")
    assert "<title id=" in page
    assert ">2021年 90 亿元；2023年 120 亿元</desc>" in page


def test_what_is_inside_a_zone_has_pictures_of_its_own() -> None:
    page = profile(REVENUE, replace(REVENUE, value=120, period="2023"), AIM, subject="云谷产业园")
    assert page.index('<span class="what">云谷产业园</span>') < page.index("<svg")
    assert "空心点是目标" in page


def test_one_figure_makes_no_picture() -> None:
    assert "<svg" not in profile(REVENUE, AIM)


def test_a_target_says_what_came_of_it() -> None:
    page = profile(AIM, REVENUE)
    assert "此前：[90 亿元](#m-0000000002)（2021年）" in page[page.index("## 目标") :]
    assert "实际：[190 亿元](#m-0000000002)（2025年）" in profile(AIM, replace(REVENUE, value=190, period="2025"))
    assert "后来：[230 亿元](#m-0000000002)（2026年）" in profile(AIM, replace(REVENUE, value=230, period="2026"))
    assert 'class="came"' not in profile(AIM)


def test_ranks_of_others_are_told_from_titles() -> None:
    page = profile(Honour(title="国家绿色园区"), Honour(title="全省综合考评", rank=3))
    titles, ranks = page.index('class="topic-name">称号'), page.index('class="topic-name">位次')
    assert titles < page.index('id="h-0000000001"') < ranks < page.index('id="h-0000000002"')
    assert "本站所排" not in page


@pytest.mark.parametrize(
    ("title", "rank", "said"),
    [
        ("全省综合考评", 3, "第 3 位"),
        ("全省综合考评第3", 3, ""),
        ("全省综合考评第三", 3, ""),
        ("全省综合考评第十二位", 12, ""),
        ("第十二届评选", 10, "第 10 位"),
        ("全国百强第四十", 40, ""),
        ("全国百强", 130, "第 130 位"),
    ],
)
def test_a_rank_is_not_said_twice(title: str, rank: int, said: str) -> None:
    assert rank_words(Honour(title=title, rank=rank)) == said


def test_places_counted_here_say_so_and_lead_to_their_comparison() -> None:
    zones = tuple(
        Zone(
            name=f"第{n}经开区",
            slug=f"z{n}",
            facts=(Published(fact=fact(replace(REVENUE, value=n), number=n, zone=f"第{n}经开区")),),
        )
        for n in (1, 2, 3)
    )
    page = render(Archive(zones=zones, articles=()))["zones/z2.md"]
    assert "不是官方位次" in page
    assert (
        "- [税收收入](#m-0000000002) 2021年：[同期 3 个园区中第 2](../compare/indicators/shui-shou-shou-ru.md)" in page
    )


def test_an_office_is_held_as_of_the_articles_date() -> None:
    page = render(archive(Published(fact=north_facts()[8])))["zones/beiyuan-gaoxinqu.md"]
    assert '<span class="when">截至2024年1月15日</span>' in page[page.index("## 人物") :]


def test_a_profile_leads_to_the_comparison_with_other_zones() -> None:
    assert "[与其他园区比较](../compare/side-by-side.md?z=beiyuan-gaoxinqu)" in profile(REVENUE)


def test_a_zone_that_is_run_together_with_a_district_says_so_above_its_figures() -> None:
    zone = replace(archive(Published(fact=fact(REVENUE, zone="苏州高新区"))).zones[0], name="苏州高新区")
    page = render(Archive(zones=(zone,), articles=()))["zones/beiyuan-gaoxinqu.md"]
    assert "苏州高新区与虎丘区合署，文章所报的数可能是全区的。" in page
    assert "合署" not in profile(REVENUE)


def test_no_sources_are_not_counted() -> None:
    page = render(Archive(zones=(replace(archive().zones[0], facts=()),), articles=()))["zones/beiyuan-gaoxinqu.md"]
    assert "篇来源" not in page
