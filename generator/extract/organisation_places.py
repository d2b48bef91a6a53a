"""Whether a name holds a place that is not its zone's: 西安…研究院 in an article on 烟台高新区."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator import rules
from generator.names.places import Level, Place, own_places, places
from generator.zone_forms import base

SHORTEST_BASE = 2
Homes = dict[str, tuple[str, str]]
"""Zones to the province and the city that they lie in."""


@cache
def homes_of_zones() -> Homes:
    """Province and city of each zone that the rules know."""
    return {zone["name"]: (zone.get("province", ""), zone.get("city", "")) for zone in rules.load("zones")}


def is_elsewhere(name: str, zone: str, homes: Homes) -> bool:
    """Whether the name holds a place of another province or city and none of the zone's own."""
    home = _home(zone, homes)
    if not home.province:
        return False
    if len(own := base(zone)) >= SHORTEST_BASE and own in name:
        return False
    found = list(_places_in(name, home))
    return bool(found) and not any(_near(place, home) for place in found)


def _near(place: Place, home: Place) -> bool:
    return place.province == home.province and (place.city in ("", home.city) or not home.city)


def _home(zone: str, homes: Homes) -> Place:
    if zone in homes:
        return Place(zone, zone, Level.CITY, *homes[zone])
    for start in (0, 2, 3):
        for size in range(5, 1, -1):
            place = places().get(zone[start : start + size])
            if place:
                return place
    return Place(zone, zone, Level.CITY, "", "")


def _places_in(name: str, home: Place) -> Iterator[Place]:
    """The places in a name; counties of elsewhere only with their 市 or 县, since many are common words."""
    at, known, starts = 0, places(), _place_starts()
    while at < len(name) - 1:
        for size in range(6, 1, -1) if name[at : at + 2] in starts else ():
            form = name[at : at + size]
            place = known.get(form)
            if place and (place.level < Level.COUNTY or _certain(form) or _near(place, home)):
                yield place
                at += size - 1
                break
        at += 1


@cache
def _place_starts() -> frozenset[str]:
    """The two letters that a place's name begins with."""
    return frozenset(name[:2] for name in places())


def _certain(form: str) -> bool:
    return form in own_places() or form[-1] in "省市县"
