"""What is an industry's name: the words of `rules/industries.yml` applied to a piece of text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator import industries, rules
from generator.places import places

SHORTEST, LONGEST = 2, 16
COMPOSED = 9
REMEMBERED = 4096
PARENTHESES = re.compile(r"[(（][^()（）]{0,40}[)）]")
ENDING = re.compile(
    r"(?:全?产业链集群|产业创新集群|创新型产业集群|产业集群|全产业链|产业链|产业体系|产业园区|产业园|产业|行业|领域|板块|赛道|新赛道|集群|方向|生产|业态|类)$"
)
KEPT = re.compile(r"^(?:绿色|高新技术|高技术|现代海洋|大健康|战略性新兴|未来|体育|临空|临港|海洋|应急|安全)产业$")
LEADING = re.compile(
    r"^(?:[“‘《]|世界级|国际级|国家级|世界一流|国内一流|一流|[百千万]亿级|\d+[大个条类]|[两三四五六七八九十]大|以及|及|和|与|等|了|的|其|其中|如|即|一批|一条|一个|包括|特色鲜明的|全市|全区|"
    r"全省|全国|重大|一大批|一系列|多个|众多|诸多|成长性好的|该区|园区|区内|当地|我国|国内|国产|本地|主要|重点|后来|如今|目前|眼下|近年来?|过去|以前|曾经|的|以|对|向|在)+"
)
TRAILING = re.compile(
    r"(?:等[^等]{0,12}+(?:(?<=[两二三四五六七八九十多])大)?+|[”’》]|\+|＋|的|[两二三四五六七八九十多]大){1,8}+$",
    re.DOTALL,
)
"""What follows a name; possessive, for words such as 等的等的 could be told apart in more ways than can be tried."""
ENDINGS_AT_MOST = 3
REMEMBERED = 256
"""Members of lists whose names are kept: several rules read the same list, one after the other."""
PLAIN = re.compile(r"^[一-龥A-Za-z0-9·+\-/]+$")
CLAUSE_WORDS = re.compile(
    r"[的了是被把将已]|企业|公司|项目|园区|高新区|经开区|开发区|研究院|人才|政府|建设|推进|推动|实现|提升|加快|发展|打造|引进|合作|培育|签约|落户|增长|创新$|第.$|参与|代表|用于|首个|最大|领先|服务于|填补|需求"
)


@cache
def words(key: str) -> tuple[str, ...]:
    """The words of one list of the rules, longest first."""
    return tuple(sorted(rules.load("industries")[key], key=lambda word: (-len(word), word)))


@cache
def _rejected() -> frozenset[str]:
    return frozenset(rules.load("industries")["not_industries"])


@cache
def _rejected_in_lists() -> frozenset[str]:
    return _rejected() - frozenset(rules.load("industries")["in_lists"])


@lru_cache(maxsize=REMEMBERED)
@cache
def _telling() -> frozenset[str]:
    """The names that say something by themselves."""
    return industries.names() - _rejected()


def bare(text: str) -> str:
    """The name in a list's member: parentheses, quotes and general endings such as 产业链 left out."""
    name = PARENTHESES.sub("", text).strip(" 　")
    name = TRAILING.sub("", LEADING.sub("", name)).strip("“”‘’《》 ")
    for _ in range(ENDINGS_AT_MOST):
        if KEPT.match(name):
            break
        shorter = ENDING.sub("", name).strip("“”‘’+ ")
        if shorter == name or len(shorter) < SHORTEST:
            break
        name = shorter
    return name


def is_known(name: str, in_list: bool = False) -> bool:
    """Whether the rules know this name, and it says something by itself."""
    known = industries.names()
    if name in known:
        return name not in (_rejected_in_lists() if in_list else _rejected()) or _made(name)
    return _made(name) or _composed(name)


def _made(name: str) -> bool:
    """Whether it is the making of what the rules know: 轴承制造业."""
    return name.endswith(("制造业", "加工业")) and name[:-1] in industries.names()


@lru_cache(maxsize=REMEMBERED)
def _composed(name: str) -> bool:
    """Whether a name is made of two known ones, or of one and what is put before or behind such: 核聚变|装备."""
    if not SHORTEST * 2 <= len(name) <= COMPOSED:
        return False
    known, before, behind = _telling(), words("modifiers"), words("tails")
    return any(
        (left in known or left in before) and (right in known or right in behind) and (left in known or right in known)
        for left, right in ((name[:cut], name[cut:]) for cut in range(SHORTEST, len(name) - 1))
    )


def is_plausible(name: str, in_list: bool = True) -> bool:
    """Whether this is an industry by the rules' names, or by how it ends."""
    if is_known(name, in_list):
        return True
    if not could_be(name) or len(name) < 3:
        return False
    return name.endswith(words("endings")) or is_known(re.split("[和与及]", name)[-1], in_list)


def could_be(name: str) -> bool:
    """Whether this may be an industry's name where a clear pattern says that it is one."""
    return (
        SHORTEST <= len(name) <= LONGEST
        and name not in _rejected_in_lists()
        and bool(PLAIN.match(name))
        and not CLAUSE_WORDS.search(name)
        and not name.endswith("链")
        and name not in places()
        and (name in industries.names() or not name[0].isdigit())
        and name[0] not in "和与及等"
    )
