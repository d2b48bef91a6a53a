"""What level a zone has, when it was founded and when approved."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.extract.identity_words import Said, pattern, words
from generator.extract.phrases import Places, clause
from generator.gates import Gate, Gated, gated
from generator.model import Attribute
from generator.patterns import one_of
from generator.reading import PeriodMention, Sentence

AFTER_LEVEL = re.compile(r"(?:之一|的|，|。|；|、|！|—|\)|）|”|,|\s|$|行列|和|与|及|以来)")
ONE_OF = re.compile(r"(?:首批|批准的?|同意的?|公布的?)\d{1,4}[个家]$")
"""属于首批批准的14个国家级经开区: one of them."""
BARE_LEVEL = gated(
    r"(?:晋升|晋级|升级|升格|荣升|升|跻身|入列|迈入|跨入)(?:为|成为|到|至)?"
    r"(?P<level>国家级|省级)(?:行列|序列|方阵)?(?=[，。；、的）)]|$)"
)
RAISED = re.compile(r"(?:晋升|晋级|升级|升格|荣升)(?:成|到|至)?$")
OF_MANY = re.compile(r"(?<![第\d])\d{1,4}(?:余|多)?(?:家|个|座)$|[两二三四五六七八九十]家$|各$|等$|其他$|众多$")
APPROVED = gated(
    r"(?:国务院|政府|科技部|商务部|国家发改委|国家发展改革委|省委|自治区)[^，。；]{0,6}(?:批准|批复|同意|核准)"
    r"(?![^，。；]{0,16}(?:扩区|调区|扩容|扩围|上市|用地|管理条例))"
    r"|(?:升级|升格|晋升|晋级|升)(?:为|成为)?(?:[一-龥]{2,3}(?=省级))?(?:国家|省)|获批(?=[，。；、]|$)"
    r"|(?:跻身|入列|荣升|迈入|跨入)(?:国家级|省级)(?:行列|序列|方阵)?(?=[，。；、的）)]|$|高新区|经开区|开发区|新区)"
    r"|获批的(?:全国|全省|首批|首个|首家)?(?:国家级?|省级)(?:高新|高技术|经济|经开|开发区|新区|农业高新)"
    r"|成为(?:全国|全省|首批|首个|首家|第[一二三四五六七八九十]批)*(?:国家级?|省级)(?:高新|高技术|经济|经开|开发区|新区|农业高新)"
    r"|(?:获批|认定|批准|批复)(?:成为|升级为|升格为|晋升为|设立|建设|为)?(?:全国|全省|首批|首个|首家|第[一二三四五六七八九十]批){0,3}"
    r"(?:国家级?|省级)(?=高新|高技术|经济|经开|开发区|新区|农业高新|工业园|工业区|旅游度假|园区|[，。；、（(]|$)"
)
SUBJECT = re.compile(
    r"(?:该区|该园区|园区|新区|开发区|高新区|经开区|全区|它|其|这里|该新区)?(?:于|自|从|在)?(?:成立|创建)?$"
)
BETWEEN = re.compile(
    r"^(?:[，,])?(?:由(?:国家科委|科技部|[一-龥]{2,6}(?:省|市|县|州|自治区|政府))(?:[与和、][一-龥]{2,6}(?:省|市|县|政府))?)?"
    r"(?:正式|由|就|始|经批准|挂牌)*$"
)
SINCE = re.compile("以来|至今|伊始|之初")
"""What follows a founding that a sentence begins with: 2017年4月挂牌以来，…"""
TOGETHER = re.compile(r"(?:一道|一同|一起|双双|同时)")
APPROVAL_REACH = 60
CLAUSES_EDGE = re.compile("[，。；]|$")
ANNIVERSARY = gated(
    r"(?:成立|建区|建园|创建|设立|建设)(?P<years>\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)(?:周年|年之际|载)"
)
TENS = {char: value for value, char in enumerate("零一二三四五六七八九")}


@cache
def _level() -> Gated:
    return gated(f"(?P<level>{one_of(words('levels'))})(?P<kind>{one_of(words('kinds'))})")


@cache
def _fields() -> re.Pattern[str]:
    fields = [*words("founded_fields"), *words("approved_fields")]
    return re.compile(f"(?P<field>{one_of(fields)})[\\s：:]{{0,6}}$")


@cache
def _level_gate() -> Gate:
    return Gate(_level(), BARE_LEVEL, FIELD_LEVEL)


FIELD_LEVEL = gated(r"(?:级别|等级|层级|级\s别)[\s：:]{1,6}(?P<level>国家级|省级|市级)")
"""A line of a fact box: 级别：国家级."""
FIELD_NAMES = {"founded": "设立|成立|创建|创立|建区|建园|始建|起步", "approved": "升级|升格|批准|获批|批复|晋级|晋升"}
FIELD_TIME = re.compile(
    rf"(?:^|[\s，。；|｜/●■])(?:(?P<founded>{FIELD_NAMES['founded']})|(?P<approved>{FIELD_NAMES['approved']}))(?:时间|日期|年份)?[：:]\s{{0,4}}$"
)


def levels(sentence: Sentence) -> Iterator[Said]:
    """The level that a sentence says its zone has or was given."""
    text = sentence.text
    if not _level_gate().opens(text):
        return
    for mention in sentence.zones:
        name = text[mention.start : mention.end]
        found = _level().expression.search(name)
        if found and found.start() > 0 and found.end() == len(name):
            value = ("国家级" if found.group("level") == "国家" else found.group("level")) + found.group("kind")
            yield Said(
                Attribute.LEVEL, value, mention.start + found.start(), mention.end, "identity.name", mention.name
            )
    yield from _bare_levels(text)
    inside = Places((mention.start, mention.end) for mention in sentence.zones)
    for found in _level().finditer(text):
        if inside.covers(found.start()):
            continue
        start, _ = clause(text, found.start())
        before = text[max(start, found.start() - 40) : found.start()]
        if (
            (pattern("becomes").search(before) or RAISED.search(before))
            and not pattern("hopes").search(before)
            and (not OF_MANY.search(before) or ONE_OF.search(before))
            and (AFTER_LEVEL.match(text, found.end()) or any(zone.start == found.end() for zone in sentence.zones))
        ):
            for zone in ("", *_together(sentence, start, found.start())):
                place = (found.start(), found.end())
                yield Said(Attribute.LEVEL, found.group(), *place, "identity.level", zone, (start, found.end()))


def _bare_levels(text: str) -> Iterator[Said]:
    """晋升国家级, where the kind is the zone's own."""
    for found in FIELD_LEVEL.finditer(text):
        yield Said(Attribute.LEVEL, found.group("level"), *found.span("level"), "identity.level", "", found.span())
    for found in BARE_LEVEL.finditer(text):
        start, _ = clause(text, found.start())
        if not pattern("hopes").search(text, start, found.start()):
            yield Said(Attribute.LEVEL, found.group("level"), *found.span("level"), "identity.level", "", found.span())


