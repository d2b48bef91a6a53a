"""Numbers told of several things at once: A、B投资分别为1亿元和2亿元, A、B各投资3亿元, 甲类、乙类企业分别为3家和5家."""

from __future__ import annotations

import re

from generator.extract.metrics.changes import group_of, members
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import ends_with, words_of
from generator.extract.metrics.nearby import earlier
from generator.extract.metrics.phrase import clean
from generator.extract.metrics.state import State
from generator.patterns import alternation

TOLD = re.compile(r"^(?P<who>[^，]{2,60}?)(?P<mark>分别|依次|各)(?P<what>[^，]{0,10}?)(?:为|达|是|达到|有|超过|共)*$")
GREW = re.compile(
    r"^(?P<who>[^，的]{2,60}?)的?(?P<what>产值|营收|营业收入|税收|利润|销售额|销售收入|产量|销量|投资)"
    r"(?:同比)?(?:增幅|增速|涨幅|增长率|增长|(?P<down>降幅|下降))?(?:分别|依次)(?:为|达|是|达到)?$"
)
ARRIVED = re.compile("(?:[做攀冲升增提拉爬]到?[到至上])$")
AND = re.compile("、|和|及|与|以及")
LEAD = re.compile(f"[，的]?(?:{alternation(words_of('possessors'))})?(?:{alternation(words_of('hold'))})?(?:了)?")
SUMMED = re.compile("[两二三四五六七八九十]?(?:个|大)?(?:主导|支柱|优势|重点|特色|新兴)?产业$")
MONEY = ("money", "dollar")
COUNTED = frozenset(("count", "people"))
UNTOLD = frozenset(("share", "factor", "points", "year", "time", "times"))
"""Families whose numbers are growth or lengths of time, which other readings know."""


def read(state: State) -> list[Found] | None:
    """A metric for each thing and its number, or None where the clause tells no such list."""
    if state.family in UNTOLD:
        return None
    told = TOLD.search(state.text[state.clause : state.q.start])
    if not told:
        return None
    group = group_of(state)
    named = _named(state, told)
    who = [part for part in AND.split(named) if part]
    count = len(who) if told["mark"] == "各" else len(group)
    if len(who) != count or count < 2:
        return None
    what = ARRIVED.sub("", clean(told["what"]))
    counted = state.family in COUNTED
    names = [what] * count if what else [_counted(name) if counted else name for name in members(named)]
    if not what and state.family in MONEY and not any(ends_with("heads").search(name) for name in names):
        names = [f"{_industry(name, names[-1])}产值" for name in names]
    made, end = [], state.index + len(group)
    for number, (part, name) in enumerate(zip(who, names, strict=True)):
        state.index = group[0] if told["mark"] == "各" else group[number]
        subject = _name(state, part) if what and not counted else ""
        made.append(state.metric(name, "metric.respectively", low=state.clause, noun=name, subject=subject))
    state.index = end
    return made


def growth(state: State) -> list[Found] | None:
    """甲、乙的产值增幅依次为2%和3%: what grew by how much, for each; None where the clause tells no such list."""
    if state.family != "share":
        return None
    told = GREW.search(state.text[state.clause : state.q.start])
    group = group_of(state)
    who = [part for part in AND.split(told["who"]) if part] if told else []
    if not told or len(group) < 2 or len(who) != len(group):
        return None
    made = []
    for part, index in zip(who, group, strict=True):
        state.index = index
        value = state.q.value
        grown = -value if told["down"] and isinstance(value, int | float) else value
        made.append(
            state.metric(
                told["what"],
                "metric.change",
                low=state.clause,
                value=None,
                unit="",
                change=grown,
                noun=told["what"],
                subject=_name(state, part),
            )
        )
    state.index = group[-1] + 1
    return made


def _named(state: State, told: re.Match[str]) -> str:
    """The things told of, without the zone, the time and the verb before the first of them."""
    low, high = state.clause, state.clause + told.end("who")
    start = max([low, *(end for _, end in state.reading.walls if low < end <= high)])
    head = LEAD.match(state.text, start, high)
    return state.text[head.end() if head else start : high]


def _counted(name: str) -> str:
    return name if name.endswith(("数", "量", "人口")) else f"{name}数"


def _industry(name: str, last: str) -> str:
    """A list's member with the head that only the last one says: 新材料、医药两个主导产业 are 新材料产业, 医药产业."""
    plain = SUMMED.sub("", name)
    return plain + ("产业" if last.endswith("产业") and not plain.endswith("产业") else "")


def _name(state: State, part: str) -> str:
    """The name among the sentence's mentions that this part of a list holds."""
    at = state.text.find(part, state.clause)
    held = [m for m in earlier(state.sentence.names, at + len(part)) if at <= m.start and m.end <= at + len(part)]
    return held[-1].name if held else re.sub(r"^.*的", "", clean(part))
