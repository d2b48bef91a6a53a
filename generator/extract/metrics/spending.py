"""Money that is put into something or got for it: 斥资15亿元, 一期投了6.8亿元, 卖出40万元."""

from __future__ import annotations

import re

from generator.extract.metrics.found import Found
from generator.extract.metrics.state import State

EACH = re.compile(r"(?:各|分别)(?P<verb>出资?|掏|拿)(?:了|约|近)?$")
"""What parties put in together: 双方各出2亿元."""
SPENT = re.compile(
    r"(?P<verb>斥资|耗资|掏出|掏了|砸进|投进|豪掷|注资|砸下|砸了|投了|投下|独占|(?<![固技跟风创])投)(?:近|约|超|逾)?$"
)


PUT = re.compile(r"(?P<verb>拿出|加码|追加|花了|花掉|花费|砸了|砸下|砸|出资|投入)(?:近|约|超|逾|了)?$")
"""What tells an investment where who makes it, or nothing, stands before: 某集团拿出6亿元."""
WHO = re.compile("(?:项目|公司|集团|企业|控股|股份|工厂|基地|产线|线|双方|客商|老板)$")
OF_MONEY = re.compile("作为|用于|用以|的|设立|专项")
"""What stands behind money that is no investment: 拿出5000万元作为专项资金."""
PART = re.compile("一(?:项|家|个)(?:就|便|即)?$")
SOLD = re.compile(r"(?:卖出|卖了|卖到|售出|销售了|卖掉)(?:近|约|超|逾|了)?$")


def read(state: State) -> list[Found] | None:
    """The investment that a verb of spending tells, or None."""
    if state.family not in ("money", "dollar", "currency"):
        return None
    if sold := SOLD.search(state.left):
        return [state.metric("销售额", "metric.spent", low=state.low + sold.start(), noun="销售额")]
    if each := EACH.search(state.left):
        return [state.metric("出资", "metric.spent", low=state.low + each.start(), noun="出资")]
    put = PUT.search(state.left)
    if put and _by_whom(state, state.low + put.start()) and not OF_MONEY.match(state.right):
        return [state.metric("投资", "metric.spent", low=state.low + put.start(), noun="投资", period="-")]
    spent = SPENT.search(state.left)
    if not spent or state.left.endswith("计划投"):
        return None
    return [state.metric("投资", "metric.spent", low=state.low + spent.start(), noun="投资", period="-")]


def _by_whom(state: State, high: int) -> bool:
    """Whether nothing but who spends stands before the verb, which ends a name or a word for a firm or a project."""
    text = state.text[state.low : high]
    if "每年" in text or PART.search(text):
        return False
    noun = state.noun(high=high)
    return not noun or bool(WHO.search(noun.text)) or any(m.end == noun.end for m in state.sentence.names)