def _together(sentence: Sentence, start: int, end: int) -> list[str]:
    """The zones of 与X一道，被认定为…: X, and the one that the sentence is about."""
    for mention in sentence.zones:
        if mention.end < end and TOGETHER.match(sentence.text, mention.end):
            first = sentence.owner(0)
            return [mention.name, *([first.zone] if first and first.zone != mention.name else [])]
    return []


def times(sentence: Sentence, year: str) -> Iterator[Said]:
    """When the zone was founded and when approved; `year` is the article's, for its anniversaries."""
    text = sentence.text
    if not sentence.periods and not ANNIVERSARY.opens(text):
        return
    told = [_point(period) for period in sentence.periods if "/" not in period.period.removesuffix("/..")]
    starts = {mention.start: mention.end for mention in sentence.zones}
    ends = frozenset(starts.values())
    for period in told:
        field = _fields().search(text, max(0, period.start - 14), period.start)
        short = FIELD_TIME.search(text, max(0, period.start - 10), period.start)
        if short:
            yield _time(period, "founded" if short["founded"] else "approved", (short.start(), period.end))
        elif field:
            approved = field.group("field") in words("approved_fields")
            yield _time(period, "approved" if approved else "founded", (field.start(), period.end))
        elif _is_founding(text, period, starts, ends) or (0 in starts and _goes_on(text, period)):
            yield _time(period, "founded", (max(0, period.start - 20), min(len(text), period.end + 20)))
    yield from _approvals(text, told)
    if year.isdecimal():
        for found in ANNIVERSARY.finditer(text):
            if any(found.start() - gap in ends for gap in range(13)):
                value = str(int(year) - _count(found.group("years")))
                yield Said(Attribute.FOUNDED, value, *found.span(), "identity.anniversary")


