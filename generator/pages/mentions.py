"""Zones that are only mentioned: what articles say of them in passing, by province, on pages of bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Zone
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.rows import rows
from generator.pages.site import Site
from generator.pages.whereabouts import by_province, mentioned_lists

NAMED = 12
"""Zones of a province that the list of zones names; the province's own page has them all."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The zones of a province that are only mentioned, as another page leads to them: some by name, and how many."""

    province: str
    link: str
    named: tuple[tuple[str, str], ...]
    zones: int


def by_province_named(site: Site, page: str) -> tuple[Mentioned, ...]:
    """The zones that are only mentioned, by province, as a page leads to them."""
    return tuple(named(site, page, name, found) for name, found in by_province(site.mentioned()).items())


def named(site: Site, page: str, province: str, zones: Sequence[Zone]) -> Mentioned:
    """These zones of a province, as a page leads to them."""
    first = addresses.link(page, site.zone_page(zones[0]))
    some = tuple((zone.name, site.zone_link(page, zone)) for zone in zones[:NAMED])
    return Mentioned(province, first, some, len(zones))


def render(site: Site) -> Iterator[tuple[str, str]]:
    """A page for each province that has such a zone; several where it has many."""
    template = environment().get_template("mentioned.md.j2")
    for name, leaves in mentioned_lists(site.mentioned()).items():
        zones = sum(len(leaf.entries) for leaf in leaves)
        for leaf in leaves:
            shown = tuple((zone, other_names(zone), rows(site, leaf.path, zone.facts)) for zone in leaf.entries)
            up = addresses.link(leaf.path, addresses.ZONES)
            yield leaf.path, template.render(name=name, leaf=leaf, zones=zones, mentioned=shown, up=up)


def other_names(zone: Zone) -> tuple[str, ...]:
    """What a zone is called besides its name."""
    return tuple(alias for alias in dict.fromkeys(zone.aliases) if alias != zone.name)
