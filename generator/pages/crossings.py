"""What all zones have in one list: industries, honours and cooperation. Long lists go on over several pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.compare import Cell, Partnership, honours, industries, partnerships
from generator.compare.dates import date_words, period_words
from generator.model import Honour, Industry
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.paging import leaves
from generator.pages.rows import rank_words
from generator.pages.site import Site

MATRIX_ZONES = 12
"""Zones that a matrix can show side by side; above that the list alone is shown."""
NETWORK_ZONES = 24
"""Zones that a picture can show, those with most partners; the list has all."""
NETWORK_PARTNERS = 80
"""Partners that a picture can show; the list has all."""
LINES = 150
"""Cooperations on one page."""
NAMES = 80
"""Lines of names, each with its zones, on one page."""
NAMED = 12
"""Zones on one line of a list."""


@dataclass(frozen=True, slots=True)
class Place:
    """An industry or an honour in a zone, as a list shows it; `beside` is its role, or its rank and time."""

    zone: str
    slug: str
    beside: str
    link: str


@dataclass(frozen=True, slots=True)
class Told:
    """A cooperation in the list over all zones; `partner_link` is empty for a partner that is no zone."""

    zone: str
    zone_link: str
    partner: str
    partner_link: str
    kind: str
    link: str
    when: str
    about: str


Line = tuple[str, tuple[Cell, ...]]


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The pages of the three lists."""
    yield from _named(site, addresses.INDUSTRIES, "industries.md.j2", industries(site.archive))
    yield from _named(site, addresses.HONOURS, "honours.md.j2", honours(site.archive))
    yield from _cooperation(site)


def _named(site: Site, first: str, template: str, found: tuple[Line, ...]) -> Iterator[tuple[str, str]]:
    """A list of names with the zones that have them; a matrix before it where few zones share any."""
    names = {cell.zone.name for _, cells in found if len(cells) > 1 for cell in cells}
    zones = tuple(zone for zone in site.archive.zones if zone.name in names)
    shared = tuple(line for line in found if len(line[1]) > 1) if len(zones) <= MATRIX_ZONES else ()
    lines = [
        (name, start, cells[start : start + NAMED]) for name, cells in found for start in range(0, len(cells), NAMED)
    ]
    for leaf in leaves(first, lines, NAMES):
        page = leaf.path
        yield (
            page,
            environment()
            .get_template(template)
            .render(
                leaf=leaf,
                zones=tuple((zone.name, zone.slug, site.zone_link(page, zone)) for zone in zones),
                shared=tuple((name, {c.zone.slug: _place(site, page, c) for c in cells}) for name, cells in shared)
                if leaf.number == 1
                else (),
                listed=tuple(
                    (name, start, tuple(_place(site, page, cell) for cell in cells))
                    for name, start, cells in leaf.entries
                ),
            ),
        )


def _place(site: Site, page: str, cell: Cell) -> Place:
    return Place(
        zone=cell.zone.name,
        slug=cell.zone.slug,
        beside=_beside(cell.content),
        link=site.fact_link(page, cell.published.fact.id),
    )


def _beside(content: Industry | Honour) -> str:
    if isinstance(content, Industry):
        return content.role.value
    return " ".join(part for part in (date_words(content.date), rank_words(content)) if part)


def _cooperation(site: Site) -> Iterator[tuple[str, str]]:
    found = partnerships(site.archive)
    drawn = network(found)
    for leaf in leaves(addresses.COOPERATION, found, LINES):
        told = tuple(_told(site, leaf.path, entry) for entry in leaf.entries)
        yield (
            leaf.path,
            environment().get_template("cooperation.md.j2").render(leaf=leaf, told=told, network=drawn),
        )


def _told(site: Site, page: str, entry: Partnership) -> Told:
    return Told(
        zone=entry.zone.name,
        zone_link=site.zone_link(page, entry.zone),
        partner=entry.cooperation.partner,
        partner_link=site.zone_link(page, entry.other) if entry.other else "",
        kind=entry.cooperation.type.value,
        link=site.fact_link(page, entry.published.fact.id),
        when=period_words(entry.cooperation.date),
        about=entry.cooperation.about,
    )


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner at the right of the picture; `zone` tells whether it is a zone itself."""

    name: str
    zone: bool


@dataclass(frozen=True, slots=True)
class Network:
    """Zones at the left, partners at the right, a line for each pair. Places count from 0 at the top.

    Lines are (zone, partner, how often). `left_out` counts the zones that there is no room for.
    """

    zones: tuple[str, ...]
    partners: tuple[Partner, ...]
    lines: tuple[tuple[int, int, int], ...]
    left_out: int

    @property
    def description(self) -> str:
        """The picture in words."""
        return "；".join(f"{self.zones[zone]}与{self.partners[partner].name}" for zone, partner, _ in self.lines)


def network(found: tuple[Partnership, ...]) -> Network:
    """The cooperations as a picture: partners beside the zones they work with, two zones in one line whoever tells."""
    counted: Counter[tuple[str, Partner]] = Counter()
    for entry in found:
        pair = (
            entry.zone.name,
            Partner(entry.other.name if entry.other else entry.cooperation.partner, bool(entry.other)),
        )
        turned = pair[1].name, Partner(pair[0], True)
        counted[turned if turned in counted else pair] += 1
    every = tuple(dict.fromkeys(zone for zone, _ in counted))
    busiest = sorted(every, key=lambda name: -sum(zone == name for zone, _ in counted))[:NETWORK_ZONES]
    zones = tuple(name for name in every if name in busiest)
    places: dict[Partner, list[int]] = {}
    for zone, partner in counted:
        if zone in busiest:
            places.setdefault(partner, []).append(zones.index(zone))
    ordered = sorted(places, key=lambda one: (sum(places[one]) / len(places[one]), one.name, one.zone))
    partners = tuple(ordered[:NETWORK_PARTNERS])
    lines = tuple(
        (zone, place, counted[zones[zone], partner])
        for place, partner in enumerate(partners)
        for zone in sorted(places[partner])
    )
    return Network(zones, partners, lines, len(every) - len(zones))