def _approvals(text: str, told: list[PeriodMention]) -> Iterator[Said]:
    last = [period.end for period in told]
    for found in APPROVED.finditer(text):
        start, _ = clause(text, found.start())
        index = bisect_right(last, found.start()) - 1
        if index < 0 or pattern("hopes").search(text, start, found.start()):
            continue
        if found.start() - last[index] <= APPROVAL_REACH:
            yield _time(told[index], "approved", (told[index].start, found.end()))


def _point(period: PeriodMention) -> PeriodMention:
    """The point from which a time that is still running counts: 1991年3月…以来."""
    running = period.period.endswith("/..")
    return replace(period, period=period.period.removesuffix("/..")) if running else period


def _count(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, _, ones = text.partition("十")
    return TENS.get(tens, 1) * 10 + TENS.get(ones, 0)


def _time(period: PeriodMention, rule: str, phrase: tuple[int, int]) -> Said:
    attribute = Attribute.APPROVED if rule == "approved" else Attribute.FOUNDED
    return Said(attribute, period.period, period.start, period.end, f"identity.{rule}", "", phrase)


def _goes_on(text: str, period: PeriodMention) -> bool:
    """Whether a clause of its own tells of a founding, of whom the sentence began with (某区是…，1990年创建，)."""
    verb = pattern("founded").match(text, period.end)
    return verb is not None and bool(CLAUSES_EDGE.match(text, verb.end())) and text[period.start - 1] in "，；"


def _is_founding(text: str, period: PeriodMention, starts: dict[int, int], ends: frozenset[int]) -> bool:
    """Whether the time tells when the zone itself, and nothing in it, was founded."""
    start, _ = clause(text, period.start)
    before = text[start : period.start]
    at = next((word for word in words("founded_at") if before.endswith(word)), "")
    if at:
        place = period.start - len(at)
        named = place in ends or (text[place - 1] in ")）" and place - 1 in ends)
        return named or bool(SUBJECT.fullmatch(before.removesuffix(at))) or period.end + 1 in starts
    verb = pattern("founded").search(text, period.end, min(len(text), period.end + 40))
    if not verb:
        return False
    between = text[period.end : verb.start()]
    after = text[verb.end() : verb.end() + 1]
    if SINCE.match(text, verb.end()) and period.start == start and BETWEEN.match(between):
        return start == 0 or text[start - 1] in "。；"
    if BETWEEN.match(between):
        if after == "的":
            said = before.removesuffix("是").removesuffix("系").removesuffix("为")
            return verb.end() + 1 in starts or (said != before and start + len(said) in ends)
        subject = before.removesuffix("于").removesuffix("自").removesuffix("在")
        by_name = start + len(subject) in ends or bool(subject and SUBJECT.fullmatch(subject))
        listed = not subject and after == "、" and period.start == start
        return (by_name or listed) and after in "，。；、,)）"
    position = period.end + len(between) - len(between.lstrip("，,"))
    return position in starts and bool(BETWEEN.match(text[starts[position] : verb.start()]))
