"""What belongs to the page and not to the article: credits, buttons, captions, notes on reprints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.clean.headings import is_caption, is_furniture
from generator.clean.metadata import read_line
from generator.clean.width import collapse
from generator.mapped import MappedText

HEAD_LINES = 8
"""Lines at the top in which a bare date and the name beside it are metadata, as in ingest."""
LONGEST = 320
"""Characters of the longest line that may be furniture; longer ones are not even looked at."""
ROW = re.compile(r"[^\s：，。]{1,4}(?: {1,4}[^\s：，。]{1,6})?(?: {2,}|\t)\S")
"""A short label, maybe with its characters set apart, a wide space and a value: 面  积  137平方公里."""
DATELINE = re.compile(
    r"^(?:本报|本网|本刊|本台|[一-鿿]{2,6}(?:日报|晚报|时报|导报|社|网|报))[一-鿿]{0,6}讯 ?(?:\([^()]{2,60}\))? ?"
)
REPORTERS = re.compile(r"(?<=[电讯]) ?\((?:[^()]{0,30})(?:记者|通讯员|见习)[^()]{1,40}\)")
SIGNED = re.compile(r"\((?:本文)?(?:作者|记者|撰稿|通讯员|编辑|责任编辑|责编|来源)(?:系|为)?[：: ][^()]{1,40}\)$")
CAPTION_MARK = re.compile("[△▲▽▼↑↓◁▷] ?")
SHOWN = re.compile(r"(?:^|(?<=[。！？]))(?:上|下|左|右)?图为[^。]{1,100}。?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, stripped, with what cleaning found out about it.

    `gap` counts the blank lines above it. `furniture` is True where it is no part of
    the article's text, `origin` where it says who reports, as a story's first lines do,
    `row` where wide spaces divide it as they divide a table's cells.
    """

    text: MappedText
    gap: int = 0
    furniture: bool = False
    origin: bool = False
    row: bool = False


def mark_lines(mapped: MappedText) -> list[Line]:
    """The lines of a text that are not blank, with furniture marked, or taken out where it is a part of a line."""
    lines: list[Line] = []
    start = blank = 0
    for raw in mapped.text.splitlines(keepends=True):
        end = start + len(raw)
        if raw.isspace():
            start, blank = end, blank + 1
            continue
        text = mapped.cut(start, end).strip()
        start = end
        lines.append(_marked(text, blank, head=0 < len(lines) < HEAD_LINES))
        blank = 0
    return lines


def _marked(text: MappedText, gap: int, head: bool) -> Line:
    line = text.text
    found = read_line(line, head) if len(line) <= LONGEST else None
    if len(line) <= LONGEST and (found or is_furniture(line) or is_caption(line)):
        return Line(text, gap, furniture=True, origin=bool(found and (found.author or found.publisher or found.date)))
    trimmed = collapse(_trimmed(text)).strip()
    if not trimmed.text:
        return Line(text, gap, furniture=True)
    return Line(trimmed, gap, origin=bool(DATELINE.match(line)), row=bool(ROW.match(line)))


def _trimmed(text: MappedText) -> MappedText:
    """A paragraph without datelines' credits, signatures and what a picture shows."""
    head, tail = text.text[:120], max(0, len(text) - 150)
    ranges = list(_spans(DATELINE.finditer(head), 0)) or list(_spans(REPORTERS.finditer(head), 0))
    end = text.text[tail:]
    ranges += [span for pattern in (SHOWN, SIGNED) for span in _spans(pattern.finditer(end), tail)][:1]
    if mark := CAPTION_MARK.match(text.text):
        return text.cut(mark.end(), len(text)).strip()
    kept = [span for i, span in enumerate(ranges) if not i or span[0] >= ranges[i - 1][1]]
    return text.without(kept).strip()


def _spans(matches: Iterable[re.Match[str]], offset: int) -> Iterable[tuple[int, int]]:
    return ((match.start() + offset, match.end() + offset) for match in matches)
