"""Facts of the kind organisation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.reading import Context, Draft


def find(context: Context) -> Iterator[Draft]:
    """The organisation facts of an article, sentence by sentence."""
    yield from ()
