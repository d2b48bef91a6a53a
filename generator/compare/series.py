"""One owner's figures over time: those that may be joined by a line, and what came of a target."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from generator.compare.dates import period_end
from generator.compare.naming import shared_name
from generator.compare.scopes import scopes
from generator.compare.units import converted, family
from generator.model import Metric, Number, Status

FEWEST = 2
"""Points that a line needs."""
YEARS = "years"
"""How the kind of a period ends that reaches over several years."""
_PERIOD = re.compile(r"(?:\d{4}(?:-\d\d){0,2}|\.\.(?=/))(?:/(?:\d{4}(?:-\d\d){0,2}|(?<=\d/)\.\.))?", re.ASCII)
_YEAR = re.compile(r"\d{4}")
_FIRST, _LAST = re.compile("-01(?:-01)?$"), re.compile("-12(?:-31)?$")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

Known = tuple[str, Metric]
"""A fact's id and its figure; all of one owner, those that lost to a rival left out."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure at its time: `at` in years, `size` in the series' unit (the upper end of a range)."""

    id: str
    metric: Metric
    at: float
    size: float

    @property
    def target(self) -> bool:
        """Whether this is what was hoped for."""
        return self.metric.status is Status.TARGET


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one indicator, scope and kind of period, by time, in the unit of the latest; targets among them."""

    name: str
    unit: str
    points: tuple[Point, ...]

    @property
    def actual(self) -> tuple[Point, ...]:
        """What has happened."""
        return tuple(point for point in self.points if not point.target)


class When(Enum):
    """How a figure lies to the deadline of a target."""

    SAME = "同期"
    LATER = "期限后"
    BEFORE = "期限前"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figure that tells most of what came of a target."""

    id: str
    metric: Metric
    when: When


def all_series(known: Iterable[Known]) -> tuple[Series, ...]:
    """Every series with two or more times that have happened, in the order in which they are first told.

    A whole year is not joined with half of one, nor a year's sum with a state on a day:
    their line would show a rise or a fall that never was. Where two figures are of one
    time, the first told is taken.
    """
    groups: dict[tuple[object, ...], list[Known]] = {}
    for fact_id, metric in known:
        if metric.value is not None and _PERIOD.fullmatch(metric.period):
            groups.setdefault(_alike(metric), []).append((fact_id, metric))
    made = (_series(group) for group in groups.values())
    return tuple(series for series in made if len({point.at for point in series.actual}) >= FEWEST)


def _alike(metric: Metric) -> tuple[object, ...]:
    return *_terms(metric), _shape(metric.period)


def _terms(metric: Metric) -> tuple[str, str, tuple[str, ...]]:
    return _terms_of(metric.indicator, metric.unit)


@lru_cache(1 << 14)
def _terms_of(indicator: str, unit: str) -> tuple[str, str, tuple[str, ...]]:
    return shared_name(indicator), family(unit), scopes(indicator)


def _shape(period: str) -> str:
    """The kind of a period: a year, a month, the first half of a year, as of a day."""
    start, slash, end = period.partition("/")
    if ".." in (start, end):
        return "as of" if start == ".." else "since"
    if not slash:
        return "-" * start.count("-")
    spans_years = start[:4] != end[:4]
    return f"{int(end[:4]) - int(start[:4])} {YEARS}" if spans_years else _YEAR.sub("Y", period)


def _series(group: list[Known]) -> Series:
    latest = max(group, key=lambda entry: (entry[1].status is Status.ACTUAL, _at(entry[1].period)))
    unit = latest[1].unit
    points: dict[tuple[float, bool], Point] = {}
    for fact_id, metric in group:
        point = Point(fact_id, metric, _at(metric.period), _size(metric, unit))
        points.setdefault((point.at, point.target), point)
    return Series(shared_name(group[0][1].indicator), unit, tuple(points[key] for key in sorted(points)))


def _at(period: str) -> float:
    match = _DATE.match(period_end(period))
    if not match:
        return 0.0
    year, month, day = (int(part or 0) for part in match.groups())
    return year + max(month - 1, 0) / 12 + max(day - 1, 0) / 366


def _size(metric: Metric, unit: str) -> float:
    value = converted(metric.value, metric.unit, unit)
    last: Number | None = value[1] if isinstance(value, tuple) else value
    return float(last or 0)


def outcome(target: Metric, known: Iterable[Known]) -> Outcome | None:
    """What came of a target: the figure of its own time; else the first after it; else the last before it.

    None where no dated figure of the indicator, unit and scope is known. A sum over
    several years is no outcome of another time's target.
    """
    terms = _terms(target)
    actual = [
        (fact_id, metric)
        for fact_id, metric in known
        if metric.status is Status.ACTUAL
        and metric.value is not None
        and _terms(metric) == terms
        and _PERIOD.fullmatch(metric.period)
    ]
    if not actual:
        return None
    actual.sort(key=lambda entry: (_last_day(entry[1].period), entry[0]))
    dated = bool(_PERIOD.fullmatch(target.period))
    same = next((entry for entry in actual if dated and _one_time(entry[1].period, target.period)), None)
    if same:
        return Outcome(*same, When.SAME)
    single = [entry for entry in actual if not _shape(entry[1].period).endswith(YEARS)]
    later = [entry for entry in single if dated and _last_day(entry[1].period) > _last_day(target.period)]
    if later:
        return Outcome(*later[0], When.LATER)
    return Outcome(*single[-1], When.BEFORE) if single else None


def _last_day(period: str) -> str:
    """The last day that a period can reach, for ordering: of a year its December."""
    end = period_end(period)
    return end + "-12-31"[len(end) - 4 :]


def _one_time(one: str, other: str) -> bool:
    """Whether two periods end together and start together, or one is the state at the end of the other."""
    (start, end), (other_start, other_end) = _span(one), _span(other)
    return end == other_end and (start == other_start or "" in (start, other_start))


def _span(period: str) -> tuple[str, str]:
    """Start and end of a period, a year's first and last month as the year; the start of a state is empty."""
    start = period.partition("/")[0]
    return "" if start == ".." else _FIRST.sub("", start), _LAST.sub("", period_end(period))
