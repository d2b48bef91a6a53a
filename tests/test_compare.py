from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator import rules
from generator.compare import alone, compare, happenings, industries, partnerships, targets
from generator.compare.dates import date_words, period_end, period_words
from generator.compare.naming import shared_name, topic, topics
from generator.compare.units import converted
from generator.indicators import indicators
from generator.model import Archive, Fact, Metric, Owner, Published, Qualifier, Span, Status, Value, Zone
from tests.pages.small_archive import archive

METRIC = Metric(indicator="固定资产投资", value=57, unit="亿元", period="2023")


def reported(number: int, zone: str, subject: str = "", **fields: object) -> Published:
    content = Metric(**{**{name: getattr(METRIC, name) for name in Metric.__slots__}, **fields})  # type: ignore[arg-type]
    fact = Fact(
        id=f"m-{number}", doc="a.txt", owner=Owner(zone, subject), content=content, evidence="x", span=Span(0, 1)
    )
    return Published(fact=fact)


def archived(*facts: Published) -> Archive:
    names = dict.fromkeys(item.fact.owner.zone for item in facts)
    zones = (
        Zone(name=name, slug=f"z{place}", facts=tuple(f for f in facts if f.fact.owner.zone == name))
        for place, name in enumerate(names)
    )
    return Archive(zones=tuple(zones), articles=())


def warned(*facts: Published) -> Sequence[str]:
    (comparison,) = compare(archived(*facts))
    return comparison.warnings


def test_values_come_to_the_unit_that_most_are_written_in() -> None:
    facts = reported(1, "甲区"), reported(2, "乙区", value=300000, unit="万元"), reported(3, "丙区", value=41.5)
    (comparison,) = compare(archived(*facts))
    assert comparison.unit == "亿元"
    assert [(r.zone.name, r.value) for r in comparison.ranked] == [("甲区", 57), ("丙区", 41.5), ("乙区", 30)]
    assert comparison.warnings == ()


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        (8046, "万美元", "亿美元", 0.8046),
        (1500, "亩", "平方公里", 1),
        ((1, 2), "亿元", "万元", (10000, 20000)),
        (36, "家", "个", 36),
        (None, "亿元", "万元", None),
        (7, "只", "只", 7),
    ],
)
def test_conversion(value: Value, unit: str, target: str, expected: Value) -> None:
    assert converted(value, unit, target) == expected


def test_an_indicator_of_one_zone_is_no_comparison_but_is_listed_when_it_is_registered() -> None:
    held = archived(reported(1, "甲区"), reported(2, "甲区", period="2022"), reported(3, "甲区", indicator="灯笼数"))
    assert compare(held) == ()
    assert [(name, reading.published.fact.id) for name, reading in alone(held)] == [("固定资产投资", "m-1")]


def test_zones_are_not_mixed_with_what_is_inside_them() -> None:
    facts = reported(1, "甲区"), reported(2, "乙区", "云谷产业园"), reported(3, "丙区", "星海产业园")
    (comparison,) = compare(archived(*facts))
    assert comparison.inside
    assert [reading.published.fact.owner.subject for reading in comparison.ranked] == ["云谷产业园", "星海产业园"]


def test_money_of_two_kinds_is_not_mixed() -> None:
    assert compare(archived(reported(1, "甲区"), reported(2, "乙区", unit="亿美元"))) == ()


def test_the_latest_actual_figure_stands_for_its_zone() -> None:
    facts = (
        reported(1, "甲区", period="2021"),
        reported(2, "甲区", value=60, period="2022"),
        reported(3, "甲区", value=90, period="2025", status=Status.TARGET),
        reported(4, "乙区", value=5, period="2022"),
    )
    (comparison,) = compare(archived(*facts))
    assert [reading.published.fact.id for reading in comparison.ranked] == ["m-2", "m-4"]
    assert len(comparison.readings) == 4


def test_a_rival_that_was_not_chosen_is_left_out() -> None:
    lost = Published(fact=reported(2, "乙区").fact, chosen=False)
    assert compare(archived(reported(1, "甲区"), lost)) == ()


