"""Stretches of a text that are read differently: titles, brackets, quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches in order, none overlapping."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, pattern: re.Pattern[str], text: str) -> Spans:
        """Where a pattern matches."""
        found = [match.span() for match in pattern.finditer(text)]
        return cls(tuple(start for start, _ in found), tuple(end for _, end in found))

    def cover(self, position: int) -> bool:
        """Whether the position is inside one of the stretches."""
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and position < self.ends[index]
