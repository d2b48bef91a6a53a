"""The words of `rules/honours.yml` as compiled patterns, and what an honour is while it is being read."""

from __future__ import annotations

import re
from functools import cache

from generator import rules
from generator.frozen import frozen
from generator.patterns import one_of

NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2, "〇": 0}
DIGITS = r"(?:\d{1,4}|[一二三四五六七八九十百两]{1,5})"


@frozen
class Found:
    """An honour in a sentence's coordinates. `year` is what its own title or listing tells, empty if nothing."""

    title: str
    start: int
    end: int
    rule: str
    issuer: str = ""
    rank: int | None = None
    year: str = ""
    evidence: tuple[int, int] = (0, 0)


@cache
def words(key: str) -> tuple[str, ...]:
    """The words of one list of the rules, longest first."""
    return tuple(sorted(rules.load("honours")[key], key=lambda word: (-len(word), word)))


@cache
def pattern(key: str) -> re.Pattern[str]:
    """Any word of one list."""
    return re.compile(one_of(words(key)))


def number(text: str) -> int | None:
    """第几: a small number in digits or Chinese numerals; None where it is none."""
    if text.isdecimal():
        return int(text)
    if not text or any(char not in NUMERALS and char != "百" for char in text):
        return None
    total, unit = 0, 0
    for char in text:
        if char == "百":
            total, unit = total + max(unit, 1) * 100, 0
        elif char == "十":
            total, unit = total + max(unit, 1) * 10, 0
        else:
            unit = NUMERALS[char]
    return total + unit


def year_of(text: str) -> str:
    """The year that a title itself names: 2021 in 2021年度先进集体."""
    found = re.search(r"(?<!\d)((?:19|20)\d\d)年", text)
    return found.group(1) if found else ""


COUNT = re.compile(r"(?<![第\d])(?:参评的)?\d{1,4}(?:余|多)?(?:家|个|座|所)")
LATEST = re.compile(r"的?最[新近]一[轮次期届]的?|的?新一[轮次]的?")
"""The latest round of a ranking is that ranking."""
EDGE = " 　，、,的了"


def tidy(title: str) -> str:
    """A title without counts inside it (全省48家高新区), with balanced quotes, its year at the front."""
    title = LATEST.sub("", COUNT.sub("", title)).replace("全国国家级", "国家级").strip(EDGE)
    year = re.search(r"(?<!\d)(?:19|20)\d\d年度?", title)
    if year and year.start() > 0:
        title = year.group() + title[: year.start()] + title[year.end() :]
    for left, right in ("“”", "()", "《》"):
        if title.count(left) != title.count(right):
            title = title.replace(left, "").replace(right, "")
    if len(title) > 2 and title[0] in "“《" and title[-1] in "”》" and title.count(title[0]) == 1:
        title = title[1:-1]
    return title.strip(EDGE)
