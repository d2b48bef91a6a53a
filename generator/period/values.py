"""Period strings of the fact model: checked, compared, counted with.

`2022`, `2022-06`, `2022-06-30` (points), `2025-01/2025-06` (a range, both ends in it),
`../2023-02` (as of), `2010/..` (since). Days and months as in GB/T 7408.1 (ISO 8601-1).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
OPEN = ".."
FIRST_DAY, LAST_DAY = "0000-00-00", "9999-99-99"


def is_point(text: str) -> bool:
    """Whether this is a year, a month or a day that the calendar has."""
    match = POINT.fullmatch(text)
    if not match or match[1] == "0000":
        return False
    if not match[2]:
        return True
    month = int(match[2])
    return 1 <= month <= 12 and (not match[3] or 1 <= int(match[3]) <= monthrange(int(match[1]), month)[1])


def is_valid(period: str) -> bool:
    """Whether this is a period as the fact model writes it. An empty one is none."""
    first, slash, last = period.partition("/")
    if not slash:
        return is_point(first)
    if first == OPEN or last == OPEN:
        return is_point(last if first == OPEN else first) and first != last
    return is_point(first) and is_point(last) and bounds(period)[0] <= bounds(period)[1]


def bounds(period: str) -> tuple[str, str]:
    """The first and last day of a period (`2022-06-01`); an open side is the first or last of all days."""
    first, slash, last = period.partition("/")
    last = last if slash else first
    low = FIRST_DAY if first in ("", OPEN) else first + "-01-01"[len(first) - 4 :]
    high = LAST_DAY if last in ("", OPEN) else _last_day(last)
    return low, high


def _last_day(point: str) -> str:
    if len(point) == 4:
        return f"{point}-12-31"
    if len(point) == 7 and is_point(point):
        return f"{point}-{monthrange(int(point[:4]), int(point[5:]))[1]:02}"
    return point


def year_of(period: str) -> int | None:
    """The year that a period ends in (of a `since`, that it begins in); None for an empty one."""
    years = POINT.findall(period)
    return int(years[-1][0]) if years else None


def sort_key(period: str) -> tuple[str, str]:
    """Orders periods by their last day, then their first: as time goes, the empty one first of all."""
    if not period:
        return "", ""
    low, high = bounds(period)
    return high, low


def overlaps(one: str, other: str) -> bool:
    """Whether two periods share a day. An empty one shares none."""
    if not one or not other:
        return False
    low, high = bounds(one)
    other_low, other_high = bounds(other)
    return low <= other_high and other_low <= high


def date_of(period: str) -> str:
    """The date of what happened in a period.

    A `since` gives its begin, days of one event the first, other ranges the part that both
    ends share (a month, a year) or nothing.
    """
    first, slash, last = period.partition("/")
    if not slash or last == OPEN:
        return first
    if first == OPEN:
        return last
    if len(first) == 10:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else ""


def point(year: int, month: int = 0, day: int = 0) -> str:
    """A point as text; empty where the calendar has no such time."""
    text = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    return text if is_point(text) else ""


def span(first: str, last: str) -> str:
    """A range of two points as text; empty where it would run backwards or an end is missing."""
    text = f"{first}/{last}"
    return first if first == last else text if is_valid(text) else ""


def months_on(month: str, count: int) -> str:
    """The month that is `count` months after (before, if negative) a month; empty where there is none."""
    if len(month) < 7 or not is_point(month[:7]):
        return ""
    total = int(month[:4]) * 12 + int(month[5:7]) - 1 + count
    return point(total // 12, total % 12 + 1) if total >= 12 else ""


def days_on(day: str, count: int) -> str:
    """The day that is `count` days after (before, if negative) a day; empty where it is no day."""
    if len(day) != 10 or not is_point(day):
        return ""
    try:
        return (date.fromisoformat(day) + timedelta(days=count)).isoformat()
    except OverflowError:
        return ""
