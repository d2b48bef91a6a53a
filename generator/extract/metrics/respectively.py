"""Numbers told of several things at once: A、B投资分别为1亿元和2亿元, A、B各投资3亿元, 甲类、乙类企业分别为3家和5家."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extract.metrics.changes import group_of, members
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import ends_with, words_of
from generator.extract.metrics.nearby import earlier
from generator.extract.metrics.phrase import clean
from generator.extract.metrics.state import State
from generator.patterns import alternation

TOLD = re.compile(r"^(?P<who>[^，]{2,60}?)(?P<mark>分别|依次|各)(?P<what>[^，]{0,10}?)(?:为|达|是|达到|有|超过|共)*$")
KINDS = re.compile(
    r"^(?P<who>[^，]{2,60}?、[^，]{2,40}?)(?P<mark>[两二三四五六七八](?:大|个)(?:主导|支柱|优势|重点|特色)?(?:产业|行业|板块|集群))"
    r"(?:分别)?(?P<what>(?:实现|完成|创造)?(?:产值|总产值|营收|营业收入|增加值|税收|投资))(?:为|达|是|达到)*$"
)
"""A list of industries that says how many they are, and of each its number: 甲、乙两大产业完成产值3亿元、2亿元."""
GREW = re.compile(
    r"^(?P<who>[^，的]{2,60}?)的?(?P<what>产值|营收|营业收入|税收|利润|销售额|销售收入|产量|销量|投资)"
    r"(?:同比)?(?:增幅|增速|涨幅|增长率|增长|(?P<down>降幅|下降))?(?:分别|依次)(?:为|达|是|达到)?$"
)
GREW_BARE = re.compile(
    r"^(?:其中)?(?P<who>[^，的]{2,60}?)(?P<what>)(?:分别|依次)(?:同比|比|较)?(?:增长|增|上涨|提高|(?P<down>下降|降))(?:了)?$"
)
OUTPUT = "产值"
"""What firms are told to grow by where nothing else is said."""
ARRIVED = re.compile("(?:[做攀冲升增提拉爬]到?[到至上])$")
AND = re.compile("、|和|及|与|以及")
MARKS = ("、", "和", "与", "及", "以及")
LISTED = re.compile("、")
THOSE = re.compile("^(?:[，；]?(?:总数|总量|累计|合计|目前|现已|已|数量|并|共|全区))*$")
"""Words that take up what was counted just before: 新增甲9家、乙8家，累计分别达30家和20家."""
NEW = re.compile("^(?:新认定|新引进|新培育|新增|净增|新签约|新注册|新入库|新)")
HELD = {"和": "\ue000", "及": "\ue001", "与": "\ue002", "、": "\ue003"}
"""What stands for a joint inside a member's own name while the members are told apart."""
JOINTS = {ord(held): joint for joint, held in HELD.items()}
KINDS_OF_INDUSTRY = re.compile("(?<=.{2})(?:主导|支柱|优势|重点|特色|新兴)(?=产业)")
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
    clause = state.text[state.clause : state.q.start]
    kinds = KINDS.search(clause)
    told = kinds or TOLD.search(clause)
    if not told:
        return None
    group = group_of(state)
    named = _firms(state, told, 0 if told["mark"] == "各" else len(group)) or _named(state, told)
    if THOSE.match(clean(named)) and (those := _those(state, group)):
        return those
    who = _split(named, len(group))
    count = len(who) if told["mark"] == "各" else len(group)
    if len(who) != count or count < 2:
        return None
    what = ARRIVED.sub("", clean(told["what"]))
    what = "" if what in words_of("hold") else re.sub("^(?:实现|完成|达成|贡献|创造)", "", what)
    counted = state.family in COUNTED
    names = [what] * count if what else [_counted(name) if counted else name for name in _parts(named, who)]
    if not what and state.family in MONEY and not any(ends_with("heads").search(name) for name in names):
        names = [f"{_industry(name, names[-1])}产值" for name in names]
    if kinds:
        names = [part + ("" if part.endswith(("产业", "业")) else "产业") + what for part in who]
    made, end = [], state.index + len(group)
    for number, (part, name) in enumerate(zip(who, names, strict=True)):
        state.index = group[0] if told["mark"] == "各" else group[number]
        subject = _name(state, part) if what and not counted and not kinds else ""
        made.append(state.metric(name, "metric.respectively", low=state.clause, noun=name, subject=subject))
    state.index = end
    return made


def _split(named: str, count: int) -> list[str]:
    """The members of a list, cut at 、 alone where that gives as many as there are numbers."""
    for mark in (LISTED, AND):
        who = [part for part in mark.split(named) if part]
        if len(who) == count:
            return who
    return who


def _parts(named: str, who: list[str]) -> list[str]:
    """The members with the head that only the last one says; their own 和 and 及 stay in them."""
    full = members(named)
    if len(full) != len(who):
        held = "、".join(AND.sub(lambda joint: HELD[joint[0][-1]], part) for part in who)
        full = [part.translate(JOINTS) for part in members(held)]
    return [KINDS_OF_INDUSTRY.sub("", part) for part in full]


def _those(state: State, group: list[int]) -> list[Found]:
    """The totals of what was counted just before, in the same order."""
    counted = state.found[-len(group) :]
    if len(counted) < len(group) or len(group) < 2 or any(one.unit != state.q.unit for one in counted):
        return []
    made = []
    for one, index in zip(counted, group, strict=True):
        state.index = index
        bare = NEW.sub("", one.noun)
        made.append(state.metric(_counted(bare), "metric.respectively", low=state.low, noun=bare, wider=one.wider))
    state.index = group[-1] + 1
    return made


def growth(state: State) -> list[Found] | None:
    """甲、乙的产值增幅依次为2%和3%: what grew by how much, for each; None where the clause tells no such list."""
    if state.family != "share":
        return None
    clause = state.text[state.clause : state.q.start]
    told = GREW.search(clause) or (GREW_BARE.search(clause) if "分别" in clause or "依次" in clause else None)
    group = group_of(state)
    who = _split(told["who"], len(group)) if told else []
    if not told or len(group) < 2 or len(who) != len(group):
        return None
    what = told["what"] or (state.told.indicator if state.told else "")
    firms = [m.name for m in state.sentence.names if state.clause <= m.start < state.q.start]
    if not told["what"] and len(firms) < len(group) - 1:
        return None
    if not what:
        what = OUTPUT
    made = []
    for part, index in zip(who, group, strict=True):
        state.index = index
        value = state.q.value
        grown = -value if told["down"] and isinstance(value, int | float) else value
        made.append(
            state.metric(
                what,
                "metric.change",
                low=state.clause,
                value=None,
                unit="",
                change=grown,
                noun=what,
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


def _firms(state: State, told: re.Match[str], count: int) -> str:
    """The names that the clause begins with, where they are as many as the numbers: 甲、乙、丙三家企业一季度分别…."""
    high = state.clause + told.end("who")
    names = [m for m in earlier(state.sentence.names, high) if state.clause <= m.start and m.end <= high]
    names = names[-count:] if count else names
    between = [state.text[one.end : other.start] for one, other in pairwise(names)]
    return (
        "、".join(one.name for one in names)
        if len(names) == (count or len(names)) and set(between) <= set(MARKS)
        else ""
    )


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
