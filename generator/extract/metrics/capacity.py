"""What a plant makes in a year: 年产5万吨聚乳酸生产线 is a capacity of 聚乳酸."""

from __future__ import annotations

import re

from generator.extract.metrics.found import Found
from generator.extract.metrics.phrase import noun_after
from generator.extract.metrics.state import State

YEARLY = re.compile(r"(?<![去今当全前明上])年(?:产|处理|加工|回收|再生|储存)(?:能力)?(?:约|达|近|超)?$")
PLANT = re.compile(r"(?:生产|制造|加工|智能){0,4}(?:项目|工程|生产线|产线|基地|工厂|装置)(?:一期|二期)?$")
MAKES = re.compile(r"(?<![去今当全前明上])年产(?![值能量])(?P<first>[^0-9，。；：]{1,16}?)(?P<rest>[0-9][^，。；]*)?$")
MEMBER = re.compile(r"[、和及]?(?:年产)?(?P<name>[一-龥A-Za-z“”（）()]{1,16}?)(?:约|近|超|逾)?$")
ABLE = re.compile("(?:生产|加工|处理)?(?:能力|产能|规模)")
"""What says of a capacity only that it is one: 年产6万吨的能力."""
REACH = 80
"""Characters before a number in which its verb stands, in a list of what is made."""
MEASURED = ("mass", "volume", "length", "area", "power", "energy")


def read(state: State) -> list[Found] | None:
    """The yearly capacity that describes a plant or a product, or None where the number is none."""
    if listed := _listed(state):
        return listed
    yearly = YEARLY.search(state.left)
    if not yearly or state.family not in MEASURED:
        return None
    noun = noun_after(state.reading, state.q.end, state.high)
    product = PLANT.sub("", noun.text).removesuffix("的")
    if not product:
        return None
    low = state.low + yearly.start()
    product = "" if ABLE.fullmatch(product) else product
    return [state.metric(f"{product}年产能", "metric.capacity", low=low, high=noun.end, noun=product, period="-")]


def _listed(state: State) -> list[Found] | None:
    """年产叶片300套、塔筒20万吨: what is made stands before each number, and the verb only before the first."""
    makes = MAKES.search(state.text, max(0, state.q.start - REACH), state.q.start)
    if not makes or state.family in ("money", "dollar", "currency", "share", "factor", "points", "year", "time"):
        return None
    listed = "年产" in state.left or state.text[state.low : state.low + 1] in ("、", "和", "及")
    member = MEMBER.match(state.left[state.left.find("年产") :] if "年产" in state.left else state.left)
    if not listed or not member or (makes["rest"] and "年产" not in state.left and state.last is None):
        return None
    name = member["name"].strip("“”").lstrip("和及")
    low = state.low + state.left.find(name)
    return [state.metric(f"{name}年产量", "metric.capacity", low=low, noun=name, period="-")]
