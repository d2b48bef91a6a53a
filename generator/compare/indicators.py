"""One indicator over several zones: values in one unit, ranked, with warnings where they do not compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator import rules
from generator.compare.dates import period_end
from generator.compare.naming import Topic, headline_rank, shared_name, topic, topics
from generator.compare.units import converted, family
from generator.model import Archive, Metric, Published, Qualifier, Status, Value, Zone


@dataclass(frozen=True, slots=True)
class Reading:
    """One zone's figure for an indicator; `value` is in the comparison's unit."""

    zone: Zone
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
    """An indicator that two or more zones report."""

    name: str
    topic: Topic
    unit: str
    readings: tuple[Reading, ...]
    warnings: tuple[str, ...]

    @property
    def ranked(self) -> tuple[Reading, ...]:
        """One figure a zone, largest first."""
        return tuple(reading for reading in self.readings if reading.best)


def compare(archive: Archive) -> tuple[Comparison, ...]:
    """Every indicator that at least two zones report of themselves as a whole, in the order of topics."""
    groups: dict[tuple[str, str], list[tuple[Zone, Published, Metric]]] = {}
    for zone in archive.zones:
        for published in zone.facts:
            metric = published.fact.content
            if not isinstance(metric, Metric) or metric.value is None or published.fact.owner.subject:
                continue
            if published.chosen:
                key = (shared_name(metric.indicator), family(metric.unit))
                groups.setdefault(key, []).append((zone, published, metric))
    shared = (_comparison(name, rows) for (name, _), rows in groups.items() if len({z.name for z, _, _ in rows}) > 1)
    order = {entry: place for place, entry in enumerate(topics())}
    return tuple(sorted(shared, key=lambda c: (order[c.topic], headline_rank(c.name), c.name, c.unit)))


def _comparison(name: str, rows: list[tuple[Zone, Published, Metric]]) -> Comparison:
    unit = _common_unit(metric.unit for _, _, metric in rows)
    best = _best(rows)
    readings = [
        Reading(zone, published, metric, converted(metric.value, metric.unit, unit), published.fact.id in best)
        for zone, published, metric in rows
    ]
    readings.sort(key=lambda r: (-r.size, r.zone.slug, r.published.fact.id))
    ranked = tuple(readings)
    return Comparison(name, topic(name), unit, ranked, _warnings([r for r in ranked if r.best]))


def _common_unit(units: Iterable[str]) -> str:
    """The unit most figures are written in; the first in order of code points among equals."""
    counted = Counter(units)
    return min(counted, key=lambda unit: (-counted[unit], unit))


def _best(rows: list[tuple[Zone, Published, Metric]]) -> set[str]:
    """The figure that stands for each zone: what has happened before what is hoped for, then the latest."""
    chosen: dict[str, tuple[tuple[bool, str, str], str]] = {}
    for zone, published, metric in rows:
        rank = (metric.status is Status.ACTUAL, period_end(metric.period), published.fact.id)
        if zone.name not in chosen or rank > chosen[zone.name][0]:
            chosen[zone.name] = (rank, published.fact.id)
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
    scopes: list[str] = rules.load("presentation")["scopes"]
    differing = [word for word in scopes if len({word in metric.indicator for metric in metrics}) > 1]
    if differing:
        found.append(f"口径可能不同（{'、'.join(differing)}）")
    names = sorted({metric.indicator for metric in metrics})
    if len(names) > 1:
        found.append(f"原文的说法不一：{'、'.join(names)}")
    return tuple(found)
