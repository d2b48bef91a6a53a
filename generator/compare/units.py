"""Values of one family of units brought to one unit."""

from __future__ import annotations

from functools import lru_cache

from generator.measures import split_unit, unit_families
from generator.model import Number, Value

DIGITS = 6
"""Significant digits of a converted value: more would pretend a precision that the texts do not have."""

_REMEMBERED = 1 << 12


def family(unit: str) -> str:
    """The base unit that a unit as written (亿元, 万平方米, 家) comes down to; an unknown unit is its own."""
    return _measure(unit)[0]


def converted(value: Value, unit: str, target: str) -> Value:
    """A value in another unit of the same family; None stays None."""
    if value is None or unit == target:
        return value
    factor = _measure(unit)[1] / _measure(target)[1]
    if isinstance(value, tuple):
        return _rounded(value[0] * factor), _rounded(value[1] * factor)
    return _rounded(value * factor)


@lru_cache(_REMEMBERED)
def _measure(unit: str) -> tuple[str, float]:
    scale, bare = split_unit(unit)
    base, factor = unit_families().get(bare, (bare, 1.0))
    return base, scale * factor


def _rounded(value: float) -> Number:
    rounded = float(f"{value:.{DIGITS}g}")
    return int(rounded) if abs(rounded) < 1e15 and rounded == int(rounded) else rounded
