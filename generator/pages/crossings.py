"""What all zones have in one list: industries, cooperation, events and targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compare import Cell, Happening, Partnership, happenings, industries, partnerships, targets
from generator.compare.dates import day_words, period_words
from generator.model import Event, Metric
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.marking import simplified
from generator.pages.rows import spoken
from generator.pages.site import Site
from generator.pages.words import Figure, figure

MATRIX_ZONES = 24
"""Zones that a matrix can show side by side; above that the list alone is shown."""
NETWORK_PARTNERS = 80
"""Partners that a picture can show; the list has all."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact in a list over all zones."""

    zone: str
    zone_link: str
    link: str
    when: str
    text: str
    tag: str
    subject: str


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The four pages."""
    yield addresses.INDUSTRIES, _industries(site)
    yield addresses.COOPERATION, _cooperation(site)
    yield addresses.TIMELINE, _timeline(site)
    yield addresses.TARGETS, _targets(site)


def _industries(site: Site) -> str:
    page = addresses.INDUSTRIES
    found = industries(site.archive)
    zones = tuple(zone for zone in site.profiles() if any(cell.zone is zone for _, cells in found for cell in cells))
    listed = tuple((name, tuple(_place(site, page, cell) for cell in cells)) for name, cells in found)
    shared = tuple((name, {entry.slug: entry for entry in cells}) for name, cells in listed if len(cells) > 1)
    return (
        environment()
        .get_template("industries.md.j2")
        .render(
            zones=tuple((zone.name, zone.slug, site.zone_link(page, zone)) for zone in zones),
            shared=shared if len(zones) <= MATRIX_ZONES else (),
            listed=listed,
        )
    )


@dataclass(frozen=True, slots=True)
class Place:
    """An industry in a zone, as the matrix and the list show it."""

    zone: str
    slug: str
    role: str
    link: str


def _place(site: Site, page: str, cell: Cell) -> Place:
    return Place(
        zone=cell.zone.name,
        slug=cell.zone.slug,
        role=cell.industry.role.value,
        link=site.fact_link(page, cell.published.fact.id),
    )


def _cooperation(site: Site) -> str:
    page = addresses.COOPERATION
    found = partnerships(site.archive)
    told = tuple((_told_partnership(site, page, entry), _partner_link(site, page, entry)) for entry in found)
    return environment().get_template("cooperation.md.j2").render(told=told, network=network(found))


def _told_partnership(site: Site, page: str, entry: Partnership) -> Told:
    return Told(
        zone=entry.zone.name,
        zone_link=site.zone_link(page, entry.zone),
        link=site.fact_link(page, entry.published.fact.id),
        when=period_words(entry.cooperation.date),
        text=entry.cooperation.partner,
        tag=entry.cooperation.type.value,
        subject=entry.cooperation.about,
    )


def _partner_link(site: Site, page: str, entry: Partnership) -> str:
    return site.zone_link(page, entry.other) if entry.other else ""


@dataclass(frozen=True, slots=True)
class Network:
    """Zones at the left, partners at the right, a line for each cooperation. Places count from 0 at the top."""

    zones: tuple[str, ...]
    partners: tuple[str, ...]
    lines: tuple[tuple[int, int, int], ...]


def network(found: tuple[Partnership, ...]) -> Network:
    """The cooperations as a picture: partners beside the zones they work with; lines are (zone, partner, times)."""
    zones = tuple(dict.fromkeys(entry.zone.name for entry in found))
    places: dict[str, list[int]] = {}
    for entry in found:
        name = entry.other.name if entry.other else entry.cooperation.partner
        places.setdefault(name, []).append(zones.index(entry.zone.name))
    ordered = sorted(places, key=lambda name: (sum(places[name]) / len(places[name]), name))[:NETWORK_PARTNERS]
    lines = [
        (zone, place, places[name].count(zone))
        for place, name in enumerate(ordered)
        for zone in sorted(set(places[name]))
    ]
    return Network(zones, tuple(ordered), tuple(lines))


def _timeline(site: Site) -> str:
    page = addresses.TIMELINE
    years: dict[str, list[Told]] = {}
    for entry in happenings(site.archive):
        told = _told(site, page, entry)
        date = entry.content.date if isinstance(entry.content, Event) else ""
        years.setdefault(date[:4] or "时间未注明", []).append(told)
    return (
        environment().get_template("timeline.md.j2").render(years=tuple((y, tuple(told)) for y, told in years.items()))
    )


def _targets(site: Site) -> str:
    page = addresses.TARGETS
    return (
        environment()
        .get_template("targets.md.j2")
        .render(told=tuple((_told(site, page, entry), _level(entry)) for entry in targets(site.archive)))
    )


def _told(site: Site, page: str, entry: Happening) -> Told:
    content, fact = entry.content, entry.published.fact
    metric = isinstance(content, Metric)
    return Told(
        zone=entry.zone.name,
        zone_link=site.zone_link(page, entry.zone),
        link=site.fact_link(page, fact.id),
        when=period_words(content.period) if isinstance(content, Metric) else day_words(content.date),
        text=content.indicator if isinstance(content, Metric) else content.title,
        tag="" if metric or not isinstance(content, Event) else content.type.value,
        subject=fact.owner.subject,
    )


def _level(entry: Happening) -> Figure:
    if isinstance(entry.content, Metric):
        return figure(entry.content, simplified(entry.published.fact.evidence))
    return Figure("", spoken(entry.content), "", "", "")
