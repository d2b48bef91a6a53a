"""Figures by indicator: the overview, and a page for each indicator that several zones report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from generator.compare import Comparison, Reading, alone
from generator.compare.dates import period_words
from generator.compare.naming import Topic, not_with, topic
from generator.model import Status
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.marking import simplified
from generator.pages.paging import Leaf, leaves
from generator.pages.site import Site
from generator.pages.words import Figure, figure, growth, value_text
from generator.tree import File


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


LINES = 150
"""Figures that one page lists."""
SHOWN = 20
"""Indicators of a topic that the overview lists, those that most zones report; of more there is a list by itself."""
FOLDER = "compare/topics"
BARS = 40
"""Figures that a picture shows, the largest."""


def render(site: Site) -> Iterator[tuple[str, str | File]]:
    """The overview of all indicators, and for each that several zones report a page, or several where it is long."""
    yield from _overview(site)
    for comparison in site.comparisons:
        first = site.indicator_pages[comparison.name, comparison.unit, comparison.inside]
        for leaf in leaves(first, comparison.readings, LINES):
            apart = _apart(site, leaf.path, comparison)
            make = partial(_indicator, (leaf, comparison, apart))
            yield leaf.path, site.page(leaf.path, (comparison, leaf.number, leaf.paths, apart), make)


def bars(site: Site, page: str, readings: Iterable[Reading], most: float) -> tuple[Bar, ...]:
    """Readings of a comparison as a page shows them, in their order; shares are of `most`."""
    return tuple(_bar(site, page, reading, reading.size / (most or 1)) for reading in readings)


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


Ends = tuple[Comparison, str, Bar, Bar]
"""A comparison with its address, its largest and its smallest figure."""


@dataclass(frozen=True, slots=True)
class Group:
    """The comparisons of a topic on the overview: those that most zones report, and the page with all of them."""

    topic: Topic
    shown: tuple[Ends, ...]
    total: int
    link: str


def _overview(site: Site) -> Iterator[tuple[str, str]]:
    """The overview, and a list of its own, or several pages, for each topic that it has no room for."""
    page = addresses.COMPARE
    single = [(name, _bar(site, page, reading, 1.0), topic(name).name) for name, reading in alone(site.archive)]
    grouped = {inside: _by_topic(site, inside) for inside in (False, True)}
    yield (
        page,
        environment()
        .get_template("compare.md.j2")
        .render(
            groups=[_group(site, about, found, inside=False) for about, found in grouped[False].items()],
            inside=[_group(site, about, found, inside=True) for about, found in grouped[True].items()],
            single=single,
            to={name: addresses.link(page, getattr(addresses, name)) for name in WAYS},
        ),
    )
    for inside, groups in grouped.items():
        for about, found in groups.items():
            if len(found) > SHOWN:
                yield from _listed(site, about, found, inside)


def _group(site: Site, about: Topic, found: Sequence[Comparison], inside: bool) -> Group:
    most = set(sorted(range(len(found)), key=lambda place: (-found[place].zones, place))[:SHOWN])
    shown = tuple(_ends(site, addresses.COMPARE, found[place]) for place in sorted(most))
    link = addresses.link(addresses.COMPARE, _list_page(about, inside)) if len(found) > SHOWN else ""
    return Group(about, shown, len(found), link)


def _listed(site: Site, about: Topic, found: Sequence[Comparison], inside: bool) -> Iterator[tuple[str, str]]:
    for leaf in leaves(_list_page(about, inside), found, LINES):
        shown = tuple(_ends(site, leaf.path, comparison) for comparison in leaf.entries)
        back = addresses.link(leaf.path, addresses.COMPARE)
        template = environment().get_template("topic.md.j2")
        yield (
            leaf.path,
            template.render(topic=about, inside=inside, leaf=leaf, shown=shown, total=len(found), back=back),
        )


def _list_page(about: Topic, inside: bool) -> str:
    return f"{FOLDER}/{about.id}{'-inside' if inside else ''}.md"


def _by_topic(site: Site, inside: bool) -> dict[Topic, list[Comparison]]:
    groups: dict[Topic, list[Comparison]] = {}
    for comparison in site.comparisons:
        if comparison.inside is inside:
            groups.setdefault(comparison.topic, []).append(comparison)
    return groups


def _ends(site: Site, page: str, comparison: Comparison) -> Ends:
    largest, smallest = bars(site, page, (comparison.ranked[0], comparison.ranked[-1]), 1)
    return comparison, site.comparison_link(page, comparison), largest, smallest


WAYS = ("BESIDE", "MATRIX", "INDUSTRIES", "HONOURS", "COOPERATION", "TIMELINE", "TARGETS")


def _apart(site: Site, page: str, comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Indicators that look like this one, with the address of their comparison where there is one."""
    alike = not_with(comparison.name)
    known = {c.name: c for c in site.comparisons if c.name in alike and c.inside is comparison.inside} if alike else {}
    return tuple((name, site.comparison_link(page, known[name]) if name in known else "") for name in alike)


def _indicator(about: tuple[Leaf[Reading], Comparison, tuple[tuple[str, str], ...]], site: Site) -> str:
    leaf, comparison, apart = about
    ranked = comparison.ranked
    most = max((reading.size for reading in ranked), default=0)
    return (
        environment()
        .get_template("indicator.md.j2")
        .render(
            comparison=comparison,
            leaf=leaf,
            bars=bars(site, leaf.path, leaf.entries, most),
            drawn=bars(site, leaf.path, ranked[:BARS], most) if leaf.number == 1 else (),
            ranked=len(ranked),
            apart=apart,
            back=addresses.link(leaf.path, addresses.COMPARE),
            slug=PurePosixPath(leaf.paths[0]).stem,
        )
    )
