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
