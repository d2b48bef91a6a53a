"""The whole matrix: every indicator that several zones report, for every zone, by topic, on pages of bounded size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.compare import Comparison, Reading
from generator.compare.dates import period_words
from generator.compare.naming import Topic, topics
from generator.model import Named, Status
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.marking import simplified
from generator.pages.paging import Leaf, bound, packed
from generator.pages.site import Site
from generator.pages.words import figure, value_text
from generator.tree import File

COLUMNS = 4
"""Indicators side by side in one table."""
LINES = 120
"""Zones that one page lists, in all its tables."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A zone's figure for an indicator, in the indicator's common unit with the text's own word for its exactness."""

    text: str
    when: str
    target: bool
    link: str


@dataclass(frozen=True, slots=True)
class Part:
    """A table: some indicators of a topic, and zones that report one of them."""

    comparisons: tuple[Comparison, ...]
    zones: tuple[Named, ...]


def render(site: Site) -> Iterator[tuple[str, str | File]]:
    """The way in, and the pages of each topic."""
    found = {topic: bound(_first(topic), list(packed(_parts(site, topic), LINES))) for topic in topics()}
    groups = tuple((topic, leaves) for topic, leaves in found.items() if leaves)
    yield addresses.MATRIX, _way_in(groups)
    ways = tuple((topic, leaves[0].path) for topic, leaves in groups)
    for topic, leaves in groups:
        for leaf in leaves:
            yield (
                leaf.path,
                site.page(leaf.path, (topic, leaf, ways), partial(_page, topic=topic, leaf=leaf, ways=ways)),
            )


def _page(site: Site, topic: Topic, leaf: Leaf[Part], ways: tuple[tuple[Topic, str], ...]) -> str:
    """A page of a topic; `ways` are the topics with their first pages."""
    template = environment().get_template("matrix.md.j2")
    return template.render(
        topic=topic,
        leaf=leaf,
        tables=tuple(_table(site, leaf.path, part) for part in leaf.entries),
        topics=tuple((other, addresses.link(leaf.path, first)) for other, first in ways),
        beside=addresses.link(leaf.path, addresses.BESIDE),
        up=addresses.link(leaf.path, addresses.MATRIX),
    )


def _first(topic: Topic) -> str:
    return f"compare/matrix/{topic.id}.md"


def _way_in(groups: tuple[tuple[Topic, tuple[Leaf[Part], ...]], ...]) -> str:
    listed = tuple(
        (
            topic.name,
            tuple(dict.fromkeys(c.name for leaf in leaves for part in leaf.entries for c in part.comparisons)),
            addresses.link(addresses.MATRIX, leaves[0].path),
        )
        for topic, leaves in groups
    )
    ways = ("INDUSTRIES", "HONOURS", "COOPERATION", "BESIDE")
    to = {name: addresses.link(addresses.MATRIX, getattr(addresses, name)) for name in ways}
    return environment().get_template("matrices.md.j2").render(listed=listed, to=to)


def _parts(site: Site, topic: Topic) -> Iterator[tuple[Part, int]]:
    """The tables of a topic with their lengths: a few indicators each, cut where there are too many zones."""
    own = [comparison for comparison in site.comparisons if comparison.topic == topic and not comparison.inside]
    for start in range(0, len(own), COLUMNS):
        columns = tuple(own[start : start + COLUMNS])
        told = {reading.zone.name for comparison in columns for reading in comparison.ranked}
        zones = [zone.named for zone in site.archive.zones if zone.name in told]
        for at in range(0, len(zones), LINES):
            part = Part(columns, tuple(zones[at : at + LINES]))
            yield part, len(part.zones)


def _table(
    site: Site, page: str, part: Part
) -> tuple[tuple[tuple[Comparison, str], ...], tuple[tuple[Named, str, tuple[Cell | None, ...]], ...]]:
    """Heads with the addresses of their comparisons, and lines with a cell for each head."""
    best = [{reading.zone.name: reading for reading in comparison.ranked} for comparison in part.comparisons]
    heads = tuple((comparison, site.comparison_link(page, comparison)) for comparison in part.comparisons)
    lines = tuple(
        (
            zone,
            site.zone_link(page, zone),
            tuple(_cell(site, page, of[zone.name]) if zone.name in of else None for of in best),
        )
        for zone in part.zones
    )
    return heads, lines


def _cell(site: Site, page: str, reading: Reading) -> Cell:
    fact = reading.published.fact
    shown = figure(reading.metric, simplified(fact.evidence))
    parts = (f"{shown.before} " if shown.before else "", value_text(reading.value), shown.between[-1:], shown.after)
    return Cell(
        text="".join(parts),
        when=period_words(reading.metric.period),
        target=reading.metric.status is Status.TARGET,
        link=site.fact_link(page, fact.id),
    )
