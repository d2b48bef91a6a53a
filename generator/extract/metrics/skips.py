"""Numbers that measure nothing: 每4台就有1台, 没有一家, the count of a list whose members are all named."""

from __future__ import annotations

import re

from generator.extract.metrics.found import Found
from generator.extract.metrics.state import State

EACH = re.compile(r"(?:全[国球省市]|世界|国内|其中|平均|平均下来)?每(?:卖出|生产|制造|销售|新增|出口|下线)?$")
ONE_OF_EACH = re.compile(
    r"每[0-9一两三四五六七八九十百千][^，。；]{1,14}，?(?:中|里|当中)?(?:就|便|即|至少)?(?:有|出)(?:近|约|超)?$"
)
NONE = re.compile(r"(?:没有|无|未有|尚无|鲜有|没)(?:任何)?(?:一[家个户])[^，。；]{0,10}$")
NAMED = re.compile(r"(?:^|[，。；：])(?P<names>[^，。；：]{4,100}?)(?:这|的)?$")
AND = re.compile("、|和|与|及|以及")


def read(state: State) -> list[Found] | None:
    """An empty list for a number that tells nothing of its own, None for every other."""
    before = state.text[state.clause : state.q.start]
    if EACH.search(before) and state.family in ("count", "people", "mass", "length"):
        return []
    previous = state.following(-1)
    low = previous.start if previous and state.q.start - previous.end <= 16 else state.clause
    if ONE_OF_EACH.search(state.text[max(0, low - 8) : state.q.start]):
        return []
    if NONE.search(before) or _all_named(state):
        return []
    return None


def _all_named(state: State) -> bool:
    """甲公司、乙公司、丙公司3家企业: the number says only how many were named."""
    value = state.q.value
    if state.family not in ("count", "people") or not isinstance(value, int) or not 2 <= value <= 9:
        return False
    found = NAMED.search(state.text[max(0, state.clause - 1) : state.q.start])
    if not found or "、" not in found["names"] or found["names"].endswith(("等", "、", "和", "及", "与")):
        return False
    words = state.reading.before(state.clause, state.q.start)
    if re.search("[0-9]", found["names"]) or (words and words[-1].tag.startswith(("v", "d", "p", "u"))):
        return False
    return len(AND.split(found["names"])) == value
