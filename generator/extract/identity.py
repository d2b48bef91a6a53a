"""Facts of the kind identity."""

from __future__ import annotations

from collections.abc import Iterator

from generator.reading import Context, Draft


def find(context: Context) -> Iterator[Draft]:
    """The identity facts of an article, sentence by sentence."""
    yield from ()
