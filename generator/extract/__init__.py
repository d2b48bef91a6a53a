"""Sentences to facts: one module a fact kind, each a plain function of the context."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract import cooperation, event, honour, identity, industry, metric, organisation, person
from generator.reading import Context, Draft

EXTRACTORS = (metric, event, cooperation, industry, organisation, honour, person, identity)


def find(context: Context) -> Iterator[Draft]:
    """What all extractors find in an article."""
    for extractor in EXTRACTORS:
        yield from extractor.find(context)
