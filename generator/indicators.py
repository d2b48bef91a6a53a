"""Canonical indicators: which names mean the same measure, and which look alike but must not be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.rules import load

MARKS = re.compile(r"[\s“”\"'‘’·]+")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure as `rules/indicators.yml` defines it.

    `topic` is its section on comparison pages, `family` its unit family in
    `rules/units.yml`, `not_with` the canonical names it must not stand beside.
    """

    name: str
    topic: str
    family: str
    synonyms: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()


@cache
def indicators() -> tuple[Indicator, ...]:
    """All indicators, in the order of the rules file."""
    return tuple(
        Indicator(
            name=name,
            topic=entry["topic"],
            family=entry["family"],
            synonyms=tuple(entry["synonyms"]),
            not_with=tuple(entry["not_with"]),
        )
        for name, entry in load("indicators")["indicators"].items()
    )


def canonical(name: str) -> Indicator | None:
    """The indicator that this name means, by its own name or a synonym; None for one that the rules do not know."""
    return _names().get(MARKS.sub("", name))


@cache
def _names() -> dict[str, Indicator]:
    table = {MARKS.sub("", synonym): entry for entry in indicators() for synonym in entry.synonyms}
    return table | {entry.name: entry for entry in indicators()}


LONGEST = 20
"""Characters that a known name may have."""


def known_ending(text: str, high: int, low: int = 0) -> int:
    """Where the longest known name begins that ends at `high` and not before `low`; `high` where there is none.

    A count's name is known without its 数 too (常住人口, 商务楼宇).
    """
    names = _endings()
    for start in range(max(low, high - LONGEST), high - 1):
        if text[start:high] in names:
            return start
    return high


@cache
def _endings() -> frozenset[str]:
    names = set(_names())
    return frozenset(names | {name.removesuffix("数") for name in names if len(name) > 3})
