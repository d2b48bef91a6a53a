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


def in_turn(works: Sequence[Callable[[], object]], runs: int = RUNS) -> list[list[float]]:
    """For each piece of work its times over the runs, after one warm-up each, run one after the other."""
    for work in works:
        work()
    times = [[seconds(work) for work in works] for _ in range(runs)]
    return [list(column) for column in zip(*times, strict=True)]


def ratio(slow: Sequence[float], fast: Sequence[float]) -> float:
    """How many times as fast the second is: the median of the ratios pair by pair."""
    return statistics.median(a / b for a, b in zip(slow, fast, strict=True))
