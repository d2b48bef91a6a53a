"""A series over time as a small picture: where its points stand, what is written beside them, the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compare.dates import period_end, period_words
from generator.compare.series import Point, Series
from generator.pages.words import number

WIDTH, HEIGHT = 360, 96
LEFT, RIGHT, TOP, BOTTOM = 28, 332, 26, 72
"""Edges of the field that the points stand in; the line of zero is its bottom."""
APART = 50
"""What two labels in one row must be apart, so that they do not meet."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the picture: its place, the value above it and the time below it, empty where there is no room."""

    x: float
    y: float
    value: str
    time: str
    target: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """The picture of a series. `line` joins what has happened, `hope` leads from the last of it to the targets."""

    id: str
    title: str
    description: str
    unit: str
    spots: tuple[Spot, ...]
    line: str
    hope: str


def curve(series: Series) -> Curve:
    """The picture of a series; values from zero up, so that a height is as true as a number."""
    spots = _spots(series.points)
    happened = [spot for spot in spots if not spot.target]
    hoped = [spot for spot in spots if spot.target and spot.x > happened[-1].x]
    return Curve(
        id=f"curve-{series.points[0].id}",
        title=f"{series.name}：{period_words(series.actual[0].metric.period)}至{period_words(series.actual[-1].metric.period)}",
        description="；".join(_told(point, series.unit) for point in series.points),
        unit=series.unit,
        spots=spots,
        line=_path(happened),
        hope=_path([happened[-1], *hoped]) if hoped else "",
    )


def _told(point: Point, unit: str) -> str:
    return f"{period_words(point.metric.period)} {_number(point)} {unit}{'（目标）' if point.target else ''}"


def _number(point: Point) -> str:
    return number(int(point.size) if point.size == int(point.size) else round(point.size, 4))


def _spots(points: tuple[Point, ...]) -> tuple[Spot, ...]:
    first, last = points[0].at, points[-1].at
    low, high = min(0.0, *(p.size for p in points)), max(0.0, *(p.size for p in points))
    places = [LEFT + (RIGHT - LEFT) * (p.at - first) / ((last - first) or 1) for p in points]
    heights = [BOTTOM - (BOTTOM - TOP) * (p.size - low) / ((high - low) or 1) for p in points]
    roomy = _roomy(places)
    times = _times(points)
    return tuple(
        Spot(round(x, 1), round(y, 1), _number(p) if n in roomy else "", times[n] if n in roomy else "", p.target)
        for n, (p, x, y) in enumerate(zip(points, places, heights, strict=True))
    )


def _times(points: tuple[Point, ...]) -> list[str]:
    """The year of each point; where two are of one year, the end of each as 2023-06."""
    years = [period_end(point.metric.period)[:4] for point in points]
    return years if len(set(years)) == len(years) else [period_end(point.metric.period) for point in points]


def _roomy(places: Iterable[float]) -> set[int]:
    """The points that have room for labels: the last, and from there on leftwards whichever is far enough."""
    kept: set[int] = set()
    edge = float("inf")
    for place, x in reversed(list(enumerate(places))):
        if edge - x >= APART:
            kept.add(place)
            edge = x
    return kept


def _path(spots: list[Spot]) -> str:
    return "M " + " L ".join(f"{spot.x} {spot.y}" for spot in spots)
