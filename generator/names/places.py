"""The places that stand in names: the divisions of the country and a few places that are none (中关村)."""

from __future__ import annotations

from functools import cache

from generator import rules
from generator.places import Level, Place
from generator.places import places as divisions

__all__ = ["Level", "Place", "divisions", "own_places", "places", "provinces"]


@cache
def own_places() -> dict[str, Place]:
    """Places of `rules/places.yml`: 中关村, 张江."""
    listed = rules.load("places").items()
    return {name: Place(name, name, Level.CITY, province, city) for name, (province, city) in listed}


@cache
def places() -> dict[str, Place]:
    """All of them by full and short name."""
    return {**own_places(), **divisions()}


@cache
def provinces() -> frozenset[str]:
    """The names of the provinces that hold several cities."""
    level = (name for name, place in divisions().items() if place.level is Level.PROVINCE)
    return frozenset(name for name in level if not divisions()[name].name.endswith("市"))
