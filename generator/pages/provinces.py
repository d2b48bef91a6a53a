"""Provinces as a way in: a picture of tiles, one a province, and the zones of each on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from generator import rules
from generator.pages import addresses
from generator.pages.entries import zone_entry
from generator.pages.environment import environment
from generator.pages.mentions import named
from generator.pages.paging import leaves
from generator.pages.site import Site
from generator.pages.whereabouts import by_province, province_id

STEPS = 4
"""Shades of tiles."""
LINES = 150
"""Zones on one page."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A province: its place in the picture from 1 (0 for none), how many zones, how dark, and its page."""

    name: str
    column: int
    row: int
    zones: int
    shade: int
    link: str


def tiles(site: Site, page: str) -> tuple[Tile, ...]:
    """All provinces as a page shows them, and at the end the zones whose province is not known, where there are any."""
    grouped = by_province(site.profiles())
    places = {entry["name"]: entry["at"] for entry in rules.load("presentation")["tiles"]}
    most = max((len(zones) for name, zones in grouped.items() if name in places), default=0)
    made = []
    for name in (*places, *(name for name in grouped if name not in places)):
        zones = len(grouped.get(name, ()))
        column, row = places.get(name, (0, 0))
        link = addresses.link(page, _path(name)) if zones else ""
        made.append(Tile(name, column, row, zones, min(STEPS, ceil(STEPS * zones / most)) if most else 0, link))
    return tuple(made)


def render(site: Site) -> Iterator[tuple[str, str]]:
    """A page for each province that has a zone; several where it has many."""
    template = environment().get_template("province.md.j2")
    mentioned = by_province(site.mentioned())
    for name, zones in by_province(site.profiles()).items():
        for leaf in leaves(_path(name), zones, LINES):
            yield (
                leaf.path,
                template.render(
                    name=name,
                    leaf=leaf,
                    zones=len(zones),
                    entries=tuple(zone_entry(site, leaf.path, zone) for zone in leaf.entries),
                    up=addresses.link(leaf.path, addresses.ZONES),
                    root=addresses.root(leaf.path),
                    mentioned=named(site, leaf.path, name, mentioned[name]) if name in mentioned else None,
                ),
            )


def _path(name: str) -> str:
    return f"zones/provinces/{province_id(name)}.md"
