"""Where a zone's figure stands among those of other zones that can be compared with it, as counted here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.compare.indicators import Comparison, Reading
from generator.compare.scopes import district, scopes
from generator.model import Qualifier, Status

FEWEST = 3
"""Zones below which a place among them says nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The place, from 1, of a figure among those of `zones` zones; equal figures share a place.

    `comparison` is the name and the unit of the comparison that shows them.
    """

    place: int
    zones: int
    comparison: tuple[str, str] = field(default=("", ""), compare=False)


def standings(comparisons: Iterable[Comparison]) -> dict[str, Standing]:
    """By a fact's id, for figures of zones as wholes.

    Only figures of one indicator, period, status, exactness and scope are counted
    together, zones that are run together with a city district apart from the others; a
    zone that gives two of them has no place and is not counted.
    """
    found: dict[str, Standing] = {}
    for comparison in comparisons:
        if not comparison.inside:
            for alike in _alike(comparison):
                found |= {
                    reading.published.fact.id: Standing(
                        1 + sum(other.size > reading.size for other in alike),
                        len(alike),
                        (comparison.name, comparison.unit),
                    )
                    for reading in alike
                }
    return found


def _alike(comparison: Comparison) -> Iterator[list[Reading]]:
    """The figures that can be compared, together, where enough zones give one."""
    groups: dict[tuple[object, ...], dict[str, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    for reading in comparison.readings:
        if reading.metric.period:
            groups[_terms(reading)][reading.zone.name].append(reading)
    for zones in groups.values():
        single = [readings[0] for readings in zones.values() if len(readings) == 1]
        if len(single) >= FEWEST:
            yield single


def _terms(reading: Reading) -> tuple[str, Status, Qualifier, tuple[str, ...], bool]:
    metric = reading.metric
    whole_district = bool(district(reading.zone))
    return metric.period, metric.status, metric.qualifier, scopes(metric.indicator), whole_district
