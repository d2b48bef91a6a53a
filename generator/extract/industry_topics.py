"""Industries that a clause is about: 轴承|是当家的, 缝纫机|从图纸走上了街头, 轨道交通与工程机械|合计产值过千亿元.

A known industry's name that begins a clause and is followed by a verb is what the clause
speaks of; a longer noun (软件业务收入, 光伏电池年产能) or a thing that may be called by the
same word (机器人在车间里) is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator import rules
from generator.extract.industry_words import is_known, words
from generator.industries import longest_after

Members = list[tuple[int, int, str]]
BEGINNING = re.compile(r"(?:^|(?<=[，。；：“‘—！？…\s]))(?=[一-龥A-Z0-9])")
LONGEST = 40
"""Characters that a clause's subject is looked for in."""
JOINT = re.compile("[、和与及]|以及")


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile("|".join(words("told_of_topics")))


@cache
def _no_topic() -> re.Pattern[str]:
    return re.compile("|".join(words("no_topics")))


@cache
def _things() -> frozenset[str]:
    return frozenset(rules.load("industries")["things"])


def topics(text: str, ends: tuple[int, ...]) -> Iterator[Members]:
    """The industries that the clauses of a sentence are about; `ends` are where zone names end."""
    for start in sorted({found.start() for found in BEGINNING.finditer(text)} | set(ends)):
        subject = _subject(text, start)
        if subject and _told_of(text, subject):
            yield subject


def _subject(text: str, start: int) -> Members:
    members: Members = []
    limit = min(len(text), start + LONGEST)
    while stop := longest_after(text, start, limit):
        name = text[start:stop]
        if not is_known(name, in_list=bool(members)) or name in words("classes"):
            break
        members.append((start, stop, name))
        joint = JOINT.match(text, stop)
        if joint is None:
            break
        start = joint.end()
    return members


def _told_of(text: str, subject: Members) -> bool:
    end = subject[-1][1]
    if _no_topic().match(text, end):
        return False
    if len(subject) == 1 and subject[0][2] in _things() and not text.startswith(("产业", "行业", "板块"), end):
        return False
    if JOINT.match(text, end):
        return False
    return bool(_predicate().match(text, end)) or (len(subject) > 1 and text[end : end + 1] in ("，", "。", "；"))
