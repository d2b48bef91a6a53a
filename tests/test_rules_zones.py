"""The list of zones says each thing once, places every zone, and is as long as the official lists allow."""

from collections import Counter
from itertools import groupby

import pytest

from generator import rules
from generator.places import Level, places
from generator.zones import known_zones

ZONES = rules.load("zones")
KEYS = {"name", "full", "aliases", "former", "province", "city", "level", "slug"}
LEVELS = ("国家级新区", "国家高新区", "国家级经开区", "省级高新区", "国家高新区分园", "国家自主创新示范区")
OFFICIAL = {"国家级新区": 19, "国家高新区": 178, "国家级经开区": 232, "国家自主创新示范区": 23}
"""How many there are of each level by the official lists; ours may lack what could not be checked."""


def names(zone: dict) -> set[str]:
    return {zone["name"], zone["full"], *zone.get("aliases", ()), *zone.get("former", ())}


def test_no_name_stands_for_two_zones() -> None:
    counted = Counter(name for zone in ZONES for name in names(zone))
    assert [name for name, times in counted.items() if times > 1] == []


def test_aliases_add_something() -> None:
    for zone in ZONES:
        told = [zone["name"], *zone.get("aliases", ()), *zone.get("former", ())]
        assert len(told) == len(set(told)), zone["name"]
        assert zone["full"] not in told[1:], zone["name"]


@pytest.mark.parametrize("zone", ZONES, ids=lambda zone: zone["name"])
def test_an_entry_is_whole(zone: dict) -> None:
    assert set(zone) <= KEYS
    assert all(isinstance(name, str) and len(name) > 1 and name == name.strip() for name in names(zone))
    assert zone["level"] in LEVELS
    province, city = places()[zone["province"]], places()[zone["city"]]
    assert province.level is Level.PROVINCE
    assert city.province == zone["province"]


def test_levels_come_one_after_the_other_and_provinces_too() -> None:
    order = [(zone["level"], zone["province"]) for zone in ZONES]
    assert [level for level, _ in groupby(level for level, _ in order)] == list(LEVELS)
    blocks = [block for block, _ in groupby(order)]
    for level in ("国家高新区", "国家级经开区"):
        mine = [block for block in blocks if block[0] == level]
        assert len(mine) == len(set(mine)), level


def test_counts_of_each_level() -> None:
    counts = Counter(zone["level"] for zone in ZONES)
    assert counts == {
        "国家级新区": 19,
        "国家高新区": 175,
        "国家级经开区": 228,
        "省级高新区": 1,
        "国家高新区分园": 17,
        "国家自主创新示范区": 20,
    }
    assert all(counts[level] <= most for level, most in OFFICIAL.items())


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("武汉东湖新技术开发区", "东湖高新区"),
        ("光谷", "东湖高新区"),
        ("广州经济技术开发区", "广州开发区"),
        ("秦皇岛经济技术开发区", "秦皇岛开发区"),
        ("合肥高新技术产业开发区", "合肥高新区"),
        ("嘉兴科技城", "南湖高新区"),
        ("铜山经济开发区", "徐州高新区"),
        ("青岛西海岸新区", "西海岸新区"),
        ("南京江北新区", "江北新区"),
        ("广州南沙新区", "南沙新区"),
        ("威海高新区", "威海火炬高新区"),
        ("株洲国家高新技术产业开发区", "株洲高新区"),
        ("昆山国家级经济技术开发区", "昆山经开区"),
        ("苏南国家自主创新示范区", "苏南自创区"),
        ("武汉东湖国家自主创新示范区", "东湖高新区"),
    ],
)
def test_zones_are_known_by_what_they_are_called(name: str, usual: str) -> None:
    assert known_zones()[name].name == usual
