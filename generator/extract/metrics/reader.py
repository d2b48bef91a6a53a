"""One sentence's numbers, read from left to right: each may lean on the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.metrics import (
    capacity,
    changes,
    counts,
    durations,
    levels,
    respectively,
    shares,
    skips,
    spending,
    steps,
)
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import words_of
from generator.extract.metrics.state import State
from generator.extract.metrics.times import (
    carried,
    end_of,
    is_yearly,
    noted,
    of_year_begun,
    period_at,
    static,
    status_at,
)
from generator.model import Qualifier, Status
from generator.patterns import alternation
from generator.reading import Sentence

CLAUSE = 200
"""Characters that a clause may have."""
THING = re.compile("的(?=[一-龥“])|(?:特色|标准|高标准)?(?:园区|产业园|片区|厂房|基地|场地|校区)")
GATHERED = re.compile("累计|已达|已完成|已超|已突破")
DONE = re.compile(r"[^，。；]{0,16}?(?:已|现已|已经)(?:入驻|落户|集聚|建成|投产|开工|签约|在此|投入|完成)")
BEGUN = re.compile("已(?!经?将)|目前|眼下|现有")
"""What a time to come cannot hold for."""
CAPITAL = re.compile("注册资(?:本金?|金)$")
RATE = re.compile("(?:日|月|日均|每天|每日|每小时|小时)(?:加工|处理|产|供|烧|熔|吞吐|投片|下线|出)|新增.{0,12}产能$")
"""What a plant makes in a day; it does so from then on."""
EVENT = re.compile(
    "[0-9]{1,2}(?:月|日)[^，。；]{0,16}(?:投产|点火|试产|竣工|扩产|通线|投用|启用|建成|贯通)[^，。；]{0,6}，"
)
LEFT = re.compile("[从由][^0-9到至，]{0,12}$")
"""What stands before the level that is to be left, and so is there: 从3张提高到5张."""
STARTED = re.compile(f"(?:{alternation(words_of('prefix'))})")
READERS = (
    skips.read,
    steps.read,
    durations.read,
    respectively.growth,
    changes.read,
    shares.read,
    respectively.read,
    capacity.read,
    spending.read,
    levels.attributive,
    counts.read,
    levels.read,
)
"""The readings of a number, the more special first: each gives its metrics, or None for not mine."""


def read(sentence: Sentence, month: str, *, near: bool = True, told: Found | None = None) -> Iterator[Found]:
    """The metrics of a sentence, in order, with time and status; `month` is the article's.

    `near` says whether the time that holds from before was told in the same paragraph,
    `told` is the last metric of the sentence before in it.
    """
    state = State(sentence, told)
    while state.index < len(state.quantities):
        here = state.index
        for reader in READERS:
            made = reader(state)
            if made is not None:
                state.remember(made)
                break
        state.index = max(state.index, here + 1)
    begun = False
    for found in state.found:
        if found.wider:
            continue
        timed = _timed(sentence, found, month, near=near)
        if timed.status is Status.ACTUAL and of_year_begun(sentence, timed.number[0], timed.period, month):
            begun = begun or timed.value is None or is_yearly(timed.indicator)
            timed = replace(timed, status=Status.TARGET) if begun else timed
        yield timed


def _timed(sentence: Sentence, found: Found, month: str, *, near: bool) -> Found:
    """The metric with its time and status. A period that a reading left open is found here; "-" is none for sure."""
    text, position = sentence.text, found.number[0]
    clause = max(position - CLAUSE, text.rfind("，", max(0, position - CLAUSE), position) + 1, 0)
    start = min(clause, found.low)
    status = status_at(sentence, position, "", month)
    period = noted(sentence, end_of(sentence, position)) or found.period
    if _describes(text, found, end_of(sentence, position)):
        return replace(found, period="")
    if period in ("", "=", "carry", "ahead"):
        unmoving = _unmoving(sentence, text[start:position], found, status)
        held = "" if "每年" in text[start:position] else carried(sentence, found.indicator, month, near=near)
        ahead = held and status_at(sentence, position, held, month) is Status.TARGET
        if (found.qualifier is Qualifier.UNDER and not ahead) or (ahead and BEGUN.search(text, 0, position)):
            held, ahead = "", False
        if period == "ahead":
            period = held if ahead else ""
        elif period == "carry":
            period = held if held and not _long_ago(held, month) else "now"
        else:
            period = period_at(
                sentence, position, start, month, static=unmoving, target=status is Status.TARGET, carried=held
            )
        if ahead and period == f"../{month}":
            period = held
        open_ended = not period or (period == held and _long_ago(held, month))
        if open_ended and not unmoving and status is Status.ACTUAL and DONE.match(text, found.number[1]):
            period = "now"
    period = _settled(period, found.indicator)
    if found.rule == "metric.from-to" and LEFT.search(text[start:position]):
        status = Status.ACTUAL if period in ("", "now") else status
    elif status is Status.ACTUAL:
        status = status_at(sentence, position, period if period != "now" else "", month)
    same = period == found.period and status is found.status
    return found if same else replace(found, period=period, status=status)


def _long_ago(period: str, month: str) -> bool:
    """Whether a year told of is before the last one, so that what has come since is not of it."""
    return bool(month) and len(period) == len("2024") and int(period) < int(month[:4]) - 1


def _describes(text: str, found: Found, end: int) -> bool:
    """Whether an area only tells of which thing something is said: 26平方公里园区, 5万平方米的厂房."""
    return found.family == "area" and found.period == "" and bool(THING.match(text, end))


def _unmoving(sentence: Sentence, clause: str, found: Found, status: Status) -> bool:
    """Whether the metric has no time of its own: an area, but not what has been added up or what was signed for.

    The capital of one firm does not move, that of all new firms does.
    """
    if found.value is None or (found.period == "=" and status is Status.ACTUAL):
        return False
    owner = sentence.owner(found.number[0])
    if CAPITAL.search(found.indicator) and (owner is None or not owner.subject):
        return False
    if RATE.match(found.indicator) and EVENT.search(sentence.text, 0, found.number[0]):
        return True
    return static(found.indicator) and not GATHERED.search(clause)


def _settled(period: str, indicator: str) -> str:
    """A time since when is a stock's time now; only what is added up since then keeps it."""
    if period == "-":
        return ""
    return "now" if period.endswith("/..") and not STARTED.match(indicator) else period
