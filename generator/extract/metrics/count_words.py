"""What all readings of counts know: the ends of names, goods and how they are made, what announces a list only."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.metrics.lexicon import endings, words_of
from generator.extract.metrics.phrase import clean
from generator.extract.metrics.state import State
from generator.patterns import alternation, one_of

NO_SUFFIX = (
    "数",
    "数量",
    "总数",
    "人口",
    "量",
    "人次",
    "率",
    "机架",
    "岗位数",
    "名额",
    "产能",
    "规模",
    "能力",
    "额",
    "年龄",
)

SMALL = 10

OWN_PARKS = ("产业园区", "特色园区", "专业园区", "科技园区", "飞地园区", "共建园区", "合作园区")
"""Parks that a zone has, and that are no zones to be ranked among."""

MADE = {
    "生产": "产量",
    "年产": "年产量",
    "造": "产量",
    "制造": "产量",
    "产": "产量",
    "销": "销量",
    "卖": "销量",
    "卖出": "销量",
    "销售": "销量",
    "年销售": "年销量",
    "出口": "出口量",
    "开行": "开行量",
    "交付": "交付量",
    "下线": "下线量",
}

MADE_AT_END = re.compile(f"{one_of(MADE)}$")

ADDED = ("再添", "又添", "新添", "喜添")

GOODS = frozenset(("列", "辆", "台", "台套", "套", "架", "艘", "片", "颗", "部", "剂", "枚", "瓶"))

KIND = re.compile(r"[一-龥]{0,6}(?:企业|项目|平台|机构|人才|专利|产品|公司)$")


@cache
def _governed() -> re.Pattern[str]:
    verbs = alternation({*words_of("hold"), *words_of("prefix")})
    return re.compile(f"(?:{verbs})(?:了|起|出|着|有|成)?$")


@cache
def done_pattern() -> re.Pattern[str]:
    """What became of the things counted; one place at most, since with more the ways to read it multiply."""
    how = "(?:已经|均|已|全部|成功|集中|集体|顺利|完成|正式|相继|陆续|先后){0,5}"
    return re.compile(
        f"(?:{how}+在[^，。；]{{2,24}})?{how}(?P<verb>(?:{alternation(words_of('states'))}){{1,2}})(?![一-龥]{{0,20}}率)"
    )


def small(state: State) -> bool:
    """Whether the number is a small one in words with nothing that makes or has that many: it announces a list."""
    value = state.q.value
    first = state.text[state.q.number_start]
    if first in "0123456789" or isinstance(value, tuple) or value is None or value >= SMALL or state.q.qualifier != "=":
        return False
    return not _governed().search(state.left)


def with_verb(verb: str, text: str) -> str:
    """The noun after its verb, which it may begin with already."""
    return text if text.startswith(verb) else verb + text


def verb_at(left: str) -> str:
    """The verb of making, selling or sending that the text ends with; empty without one."""
    text = re.sub("(?:了|出)$", "", clean(left))
    made = MADE_AT_END.search(text)
    return made[0] if made else ""


def peers(text: str) -> bool:
    """Whether zones or places are counted: the field that a zone is ranked in."""
    return text.endswith(endings("zones_as_peers")) and not text.endswith(OWN_PARKS)


def suffixed(text: str, unit: str = "") -> str:
    """The name of a count: the noun with 数, where it does not end in such a word itself; 批次 for a number of 批."""
    for added in ADDED:
        if text.startswith(added):
            text = "新增" + text.removeprefix(added)
    if text.endswith(("世界500", "世界五百")):
        text += "强企业"
    return text if text.endswith(NO_SUFFIX) else text + ("批次" if unit == "批" else "数")
