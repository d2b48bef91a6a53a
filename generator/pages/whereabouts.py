"""What identifies a zone in a word, its province above all; and the pages by province of those that have none alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator import rules
from generator.model import Attribute, Identity, Zone
from generator.pages.paging import Leaf, bound, packed
from generator.places import Level, places

LONGEST_CITY = 8
"""Characters that a city's name may have."""
UNKNOWN = "省份未注明"
UNKNOWN_ID = "unknown"
MENTIONED = "zones/mentioned"
"""The folder of the pages that tell of zones without a profile."""
LINES = 120
"""Facts on one page of zones that are only mentioned; each has few."""


def by_province(zones: Iterable[Zone]) -> dict[str, list[Zone]]:
    """Zones by province in the order of the map's tiles, each province's in the order given; the unknown at the end."""
    found: dict[str, list[Zone]] = {name: [] for name in (*_ids(), UNKNOWN)}
    for zone in zones:
        name = province(zone)
        found[name if name in found else UNKNOWN].append(zone)
    return {name: known for name, known in found.items() if known}


def province_id(name: str) -> str:
    """A province's part in addresses."""
    return _ids().get(name, UNKNOWN_ID)


@cache
def _ids() -> dict[str, str]:
    return {entry["name"]: entry["id"] for entry in rules.load("presentation")["tiles"]}


def mentioned_lists(zones: Iterable[Zone]) -> dict[str, tuple[Leaf[Zone], ...]]:
    """The pages of each province for zones that are only mentioned."""
    return {
        name: bound(f"{MENTIONED}/{province_id(name)}.md", tuple(packed(((z, len(z.facts)) for z in found), LINES)))
        for name, found in by_province(zones).items()
    }


def mentioned_homes(zones: Iterable[Zone]) -> dict[str, str]:
    """The page that tells of each of these zones, by the zone's name."""
    every = (leaf for leaves in mentioned_lists(zones).values() for leaf in leaves)
    return {zone.name: leaf.path for leaf in every for zone in leaf.entries}


def identity(zone: Zone, attribute: Attribute) -> tuple[str, ...]:
    """What articles and people say of one attribute of the zone itself, each value once."""
    return tuple(
        dict.fromkeys(
            item.fact.content.value
            for item in zone.facts
            if isinstance(item.fact.content, Identity)
            and item.fact.content.attribute is attribute
            and item.chosen
            and not item.fact.owner.subject
        )
    )


def province(zone: Zone) -> str:
    """The zone's province by its facts, else by the register of zones, else by the city that it names; else empty."""
    named = identity(zone, Attribute.PROVINCE)
    if not named:
        return _registered().get(zone.name) or _by_city(zone)
    for ending in ("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区", "省", "市"):
        if named[0].endswith(ending):
            return named[0].removesuffix(ending)
    return named[0]


def _by_city(zone: Zone) -> str:
    """The province of the city that a fact tells, or that the zone's own name begins with."""
    starts = (zone.name[:end] for end in range(LONGEST_CITY, 1, -1))
    for name in (*identity(zone, Attribute.CITY), *starts):
        place = places().get(name)
        if place and place.level <= Level.CITY:
            return place.province
    return ""


@cache
def _registered() -> dict[str, str]:
    return {str(zone["name"]): str(zone.get("province") or "") for zone in rules.load("zones")}
