"""Paragraphs to sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.mapped import MappedText

STOPS = re.compile(r"[。！？!?；;…]+[”’」』》）)\"']*")


def split(paragraph: MappedText) -> Iterator[MappedText]:
    """The sentences of a paragraph, with their stops, in order; white space around them left out."""
    text, start = paragraph.text, 0
    for stop in STOPS.finditer(text):
        yield from _trimmed(paragraph, start, stop.end())
        start = stop.end()
    yield from _trimmed(paragraph, start, len(text))


def _trimmed(paragraph: MappedText, start: int, end: int) -> Iterator[MappedText]:
    part = paragraph.text[start:end]
    left = len(part) - len(part.lstrip())
    body = part.strip()
    if body:
        yield paragraph.cut(start + left, start + left + len(body))