def test_warnings() -> None:
    first = reported(1, "甲区")
    assert warned(first, reported(2, "乙区", period="2022")) == ("各数字的时间不同",)
    assert warned(first, reported(2, "乙区", period="")) == ("有的数字原文未注明时间",)
    assert warned(first, reported(2, "乙区", status=Status.TARGET)) == ("实际数与目标数并列",)
    assert warned(first, reported(2, "乙区", qualifier=Qualifier.OVER)) == ("有的是确数，有的是约数、“超”或“不足”",)
    assert warned(first, reported(2, "乙区", indicator="全社会固定资产投资")) == (
        "原文的说法不一：全社会固定资产投资、固定资产投资",
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [("GDP", "地区生产总值"), ("规模以上工业增加值", "规上工业增加值"), ("灯笼数", "灯笼数")],
)
def test_one_name_for_one_indicator(written: str, name: str) -> None:
    assert shared_name(written) == name


@pytest.mark.parametrize(
    ("indicator", "name"),
    [("规上工业总产值", "经济规模"), ("灯笼出口额", "开放"), ("常驻博士人数", "人才"), ("灯笼数", "其他")],
)
def test_topics(indicator: str, name: str) -> None:
    assert topic(indicator).name == name


@pytest.mark.parametrize(
    ("period", "words", "end"),
    [
        ("2022", "2022年", "2022"),
        ("2022-06", "2022年6月", "2022-06"),
        ("2022-06-30", "2022年6月30日", "2022-06-30"),
        ("2025-01/2025-06", "2025年1—6月", "2025-06"),
        ("2011/2022", "2011—2022年", "2022"),
        ("2020-11/2021-03", "2020年11月—2021年3月", "2021-03"),
        ("../2023-02", "截至2023年2月", "2023-02"),
        ("2010/..", "2010年以来", "2010"),
        ("", "", ""),
    ],
)
def test_periods_in_words(period: str, words: str, end: str) -> None:
    assert period_words(period) == words
    assert period_end(period) == end


def test_what_is_no_date_is_left_as_it_is() -> None:
    assert date_words("上世纪末") == "上世纪末"


def test_matters_of_all_zones() -> None:
    held = archive()
    ((name, cells),) = industries(held)
    assert (name, [cell.zone.name for cell in cells]) == ("新材料", ["北原高新区", "南湾经开区"])
    assert [(entry.zone.name, entry.cooperation.partner, entry.other) for entry in partnerships(held)] == [
        ("北原高新区", "南湾大学", None)
    ]
    assert [entry.published.fact.id for entry in happenings(held)] == ["m-0000000006"]
    assert [entry.published.fact.id for entry in targets(held)] == ["m-0000000003"]


def test_the_sites_topics_and_key_figures_are_those_of_the_register() -> None:
    assert {entry.topic for entry in indicators()} <= {entry.name for entry in topics()}
    assert set(rules.load("presentation")["headline"]) <= {entry.name for entry in indicators()}


def test_a_zone_that_is_run_together_with_a_district_is_warned_of_beside_one_that_is_not() -> None:
    apart = "区域范围可能不同：苏州高新区与虎丘区合署，所报的数可能是全区的"
    assert warned(reported(1, "苏州高新区"), reported(2, "乙区")) == (apart,)
    assert warned(reported(1, "苏州高新区"), reported(2, "无锡高新区")) == ()


def test_every_zone_that_is_run_together_with_a_district_is_a_known_one() -> None:
    known = {zone["name"] for zone in rules.load("zones")}
    assert set(rules.load("presentation")["districts"]) <= known


def test_two_ways_to_write_a_scope_are_one() -> None:
    one, other = (
        reported(n, zone, indicator=name) for n, zone, name in ((1, "甲区", "规上产值"), (2, "乙区", "规模以上产值"))
    )
    assert warned(one, other) == ("原文的说法不一：规上产值、规模以上产值",)
