"""Sentences in order to sentences with their times: what time each is of, carried on from the ones before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.frozen import frozen
from generator.gates import gated
from generator.period import date_of, find_periods, is_aside, is_now, is_weak, made_known
from generator.period.spans import Spans
from generator.reading import PeriodMention, Sentence

CLAUSE = re.compile(r"[，。；,;：:！？]")
COMPARED = re.compile(r"(?:较|比|同比|相比|为|是|从|由|超过|高于|低于)$")
PICKED = re.compile(r"(?:单看|仅|光|早在|于|其中)$")
"""What stands before a time that is told of once and not carried on."""
BACKGROUND = re.compile(
    r"[^，。；,;]{0,24}?(?:成立|设立|建立|创建|批准|批复|升级|建成|开园|启动|开业|创办|落户|入驻|获批|获评|始建)[^，。；,;]{0,12}?的"
)
"""A time that only tells when something named was founded: 2003年成立的…"""
RISEN = re.compile(r"[增升提扩变涨跃攀发][^，。；]{0,3}[到至成为]|[到至]")
LOW = re.compile(r"[从由](?:不足|不到|仅|约|近)?$")
HOPE = re.compile(r"预计|预期|力争|争取|计划(?!单列)|有望|将(?!近|军)|目标|拟(?!定)|规划到")
CLAUSE_REACH = 40
DONE = re.compile(
    r"已|现有|拥有|共有|设有|建有|坐拥|集聚|聚集|汇聚|汇集|吸引|截[至止]|了|目前|现在|如今|位于|[落入]户|入驻"
)
"""What says that something is there already."""
FROM = ("从", "由")
DAY = len("2024-03-05")
CLOSE = 3
"""Characters between a time to compare with and its number: 前一年的38%."""
YEAR = re.compile(r"(?<![0-9.])((?:19|20)[0-9]{2}) ?年")
NAMED = re.compile(r"度?第[一二三四五六七八九十0-9]{1,3}[批次届期季场]")
"""What makes a year part of a name: 2021年第三批重点项目."""
BASIS = gated("(?:的)?基础上|(?:同期)?(?:水平)?的[0-9一二两三四五六七八九十.]{1,6}[余多]?倍")
"""What makes a time one to compare with: 在2015年的基础上翻一番, 恢复到2019年同期的1.2倍."""
NOWADAYS = gated(r"(?:现在|如今|今天|今日|眼下)的|数一数|看家底|论家底")
"""How a sentence leaves what it told of behind: 现在的开发区，…"""
OCCASION = re.compile(
    r"[^，。；、0-9]{0,16}?(?:项目|招商|引资|人才|企业|产业|经济)[^，。；0-9]{0,12}?(?:活动|仪式|大会|[约介布动]会|现场会|专场|集中(?:签约|开工|动工|竣工|投产)(?=[，。]))"
)
"""What makes a part of a year the name of an occasion, which has its own day: 5月3日，…举行二季度集中签约仪式."""
HERE_AND_NOW = gated(r"(?:此次|本次|这次|此番|这一批|这批)[^，。；]{0,12}?(?:项目|签约|开工|竣工|合作|活动|集中)")
"""How a sentence speaks of the occasion that the story is about."""
BRACKETS = gated(r"[(（][^()（）]{0,120}[)）]|“[^“”]{0,120}”")


@frozen
class Clock:
    """The time that is being told.

    `current` still holds where the next sentence begins; `told` is the last time told of in
    the story, which 当年 means; `fresh` says that `current` was set in another paragraph, so
    that a lone month need not belong to it; `hoped` says that it is one hoped for, of which
    nothing can be that is there already; `day` is the first day told of, that of the story's
    occasion (此次, 本次).
    """

    current: str = ""
    told: str = ""
    fresh: bool = True
    now: bool = False
    hoped: bool = False
    day: str = ""


def timed(sentences: Iterable[Sentence], date: str) -> Iterator[Sentence]:
    """The sentences, in reading order, with `periods` and `period` set.

    `date` is the article's. A sentence's `period` is the time that the sentences before
    it set and that still holds where it begins.
    """
    clock, place = Clock(), (-1, -1)
    read = tuple(sentences)
    lone = "" if date else only_year(sentence.text for sentence in read)
    for sentence in read:
        if sentence.story != place[0]:
            clock = Clock()
        elif sentence.paragraph != place[1]:
            clock = turned(clock)
        place = (sentence.story, sentence.paragraph)
        base = lone if clock.fresh else clock.current or lone
        periods = find_periods(sentence.text, date, base, clock.told)
        done = (clock.hoped and DONE.search(sentence.text)) or NOWADAYS.match(sentence.text)
        held = clock.day if clock.day and HERE_AND_NOW.search(sentence.text) else "" if done else clock.current
        yield sentence.with_times(periods, held)
        clock = moved(clock, sentence.text, periods)


def only_year(texts: Iterable[str]) -> str:
    """The one year that the texts name, which a lone 上半年 of an article without a date is of; empty if several."""
    years = {year for text in texts for year in YEAR.findall(text)}
    return years.pop() if len(years) == 1 else ""


def turned(clock: Clock) -> Clock:
    """The clock at a new paragraph: the time still holds there, but 目前 is over."""
    return replace(clock, current="" if clock.now else clock.current, fresh=True, now=False)


def moved(clock: Clock, text: str, periods: tuple[PeriodMention, ...]) -> Clock:
    """The clock after a sentence."""
    if not periods:
        return clock
    plain = (
        m
        for m in reversed(periods)
        if m.period and not (_light(text, m) or _beside(text, m, periods) or made_known(text, m))
    )
    told = next((m.period for m in plain), clock.told)
    day = clock.day or next((m.period for m in periods if len(m.period) == DAY), "")
    setting = carried(text, periods)
    if setting is None:
        return clock if (told, day) == (clock.told, clock.day) else replace(clock, told=told, day=day)
    now = is_now(text[setting.start : setting.end])
    return Clock(setting.period, told, fresh=False, now=now, hoped=_hoped(text, setting), day=day)


def _hoped(text: str, mention: PeriodMention) -> bool:
    """Whether a time is one by which something is hoped for (预计到2030年…将…)."""
    end = CLAUSE.search(text, mention.end)
    high = min(end.start() if end else len(text), mention.end + CLAUSE_REACH)
    return bool(HOPE.search(text, max(0, mention.start - 4), high))


def carried(text: str, periods: tuple[PeriodMention, ...]) -> PeriodMention | None:
    """The time of a sentence that the next sentences are of too; None where it sets none.

    It is the last one told plainly: times in brackets or quotations, in comparisons
    (较上年), said by the way (累计) or of something's past (2003年成立的…) are not carried on.
    """
    asides = Spans.of(BRACKETS, text)
    for mention in reversed(periods):
        if _light(text, mention, now=False) or asides.cover(mention.end - 1) or _named(text, mention.end):
            continue
        if made_known(text, mention) or _beside(text, mention, periods) or occasion(text, mention, periods):
            continue
        if not any(words.search(text, max(0, mention.start - 3), mention.start) for words in (COMPARED, PICKED)):
            return mention
    return None


def _beside(text: str, mention: PeriodMention, periods: tuple[PeriodMention, ...]) -> bool:
    """Whether a time is set beside the one told of: 去年产了9万台，而2019年为5万台."""
    after = text.startswith("而", max(0, mention.start - 1)) and mention is not periods[0]
    return after or bool(BASIS.match(text, mention.end))


def occasion(text: str, mention: PeriodMention, periods: Sequence[PeriodMention]) -> bool:
    """Whether a time is part of an occasion's name (二季度重大项目集中签约活动) whose day the sentence tells."""
    if len(mention.period) == DAY or not any(len(m.period) == DAY for m in periods):
        return False
    return bool(OCCASION.match(text, mention.end))


