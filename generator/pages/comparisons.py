"""The comparisons: indicators, industries, cooperation, events and targets over all zones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compare import (
    Cell,
    Comparison,
    Happening,
    Partnership,
    Reading,
    alone,
    happenings,
    industries,
    partnerships,
    targets,
)
from generator.compare.dates import day_words, period_words
from generator.compare.naming import not_with, topic
from generator.model import Event, Metric, Status
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.marking import simplified
from generator.pages.rows import spoken
from generator.pages.site import Site
from generator.pages.words import Figure, figure, growth, value_text

MATRIX_ZONES = 24
"""Zones that a matrix can show side by side; above that the list alone is shown."""
NETWORK_PARTNERS = 80


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure in a comparison: in the common unit, and as it was written."""

    zone: str
    subject: str
    zone_link: str
    fact_link: str
    value: str
    share: float
    figure: Figure
    when: str
    change: str
    indicator: str
    target: bool
    best: bool


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
    """All pages of comparisons."""
    yield addresses.COMPARE, _overview(site)
    for comparison in site.comparisons:
        yield site.indicator_pages[comparison.name, comparison.unit, comparison.inside], _indicator(site, comparison)
    yield addresses.INDUSTRIES, _industries(site)
    yield addresses.COOPERATION, _cooperation(site)
    yield addresses.TIMELINE, _timeline(site)
    yield addresses.TARGETS, _targets(site)


def bars(site: Site, page: str, comparison: Comparison) -> tuple[Bar, ...]:
    """The readings of a comparison as a page shows them, in their order; shares are of the largest ranked one."""
    most = max((reading.size for reading in comparison.ranked), default=0) or 1
    return tuple(_bar(site, page, reading, reading.size / most) for reading in comparison.readings)


def _bar(site: Site, page: str, reading: Reading, share: float) -> Bar:
    fact = reading.published.fact
    return Bar(
        zone=reading.zone.name,
        subject=fact.owner.subject,
        zone_link=site.zone_link(page, reading.zone),
        fact_link=site.fact_link(page, fact.id),
        value=value_text(reading.value),
        share=max(0.0, min(1.0, share)),
        figure=figure(reading.metric, simplified(fact.evidence)),
        when=period_words(reading.metric.period),
        change=growth(reading.metric.change),
        indicator=reading.metric.indicator,
        target=reading.metric.status is Status.TARGET,
        best=reading.best,
    )


Group = tuple[str, tuple[tuple[Comparison, str, tuple[Bar, ...]], ...]]


def _overview(site: Site) -> str:
    page = addresses.COMPARE
    single = [(name, _bar(site, page, reading, 1.0), topic(name).name) for name, reading in alone(site.archive)]
    return (
        environment()
        .get_template("compare.md.j2")
        .render(
            groups=_groups(site, page, inside=False),
            inside=_groups(site, page, inside=True),
            single=single,
            to={name: addresses.link(page, getattr(addresses, name)) for name in WAYS},
        )
    )


def _groups(site: Site, page: str, inside: bool) -> tuple[Group, ...]:
    groups: dict[str, list[tuple[Comparison, str, tuple[Bar, ...]]]] = {}
    for comparison in site.comparisons:
        if comparison.inside is inside:
            shown = (comparison, site.comparison_link(page, comparison), bars(site, page, comparison))
            groups.setdefault(comparison.topic.name, []).append(shown)
    return tuple((name, tuple(group)) for name, group in groups.items())


WAYS = ("INDUSTRIES", "COOPERATION", "TIMELINE", "TARGETS")


def _apart(site: Site, page: str, comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Indicators that look like this one, with the address of their comparison where there is one."""
    pages = {c.name: site.comparison_link(page, c) for c in site.comparisons if c.inside is comparison.inside}
    return tuple((name, pages.get(name, "")) for name in not_with(comparison.name))


def _indicator(site: Site, comparison: Comparison) -> str:
    page = site.indicator_pages[comparison.name, comparison.unit, comparison.inside]
    shown = bars(site, page, comparison)
    return (
        environment()
        .get_template("indicator.md.j2")
        .render(
            comparison=comparison,
            bars=shown,
            ranked=tuple(bar for bar in shown if bar.best),
            apart=_apart(site, page, comparison),
            back=addresses.link(page, addresses.COMPARE),
        )
    )


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
        return figure(entry.content, entry.published.fact.evidence)
    return Figure("", spoken(entry.content), "", "", "")
