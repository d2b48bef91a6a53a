"""Stretches of a text that are read differently: titles, brackets, quotations."""

from __future__ import annotations

from bisect import bisect_right

from generator.frozen import frozen
from generator.gates import Gated


@frozen
class Spans:
    """Stretches in order, none overlapping."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, pattern: Gated, text: str) -> Spans:
        """Where a pattern matches."""
        if not pattern.opens(text):
            return NOWHERE
        found = [match.span() for match in pattern.finditer(text)]
        return cls(tuple(start for start, _ in found), tuple(end for _, end in found))

    def cover(self, position: int) -> bool:
        """Whether the position is inside one of the stretches."""
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and position < self.ends[index]


NOWHERE = Spans((), ())
