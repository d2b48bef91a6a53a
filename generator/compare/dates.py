"""Dates and periods of the fact model in the words of the site, and in order."""

from __future__ import annotations

import re
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

_REMEMBERED = 1 << 12


@lru_cache(_REMEMBERED)
def date_words(date: str) -> str:
    """A date as precise as it is: 2022年, 2022年6月, 2022年6月30日. What is no date is given back."""
    match = _DATE.fullmatch(date)
    if not match:
        return date
    year, month, day = match.groups()
    return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")


def day_words(date: str) -> str:
    """The month and day of a date, to stand below its year: 6月30日, 6月; empty where only the year is known."""
    return date_words(date).partition("年")[2] if _DATE.fullmatch(date) else ""


@lru_cache(_REMEMBERED)
def period_words(period: str) -> str:
    """A period of the fact model in words: 截至2023年2月, 2025年1—6月, 2010年以来; empty when unknown."""
    start, slash, end = period.partition("/")
    if not slash:
        return date_words(start)
    if start == "..":
        return f"截至{date_words(end)}"
    if end == "..":
        return f"{date_words(start)}以来"
    if len(start) == len(end) == 7 and start[:4] == end[:4]:
        return f"{start[:4]}年{int(start[5:])}—{int(end[5:])}月"
    if len(start) == len(end) == 4:
        return f"{start}—{end}年"
    return f"{date_words(start)}—{date_words(end)}"


def period_end(period: str) -> str:
    """The last day, month or year that a period reaches, for ordering; an open one reaches its start."""
    start, _, end = period.partition("/")
    return start if end in ("", "..") else end
