"""One indicator over several zones: values in one unit, ranked, with warnings where they do not compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compare.dates import period_end
from generator.compare.naming import Topic, headline_rank, registered, shared_name, topic, topics
from generator.compare.scopes import all_scopes, district_warning, scopes
from generator.compare.units import converted, family
from generator.model import Archive, Metric, Named, Owner, Published, Qualifier, Status, Value

Row = tuple[Named, Published, Metric]


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure for an indicator, of a zone or of what is inside it; `value` is in the comparison's unit.

    `best` figures stand for their zone, or their part of it, in the ranking.
    """

    zone: Named
    published: Published
    metric: Metric
    value: Value
    best: bool

    @property
    def size(self) -> float:
        """The value as one number: the upper end of a range."""
        return float(self.value[1] if isinstance(self.value, tuple) else self.value or 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An indicator that two or more zones report; `inside` when not of themselves but of parks, firms and projects."""

    name: str
    inside: bool
    topic: Topic
    unit: str
    readings: tuple[Reading, ...]
    warnings: tuple[str, ...]

    @property
    def zones(self) -> int:
        """How many zones report it."""
        return len({reading.zone.name for reading in self.readings})

    @property
    def ranked(self) -> tuple[Reading, ...]:
        """One figure a zone or part of one, largest first."""
        return tuple(reading for reading in self.readings if reading.best)


def compare(archive: Archive) -> tuple[Comparison, ...]:
    """Every indicator that at least two zones report, in the order of topics.

    Zones as wholes are compared with one another, and what is inside zones with what is inside others.
    """
    groups: dict[tuple[str, str, bool], list[Row]] = {}
    for zone, published, metric in figures(archive):
        key = (shared_name(metric.indicator), family(metric.unit), bool(published.fact.owner.subject))
        groups.setdefault(key, []).append((zone, published, metric))
    shared = (
        _comparison(name, inside, rows)
        for (name, _, inside), rows in groups.items()
        if len({zone.name for zone, _, _ in rows}) > 1
    )
    order = {entry: place for place, entry in enumerate(topics())}
    return tuple(sorted(shared, key=lambda c: (c.inside, order[c.topic], headline_rank(c.name), c.name, c.unit)))


def alone(archive: Archive) -> tuple[tuple[str, Reading], ...]:
    """The registered indicators that only one zone reports of itself: its latest figure, by topic."""
    groups: dict[str, list[Row]] = {}
    for zone, published, metric in figures(archive):
        if registered(metric.indicator) and not published.fact.owner.subject:
            groups.setdefault(shared_name(metric.indicator), []).append((zone, published, metric))
    found = [
        (name, Reading(zone, published, metric, metric.value, True))
        for name, rows in groups.items()
        if len({zone.name for zone, _, _ in rows}) == 1
        for zone, published, metric in rows
        if published.fact.id in _best(rows)
    ]
    order = {entry: place for place, entry in enumerate(topics())}
    return tuple(sorted(found, key=lambda item: (order[topic(item[0])], headline_rank(item[0]), item[0])))


def figures(archive: Archive) -> Iterator[Row]:
    """All published metrics that have a value, in the order of the archive."""
    for zone in archive.zones:
        named = zone.named
        for published in zone.facts:
            metric = published.fact.content
            if isinstance(metric, Metric) and metric.value is not None and published.chosen:
                yield named, published, metric


def _comparison(name: str, inside: bool, rows: list[Row]) -> Comparison:
    unit = _common_unit(metric.unit for _, _, metric in rows)
    best = _best(rows)
    readings = [
        Reading(zone, published, metric, converted(metric.value, metric.unit, unit), published.fact.id in best)
        for zone, published, metric in rows
    ]
    readings.sort(key=lambda r: (-r.size, r.zone.slug, r.published.fact.id))
    ranked = tuple(readings)
    return Comparison(name, inside, topic(name), unit, ranked, _warnings([r for r in ranked if r.best]))


def _common_unit(units: Iterable[str]) -> str:
    """The unit most figures are written in; the first in order of code points among equals."""
    counted = Counter(units)
    return min(counted, key=lambda unit: (-counted[unit], unit))


def _best(rows: list[Row]) -> set[str]:
    """The figure that stands for each owner: what has happened before what is hoped for, then the latest."""
    chosen: dict[Owner, tuple[tuple[bool, str, str], str]] = {}
    for zone, published, metric in rows:
        rank = (metric.status is Status.ACTUAL, period_end(metric.period), published.fact.id)
        owner = Owner(zone.name, published.fact.owner.subject)
        if owner not in chosen or rank > chosen[owner][0]:
            chosen[owner] = (rank, published.fact.id)
    return {fact_id for _, fact_id in chosen.values()}


def _warnings(readings: list[Reading]) -> tuple[str, ...]:
    """What keeps the ranked figures from being compared as they stand."""
    metrics = [reading.metric for reading in readings]
    found = []
    periods = {metric.period for metric in metrics}
    if "" in periods:
        found.append("有的数字原文未注明时间")
    if len({period for period in periods if period}) > 1:
        found.append("各数字的时间不同")
    if len({metric.status for metric in metrics}) > 1:
        found.append("实际数与目标数并列")
    if len({metric.qualifier is Qualifier.EXACT for metric in metrics}) > 1:
        found.append("有的是确数，有的是约数、“超”或“不足”")
    differing = [word for word in all_scopes() if len({word in scopes(metric.indicator) for metric in metrics}) > 1]
    if differing:
        found.append(f"口径可能不同（{'、'.join(differing)}）")
    apart = district_warning(reading.zone for reading in readings)
    if apart:
        found.append(apart)
    names = sorted({metric.indicator for metric in metrics})
    if len(names) > 1:
        found.append(f"原文的说法不一：{'、'.join(names)}")
    return tuple(found)
