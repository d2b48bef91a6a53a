"""Work on this machine: in this process where there is little of it, else in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Sized(Protocol):
    """A piece of work that knows how large it is."""

    @property
    def size(self) -> int:
        """Bytes to be read."""


Piece = TypeVar("Piece", bound=Sized)
Result = TypeVar("Result")
WARM = 16 * 1024
"""Bytes worked on before others are started: rules are loaded by then and shared with them."""
LITTLE = 160 * 1024
"""Bytes that are done sooner than processes are started."""
BATCH = 48 * 1024
"""Bytes that are handed over at once, and how many pieces at most."""
BATCH_PIECES = 32


@dataclass(frozen=True, slots=True)
class Local:
    """At most so many processes."""

    jobs: int = 1

    def map(self, work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
        """The results in order. Raises ProblemError where a process was ended from outside."""
        first = _few(pieces) if self.jobs > 1 else len(pieces)
        yield from map(work, pieces[:first])
        if first < len(pieces):
            from generator.engines.processes import spread  # slow to load, and little work needs it not

            yield from spread(work, list(batches(pieces[first:])), self.jobs)


def cores() -> int:
    """The cores that this process may use."""
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else os.cpu_count() or 1


def batches(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces in their order, as many together as are worth handing over."""
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += piece.size
        if size >= BATCH or len(batch) == BATCH_PIECES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _few(pieces: Sequence[Piece]) -> int:
    """How many pieces from the first on are done here: all where there is little work."""
    if sum(piece.size for piece in pieces) <= LITTLE:
        return len(pieces)
    size = 0
    for number, piece in enumerate(pieces):
        if size >= WARM:
            return number
        size += piece.size
    return len(pieces)
