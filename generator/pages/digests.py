"""A short name for whatever pages are made from: the same for equal values, in this run and in every other."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from generator.compare import Comparison
from generator.model import Article, Named, Published, Zone

LARGE = (Zone, Published, Article, Comparison, Named)
"""What is named by itself wherever it is a part of something, and only once while it lives."""
SIZE = 16
"""Bytes of a digest."""


class Digests:
    """Names of values. A value that is not changed must not be changed later: its name is kept."""

    def __init__(self) -> None:
        self._now: dict[int, tuple[object, str]] = {}
        self._before: dict[int, tuple[object, str]] = {}
        self._write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=self._part).encode

    def begin(self) -> None:
        """A new round: what nobody asks for in it is forgotten at the next."""
        self._before, self._now = self._now, {}

    def hash(self, parts: Any) -> str:
        """The name of plain values, tuples and lists of them, and anything that is made of fields."""
        return _hash(self._write(parts))

    def of(self, value: Any) -> Any:
        """A plain value itself, the name of anything else."""
        if value is None or isinstance(value, str | int | float):
            return value
        known = self._now.get(id(value)) or self._before.get(id(value))
        if known is None:
            known = (value, _hash(self._write(_spread(value))))
        self._now[id(value)] = known  # holds the value too, so that no other can have its place in memory
        return known[1]

    def _part(self, value: Any) -> Any:
        return self.of(value) if isinstance(value, LARGE) else _spread(value)


def _spread(value: Any) -> Any:
    """What a value consists of, with the name of its kind."""
    if isinstance(value, Mapping):
        return ["", *value.items()]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return list(value)
    kind: type = type(value)
    return [kind.__name__, *_values(kind)(value)]


@cache
def _values(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = [field.name for field in fields(kind)]
    if len(names) > 1:
        found: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
        return found
    return lambda value: tuple(getattr(value, name) for name in names)


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()
