"""Lines broken at a fixed width, as terminals and mail programs leave them, made whole again."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import east_asian_width

from generator.mapped import MappedText
from generator.reading import Mend, Repair

NARROWEST, WIDEST = 12, 120
"""Bounds of a width, in characters or columns, at which a text may have been broken."""
LEAST_LINES = 4
"""Full lines that show a fixed width."""
LEAST_SHARE = 0.5
"""Share of the lines of at least NARROWEST that are full in a broken text."""
SLACK = 2
"""What a full line may lack: a sign that may not begin a line was carried over, a wide character did not fit."""
ENDED = re.compile("[。！？；][”’」』)]?$")
INDENT = re.compile(r"[ \t\u3000]{2,}|\u3000")
BREAK = re.compile(r"\r\n|\n|\r")


def unwrap(mapped: MappedText) -> tuple[MappedText, list[Repair]]:
    """The text with the breaks inside paragraphs taken out, and a repair for each; no other text changes.

    A text counts as broken at a width when most of its lines are exactly full and end
    in mid-sentence. Then a full line goes on in the next one, unless that is indented. A
    full line that ends a sentence may end a paragraph too, so it is left alone.
    """
    lines = BREAK.split(mapped.text)
    measured = _measure(lines)
    if not measured:
        return mapped, []
    sizes, width = measured
    ranges, repairs = [], []
    for number, found in enumerate(BREAK.finditer(mapped.text)):
        following = lines[number + 1]
        if sizes[number] < width - SLACK or not following.strip() or INDENT.match(following):
            continue
        if ENDED.search(lines[number]):
            continue
        ranges.append(found.span())
        place = mapped.source(*found.span())
        repairs.append(Repair(Mend.LINES, place.start, place.end, found[0], ""))
    return mapped.without(ranges), repairs


def _measure(lines: list[str]) -> tuple[list[int], int] | None:
    """Each line's size and the width of the text, in the unit that fits best; None for a text with no such width."""
    if max(map(len, lines)) > WIDEST:
        return None
    best: tuple[int, list[int], int] | None = None
    for measure in (len, _columns):
        sizes = [measure(line.rstrip()) for line in lines]
        found = _width(lines, sizes)
        if found and (best is None or found[0] > best[0]):
            best = (found[0], sizes, found[1])
    return (best[1], best[2]) if best else None


def _width(lines: list[str], sizes: list[int]) -> tuple[int, int] | None:
    """How many lines are full, and the width that they show."""
    width = max(sizes)
    counted = [(line, size) for line, size in zip(lines, sizes, strict=True) if size >= NARROWEST]
    common = Counter(size for _, size in counted).most_common(1)
    if not NARROWEST <= width <= WIDEST or not common or width - common[0][0] > 1:
        return None
    full = [line for line, size in counted if size >= width - SLACK]
    running = sum(not ENDED.search(line.rstrip()) for line in full)
    if len(full) < LEAST_LINES or len(full) < LEAST_SHARE * len(counted) or running * 2 < len(full):
        return None
    return common[0][1], width


def _columns(line: str) -> int:
    """The columns that a line takes in a terminal: two for a wide character."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)
