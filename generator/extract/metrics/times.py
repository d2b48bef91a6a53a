"""When a number was true, and whether it is hoped for."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.metrics.lexicon import endings, starts_with, words_of
from generator.extract.metrics.nearby import earlier
from generator.gates import Gated, gated
from generator.model import Status
from generator.patterns import alternation
from generator.period import is_aside, is_now, is_weak, made_known
from generator.period.spans import Spans
from generator.reading import PeriodMention, Sentence
from generator.rules import load
from generator.timeline import BASIS, HERE_AND_NOW, occasion

WITHIN_YEARS = (
    "[一二两三四五六七八九十0-9]{1,2}年内(?!就|已|便|先后|相继|累计|连续)"
    "|(?:未来|今后)[一二两三四五六七八九十几0-9]{1,2}年"
)
REACH = 200
"""Characters before a number in which a word of hope can govern it."""
AFTERWARDS = gated("(?:达产|建成|投产|投用|达效|运营|全部投产)后")
COMPARED = re.compile("(?:较|比|(?<!参)与|同)$")
OF_THEN = re.compile("的[^，。；]{0,8}[0-9]")
"""What follows a time that is compared with and has a number of its own: 比2015年的30亿元."""
SUM_PLANNED = re.compile("(?:计划|预计|拟)(?:总投资|投资额|总投资额|投资)(?=[约近超逾达0-9一二三四五六七八九十百千])")
ALONE = re.compile("(?:的时候|时)?[，,]?(?:高达|多达|低至|还|才|仅|只|就|已|是|为|有|达|达到|达到了|约为|约|近)*")
YEAR_BEFORE = re.compile("上年度?|上一年度?")
TOLD = re.compile("[，,](?:(?![较比]|同比)[^，。；：0-9]){1,16}")
"""What stands behind the year before where that is told of: 上年度，税收19亿元."""
MERELY = re.compile("[，,](?:(?![较比]|同比)[^，。；：0-9]){1,10}(?:只有|仅有|不过|不足|不到|才)")
"""What stands behind a time long past that is told of: 十年前，税收只有2亿元."""
DEED = re.compile("(?:引进|新增|投入|完成|实施|签约|招引|拿下|培育|培养|获批)[^，。；]{0,8}$")
"""What is done in a stretch of years, where what is there now is of no such time."""
RELATIVE = re.compile(r"(?:(?!了)[一-龥]){2,8}?的(?!是)")
FOUNDED = gated(
    r"(?:(?!的)[^，。；：、0-9]){0,16}?(?:成立|设立|创办|组建|批准|批复|获批|升级|升格|晋升|晋级|建厂|起家|启用|挂牌|揭牌)(?:(?!的)[^，。；：0-9]){0,14}(?<![时初际])，"
)
"""What stands behind the time of a founding: 2016年4月经省政府批准设立，"""
HAVING = gated(
    "现(?:有|已有|拥有|共有)|(?:目前|如今|眼下)[^，。；]{0,6}有|手[里头上中][^，。；]{0,4}(?:有|攒|攥|握)|数一数|看家底|论家底"
)
OPENED = gated(
    r"[，,]?[^，。；]{3,40}?(?:揭牌|成立|启用|投用|开园|开业|开街|落成|挂牌|运营|组建|签约|启动|动工|开建)[^，。；]{0,6}，"
)
"""What was done on a day, after which the numbers behind grew: 9月揭牌，已服务企业60家."""
SO_FAR = re.compile("已(?!经?将)|累计|现有")
SPAN = re.compile("[0-9]{4}/([0-9]{4})")
RISE = re.compile(alternation(words_of("rise_to")) + "$")
ORIGIN = gated("最初|划出|划定|批复时|批准时|设立时|成立时|当时|起步时")
"""What tells of an area that it was so at a beginning: 1990年，城南划出4平方公里."""
ATTRIBUTE = re.compile("(?:、[^，。；的]{0,16})?的(?![0-9])")
"""What stands behind a number that only describes a thing something happened to: 4月8日，总投资3亿元的基地摘牌."""
NOTED = re.compile("[(（]")
SETTLED = "(?!经?(?:排定|敲定|明确|确定|定下|划定|锁定|出炉|下达|亮出|摆在))"
"""What 已 is not followed by where it says that a goal is set (目标已经敲定：…), not that it is reached."""
COMING = gated(
    "[^，。；：0-9]{0,20}?(?:将(?:在|于)[^，。；]{0,8}?|即将|将陆续|将相继|将先后|(?<![主需重])要|将)"
    "(?:开工|动工|投产|进驻|入驻|落户|竣工|交付|投用|启用|签约|上市|投运)"
)
"""What is told behind a number of what is counted: 17个项目要开工, 60名专家将在年内入驻."""
EARLY = ("01", "02", "03")
"""Months in which no figure of the whole year can be there yet."""
REPORTED = re.compile("已|累计|完成|实现|截至|目前|以来|了|同比")
BRACKETS = gated("(?<=[0-9一-龥%])[(（][^()（）]{0,60}[)）]")


@cache
def _target() -> tuple[Gated, re.Pattern[str]]:
    rules = load("cues")["target"]
    before = "".join(f"(?<!{re.escape(word)})" for word in rules["not_before"])
    cue = f"{before}(?:{alternation(rules['words'])}|{WITHIN_YEARS})(?!{alternation(rules['not_after'])})"
    return gated(cue), re.compile(f"(?:{alternation(rules['end'])}){SETTLED}")


def status_at(sentence: Sentence, position: int, period: str, month: str) -> Status:
    """Whether a number at `position` is hoped for: by its time, or by a word before it that nothing done cuts off."""
    cue, end = _target()
    if period and month and _later(period, month):
        return Status.TARGET
    if COMING.match(sentence.text, end_of(sentence, position)):
        return Status.TARGET
    if not cue.opens(sentence.text):
        return Status.ACTUAL
    text = sentence.text[max(0, position - REACH) : position]
    cues = [found for found in cue.expression.finditer(text) if not _only_own(text, found)]
    return Status.ACTUAL if not cues or end.search(text, cues[-1].end()) else Status.TARGET


def of_year_begun(sentence: Sentence, found_at: int, period: str, month: str) -> bool:
    """Whether a figure of a whole year stands in an article of its first months: it is what is to be reached."""
    if len(month) < len("2024-03") or period != month[:4] or month[5:7] not in EARLY:
        return False
    return not REPORTED.search(sentence.text, 0, found_at)


def is_yearly(indicator: str) -> bool:
    """Whether an indicator is one that is reported once a year."""
    return bool(_yearly().search(indicator))


def _only_own(text: str, cue: re.Match[str]) -> bool:
    """Whether a word of hope is a part of 计划总投资 and so says nothing of what stands behind the next comma."""
    own = SUM_PLANNED.match(text, cue.start())
    return own is not None and bool(re.search("[，；。]", text[own.end() :]))


def _later(period: str, month: str) -> bool:
    """Whether a time begins after the article's month (2025 after 2024-03; 2024 is not)."""
    begin = period.strip("./").split("/")[0]
    return not period.startswith("..") and begin[: len(month)] > month and not month.startswith(begin)


