"""Titles without a verb of giving: lines of a list of honours, what a zone has, ranks with which one enters a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.honour_awards import ends_as_title, hoped
from generator.extract.honour_words import DIGITS, Found, either, number, pattern, tidy, words
from generator.extract.phrases import clause_end, enumeration, last_joint
from generator.places import find_places

LINE = re.compile(
    r"^[●■◆▲·—\-\s]{0,4}(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月)?(?:\d{1,2}日)?[：:，,、|\s]{1,3}(?P<title>[^，。；：:|]{5,44})[。；]?$"
)
ASIDE = re.compile(r"[(（][^()（）]{1,12}[)）]$")
SHORTEST, LONGEST = 6, 40
WITH_RANK = re.compile(
    rf"以(?P<scope>[一-龥]{{0,8}}?)(?P<rank>第(?P<number>{DIGITS})(?:位|名)?|首位|榜首)的?(?:名次|成绩|排名|位次|佳绩)[一-龥]{{0,4}}?"
    r"(?:进入|入选|入围|跻身|登上|荣登|上榜|闯入)了?(?P<list>[^，。；]{4,40})"
)


def lines(text: str) -> Iterator[Found]:
    """2016年：国家级某示范园区 as a line of a list of honours."""
    found = LINE.match(text)
    if not found:
        return
    title = found.group("title").strip()
    level = pattern("marks").search(title) or find_places(title[:4])
    if level and ends_as_title(ASIDE.sub("", title)):
        month = found.group("month")
        date = found.group("year") + (f"-{int(month):02d}" if month and 1 <= int(month) <= 12 else "")
        yield Found(tidy(title), *found.span("title"), "honour.line", year=date, evidence=found.span())


@cache
def _held() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(either(words("held_verbs"))), re.compile("|".join(words("held")))


def held(text: str) -> Iterator[Found]:
    """拥有、是 with titles that are called a model or a trial of a level: 拥有国家级某示范园区、省级某试点."""
    verbs, titles = _held()
    reached = 0
    for verb in verbs.finditer(text):
        if verb.start() < reached or hoped(text, verb.start()):
            continue
        end = clause_end(text, verb.end())
        members = enumeration(text, verb.end(), end)
        joined = last_joint(text, *members[-1]) if members else None
        if joined:
            members[-1:] = joined
        for left, right in members:
            while right > left and text[right - 1] in "等”":
                right -= 1
            left += text[left:right].startswith("“")
            if SHORTEST <= right - left <= LONGEST and titles.match(text[left:right]):
                reached = right
                yield Found(text[left:right], left, right, "honour.held")


def with_rank(text: str) -> Iterator[Found]:
    """以全国第8位的名次进入某榜单: the listing with the rank."""
    for found in WITH_RANK.finditer(text):
        name = re.sub(r"(?:榜单|名单|行列)$", "", found.group("list"))
        title = tidy(name + found.group("scope") + found.group("rank"))
        order = number(found.group("number") or "") or (None if found.group("number") else 1)
        yield Found(title, *found.span(), "honour.rank", rank=order)
