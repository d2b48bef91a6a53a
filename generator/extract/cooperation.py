"""Facts of the kind cooperation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.reading import Context, Draft


def find(context: Context) -> Iterator[Draft]:
    """The cooperation facts of an article, sentence by sentence."""
    yield from ()