def period_at(
    sentence: Sentence, position: int, clause: int, month: str, *, static: bool, target: bool, carried: str
) -> str:
    """The time a number at `position` is of: the nearest before it, else what gathers, else what is carried.

    A static indicator takes only a time that is told with it, a target only one that is told with the hope.
    """
    text = sentence.text
    strong, weak = _mentions(sentence, position)
    if target:
        return _hoped(text, strong, clause, position, month, carried)
    if static:
        origin = [m for m in strong if len(m.period) >= len("2024") and ORIGIN.search(text, m.end, position)]
        if origin and not any(is_now(text[m.start : m.end]) for m in strong if m.start >= origin[-1].start):
            return origin[-1].period
        of_thing = ATTRIBUTE.match(text, end_of(sentence, position))
        own = [m for m in strong if not of_thing and _tells_when(text, m, clause, position)]
        own = own or [m for m in weak if m.start >= clause]
        return own[-1].period if own else ""
    rows = [m for m in weak if m.start >= clause and "/" in m.period.strip("./")]
    done = DEED.search(text, clause, position)
    heads = (m for m in earlier(sentence.periods, position) if m.start >= clause or done)
    lately = [m for m in heads if text[m.end : clause].strip("，, ") == "" and _lately(text, m)]
    found = rows or lately or strong or weak
    if found is strong and (
        _told_apart(text, strong[-1:], clause, position) or _since_then(text, strong[-1], position)
    ):
        return "now"
    if not found:
        return "now" if HAVING.search(text, clause, position) or SO_FAR.search(text, clause, position) else carried
    years = SPAN.fullmatch(found[-1].period)
    return years[1] if years and RISE.search(text, found[-1].end, position) else found[-1].period


