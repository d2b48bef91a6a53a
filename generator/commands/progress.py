"""How far a long run is: a bar on a terminal, elsewhere a plain line every ten seconds. All on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

from tqdm import tqdm

Item = TypeVar("Item")
EVERY = 10.0
"""Seconds between two plain lines."""


def progress(items: Sequence[Item], unit: str) -> Iterator[Item]:
    """The items one by one, saying how many are done. `unit` names one of them in the plural."""
    if sys.stderr.isatty():
        yield from tqdm(items, unit=f" {unit}", file=sys.stderr, leave=False, delay=0.5)
        return
    last = time.monotonic()
    for done, item in enumerate(items):
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            say(f"{done} of {len(items)} {unit}")
        yield item


def say(line: str) -> None:
    """A line on standard error that does not break a progress bar."""
    tqdm.write(line, file=sys.stderr) if sys.stderr.isatty() else print(line, file=sys.stderr)
