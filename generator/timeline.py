"""Sentences in order to sentences with their times: what time each is of, carried on from the ones before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.period import find_periods, is_now, is_weak
from generator.period.spans import Spans
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
    """The time that is being told.

    `current` still holds where the next sentence begins; `told` is the last time told of in
    the story, which 当年 means; `fresh` says that `current` was set in another paragraph, so
    that a lone month need not belong to it.
    """

    current: str = ""
    told: str = ""
    fresh: bool = True
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
        periods = find_periods(sentence.text, date, "" if clock.fresh else clock.current, clock.told)
        yield replace(sentence, periods=periods, period=clock.current)
        clock = moved(clock, sentence.text, periods)


def turned(clock: Clock) -> Clock:
    """The clock at a new paragraph: the time still holds there, but 目前 is over."""
    return replace(clock, current="" if clock.now else clock.current, fresh=True, now=False)


def moved(clock: Clock, text: str, periods: tuple[PeriodMention, ...]) -> Clock:
    """The clock after a sentence."""
    told = next((m.period for m in reversed(periods) if m.period and not _light(text, m)), clock.told)
    setting = carried(text, periods)
    if setting is None:
        return replace(clock, told=told)
    return Clock(setting.period, told, fresh=False, now=is_now(text[setting.start : setting.end]))


def carried(text: str, periods: tuple[PeriodMention, ...]) -> PeriodMention | None:
    """The time of a sentence that the next sentences are of too; None where it sets none.

    It is the last one told plainly: times in brackets or quotations, in comparisons
    (较上年), said by the way (累计) or of something's past (2003年成立的…) are not carried on.
    """
    asides = Spans.of(BRACKETS, text)
    for mention in reversed(periods):
        words = text[mention.start : mention.end]
        if is_weak(words) or asides.cover(mention.start) or BACKGROUND.match(text, mention.end):
            continue
        if not COMPARED.search(text, max(0, mention.start - 3), mention.start):
            return mention
    return None


def _light(text: str, mention: PeriodMention) -> bool:
    """Whether 当年 cannot mean this time: it is the article's own, or said by the way."""
    words = text[mention.start : mention.end]
    return is_now(words) or is_weak(words)
