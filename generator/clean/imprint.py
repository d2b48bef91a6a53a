"""Lines that tell which issue of a journal, or which version of a page, an article is of.

《某刊》2023年第9期  5月16日出版; 某某百科，最近更新：2024-06-30.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from generator.rules import load

LONGEST_REST = 2
"""Characters that a field with a date or an issue's number may have besides: 2023年5月号 has 号."""
LONGEST_FIELD = 16
"""Characters of a field that tells neither: a journal's name, an editor."""
PROSE = re.compile("[。？！；…]")
FIELD = re.compile(r"[\s|丨│()（）《》●○■◎▲◆·]+")
YEAR = "((?:19|20)[0-9]{2})"
DATE = re.compile(rf"{YEAR} ?(?:年|[-./]) ?([01]?[0-9])(?![0-9])(?: ?(?:月|[-./])(?: ?([0-3]?[0-9])(?![0-9]) ?日?)?)?")
YEAR_ALONE = re.compile(rf"(?<![0-9]){YEAR} ?年")
DAY_ALONE = re.compile(r"(?<![0-9年])([01]?[0-9])月([0-3]?[0-9])日")
JOURNAL = re.compile("《([^《》]{2,20})》")


def find_imprint(line: str) -> tuple[str, str] | None:
    """The date (2023-05-06, 2023-05, 2023) and the journal that such a line states; None where it is no such line.

    `line` has its width folded.
    """
    if PROSE.search(line):
        return None
    if labelled := _labelled().search(line):
        found = _date(labelled[1])
        return (found, "") if found else None
    if not _issue().search(line) or not _short(line):
        return None
    found = _date(line)
    journal = JOURNAL.search(line)
    return (found, journal[1] if journal else "") if found else None


def full_date(year: int, month: int, day: int) -> str:
    """A day of the calendar as 2023-05-06; empty where there is none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _short(line: str) -> bool:
    """Whether a line is made of short fields, and those that tell its date or number tell nothing else."""
    fields = [field for field in FIELD.split(line) if field]
    if len(fields) == 1:
        return False
    for field in fields:
        rest = DAY_ALONE.sub("", YEAR_ALONE.sub("", DATE.sub("", _issue().sub("", field))))
        if len(rest) > (LONGEST_FIELD if rest == field or "：" in field else LONGEST_REST):
            return False
    return True


def _date(text: str) -> str:
    """The date in a text, its day beside its year or apart from it: 2023年第9期(5月16日出版)."""
    if match := DATE.search(text):
        year, month = int(match[1]), int(match[2])
        if match[3]:
            return full_date(year, month, int(match[3]))
        return f"{year}-{month:02}" if 1 <= month <= 12 else ""
    if not (match := YEAR_ALONE.search(text)):
        return ""
    day = DAY_ALONE.search(text)
    return full_date(int(match[1]), int(day[1]), int(day[2])) if day else match[1]


@cache
def _issue() -> re.Pattern[str]:
    return re.compile("|".join(load("metadata")["issues"]))


@cache
def _labelled() -> re.Pattern[str]:
    words = sorted(load("metadata")["page_dates"], key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s?[:：]?\s?({YEAR}[年/.\-][0-9年月日/.\- ]{{1,12}})")
