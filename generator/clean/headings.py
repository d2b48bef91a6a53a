"""Which lines are titles and section lines, and which of the lines at the top is the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.clean.metadata import read_line
from generator.rules import load

LONGEST_HEADING = 36
LONGEST_TITLE = 70
"""Characters of a section line and of a title; what is longer is prose."""
SENTENCE = re.compile("[。；]")
OPEN_END = re.compile(r"(?:[。；，、：,:;…—]|[。！？；…][”’)》」]{1,3})$")
"""Ends of lines that are prose or go on. A question or a call may be a heading."""
TALK = re.compile(r"^[一-鿿]{2,6}：.{8,}|^“[^“”]*”$|^[(（](?!.{1,4}[)）])")
"""A turn of an interview, a quotation on a line of its own, a note in parentheses: no headings."""
FIELD = re.compile(r"^[一-鿿]{2,8}[ ：:]{1,2}[约近超逾达]?[0-9]")
"""A line of a fact box, a name and its number: 常住人口 17.4万人."""
PAIRS = (("“", "”"), ("《", "》"), ("(", ")"), ("‘", "’"))
SUBTITLE = re.compile("^[—–-]{1,2}")
PREFACE_LINES = 4
"""Metadata and navigation lines that may stand above a title."""


def is_heading(text: str) -> bool:
    """Whether a cleaned line is a title or a section's line, by its form alone."""
    if not text or len(text) > LONGEST_TITLE:
        return False
    if _marked().fullmatch(text):
        return True
    if len(text) > LONGEST_HEADING or SENTENCE.search(text) or OPEN_END.search(text):
        return False
    if any(text.count(left) != text.count(right) for left, right in PAIRS):
        return False
    return not (TALK.search(text) or FIELD.search(text)) and any("㐀" <= character <= "鿿" for character in text)


def find_title(lines: Sequence[str]) -> str:
    """The title among the lines at the top of an article or story; empty where these are prose."""
    return choose_title(title_lines(lines))


def title_lines(lines: Sequence[str]) -> list[str]:
    """The lines at the top, up to three, that may be kicker, title and subtitle."""
    found: list[str] = []
    for number, line in enumerate(lines[: PREFACE_LINES + 3]):
        if read_line(line, head=True) or is_furniture(line):
            if found or number >= PREFACE_LINES:
                break
            continue
        if not _may_be_title(line):
            break
        found.append(line)
        if len(found) == 3:
            break
    return found


def choose_title(lines: Sequence[str]) -> str:
    """The title of kicker, title and subtitle, as they stand one below the other.

    It is the first line that names a zone or a place, as a kicker does not; the first
    of all where none does, or where the second is a subtitle. A line that is a
    zone's name and nothing else begins the title.
    """
    if not lines:
        return ""
    titles = [bare_title(line) for line in lines]
    first = titles[0]
    if len(titles) == 1:
        return first
    if SUBTITLE.match(titles[1]) or titles[1].endswith(tuple(load("furniture")["headings"]["subtitle_endings"])):
        return first
    found = next((title for title in titles if names_place(title)), first)
    following = titles[titles.index(found) + 1 :]
    return found + following[0] if following and _zone().fullmatch(found) else found


def bare_title(line: str) -> str:
    """A title without what sites hang on it: [编辑], (图)."""
    for tail in load("furniture")["title_tails"]:
        line = line.removesuffix(tail)
    return line.strip()


def _may_be_title(line: str) -> bool:
    if len(line) > LONGEST_TITLE or "。" in line or line.endswith(("；", "，", "：", "、")):
        return False
    return any("㐀" <= character <= "鿿" for character in line)


def is_furniture(line: str) -> bool:
    """Whether the cleaned line belongs to the page and not to the article."""
    return bool(_furniture().fullmatch(line))


def is_caption(line: str) -> bool:
    """Whether the cleaned line only says what a picture shows, and is not an organisation's name."""
    return bool(_captions().fullmatch(line)) and not line.rstrip(")").endswith(
        tuple(load("furniture")["caption_names"])
    )


def names_place(line: str) -> bool:
    """Whether the line names a zone, by the form of the name, or begins with a province or a city."""
    return bool(_zone().search(line) or _place().match(line))


@cache
def _marked() -> re.Pattern[str]:
    return _any(load("furniture")["headings"]["marked"])


@cache
def _furniture() -> re.Pattern[str]:
    return _any(load("furniture")["lines"])


@cache
def _captions() -> re.Pattern[str]:
    return _any(load("furniture")["captions"])


@cache
def _zone() -> re.Pattern[str]:
    endings = sorted(load("furniture")["headings"]["zone_endings"], key=lambda word: (-len(word), word))
    return re.compile(f"[一-鿿·]{{1,16}}(?:{'|'.join(endings)})")


@cache
def _place() -> re.Pattern[str]:
    provinces = "|".join(load("furniture")["headings"]["provinces"])
    return re.compile(f"(?:{provinces})|[一-鿿]{{2,4}}(?:市|县|自治州)")


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
