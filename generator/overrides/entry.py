"""What an override file says, as read: the file and its entries with the places of their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.model import Kind, Override
from generator.problems import Problem

Place = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One override with the kind of its fact and the places of its keys (`set.value`, `fact`)."""

    override: Override
    kind: Kind
    places: dict[str, Place] = field(default_factory=dict)

    def problem(self, code: str, message: str, key: str, **more: Any) -> Problem:
        """A problem at one of the entry's keys, or at its first line where it has no such key."""
        line, column = self.places.get(key) or self.places.get(key.partition(".")[0]) or (self.override.line, 1)
        return Problem(code=code, file=self.override.file, message=message, line=line, column=column, key=key, **more)


@dataclass(frozen=True, slots=True)
class Merge:
    """Another name under which articles speak of the file's zone as if it were a zone of its own."""

    zone: str
    reason: str
    by: str
    date: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class OverrideFile:
    """One file of corrections. `places` holds where the file's own keys stand."""

    file: str
    zone: str
    aliases: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    note: str = ""
    entries: tuple[Entry, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
