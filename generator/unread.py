"""Numbers that count or measure something, and that no rule could say what, or of whom: for a person to look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Value
from generator.reading import Context, Draft, QuantityMention, Sentence

MOST = 30
"""Numbers of one article that are kept: more than that, and it is the article that wants a look."""
QUOTE = 60
"""Characters of the words around a number by which it is found again."""
CLAUSE = re.compile("[，。；！？：\n]")
TIMES = frozenset({"年", "个月", "天", "日", "小时", "分钟", "秒", "周", "载"})
"""Units of lengths of time, which most often only tell when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A number that became no fact.

    `zone` is whose it would be, empty where that could not be told either; `quote` the
    cleaned words around it, which a person can quote; `start` where it stands in the source.
    """

    zone: str
    value: Value
    unit: str
    qualifier: str
    period: str
    quote: str
    sentence: str
    start: int


def find_unread(context: Context, drafts: Iterable[Draft]) -> tuple[Unread, ...]:
    """The numbers of an article that no draft used, in reading order: if there are many, those most worth a look."""
    used: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for draft in drafts:
        used[id(draft.sentence)] += [draft.evidence, draft.anchor]
    found = [_unread(sentence, one) for sentence in context.sentences for one in _left(sentence, used[id(sentence)])]
    kept = sorted(found, key=_worth)[:MOST]
    return tuple(sorted(kept, key=lambda one: one.start))


def _left(sentence: Sentence, used: list[tuple[int, int]]) -> Iterator[QuantityMention]:
    """The quantities of a sentence outside what was used and outside its times; headings repeat the text."""
    if sentence.heading:
        return
    taken = [*used, *((period.start, period.end) for period in sentence.periods)]
    for one in sentence.quantities:
        if one.unit and not any(start < one.number_end and one.number_start < end for start, end in taken):
            yield one


def _unread(sentence: Sentence, one: QuantityMention) -> Unread:
    owner = sentence.owner(one.number_start)
    return Unread(
        zone=owner.zone if owner else "",
        value=one.value,
        unit=one.unit,
        qualifier=one.qualifier,
        period=sentence.period,
        quote=_quote(sentence.text, one.start, one.end),
        sentence=sentence.text,
        start=sentence.mapped.source(one.number_start, one.number_end).start,
    )


def _quote(text: str, start: int, end: int) -> str:
    """The clause that a number stands in, cut to the limit around the number."""
    low, high = max(0, start - QUOTE // 2), min(len(text), end + QUOTE // 2)
    before = [mark.end() for mark in CLAUSE.finditer(text, low, start)]
    after = CLAUSE.search(text, end, high)
    return text[before[-1] if before else low : after.start() if after else high].strip()[:QUOTE]


def _worth(one: Unread) -> tuple[bool, bool, int]:
    """What has an owner and is no length of time comes first."""
    return not one.zone, one.unit in TIMES, one.start
