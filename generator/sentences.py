"""Paragraphs to sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.mapped import MappedText

STOPS = re.compile(r"[。！？!?；;…]+[”’」』》）)\"']*")
LONGEST = 1000
"""Characters that a sentence may have. What has more is no prose, and is cut, so that no later step meets it."""
AT_MARK = re.compile(r".*(?:[，、：\s]|[,:](?![0-9]))", re.DOTALL)
AT_NUMBER = re.compile(r".*(?<![0-9A-Za-z.,%])(?=[0-9A-Za-z])", re.DOTALL)
"""Up to where a text may be cut: best behind a mark, else before a number or a word in letters."""


def split(paragraph: MappedText) -> Iterator[MappedText]:
    """The sentences of a paragraph, with their stops, in order; white space around them left out."""
    text, start = paragraph.text, 0
    for stop in STOPS.finditer(text):
        yield from _pieces(paragraph, start, stop.end())
        start = stop.end()
    yield from _pieces(paragraph, start, len(text))


def _pieces(paragraph: MappedText, start: int, end: int) -> Iterator[MappedText]:
    """The text from start to end, in pieces of at most `LONGEST` characters."""
    while end - start > LONGEST:
        span = (paragraph.text, start + LONGEST // 2, start + LONGEST)
        found = AT_MARK.match(*span) or AT_NUMBER.match(*span)
        cut = found.end() if found else start + LONGEST
        yield from _trimmed(paragraph, start, cut)
        start = cut
    yield from _trimmed(paragraph, start, end)


def _trimmed(paragraph: MappedText, start: int, end: int) -> Iterator[MappedText]:
    part = paragraph.text[start:end]
    left = len(part) - len(part.lstrip())
    body = part.strip()
    if body:
        yield paragraph.cut(start + left, start + left + len(body))
