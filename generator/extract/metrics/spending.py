"""Money that is put into something or got for it: 斥资15亿元, 一期投了6.8亿元, 卖出40万元."""

from __future__ import annotations

import re

from generator.extract.metrics.found import Found
from generator.extract.metrics.state import State

SPENT = re.compile(
    r"(?P<verb>斥资|耗资|掏出|掏了|砸进|投进|豪掷|注资|砸下|砸了|投了|投下|独占|(?<![固技跟风创])投)(?:近|约|超|逾)?$"
)


SOLD = re.compile(r"(?:卖出|卖了|卖到|售出|销售了|卖掉)(?:近|约|超|逾|了)?$")


def read(state: State) -> list[Found] | None:
    """The investment that a verb of spending tells, or None."""
    if state.family not in ("money", "dollar", "currency"):
        return None
    if sold := SOLD.search(state.left):
        return [state.metric("销售额", "metric.spent", low=state.low + sold.start(), noun="销售额")]
    spent = SPENT.search(state.left)
    if not spent or state.left.endswith("计划投"):
        return None
    return [state.metric("投资", "metric.spent", low=state.low + spent.start(), noun="投资", period="-")]
