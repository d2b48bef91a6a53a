"""Sentences in order to sentences with their times: what time each is of, carried on from the ones before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.period import find_periods, is_now, is_weak
from generator.reading import PeriodMention, Sentence

CLAUSE = re.compile(r"[，。；,;：:！？]")
COMPARED = re.compile(r"(?:较|比|同比|相比|为|是|从|由|于|超过|高于|低于)$")
BACKGROUND = re.compile(
    r"[^，。；,;]{0,24}?(?:成立|设立|建立|创建|批准|批复|升级|建成|开园|启动|开业|创办|落户|入驻|获批|获评|始建)[^，。；,;]{0,12}?的"
)
"""A time that only tells when something named was founded: 2003年成立的…"""
BRACKETS = re.compile(r"[(（][^()（）]{0,120}[)）]|“[^“”]{0,120}”")


@dataclass(frozen=True, slots=True)
class Clock:
    """The time that is being told. `told` is the last one in the story, `current` the one that still holds."""

    told: str = ""
    current: str = ""
    now: bool = False


def timed(sentences: Iterable[Sentence], date: str) -> Iterator[Sentence]:
    """The sentences, in reading order, with `periods` and `period` set.

    `date` is the article's. A sentence's `period` is the time that the sentences before
    it set and that still holds where it begins.
    """
    clock, place = Clock(), (-1, -1)
    for sentence in sentences:
        if sentence.story != place[0]:
            clock = Clock()
        elif sentence.paragraph != place[1]:
            clock = turned(clock)
        place = (sentence.story, sentence.paragraph)
        periods = find_periods(sentence.text, date, clock.current or clock.told)
        yield replace(sentence, periods=periods, period=clock.current)
        clock = moved(clock, sentence, periods)


def turned(clock: Clock) -> Clock:
    """The clock at a new paragraph: what was told of can still be meant (同年), 目前 is over."""
    return replace(clock, current="", now=False) if clock.now else clock


def moved(clock: Clock, sentence: Sentence, periods: tuple[PeriodMention, ...]) -> Clock:
    """The clock after a sentence."""
    setting = carried(sentence.text, periods)
    if setting is None:
        return clock
    now = is_now(sentence.text[setting.start : setting.end])
    return Clock(setting.period or clock.told, setting.period, now)


def carried(text: str, periods: tuple[PeriodMention, ...]) -> PeriodMention | None:
    """The time of a sentence that the next sentences are of too; None where it sets none.

    It is the last time at the head of a clause or told plainly; times in brackets, in
    comparisons (较上年), said by the way (累计) or of something's past (2003年成立的) are not.
    """
    asides = [match.span() for match in BRACKETS.finditer(text)]
    found = None
    for mention in periods:
        words = text[mention.start : mention.end]
        if is_weak(words) or any(start < mention.start < end for start, end in asides):
            continue
        if COMPARED.search(text, max(0, mention.start - 3), mention.start):
            continue
        if BACKGROUND.match(text, mention.end):
            continue
        found = mention
    return found
