"""From one level to another: 由2020年的2.3亿元增至5.1亿元 is two metrics."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.metrics import shares
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import words_of
from generator.extract.metrics.nearby import earlier
from generator.extract.metrics.phrase import noun_after
from generator.extract.metrics.state import State
from generator.patterns import alternation
from generator.period import date_of, is_aside
from generator.quantity import family
from generator.reading import PeriodMention

START = re.compile(r"(?:从|由)(?P<mid>[^，]{0,18}?)(?:的)?(?:仅|不足|仅有|只有|约|近)?$")
NOWADAYS = re.compile("[从由](?:现在|目前|眼下|当前|如今|现有)的?[^，]{0,6}$")
"""How the level that there is now is told, which another is to follow: 由现在的9家增加到20家."""
SET_OUT = re.compile(
    r"^(?:左右|以上)?(?:起步|出发|起家|一路)[^，]{0,6}，[^，]{0,14}?(?:已有|已达|已是|达到|达|做到|冲到|增至|有)(?:了)?$"
)
"""How a level is left for another: 从2016年的58亿元起步，去年已有102亿元."""
FIRST = re.compile(r"最初|起初|起步|成立之初|当初|原来|刚|以前|过去|初期")
SPAN = re.compile("([0-9]{4})/([0-9]{4})")
SPELL = re.compile(r"[一二两三四五六七八九十0-9]{1,3}(?:多|余)?年(?:间|来|里|时间)")
BORN = re.compile(r"[^，。；]{0,10}?(?:成立|设立|创办|落户|投产|开园|建成)[^，。；]{0,8}，")
"""How the time of the first level is told where it is that of a founding: 2016年创办，六年间…."""


@cache
def _rise() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:左右|以上)?[^，]{{0,4}}?(?:{alternation(words_of('rise_to'))})(?:了)?(?P<mid>[^，]{{0,14}}?)(?:的)?$"
    )


def read(state: State) -> list[Found] | None:
    """Both levels of a rise or fall, or None where there is no such pair."""
    here, there = state.q, state.following()
    if there is None or not _same(here.unit, there.unit):
        return None
    text = state.text[state.clause : here.start]
    start = START.search(text)
    between = state.text[here.end : there.start]
    rise = _rise().match(between.replace("，", "", 1)) or SET_OUT.match(between)
    if not start or not rise:
        return None
    noun = state.noun(low=state.clause, high=state.clause + start.start())
    of = shares.OF.search(text[: start.start()])
    among = shares.AMONG.search(text[: start.start()])
    if among:
        noun = shares.among(state, among)
    elif of:
        noun = shares.named(state, of)
    if not noun:
        noun = state.previous
    counted = _counts(here.unit)
    if not noun:
        index = state.index
        state.index += 1
        noun = noun_after(state.reading, there.end, state.high)
        state.index = index
    if not noun:
        state.index += 2
        return []
    wider = not among and state.wider(noun.start)
    name = _named(noun.text, counted)
    low = min(noun.start, state.clause + start.start())
    begun, since = _begun(state)
    own = noun_after(state.reading, here.end, there.start)
    first = state.metric(
        own.text if own and not counted and own.text not in words_of("nominal") else name,
        "metric.from-to",
        low=low,
        noun=noun.text,
        period=begun,
        wider=wider,
    )
    state.index += 1
    other = _then(state)
    second = state.metric(
        other or name,
        "metric.from-to",
        low=low,
        noun=noun.text,
        period=_now(state, begun, since, here.end),
        wider=wider,
    )
    state.index += 1
    return [first, second]


def _then(state: State) -> str:
    """What the second number is of, where it says so itself: 变成超8700亿元的规上工业总产值."""
    if state.text[state.q.end : state.q.end + 1] != "的" or _counts(state.q.unit):
        return ""
    return noun_after(state.reading, state.q.end + 1, state.high).text


def _same(one: str, other: str) -> bool:
    return family(one) == family(other)


def _counts(unit: str) -> bool:
    return family(unit) in ("count", "people")


def _named(noun: str, counted: bool) -> str:
    return (
        noun.removesuffix("数量").removesuffix("总数") + "数"
        if counted and not noun.endswith(("数", "量", "人口"))
        else noun
    )


def _begun(state: State) -> tuple[str, str]:
    """The time of the first level, and whether the sentence tells of a time since then."""
    inside = [
        m for m in earlier(state.sentence.periods, state.q.start) if state.clause <= m.start and m.end <= state.q.start
    ]
    if NOWADAYS.search(state.text, state.clause, state.q.start):
        return "now", ""
    if inside and inside[-1].period:
        return inside[-1].period, inside[-1].period
    years = _years(state, state.q.start)
    if years:
        return years[1], ""
    before = [
        m for m in earlier(state.sentence.periods, state.q.start) if m.end <= state.q.start and m.period.endswith("/..")
    ]
    if before and not FIRST.search(state.text[state.clause : state.q.start]):
        return before[-1].period[:4], before[-1].period
    if SPELL.match(state.text, state.clause):
        born = [m for m in _told_before(state) if BORN.match(state.text, m.end)]
        if born and not born[-1].period.startswith(".."):
            return date_of(born[-1].period), f"{date_of(born[-1].period)}/.."
    return "-", ""


def _years(state: State, end: int) -> re.Match[str] | None:
    """The years that a rise goes from and to, where the time before it is such a span: 2016—2021年，由88家增至413家."""
    told = [
        m for m in earlier(state.sentence.periods, end) if m.end <= end and not is_aside(state.text[m.start : m.end])
    ]
    if not told or not state.text[told[-1].start].isdigit():
        return None
    return SPAN.fullmatch(told[-1].period)


def _told_before(state: State) -> list[PeriodMention]:
    """The times that the clauses before tell."""
    return [m for m in earlier(state.sentence.periods, state.clause) if m.period and m.end <= state.clause]


def _now(state: State, begun: str, since: str, low: int) -> str:
    """The time of the second level: its own, else the article's month where the first has one."""
    inside = [m for m in earlier(state.sentence.periods, state.q.start) if low <= m.start and m.end <= state.q.start]
    if inside and inside[-1].period:
        return inside[-1].period
    years = _years(state, low)
    if years:
        return years[2]
    told = [m for m in earlier(state.sentence.periods, low) if m.end <= low and not m.period.endswith("/..")]
    told = [m for m in told if m.period != begun and not is_aside(state.text[m.start : m.end])]
    if told and told[-1].period and told[-1].end < state.clause + 12:
        return told[-1].period
    if begun != "-" and since:
        return "carry" if state.sentence.period[:4].isdigit() and state.sentence.period[:4] > begun[:4] else "now"
    return "ahead"
