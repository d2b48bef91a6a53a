"""How far a long run is: a bar on a terminal, elsewhere a plain line every ten seconds. All on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
EVERY = 10.0
"""Seconds between two plain lines."""
DELAY = 1.0
"""Seconds of work that are too few for a bar."""


def progress(items: Iterable[Item], unit: str, total: int) -> Iterator[Item]:
    """The items one by one, saying how many of all are done and, on a terminal, how long the rest takes.

    `unit` names one of them in the plural.
    """
    if sys.stderr.isatty():
        yield from _bar(items, unit, total)
        return
    last = time.monotonic()
    for done, item in enumerate(items):
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            say(f"{min(done, total)} of {total} {unit}")
        yield item


def say(line: str) -> None:
    """A line on standard error that does not break a progress bar."""
    if sys.stderr.isatty():
        from tqdm import tqdm  # slow to load, and most runs are on no terminal

        tqdm.write(line, file=sys.stderr)
    else:
        print(line, file=sys.stderr)


def _bar(items: Iterable[Item], unit: str, total: int) -> Iterator[Item]:
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[type-arg]
        """A bar that needs no thread of its own, which would stand in the way of starting processes."""

        monitor_interval = 0

    return iter(Bar(items, total=total, unit=f" {unit}", file=sys.stderr, leave=False, delay=DELAY))
