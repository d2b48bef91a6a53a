"""Names that begin with a zone's: 甲高新区乙县工业园 is a park in 乙县, and not 甲高新区."""

from __future__ import annotations

from dataclasses import replace

from generator.places import Level, find_places
from generator.reading import Mention
from generator.zone_forms import base


def compounds(
    text: str, zones: tuple[Mention, ...], names: tuple[Mention, ...], bases: frozenset[str]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The zones and the names of a sentence, each zone that only begins a name of another place made part of it.

    昆山高新区先进计算产业园, which names no other place, stays a zone and a name. `bases`
    are the article's zones without their endings, which are places too.
    """
    ends = {zone.end: zone for zone in zones}
    names = tuple(name for name in names if name.end not in ends or not _is_zone(text, name, ends[name.end]))
    by_start = {mention.start: mention for mention in names}
    kept, joined = [], dict(by_start)
    for zone in zones:
        name = by_start.get(zone.end)
        if name and _elsewhere(zone.name, text[name.start : name.end], bases):
            joined[name.start] = replace(name, start=zone.start, name=text[zone.start : name.end])
        else:
            kept.append(zone)
    return tuple(kept), tuple(sorted(joined.values(), key=lambda mention: mention.start))


def _is_zone(text: str, name: Mention, zone: Mention) -> bool:
    """Whether a name is the zone that it ends in, with nothing before but places: 浙江|定海工业园区."""
    before = text[name.start : zone.start]
    if not before:
        return name.start <= zone.start
    at = 0
    for place in find_places(before):
        if place.start != at:
            return False
        at = place.end
    return at == len(before)


def _elsewhere(zone: str, name: str, bases: frozenset[str]) -> bool:
    """Does the name begin with a place that is not the zone's."""
    own = base(zone)
    if any(name[:end] in bases and name[:end] != own for end in range(2, len(name) + 1)):
        return True
    places = [match.place for match in find_places(name) if match.start == 0 and match.place.level != Level.PROVINCE]
    around = {word for match in find_places(zone) for word in (match.place.short, match.place.city)}
    return bool(places) and not {places[0].short, places[0].city} & around
