"""The patterns of cooperation, made from the words of `rules/cooperation.yml`."""

from __future__ import annotations

import re

from generator import rules
from generator.model import CooperationType
from generator.patterns import one_of

WORDS = rules.load("cooperation")


WITH = rf"(?:[与同跟]|和(?![谐平])|{one_of(WORDS['joining'])})"
LIST = "[^，。；：！？“”]{2,70}?"
SIDE = "[^，。；：！？]{0,40}?"
MANY = "(?:等[^，。；]{0,40}?)?"
FILL = "(?:两方|双方|三方|各方|共同|正式|成功|先后|在此|就|于|分别|集中|在线|现场|顺利|首批|又|再次){0,3}"

SIGNED = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<left>{SIDE}){WITH}(?P<right>{LIST}){MANY}{FILL}(?P<verb>{one_of(WORDS['signed'])})"
)
BUILT = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<left>{SIDE}){WITH}(?P<right>{LIST}){MANY}(?:两方|双方|三方|各方|以及[^，。；]{{0,12}})?"
    rf"(?P<verb>{one_of(WORDS['built'])}|共同[在于][^，。；]{{2,30}}(?:成立|建设|设立))"
)
BY = re.compile(rf"由(?P<right>{LIST}、{LIST}){MANY}(?P<verb>{one_of(WORDS['built'])})")
WORKED = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<left>{SIDE}){WITH}(?P<right>{LIST}){MANY}(?:的|等部门|等单位|等地|(?:以[^，。；]{{2,16}}?)?{one_of(WORDS['entering'])}[^，。；]{{0,10}}?)?"
    rf"(?P<verb>(?:深度|深入|紧密|产业|展开|的|科研|技术|产学研|科技|战略|长期|全面|对口|“){{0,4}}{one_of(WORDS['worked'])})"
)
SETTLED = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<right>{LIST})等[0-9一二三四五六七八九十多]{{1,3}}[所家个][^，。；]{{0,8}}"
    rf"在(?:此|这里|区内|园区)(?P<verb>{one_of(WORDS['settled'])})"
)
RUN = re.compile(
    rf"(?:^|(?<=[，。；：]))(?:由|来自|委托)?(?P<right>[^，。；：的]{{3,24}})(?:的[^，。；]{{0,8}}团队)?(?:目前)?(?P<verb>{one_of(WORDS['run'])})着?"
)
HANDED = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<left>{SIDE})(?P<verb>{one_of(WORDS['handed'])})(?P<right>(?!{one_of(WORDS['not_handed'])})[^，。；：！？的]{{2,40}})(?=[，。；]|$)"
)
ENTRUSTED = re.compile(
    rf"{one_of(WORDS['entrusting'])}了?(?P<right>[^，。；：的]{{3,24}}?)(?:作为|担任|为|进行|负责|来|开展|整体|实施)*"
    rf"(?P<verb>{one_of(WORDS['entrusted'])})"
)
CAME = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<right>[^，。；：]{{2,24}}?)(?:党政)?{one_of(WORDS['visitors'])}"
    rf"(?:一行)?[^，。；：]{{0,6}}?(?:到|来|来到|走进|前来|莅临|到访)(?P<left>[^，。；：]{{2,16}}?)(?:开展|进行)?(?P<verb>{one_of(WORDS['visited'])})"
)
VISITED = re.compile(
    rf"(?:赴|前往|到访|来到)(?P<right>[^，。；：]{{2,16}}?)(?:开展)?(?P<verb>{one_of(WORDS['visited'])})"
)
JOINED = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<right>{LIST})(?:等[^，。；]{{0,10}})?(?:一同|一道|一起|也|同时|随后|双双|悉数)(?P<verb>加入|加盟|参与签约)(?=[，。；]|$)"
)
AGREED = re.compile("协议|合作|共建|签")
"""What was told before somebody joined it."""
TOWARDS = re.compile(r"(?:主动|积极|全面)(?P<verb>对接|融入)(?P<right>[\u4e00-\u9fff]{2,6})(?=[，。；])")
BOTH = re.compile(
    rf"(?:双方|两地|两区|两园|两家)(?:[在于就][^，。；]{{1,12}}|正式|共同|又|再次)?(?P<verb>{one_of(WORDS['signed'])}|{one_of(WORDS['built'])})"
)
PLANNED = re.compile(one_of(WORDS["planned"]))
TRIGGER = re.compile(
    one_of(
        [
            *WORDS["signed"],
            *WORDS["built"],
            *WORDS["worked"],
            *WORDS["settled"],
            *WORDS["run"],
            *WORDS["visited"],
            *WORDS["handed"],
            *WORDS["entrusted"],
            "共同",
            "加入",
            "加盟",
        ]
    )
)
SEPARATOR = re.compile(r"[、和与及]|以及")
NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·()（）]{2,28}")
ENDS = re.compile(rf"{one_of(WORDS['ends'])}$")
OUTSIDE = re.compile(rf"{one_of(WORDS['outside'])}$")
OWN = re.compile(rf"{one_of(WORDS['own'])}$")
ZONE_WORD = re.compile(one_of(WORDS["zone_words"]))
OFFICE = re.compile(rf"{one_of(WORDS['offices'])}?(?:一行|双方|方面)?$")
NOBODY = re.compile(
    rf"^(?:{one_of(WORDS['nobody'])}|[0-9一二三四五六七八九十几数多]+[家所个].*)+$|^(?:该|本|我|其|之前)|某|各类|相关|等$"
)
TYPES = [(CooperationType(kind), re.compile(one_of(words))) for kind, words in WORDS["types"].items()]


def type_of(words: str) -> CooperationType:
    """The type of cooperation that the words around it tell."""
    return next((kind for kind, pattern in TYPES if pattern.search(words)), CooperationType.OTHER)
