"""Two things timed in turn, so that a ratio holds when the machine's speed drifts."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

RUNS = 5


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call: what else runs on the machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def waited(work: Callable[[], object]) -> float:
    """How long one call takes for who waits for it."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(
    works: Sequence[Callable[[], object]],
    runs: int = RUNS,
    clock: Callable[[Callable[[], object]], float] = seconds,
    warm: bool = True,
) -> list[list[float]]:
    """For each piece of work its times over the runs, in turn; `warm` for a first round that is not timed."""
    for work in works if warm else ():
        work()
    times = [[clock(work) for work in works] for _ in range(runs)]
    return [list(column) for column in zip(*times, strict=True)]


def ratio(slow: Sequence[float], fast: Sequence[float]) -> float:
    """How many times as fast the second is: the median of the ratios pair by pair."""
    return statistics.median(a / b for a, b in zip(slow, fast, strict=True))
