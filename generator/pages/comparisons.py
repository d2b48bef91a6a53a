"""Figures by indicator: the overview, and a page for each indicator that several zones report."""

from __future__ import annotations

from collections.abc import Iterator
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


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The overview of all indicators and a page for each that several zones report."""
    yield addresses.COMPARE, _overview(site)
    for comparison in site.comparisons:
        page = site.indicator_pages[comparison.name, comparison.unit, comparison.inside]
        shown = (page, comparison, _apart(site, page, comparison))
        yield page, site.once(page, shown, partial(_indicator, shown))


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


WAYS = ("BESIDE", "MATRIX", "INDUSTRIES", "HONOURS", "COOPERATION", "TIMELINE", "TARGETS")


def _apart(site: Site, page: str, comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Indicators that look like this one, with the address of their comparison where there is one."""
    pages = {c.name: site.comparison_link(page, c) for c in site.comparisons if c.inside is comparison.inside}
    return tuple((name, pages.get(name, "")) for name in not_with(comparison.name))


def _indicator(about: tuple[str, Comparison, tuple[tuple[str, str], ...]], site: Site) -> str:
    page, comparison, apart = about
    shown = bars(site, page, comparison)
    return (
        environment()
        .get_template("indicator.md.j2")
        .render(
            comparison=comparison,
            bars=shown,
            ranked=tuple(bar for bar in shown if bar.best),
            apart=apart,
            back=addresses.link(page, addresses.COMPARE),
            slug=PurePosixPath(page).stem,
        )
    )