def _named(text: str, end: int) -> bool:
    """Whether a time that ends here only tells of something's founding, or numbers something."""
    return bool(BACKGROUND.match(text, end) or NAMED.match(text, end))


def _light(text: str, mention: PeriodMention, now: bool = True) -> bool:
    """Whether a time is said by the way, or only to compare with, or (where `now` counts) is the article's own."""
    words = text[mention.start : mention.end]
    return is_weak(words) or is_aside(words) or (now and is_now(words))


def period_at(sentence: Sentence, position: int, month: str = "") -> str:
    """The time that what stands at a position of the sentence is of; `month` is the article's.

    The nearest time before it, without those that are only compared with (较上年, 为10年前的
    11倍) and those in brackets that it stands outside of; else the time carried into the
    sentence. What something rose to (从2002年的4家增长到7043家) is of the article's month.
    """
    text = sentence.text
    asides = Spans.of(BRACKETS, text)
    for mention in reversed(sentence.periods):
        if mention.end > position or (asides.cover(mention.end - 1) and not asides.cover(position)):
            continue
        between = text[mention.end : position]
        risen = bool(RISEN.search(between))
        since = mention.period.endswith("/..")
        if _compared(text, mention):
            if (
                risen
                and text[max(0, mention.start - 1) : mention.start] in FROM
                and not is_aside(text[mention.start : mention.end])
            ):
                return f"../{month}" if month else ""
            if risen or CLAUSE.search(between) or len(between) > CLOSE:
                continue
        if since and (risen or LOW.search(between)):
            return (f"../{month}" if month else "") if risen else date_of(mention.period)
        return mention.period
    return sentence.period


def _compared(text: str, mention: PeriodMention) -> bool:
    """Whether a time is there for a number to be compared with."""
    if COMPARED.search(text, max(0, mention.start - 3), mention.start):
        return True
    words = text[mention.start : mention.end]
    return is_aside(words) and (words.endswith("同期") or text.startswith("的", mention.end))
