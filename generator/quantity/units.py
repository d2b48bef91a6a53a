"""The measure words that `rules/units.yml` knows: how they read after a number, and what they convert to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from generator.model import Number
from generator.patterns import one_of
from generator.rules import load

REMEMBERED = 4096
"""Units with their scales (万平方米) whose families are kept: texts write few."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure word: the family it belongs to, its factor to the family's base, the words it is no unit before."""

    name: str
    family: str
    base: str
    factor: float
    refused: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    needs_scale: bool = False


@cache
def units() -> dict[str, Unit]:
    """All measure words by the way they are written."""
    table: dict[str, Unit] = {}
    for family_name, family_entry in load("units")["families"].items():
        for written, entry in family_entry["units"].items():
            details: dict[str, Any] = entry if isinstance(entry, dict) else {"factor": entry}
            table[written] = Unit(
                name=details.get("as", written),
                family=family_name,
                base=family_entry["base"],
                factor=details["factor"],
                refused=tuple(details.get("not", ())),
                only=tuple(details.get("only", ())),
                needs_scale=details.get("needs_scale", False),
            )
    return table


@cache
def pattern() -> re.Pattern[str]:
    """One measure word, the longest first; `per` is what stands under a stroke (万元/亩)."""
    alternatives: dict[str, list[str]] = {}
    for written, unit in sorted(units().items(), key=lambda item: (-len(item[0]), item[0])):
        body = re.escape(written[1:])
        if unit.refused:
            body += f"(?!{'|'.join(map(re.escape, unit.refused))})"
        if unit.only:
            body += f"(?={'|'.join(map(re.escape, unit.only))})"
        if written[-1].isascii() and written[-1].isalpha():
            body += "(?![A-Za-z0-9+])"
        alternatives.setdefault(written[0], []).append(body)
    choice = "|".join(f"{re.escape(first)}(?:{'|'.join(bodies)})" for first, bodies in alternatives.items())
    return re.compile(f"(?P<unit>{choice})(?P<per>[/／]{one_of(units())})?")


def named(unit: str) -> Unit | None:
    """The measure word of a quantity's unit, its scale left aside: 万平方米 → 平方米."""
    return units().get(bare(unit))


@lru_cache(maxsize=REMEMBERED)
def bare(unit: str) -> str:
    """The measure word without 万 and 亿; an empty text where the unit is only a scale."""
    if unit in units():
        return unit
    for scale in sorted(load("units")["magnitudes"], key=len, reverse=True):
        if unit.startswith(scale):
            return unit[len(scale) :]
    return unit


@lru_cache(maxsize=REMEMBERED)
def family(unit: str) -> str:
    """The family of a quantity's unit (money, area, count …), empty for an unknown one."""
    found = named(unit)
    return found.family if found else ""


def base_value(value: Number, unit: str) -> tuple[float, str]:
    """The value in its family's base unit and that unit: (9, 万平方米) → (90000.0, 平方米)."""
    word = bare(unit)
    scale = load("units")["magnitudes"].get(unit[: len(unit) - len(word)], 1) if word != unit else 1
    found = units().get(word)
    return (value * scale * found.factor, found.base) if found else (float(value * scale), word)