def end_of(sentence: Sentence, position: int) -> int:
    """Where the quantity ends whose number begins here, its unit in it."""
    return next((q.end for q in sentence.quantities if q.number_start == position), position)


def noted(sentence: Sentence, end: int) -> str:
    """The time that stands in brackets right behind a number: 33万人(2021年末); empty where there is none."""
    if not NOTED.match(sentence.text, end):
        return ""
    inside = (m for m in sentence.periods if m.start == end + 1 and sentence.text[m.end : m.end + 1] in ")）")
    found = next(inside, None)
    if found is None:
        return ""
    edge = sentence.text[found.end - 1] in "底末" and not found.period.startswith("..")
    return f"../{found.period}" if edge else found.period


def _lately(text: str, mention: PeriodMention) -> bool:
    """Whether a stretch of years up to now is what the number is of: 近三年拿下12项."""
    return text.startswith("近", mention.start) and "/" in mention.period and not mention.period.startswith("..")


def _since_then(text: str, mention: PeriodMention, position: int) -> bool:
    """Whether a number tells what has come together since something was done on a day or in a month before it."""
    if not 0 <= len(mention.period) - len("2024-03") <= len("-05") or "/" in mention.period:
        return False
    done = OPENED.match(text, mention.end)
    return done is not None and SO_FAR.search(text, done.end(), position) is not None


def _told_apart(text: str, strong: list[PeriodMention], clause: int, position: int) -> bool:
    """Whether a number tells what there is now, apart from a clause before it that tells what was done then."""
    if not strong or strong[0].start >= clause or not HAVING.search(text, clause, position):
        return False
    return "/" not in strong[0].period and text[strong[0].end : clause].strip("，,：:") != ""


def _hoped(text: str, strong: list[PeriodMention], clause: int, position: int, month: str, carried: str) -> str:
    """The time by which something is hoped for: what comes after 建成后 has none of its own."""
    own = [m for m in strong if m.start >= clause]
    if not own and AFTERWARDS.search(text, clause, position):
        return ""
    told = [m for m in own or strong if not is_now(text[m.start : m.end]) and _ahead(text, m, month)]
    if told and (own or "届时" in text[clause:position] or len(told[-1].period.rpartition("/")[2]) < len("2024-03-05")):
        return told[-1].period
    return carried if len(carried) == len("2024") and carried >= (month[:4] or "9999") else ""


def _ahead(text: str, mention: PeriodMention, month: str) -> bool:
    until = text[max(0, mention.start - 1) : mention.start] in ("到", "至") or text[mention.start] in "到至"
    end = mention.period.strip("./").rpartition("/")[2]
    return end >= month[: len(end)] or until


def _tells_when(text: str, mention: PeriodMention, clause: int, position: int) -> bool:
    """Whether a time is when something that hardly changes was measured, not when something else happened."""
    if is_now(text[mention.start : mention.end]):
        return False
    if mention.period.startswith("..") or text[mention.end : clause].strip("，,：:") == "":
        return "的" not in text[mention.end : position]
    return mention.start >= clause and not re.search("[的：:]", text[mention.end : position])


