"""The patterns of events, made from the words of `rules/events.yml`."""

from __future__ import annotations

import re

from generator import rules
from generator.gates import gated
from generator.model import EventType
from generator.patterns import one_of

WORDS = rules.load("events")


TYPES = {verb: EventType(kind) for kind, verbs in WORDS["types"].items() for verb in verbs}
OBJECT_TYPES = {
    "获": EventType.AWARDED,
    "获得": EventType.AWARDED,
    "完成": EventType.OTHER,
    "启动": EventType.STARTED,
    "通过": EventType.BUILT,
    "建": EventType.FOUNDED,
    "成为": EventType.APPROVED,
    "晋升": EventType.APPROVED,
    "晋级": EventType.APPROVED,
    "升级": EventType.APPROVED,
    "升格": EventType.APPROVED,
    "达成": EventType.SIGNED,
    "下线": EventType.IN_PRODUCTION,
    "下水": EventType.IN_PRODUCTION,
    "注册": EventType.FOUNDED,
    "落地": EventType.OTHER,
    "拿到": EventType.AWARDED,
    "拿下": EventType.AWARDED,
    "领到": EventType.AWARDED,
    "挂上": EventType.AWARDED,
    "捧走": EventType.AWARDED,
    "授予": EventType.AWARDED,
}
NOUNS = one_of(WORDS["nouns"])
ENDS = one_of(WORDS["ends"])
BEFORE = "".join(f"(?<!{word})" for word in WORDS["not_before"])
OBJECTS = "".join(f"|{word}(?={pattern})" for word, pattern in WORDS["objects"].items())

FIRST = "".join(sorted({word[0] for word in (*TYPES, *WORDS["objects"])}))
VERB = gated(
    rf"(?=[{FIRST}]){BEFORE}(?:(?!{NOUNS}{one_of(WORDS['noun_after'])})(?P<verb>{one_of(TYPES)})"
    rf"(?!{ENDS}|的|[0-9一二三四五六七八九十]{{1,3}}周年){OBJECTS})"
)
"""A verb that tells an event. What may not follow it keeps 签约项目, 成立20周年 and 开工率 out.

The pattern is tried only at the letters that a verb begins with.
"""
ATTRIBUTE = gated(rf"(?P<verb>{one_of(TYPES)})(?:使用|建设|并网|运营)?的(?:还有|是|有)?")
"""A verb that describes what is named behind it: 1992年成立的…"""
SINCE = gated(rf"(?P<verb>{one_of(TYPES)})(?:建设|使用|运营)?{one_of(WORDS['since'])}")
"""A verb whose time is only a point to count from: 自2010年设立以来."""
WHEN = gated(rf"(?P<verb>{one_of(TYPES)}){one_of(WORDS['when'])}")
"""A verb whose time is told right behind it: 揭牌的时间是2017年1月."""
JOINTLY = frozenset(WORDS["jointly"])
THING = re.compile(rf"[^，。；、的]{{1,14}}?{one_of(WORDS['things'])}(?=[，。；、]|$)")
TELLER = re.compile(one_of(WORDS["tellers"]))
SO_MANY_YEARS = re.compile(r"连续[0-9一二三四五六七八九十两多]{1,3}[年次届]")
FOLLOWING = re.compile(r"因此|由此|从而|于是|因而|就此|从此")
"""What a clause that tells only the outcome of the one before begins with."""
SCENE = re.compile(one_of(WORDS["scenes"]))
LEFT_OPEN = re.compile(
    r"(?:[0-9百十千万余多]{1,12}[家个项件名所人次款户条辆台吨套架艘只]|以来|至今|之后|之际|[^，。]后|起)$"
)
"""How a clause ends that counts things, or that only leads to the next one."""
LEAVE_OUT = re.compile(
    r"^(?:随着|自|自从|从|当|每|若|如)|先后|多次|累计|连续|历史性|如何|^不到|[一两三四五六七八九十0-9半](?:个)?[年月](?:多|来|里|内|间)"
)
AMOUNT = re.compile(
    r"了?[约近超逾]?[0-9][0-9.]*[万亿千百余多]*(?:平方|公里|亩|元|米|万|吨|千瓦|兆瓦|%|人|台|辆|标箱|套|架|艘|颗|片|列)"
)
"""An amount right behind a verb, which then counts and tells no event."""
COUNTED_THINGS = re.compile(r"了?[0-9]{1,12}[余多]?[家个项件名]")
MEETING = re.compile(r"(?:会|论坛|仪式|大赛|活动|峰会|展|赛|展览|博览|培训班|沙龙|讲座|竞赛|会议)[”》]?$")
MEETING_NAME = re.compile(
    r"[^，。；]{2,40}?(?:会|论坛|仪式|大赛|活动|峰会|展览)[”》]?(?=上|中|期间|[，。]|获悉|传出|透露|$)"
)
AT_SCENE = re.compile(r"[^，。；]{0,40}(?:会|论坛|仪式|活动|大赛|展)[”》]?(?:上|中|期间|现场)")
COMING = re.compile(r"将|拟|预计|有望|计划于|定于")

CLAUSE = re.compile(r"[^，。；,;：！？]+")
PLANNED = re.compile(one_of(WORDS["planned"]))
OUTSIDE = re.compile(rf"(?<!党工)(?<!工)(?<!管){one_of(WORDS['outside'])}$")
ZONE_WORD = re.compile(
    rf"^{one_of(WORDS['zone_words'])}$|^{one_of(WORDS['zone_words'])}(?:又|还|也|则)?(?=[在与和同将被经获赴]|$)"
)
OPENER = re.compile(rf"(?:{one_of(WORDS['openers'])}|[0-9]{{1,2}}[)）]|[\s、“”\"()（）—◎·])+")
ADVERB = re.compile(rf"{one_of(WORDS['adverbs'])}$")
LISTING = gated(rf"{one_of(WORDS['list_verbs'])}了?(?P<list>(?!《(?![^》]{{0,40}}名单))[^，。；]{{3,40}})")
LISTED = gated(one_of(WORDS["listed"]))
COUNTED = re.compile(r"[^与和同跟，。；]{2,80}?等(?=[0-9一二三四五六七八九十百两多余数]{1,4}[家个所项名])")
"""Names before 等5家单位: the count alone tells it shorter."""
FIRM = re.compile(r"(?:股份|集团)?(?:有限责任|有限)公司")
NO_SUBJECT = re.compile(r"^(?:由|与|和|同|跟|联合|赴|在|到|被|获|经|向|以|从|于|把|将|对|为)|^$")


def verb_type(match: re.Match[str]) -> EventType:
    """The type of event of a verb that `VERB` or `ATTRIBUTE` found."""
    verb = match.groupdict().get("verb")
    return TYPES[verb] if verb else OBJECT_TYPES[match[0]]
