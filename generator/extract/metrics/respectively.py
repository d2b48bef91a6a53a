"""Numbers told of several things at once: A、B投资分别为1亿元和2亿元, A、B各投资3亿元, 甲类、乙类企业分别为3家和5家."""

from __future__ import annotations

import re

from generator.extract.metrics.changes import group_of, members
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import one_of, words_of
from generator.extract.metrics.nearby import earlier
from generator.extract.metrics.phrase import clean
from generator.extract.metrics.state import State

TOLD = re.compile(r"^(?P<who>[^，]{2,60}?)(?P<mark>分别|各)(?P<what>[^，]{0,10}?)(?:为|达|是|达到|有|超过|共)*$")
AND = re.compile("、|和|及|与|以及")
LEAD = re.compile(f"[，的]?(?:{one_of(words_of('possessors'))})?(?:{one_of(words_of('hold'))})?(?:了)?")
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
    count = len(group) if told["mark"] == "分别" else len(who)
    if len(who) != count or count < 2:
        return None
    what = clean(told["what"])
    counted = state.family in COUNTED
    names = [what] * count if what else [_counted(name) if counted else name for name in members(named)]
    made, end = [], state.index + len(group)
    for number, (part, name) in enumerate(zip(who, names, strict=True)):
        state.index = group[number] if told["mark"] == "分别" else group[0]
        subject = _name(state, part) if what and not counted else ""
        made.append(state.metric(name, "metric.respectively", low=state.clause, noun=name, subject=subject))
    state.index = end
    return made


def _named(state: State, told: re.Match[str]) -> str:
    """The things told of, without the zone, the time and the verb before the first of them."""
    low, high = state.clause, state.clause + told.end("who")
    start = max([low, *(end for _, end in state.reading.walls if low < end <= high)])
    head = LEAD.match(state.text, start, high)
    return state.text[head.end() if head else start : high]


def _counted(name: str) -> str:
    return name if name.endswith(("数", "量", "人口")) else f"{name}数"


def _name(state: State, part: str) -> str:
    """The name among the sentence's mentions that this part of a list holds."""
    at = state.text.find(part, state.clause)
    held = [m for m in earlier(state.sentence.names, at + len(part)) if at <= m.start and m.end <= at + len(part)]
    return held[-1].name if held else re.sub(r"^.*的", "", clean(part))