def _mentions(sentence: Sentence, position: int) -> tuple[list[PeriodMention], list[PeriodMention]]:
    """The times before a number that can be its own: those that tell it, and those that only gather (累计, 已)."""
    text = sentence.text
    strong, weak = [], []
    asides = Spans.of(BRACKETS, text)
    for mention in earlier(sentence.periods, position):
        if asides.cover(mention.start) and not asides.cover(position):
            continue
        written = text[mention.start : mention.end]
        if is_weak(written):
            weak.append(mention)
        elif (not is_aside(written) or _tells_number(sentence, mention)) and not (
            _of_another(text, mention, position) or occasion(text, mention, sentence.periods)
        ):
            strong.append(mention)
    return strong, weak


def _tells_number(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether a time to compare with has a number of its own: 前一年是30亿元, 五年前才5家."""
    q = next((q for q in sentence.quantities if q.start >= mention.end), None)
    if q is None:
        return False
    plain = YEAR_BEFORE.fullmatch(sentence.text, mention.start, mention.end)
    told = (ALONE, MERELY, TOLD) if plain else (ALONE, MERELY)
    return any(pattern.fullmatch(sentence.text, mention.end, q.start) for pattern in told) and not COMPARED.search(
        sentence.text, max(0, mention.start - 2), mention.start
    )


def _of_another(text: str, mention: PeriodMention, position: int) -> bool:
    """Whether a time is of another thing: 成立于2015年, 由2019年的…, 2023年成立的…."""
    before, later = text[max(0, mention.start - 1) : mention.start], "，" in text[mention.end : position]
    if BASIS.match(text, mention.end) or made_known(text, mention):
        return True
    founding = None if mention.period.endswith("/..") else FOUNDED.match(text, mention.end)
    if founding and founding.end() <= position:
        return True
    own = OF_THEN.match(text, mention.end)
    own = own if own and position < own.end() else None
    if COMPARED.search(text, max(0, mention.start - 2), mention.start) and not own:
        return True
    if before in ("于", "从", "由"):
        return later and not text.endswith("定于", 0, mention.start)
    if (
        before in ("是", "为", "较", "比")
        and text[mention.end : mention.end + 1] == "的"
        and not (own and before in ("较", "比"))
    ):
        return True
    relative = RELATIVE.match(text, mention.end)
    return relative is not None and relative.end() < position


@cache
def _agreed() -> re.Pattern[str]:
    return re.compile(alternation(words_of("agreed")))


@cache
def _yearly() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words_of('yearly'))})(?:占比|增速)?$")


def _reported(sentence: Sentence, indicator: str, month: str) -> bool:
    """Whether a zone's figure is one of a year, and the year told of paragraphs ago is the last one or this one."""
    owner, year = sentence.owners[0].owner if sentence.owners else None, sentence.period
    if owner is None or owner.subject or len(year) != len("2024") or not month:
        return False
    return int(month[:4]) - 1 <= int(year) <= int(month[:4]) and bool(_yearly().search(indicator))


@cache
def _flow() -> re.Pattern[str]:
    return re.compile(alternation(words_of("flow")))


def static(indicator: str) -> bool:
    """Whether an indicator does not change with the year: an area, a distance, a project's total investment."""
    if indicator.startswith("距"):
        return True
    return indicator.endswith(endings("static")) and not _flow().search(indicator)


def carried(sentence: Sentence, indicator: str, month: str, *, near: bool) -> str:
    """The time that holds from the sentences before, where it can be the indicator's: a day is one of what is done."""
    period = sentence.period
    if "/" in period:
        return period if near or not month or period.strip("./")[: len(month)] <= month else ""
    if len(period) > len("2024-03"):
        done = starts_with("states").match(indicator) or _agreed().search(indicator)
        return period if "项目" in indicator or (near and done) or HERE_AND_NOW.search(sentence.text) else ""
    if not near:
        return period if _reported(sentence, indicator, month) else ""
    if period == month:
        return f"../{month}" if month else ""
    return period if len(period) == len("2024") else ""
