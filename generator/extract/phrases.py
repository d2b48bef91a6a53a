"""Clauses and lists inside a sentence, by offsets: what several extractors cut texts with.

Every function looks at a bounded window only, so a sentence of a million characters
costs no more than its number of cues.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

BREAKS = "，,；;。！？!?：:…\n■◆●【】"
WINDOW = 160
"""How far a clause is followed to either side."""

OPENING = "“《(（「『‘〔"
CLOSING = "”》)）」』’〕"

_BREAK = re.compile(f"[{re.escape(BREAKS)}]")
_UP_TO_BREAK = re.compile(f".*[{re.escape(BREAKS)}]", re.DOTALL)
_EDGE = re.compile(f"[{re.escape(BREAKS + OPENING + CLOSING)}]")
_MARK = re.compile(f"[{re.escape(OPENING)}]")
_STOP = re.compile(f"[、{re.escape(OPENING)}]")
_COMMA = re.compile("、")
_JOINT = re.compile(r"以及|和(?![谐平田县])|与(?![会时])|及(?!时)|暨")

Range = tuple[int, int]


def clause(text: str, position: int) -> Range:
    """The clause around a position: from break to break, at most `WINDOW` characters to each side."""
    left, right = max(0, position - WINDOW), min(len(text), position + WINDOW)
    before, ending = _UP_TO_BREAK.match(text, left, position), _BREAK.search(text, position, right)
    return before.end() if before else left, ending.start() if ending else right


def clause_end(text: str, position: int) -> int:
    """Where the clause that holds this position ends; breaks inside quotes and parentheses do not count."""
    depth, last = 0, min(len(text), position + WINDOW)
    for edge in _EDGE.finditer(text, position, last):
        if edge[0] in OPENING:
            depth += 1
        elif depth == 0:
            return edge.start()
        elif edge[0] in CLOSING:
            depth -= 1
    return last if depth == 0 else clause(text, position)[1]


def enumeration(text: str, start: int, end: int) -> list[Range]:
    """The members of a list `A、B、C`, `“A”“B”`: cut at 、 and between quotes, outside quotes and parentheses.

    A quote that is opened and not closed (a speech that goes on) encloses nothing.
    """
    members, begin = [], start
    marked = _MARK.search(text, start, end) is not None
    if not marked and text.find("、", start, end) < 0:
        return [(start, end)] if start < end else []
    enclosed = _enclosed(text, start, end) if marked else frozenset()
    for found in (_STOP if marked else _COMMA).finditer(text, start, end):
        index = found.start()
        if index in enclosed:
            continue
        if text[index] == "、":
            members.append((begin, index))
            begin = index + 1
        elif index > begin and text[index - 1] in "”》":
            members.append((begin, index))
            begin = index
    members.append((begin, end))
    return [(left, right) for left, right in members if left < right]


def _enclosed(text: str, start: int, end: int) -> frozenset[int]:
    """The places inside closed quotes and parentheses; the marks of the outermost pairs are outside."""
    opened: list[int] = []
    pairs = []
    for edge in _EDGE.finditer(text, start, end):
        if edge[0] in OPENING:
            opened.append(edge.start())
        elif edge[0] in CLOSING and opened:
            pairs.append((opened.pop(), edge.start()))
    return frozenset(index for left, right in pairs for index in range(left + 1, right))


def last_joint(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """`A和B` as its two sides, cut at the last joining word outside quotes and parentheses; None without one."""
    for found in reversed(list(_JOINT.finditer(text, start, end))):
        inside = text[start : found.start()]
        opened = sum(inside.count(char) for char in OPENING) - sum(inside.count(char) for char in CLOSING)
        if opened == 0 and found.start() > start and found.end() < end:
            return (start, found.start()), (found.end(), end)
    return None


class Places:
    """Ranges in a sentence, sorted, none overlapping, that can be asked for by position in logarithmic time."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self.ranges = sorted(ranges)
        self._starts = [start for start, _ in self.ranges]

    def within(self, start: int, end: int) -> list[Range]:
        """The ranges that begin in start:end."""
        return self.ranges[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def covers(self, position: int) -> bool:
        """Whether one of the ranges holds this position."""
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self.ranges[index][1]


def trim(text: str, start: int, end: int, around: str = " 　“”《》「」『』‘’\"'") -> Range:
    """The range without blanks and quotes around it."""
    while start < end and text[start] in around:
        start += 1
    while end > start and text[end - 1] in around:
        end -= 1
    return start, end
