"""What a plant makes in a year: 年产5万吨聚乳酸生产线 is a capacity of 聚乳酸."""

from __future__ import annotations

import re

from generator.extract.metrics.found import Found
from generator.extract.metrics.phrase import noun_after
from generator.extract.metrics.state import State

YEARLY = re.compile(r"年(?:产|处理|加工|回收|再生|储存)(?:能力)?(?:约|达|近|超)?$")
PLANT = re.compile(r"(?:生产|制造|加工|智能)*(?:项目|工程|生产线|产线|基地|工厂|装置)(?:一期|二期)?$")
MEASURED = ("mass", "volume", "length", "area", "power", "energy")


def read(state: State) -> list[Found] | None:
    """The yearly capacity that describes a plant or a product, or None where the number is none."""
    yearly = YEARLY.search(state.left)
    if not yearly or state.family not in MEASURED:
        return None
    noun = noun_after(state.reading, state.q.end, state.high)
    product = PLANT.sub("", noun.text).removesuffix("的")
    if not product:
        return None
    low = state.low + yearly.start()
    return [state.metric(f"{product}年产能", "metric.capacity", low=low, high=noun.end, noun=product, period="-")]
