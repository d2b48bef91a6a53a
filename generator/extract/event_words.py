"""The patterns of events, made from the words of `rules/events.yml`."""

from __future__ import annotations

import re

from generator import rules
from generator.gates import gated
from generator.model import EventType
from generator.patterns import one_of

WORDS = rules.load("events")


TYPES = {verb: EventType(kind) for kind, verbs in WORDS["types"].items() for verb in verbs}
OBJECTS = {verb: pattern for verbs in WORDS["objects"].values() for verb, pattern in verbs.items()}
OBJECT_TYPES = {verb: EventType(kind) for kind, verbs in WORDS["objects"].items() for verb in verbs}
NOUNS = one_of(WORDS["nouns"])
ENDS = one_of(WORDS["ends"])
BEFORE = "".join(f"(?<!{word})" for word in WORDS["not_before"])
WITH_OBJECTS = "".join(f"|{word}(?={OBJECTS[word]})" for word in sorted(OBJECTS, key=len, reverse=True))
LASTING = r"[0-9一二三四五六七八九十两半]{1,3}个?[多余]?[年月](?:来|多|后|以来|有余)"
"""How long ago something was, behind its verb: 启用一年来."""

FIRST = "".join(sorted({word[0] for word in (*TYPES, *OBJECTS)}))
VERB = gated(
    rf"(?=[{FIRST}]){BEFORE}(?:(?!{NOUNS}{one_of(WORDS['noun_after'])})(?P<verb>{one_of(TYPES)})"
    rf"(?!{ENDS}|的(?![。；！，]|$)|[0-9一二三四五六七八九十]{{1,3}}周年|{LASTING}){WITH_OBJECTS})"
)
"""A verb that tells an event. What may not follow it keeps 签约项目, 成立20周年 and 开工率 out.

The pattern is tried only at the letters that a verb begins with.
"""
ATTRIBUTE = gated(rf"(?P<verb>{one_of(TYPES)})(?:使用|建设|并网|运营)?的(?![。；！，]|$)(?:还有|是|有)?")
"""A verb that describes what is named behind it: 1992年成立的…"""
SINCE = gated(rf"(?P<verb>{one_of(TYPES)})(?:建设|使用|运营)?{one_of(WORDS['since'])}")
"""A verb whose time is only a point to count from: 自2010年设立以来."""
WHEN = gated(rf"(?P<verb>{one_of(TYPES)}){one_of(WORDS['when'])}")
"""A verb whose time is told right behind it: 揭牌的时间是2017年1月."""
DISPOSALS = frozenset(WORDS["disposals"])
JOINTLY = frozenset(WORDS["jointly"])
THING = re.compile(rf"[^，。；、的]{{1,14}}?{one_of(WORDS['things'])}(?<!开园)(?<!建院)(?=[，。；、]|$)")
OWN_THING = re.compile(
    rf"[^，。；、的]{{1,14}}?{one_of(WORDS['things'])}(?<!开园)(?=[，。；、：]|$|[已是在由总占投砸位从今去用耗年0-9])"
)
"""The same where more may be said of it: 某公司第二工厂砸了20亿元."""
TELLER = re.compile(one_of(WORDS["tellers"]))
SO_MANY_YEARS = re.compile(r"连续[0-9一二三四五六七八九十两多]{1,3}[年次届]")
FOLLOWING = re.compile(r"因此|由此|从而|于是|因而|就此|从此")
"""What a clause that tells only the outcome of the one before begins with."""
OCCASION = re.compile(one_of(WORDS["occasions"]))
SCENE = re.compile(rf"(?:(?:此外|另外|同时|其间|随后)，)?[^，。；“”]{{0,10}}?{one_of(WORDS['scenes'])}")
LEFT_OPEN = re.compile(
    r"(?:[0-9百十千万余多]{1,12}[家个项件名所人次款户条辆台吨套架艘只]|以来|至今|之后|之际|[^，。]后|起)$"
)
"""How a clause ends that counts things, or that only leads to the next one."""
LEAVE_OUT = re.compile(
    r"^(?:随着|自(?![治主动行建有然由])|自从|从|当(?![场天日年地])|每|若|如)|先后|多次|累计|连续|历史性|如何|^不到|[一两三四五六七八九十0-9半](?:个)?[年月](?:多|来|里|内|间)"
)
AMOUNT = re.compile(
    r"了?[约近超逾]?[0-9][0-9.]*[万亿千百余多]*(?:平方|公里|亩|元|米|万|吨|千瓦|兆瓦|%|人|台|辆|标箱|套|架|艘|颗|片|列)(?!元?的)"
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
INNER_WORD = re.compile(rf"^{one_of(WORDS['inner_words'])}(?=[在与和同将被经获赴于的]|$)")
ANAPHOR = re.compile(
    rf"(?<=[将把与和同跟为给向对])(?:它|其|后者|对方|{one_of([w for w in WORDS['zone_words'] if w[0] in '该本我这'])})$"
)
"""A word for the zone at the end of what is said of who acts: 科技部将它列入…, 某市与该区签约."""
OPENER = re.compile(rf"(?:{one_of(WORDS['openers'])}|[0-9]{{1,2}}[)）]|[\s、“”\"()（）—◎·])+")
ADVERB = re.compile(rf"{one_of(WORDS['adverbs'])}$")
LISTING = gated(rf"{one_of(WORDS['list_verbs'])}了?(?P<list>(?!《(?![^》]{{0,40}}名单))[^，。；]{{3,40}})")
LISTED = gated(one_of(WORDS["listed"]))
COUNTED = re.compile(r"[^与和同跟，。；]{2,80}?等(?=[0-9一二三四五六七八九十百两多余数]{1,4}[家个所项名])")
"""Names before 等5家单位: the count alone tells it shorter."""
FIRM = re.compile(r"(?:股份|集团)?(?:有限责任|有限)公司")
NO_SUBJECT = re.compile(r"^(?:分别|先后)?(?:由|与|和|同|跟|联合|赴|在|到|被|获|经|向|以|从|于|把|将|对|为)|^$")


def verb_type(match: re.Match[str]) -> EventType:
    """The type of event of a verb that `VERB` or `ATTRIBUTE` found."""
    verb = match.groupdict().get("verb")
    return TYPES[verb] if verb else OBJECT_TYPES[match[0]]
