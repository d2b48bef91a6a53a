"""What level a zone has, when it was founded and when approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.identity_words import Said, either, pattern, words
from generator.extract.phrases import clause
from generator.model import Attribute
from generator.reading import PeriodMention, Sentence

AFTER_LEVEL = re.compile(r"(?:之一|的|，|。|；|、|！|—|\)|）|”|,|\s|$|行列|和|与|及)")
OF_MANY = re.compile(r"\d(?:余|多)?(?:家|个|座)$|[两二三四五六七八九十]家$|各$|等$|其他$|众多$")
APPROVED = re.compile(
    r"(?:国务院|政府|科技部|商务部|国家发改委|国家发展改革委|省委|自治区)[^，。；]{0,6}(?:批准|批复|同意)"
    r"|(?:升级|升格|晋升|晋级|升)为(?:国家|省)"
    r"|(?:获批|认定|批准|批复)(?:成为|升级为|升格为|晋升为|设立|为)?(?:全国|全省|首批|首个|首家|第[一二三四五六七八九十]批)*(?:国家|省级)"
)
SUBJECT = re.compile(
    r"(?:该区|该园区|园区|新区|开发区|高新区|经开区|全区|它|其|这里|该新区)?(?:于|自|从|在)?(?:成立|创建)?$"
)
BETWEEN = re.compile(r"^(?:[，,])?(?:正式|由|就|始|经批准|获批|挂牌|经[一-龥]{2,10}(?:批准|同意))*$")
ANNIVERSARY = re.compile(r"(?:成立|建区|建园|创建|设立|建设)(?P<years>\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)(?:周年|年之际|载)")
TENS = {char: value for value, char in enumerate("零一二三四五六七八九")}


@cache
def _level() -> re.Pattern[str]:
    return re.compile(f"(?P<level>{either(words('levels'))})(?P<kind>{either(words('kinds'))})")


@cache
def _fields() -> re.Pattern[str]:
    fields = [*words("founded_fields"), *words("approved_fields")]
    return re.compile(f"(?P<field>{either(fields)})[\\s：:]{{0,6}}$")


def levels(sentence: Sentence) -> Iterator[Said]:
    """The level that a sentence says its zone has or was given."""
    text = sentence.text
    for mention in sentence.zones:
        name = text[mention.start : mention.end]
        found = _level().search(name)
        if found and found.start() > 0 and found.end() == len(name):
            value = ("国家级" if found.group("level") == "国家" else found.group("level")) + found.group("kind")
            yield Said(
                Attribute.LEVEL, value, mention.start + found.start(), mention.end, "identity.name", mention.name
            )
    inside = [(mention.start, mention.end) for mention in sentence.zones]
    for found in _level().finditer(text):
        if any(start < found.start() < end for start, end in inside):
            continue
        start, _ = clause(text, found.start())
        before = text[max(start, found.start() - 40) : found.start()]
        if (
            pattern("becomes").search(before)
            and not pattern("hopes").search(before)
            and not OF_MANY.search(before)
            and AFTER_LEVEL.match(text, found.end())
        ):
            yield Said(
                Attribute.LEVEL, found.group(), found.start(), found.end(), "identity.level", "", (start, found.end())
            )


def times(sentence: Sentence, year: str) -> Iterator[Said]:
    """When the zone was founded and when approved; `year` is the article's, for its anniversaries."""
    text = sentence.text
    for period in sentence.periods:
        if "/" in period.period:
            continue
        field = _fields().search(text, max(0, period.start - 14), period.start)
        if field:
            approved = field.group("field") in words("approved_fields")
            yield _time(period, "approved" if approved else "founded", (field.start(), period.end))
        elif _is_founding(sentence, period):
            yield _time(period, "founded", (max(0, period.start - 20), min(len(text), period.end + 20)))
    for found in APPROVED.finditer(text):
        start, _ = clause(text, found.start())
        if pattern("hopes").search(text, start, found.start()):
            continue
        before = [period for period in sentence.periods if period.end <= found.start() and "/" not in period.period]
        if before and found.start() - before[-1].end <= 60:
            yield _time(before[-1], "approved", (before[-1].start, found.end()))
    if year.isdecimal():
        for found in ANNIVERSARY.finditer(text):
            if any(0 <= found.start() - mention.end <= 12 for mention in sentence.zones):
                value = str(int(year) - _count(found.group("years")))
                yield Said(Attribute.FOUNDED, value, *found.span(), "identity.anniversary")


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, _, ones = text.partition("十")
    return TENS.get(tens, 1) * 10 + TENS.get(ones, 0)


def _time(period: PeriodMention, rule: str, phrase: tuple[int, int]) -> Said:
    attribute = Attribute.APPROVED if rule == "approved" else Attribute.FOUNDED
    return Said(attribute, period.period, period.start, period.end, f"identity.{rule}", "", phrase)


def _is_founding(sentence: Sentence, period: PeriodMention) -> bool:
    """Does the time tell when the zone itself (and nothing in it) was founded?"""
    text = sentence.text
    start, _ = clause(text, period.start)
    before = text[start : period.start]
    ends = {mention.end: mention for mention in sentence.zones}
    starts = {mention.start: mention for mention in sentence.zones}
    at = next((word for word in words("founded_at") if before.endswith(word)), "")
    if at:
        return period.start - len(at) in ends or bool(SUBJECT.fullmatch(before.removesuffix(at)))
    verb = pattern("founded").search(text, period.end, min(len(text), period.end + 40))
    if not verb:
        return False
    between = text[period.end : verb.start()]
    after = text[verb.end() : verb.end() + 1]
    if BETWEEN.match(between):
        if after == "的":
            return verb.end() + 1 in starts
        subject = before.removesuffix("于").removesuffix("自").removesuffix("在")
        return (start + len(subject) in ends or SUBJECT.fullmatch(subject) is not None and bool(subject)) and after in "，。；、,)）" 
    lead = between.lstrip("，,")
    position = verb.start() - len(lead)
    return position in starts and BETWEEN.match(text[starts[position].end : verb.start()]) is not None
