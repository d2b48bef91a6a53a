"""When what a sentence tells happened: the time that dates a verb, as precise as the text."""

from __future__ import annotations

import re

from generator.extract.event_words import AT_SCENE, ATTRIBUTE, WHEN
from generator.model import EventType
from generator.period import bounds, date_of, is_aside, is_weak
from generator.period.spans import Spans
from generator.reading import PeriodMention, Sentence
from generator.timeline import BRACKETS

OF_A_DAY = frozenset((EventType.HELD, EventType.VISITED))
"""Types that a year alone does not date: what is held in a year is held every year."""
STRONG = frozenset(EventType) - {EventType.OTHER, EventType.PUBLISHED, EventType.VISITED, EventType.HELD}
"""Types that the time of an earlier sentence dates as well."""
NEAR = 6
"""Characters between a time and the verb that describes what follows: 2003年正式成立的…"""
YEAR_ENDS = ("年底", "年末", "岁末", "年内")
"""Times of the article's own year that lie ahead of it unless it is over."""
CLAUSE_BREAK = re.compile(r"[，,；：](?!(?:随着|伴随|伴着|历经|经过|按照|根据)[^，,]{2,40}[，,])[^，,]{4}")
OF_A_LIFE = re.compile("毕业|出生|参加工作|入职|留学")
"""What a time tells of a person, behind it."""
OTHER_TOLD = re.compile("；")
BESIDE = re.compile(
    r"(?:[^，。；]{0,40}(?:书记|主任|长|经理|总裁|委员)[\u4e00-\u9fff]{2,4}[，、]|[^，。；]{1,14}[内里上旁][，、]|[^，。；]{1,4}[，、]){1,8}"
)
"""Who takes part, with their offices, where it is and how it looks, between a time and what is done."""
PART_OF_NAME = re.compile(r"第|度|[一二三四上下前]|[“《]|[^，。；]{0,8}(?:批|届|季度)")
"""What follows a year that only belongs to a name: 2021年第三批重点项目, 2023年二季度集中开工仪式."""
FIRST_OF = re.compile(r"首|第|最|唯一")


def dated_before(sentence: Sentence, position: int) -> bool:
    """Whether a time stands right before the position, and no order that it counts in (今年首个签约的)."""
    text = sentence.text
    near = (m for m in sentence.periods if 0 <= position - m.end <= NEAR and text[m.end : m.end + 1] != "，")
    return any(not FIRST_OF.search(sentence.text, m.end, position) for m in near)


def time_of(sentence: Sentence, verb: int, start: int, end: int, kind: EventType, rule: str) -> PeriodMention | None:
    """The time of what a clause (`start`, `end`) tells by its verb.

    The nearest before the verb, else one right behind it (成立于2003年); a year that belongs to
    a name (2021年第三批重点项目) gives way to a day that stands before it.
    """
    found: PeriodMention | None = None
    for mention in reversed(sentence.periods):
        if not _dates(sentence, mention, verb, start, end, kind, rule):
            continue
        if found is None:
            found = mention
            if len(mention.period) > len("2020") or not (
                PART_OF_NAME.match(sentence.text, mention.end) or _led_in(sentence, mention)
            ):
                break
        elif len(mention.period) > len(found.period) and mention.period[:4] == found.period[:4]:
            return mention
    if found is not None and kind in OF_A_DAY and (len(found.period) == len("2020") or "/" in found.period):
        return _of_day(sentence, found) or found
    return found


def _of_day(sentence: Sentence, year: PeriodMention) -> PeriodMention | None:
    """The day told before a year that belongs to the name of what was held: 11月20日上午，“…”2021年某区启动仪式举行."""
    days = (m for m in sentence.periods if m.end <= year.start and len(m.period) > len("2020-01"))
    return next((m for m in days if "/" not in m.period and m.period[:4] == year.period[:4]), None)


def _led_in(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether another time stands right before a year: 10月17日，2023年某区集中开工仪式举行."""
    year = mention.period[:4]
    return any(m.end < mention.start <= m.end + 1 and m.period[:4] == year for m in sentence.periods)


def _dates(
    sentence: Sentence, mention: PeriodMention, verb: int, start: int, end: int, kind: EventType, rule: str
) -> bool:
    """Whether a time may be that of the verb."""
    text = sentence.text
    words = text[mention.start : mention.end]
    if is_weak(words) or (is_aside(words) and not words.endswith("前") and "月" not in words) or words in YEAR_ENDS:
        return False
    if text[max(0, mention.start - 2) : mention.start].startswith("每") or OF_A_LIFE.match(text, mention.end):
        # 每年5月举办…, 2022年毕业于某大学的某某创办….
        return False
    if kind == EventType.AWARDED and words.endswith("年度"):
        # The year that was judged, not the one in which the award was given.
        return False
    asides = Spans.of(BRACKETS, text)
    if asides.cover(mention.end - 1) and not asides.cover(verb):
        return False
    if mention.end > verb and rule == "event.when":
        return bool(WHEN.expression.fullmatch(text[verb : mention.start]))
    if mention.end > verb:
        return mention.start < end and text[mention.start - 1] == "于" and mention.start - verb < 2 * NEAR
    described = ATTRIBUTE.search(text, mention.end, mention.end + 2 * NEAR)
    close = described and described.start() - mention.end <= NEAR and text[mention.end : mention.end + 1] != "，"
    if rule == "event.dated-verb" and described and close:
        return bool(AT_SCENE.match(text, described.end(), verb))
    return kind in STRONG or not _broken(text, mention.end + 1, start)


def _broken(text: str, start: int, end: int) -> bool:
    """Whether something else is told between a time and a clause; who takes part is nothing else."""
    if OTHER_TOLD.search(text, start - 1, end):
        return True
    found = CLAUSE_BREAK.search(text, start, end)
    return found is not None and not BESIDE.fullmatch(text, found.start() + 1, end)


def is_year_end(words: str) -> bool:
    """Whether a time lies ahead in the article's own year."""
    return words in YEAR_ENDS


def date_in(period: str, today: str) -> str:
    """The date of an event in a period; empty for times that are open to the past or yet to come."""
    if not period or period.startswith("../"):
        return ""
    date = date_of(period)
    late = today and date and bounds(date)[0] > bounds(today)[1]
    return "" if late else date


def datable(kind: EventType, date: str, carried: bool, chained: bool) -> bool:
    """Whether a date is enough for a type of event."""
    if kind in OF_A_DAY and len(date) < len("2020-01"):
        return False
    return not carried or kind in STRONG or (chained and kind == EventType.OTHER)
