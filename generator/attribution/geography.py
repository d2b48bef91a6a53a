"""Which of an article's zones a name belongs to, by the place that stands in the name.

成都某某公司 in an article on 成都高新区 and 昆山高新区 is in 成都高新区, wherever in the text it comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.places import Level, find_places
from generator.zone_forms import base
from generator.zones import known_zones


@dataclass(frozen=True)
class Geography:
    """The zones of an article, in the order of their names."""

    zones: tuple[str, ...]

    @classmethod
    def of(cls, zones: Iterable[str]) -> Geography:
        """The geography of these zones."""
        return cls(tuple(sorted(set(zones))))

    @cached_property
    def _homes(self) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        """For each zone the places in its own name, and those around it."""
        return {zone: (frozenset([*_named(zone), base(zone)]), _around(zone)) for zone in self.zones}

    def called(self, word: str, zone: str) -> str:
        """The zone that a bare word (开发区) means where this zone is spoken of: it, or the only one so called."""
        if zone.endswith(word):
            return zone
        fitting = [one for one in self.zones if one.endswith(word)]
        return fitting[0] if len(fitting) == 1 else zone

    def based(self, word: str) -> str:
        """The only zone called by this word and an ending, 泰兴经开区 by 泰兴; empty where none or several are."""
        fitting = [zone for zone in self.zones if base(zone) == word]
        return fitting[0] if len(fitting) == 1 and len(self.zones) > 1 else ""

    def _places(self, name: str) -> list[str]:
        """Where a name says that it is: its places, else what a zone is called without its ending.

        A zone at its beginning gave it its name and is not where it is.
        """
        sponsor = next((zone for zone in self.zones if name.startswith(zone)), "")
        own = name.removeprefix(sponsor)
        return _named(own) or [one for one in self._bases if one in own] or _named(name)

    @cached_property
    def _bases(self) -> list[str]:
        return [one for one in map(base, self.zones) if len(one) > 1]

    def home(self, name: str) -> str:
        """The one zone that lies where this name says; empty where none or several do."""
        if len(self.zones) < 2:
            return ""
        for place in reversed(self._places(name)):
            for part in (0, 1):
                fitting = [zone for zone, homes in self._homes.items() if place in homes[part]]
                if len(fitting) == 1:
                    return fitting[0]
        return ""


def _named(name: str) -> list[str]:
    """The places in a name, without provinces; of two the later is where it stands (甲市乙园丙市分园)."""
    places = [match.place for match in find_places(name)]
    return [place.short for place in places if place.level != Level.PROVINCE or place.name.endswith("市")]


def _around(zone: str) -> frozenset[str]:
    places = {match.place for match in find_places(zone)}
    around = {place.city for place in places} | {place.short for place in places}
    entry = known_zones().get(zone)
    if entry:
        around |= {entry.city, entry.province if entry.province in MUNICIPALITIES else ""}
    return frozenset(around - {""})


MUNICIPALITIES = frozenset({"北京", "天津", "上海", "重庆"})
