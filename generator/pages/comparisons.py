"""Figures by indicator: the overview, and a page for each indicator that several zones report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from generator.compare import Comparison, Reading, alone
from generator.compare.dates import period_words
from generator.compare.naming import not_with, topic
from generator.model import Status
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.marking import simplified
from generator.pages.paging import Leaf, leaves
from generator.pages.site import Site
from generator.pages.words import Figure, figure, growth, value_text


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
BARS = 40
"""Figures that a picture shows, the largest."""


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The overview of all indicators, and for each that several zones report a page, or several where it is long."""
    yield addresses.COMPARE, _overview(site)
    for comparison in site.comparisons:
        first = site.indicator_pages[comparison.name, comparison.unit, comparison.inside]
        for leaf in leaves(first, comparison.readings, LINES):
            shown = (leaf, comparison, _apart(site, leaf.path, comparison))
            yield leaf.path, site.once(leaf.path, shown, partial(_indicator, shown))


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


def _groups(site: Site, page: str, inside: bool) -> tuple[tuple[str, tuple[Ends, ...]], ...]:
    groups: dict[str, list[Ends]] = {}
    for comparison in site.comparisons:
        if comparison.inside is inside:
            largest, smallest = bars(site, page, (comparison.ranked[0], comparison.ranked[-1]), 1)
            shown = (comparison, site.comparison_link(page, comparison), largest, smallest)
            groups.setdefault(comparison.topic.name, []).append(shown)
    return tuple((name, tuple(group)) for name, group in groups.items())


WAYS = ("BESIDE", "MATRIX", "INDUSTRIES", "HONOURS", "COOPERATION", "TIMELINE", "TARGETS")


def _apart(site: Site, page: str, comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Indicators that look like this one, with the address of their comparison where there is one."""
    pages = {c.name: site.comparison_link(page, c) for c in site.comparisons if c.inside is comparison.inside}
    return tuple((name, pages.get(name, "")) for name in not_with(comparison.name))


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
