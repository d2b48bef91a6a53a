"""Units of `rules/units.yml` as families with factors, and values in units that can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator import rules
from generator.model import Value

DIGITS = 10
"""Significant digits in which two values must agree to be the same; conversion leaves noise in those behind."""


def base_quantity(value: Value, unit: str) -> tuple[tuple[float, ...], str] | None:
    """A value in its family's base unit, and that unit; None without a value.

    A unit that the rules do not know is its own base. Ranges give two numbers.
    """
    if value is None:
        return None
    scale, rest = split_unit(unit)
    base, factor = unit_families().get(rest, (rest, 1.0))
    numbers = value if isinstance(value, tuple) else (value,)
    return tuple(float(f"{number * scale * factor:.{DIGITS}g}") for number in numbers), base


def split_unit(unit: str) -> tuple[float, str]:
    """The scale before a unit as a factor, and the unit alone: 亿元 is 1e8 and 元, and so is 亿 alone."""
    if unit in unit_families():
        return 1.0, unit
    for name, factor in _scales():
        if unit.startswith(name):
            return factor, unit[len(name) :] or str(rules.load("units").get("default_unit", {}).get(name, ""))
    return 1.0, unit


def known_unit(unit: str) -> bool:
    """Whether the rules know this unit, with or without 万 or 亿 before it; no unit at all is known too."""
    rest = split_unit(unit)[1]
    return not rest or rest in unit_families()


@cache
def known_units() -> tuple[str, ...]:
    """The units of the rules in order of name, and the usual ones with a scale, for finding the nearest."""
    usual = {"亿元", "亿美元", "万元", "万美元", "万人", "万家", "万平方米", "万亩", "万吨"}
    return tuple(sorted({*unit_families(), *usual}))


@cache
def unit_families() -> Mapping[str, tuple[str, float]]:
    """Units to their family's base unit and the factor to it. A unit of a family without a base is its own."""
    found: dict[str, tuple[str, float]] = {}
    for family in rules.load("units")["families"].values():
        base = str(family.get("base") or "")
        units = family.get("units") or {}
        for unit in units:
            rule = units[unit] if isinstance(units, dict) else 1
            found[str(unit)] = (base or str(unit), _factor(rule))
    return found


@cache
def _scales() -> tuple[tuple[str, float], ...]:
    """The scales' names, the longest first, with their factors."""
    magnitudes = rules.load("units")["magnitudes"]
    scales = rules.load("units")["scales"]
    found = [(str(name), float(factor) * magnitudes.get(scale, 1)) for name, (factor, scale) in scales.items()]
    return tuple(sorted(found, key=lambda item: (-len(item[0]), item[0])))


def _factor(rule: Any) -> float:
    return float(rule["factor"] if isinstance(rule, dict) else rule or 1)
