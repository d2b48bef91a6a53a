"""Firms by short names (誉衡药业, 臻识科技), by fame (华为), and projects (粤芯半导体三期项目)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator import industries
from generator.gates import gated
from generator.names.left import CONJUNCTIONS, OFFICIAL, after_building, begin, brand, offset, proper, says_which
from generator.names.lexicon import lexicon, zone_form
from generator.names.places import places
from generator.reading import Mention
from generator.words import Word, known

SHORTEST_BRAND, LONGEST_BRAND = 2, 8
ZONE_END = 3
"""Characters before a parenthesis in which a zone's name ends: 东湖高新区(武汉) is no branch."""
FOLLOWS = re.compile(r"[、，。；！？”)“和与及等为则已也去今]|$")
GOES_ON = re.compile(
    r"园|城|馆|大学|学院|公司|有限|股份|集团|产业|创新|大厦|企业|服务|成果|金融|中心|[部厅局委港谷岛]|人才|领域|板块|小镇|研究|孵化|"
    r"大市场|支行|发展|投资|技术|工程|材料|制造|装备|信息|化"
)
ROLES = (
    "董事长",
    "总经理",
    "副总经理",
    "总裁",
    "副总裁",
    "创始人",
    "首席",
    "CEO",
    "工厂",
    "车间",
    "订单",
    "展厅",
    "厂房",
)
BRANCH = gated(r"\(([\u4e00-\u9fff]{2,4})\)(?![\u4e00-\u9fffA-Za-z]*(?:公司|研究院|中心|加速器))")
PROJECT = gated(r"[一二三四五][一二三四五、]{0,8}期(?:项目|工程)?|项目|工程")
SHORTEST_PROJECT, LONGEST_PROJECT = 6, 40
PRICED = re.compile(
    r"投资(?:额|总额)?(?:约|近|超|逾|达|为)?[0-9.]{1,8}[余多]?[万亿][余多]?(?:元|美元)?的(?:[一-龥0-9]{1,4}级)?$"
)
"""What stands before one project, whatever it is called: 总投资4亿元的传感器生产项目."""
LONG_PROJECT = 9
TOPIC = re.compile("(?:是|系|位于|坐落|选址|占地|总投资|计划|总用地|总建筑|规划)")
PRICE = 20
"""Characters that the price of a project has at most."""
NOT_OWN = frozenset(["有限", "国有", "持有", "集体", "公司", "企业", "大型", "各", "跨国", "产业"])
COMPOUND = frozenset(["矿业科技", "能源科技", "生物科技", "生物制药", "农业科技", "环保科技", "电子科技", "信息科技"])
ENDS_ALWAYS = ("股份", "集团", "药业", "锂业", "铜业", "镍业", "锌业", "钛业", "钨业", "锰业", "硅业")


def famous(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """The firms that everybody knows, where their names are whole words."""
    bounds = {word.start for word in words} | {len(text)}
    for match in lexicon().known.finditer(text):
        if match.start() in bounds and match.end() in bounds:
            yield Mention(match.start(), match.end(), match.group(), "企业")


def short_named(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """Firms whose name is a word of their own and one of the short ends, standing where a firm can stand."""
    starts = [word.start for word in words]
    for end in lexicon().standing_ends.finditer(text):
        after = bisect_left(starts, end.end())
        if words[after - 1].end > end.end():
            continue
        index = bisect_right(starts, end.start()) - 1
        first = begin(words, index, end.start())
        if first == index and words[index].start == end.start():
            first = brand(words, index)
        start = offset(words[first])
        own = words[first:index]
        if words[index].start < end.start():
            own = words[first : index + 1]
        if not (_stands(text, words, after) or (_odd(own, end.group()) and not GOES_ON.match(text, end.end()))):
            continue
        name = text[start : end.end()]
        if zone_form().search(name):
            continue
        if name in industries.names() or (end.group() in lexicon().products and not any(map(_names, own))):
            continue
        if SHORTEST_BRAND <= end.start() - start <= LONGEST_BRAND and _own(own, end.group()):
            yield Mention(start, end.end(), text[start : end.end()], "企业")


def _stands(text: str, words: tuple[Word, ...], after: int) -> bool:
    """Whether what follows can follow a firm: a mark, a verb, a function word."""
    if after >= len(words):
        return True
    word = words[after]
    if FOLLOWS.match(text, word.start) or word.tag[:1] in "xpcudmrt" or word.text in places() or word.tag == "ns":
        return True
    return word.tag == "v" or word.text in (
        "项目",
        "投资",
        "一期",
        "二期",
        "三期",
        "生产",
        "总部",
        "下属",
        "旗下",
        "负责人",
        *ROLES,
    )


def _names(word: Word) -> bool:
    return word.tag[:1] in "nxeg"


def _odd(own: tuple[Word, ...], end: str) -> bool:
    """Whether these words can be nothing but a firm's own, so that anything may follow: 佳沃特科技海上平台."""
    if end in lexicon().products or len(own) != 1 or OFFICIAL.match(own[0].text):
        return False
    return len(own[0].text) > 1 and not known(own[0].text) and own[0].text not in places()


def _own(own: tuple[Word, ...], end: str) -> bool:
    """Whether these words are a firm's own: one that no dictionary has, or one that names, and not places alone."""
    named = [word for word in own if word.text not in places()]
    if end in ENDS_ALWAYS:
        return bool(own) and not {word.text for word in own} & NOT_OWN
    if any(char.isdecimal() for word in own for char in word.text):
        return False
    if end in COMPOUND and own:
        return True
    if not named or any(lexicon().plain(word.text) or word.text in CONJUNCTIONS for word in named):
        return False
    return any(map(_one, named)) and len(own) <= 3


def _one(word: Word) -> bool:
    """Whether the word can be a firm's own; what the segmenter takes for a place and no map has is one too (京东)."""
    abroad = word.text in lexicon().abroad
    return proper(word) or not known(word.text) or len(word.text) == 1 or (word.tag == "ns" and not abroad)


def branches(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """Branches named by their place in parentheses: 启迪之星(嘉兴)."""
    starts = [word.start for word in words]
    for match in BRANCH.finditer(text):
        if match[1] not in places() or zone_form().search(text, max(0, match.start() - ZONE_END), match.start()):
            continue
        index = bisect_left(starts, match.start())
        first = begin(words, index, match.start()) if index < len(words) and starts[index] == match.start() else index
        inside = words[first:index]
        if 1 <= len(inside) <= 3 and any(proper(word) and word.text not in places() for word in inside):
            start = offset(inside[0])
            kind = lexicon().types.get(lexicon().ended(text[start : match.start()]), "企业")
            yield Mention(start, match.end(), text[start : match.end()], kind)


def projects(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """Projects that can be what a number is about: whose they are or what they build, then 项目 or 三期."""
    starts = [word.start for word in words]
    lex = lexicon()
    for end in PROJECT.finditer(text):
        after = bisect_left(starts, end.end())
        if words[after - 1].end > end.end():
            continue
        index = bisect_right(starts, end.start()) - 1
        if words[index].start < end.start():
            continue
        first = begin(words, index, end.start())
        start = after_building(text, offset(words[first]), end.start())
        inside = words[first:index]
        before = text[start : end.start()]
        if lex.ended(before) not in ("", "总部"):
            continue
        if not SHORTEST_PROJECT <= end.end() - start <= LONGEST_PROJECT or not says_which(inside, end.start()):
            continue
        sure = any(map(proper, inside)) or _is_topic(text, start, end.end())
        if sure or PRICED.search(text, max(0, start - PRICE), start):
            yield Mention(start, end.end(), text[start : end.end()], "项目")


def _is_topic(text: str, start: int, end: int) -> bool:
    """Whether a long name begins its clause and a description follows, so that one project is meant."""
    begins = start == 0 or text[start - 1] in "，。；：、 "
    return begins and end - start >= LONG_PROJECT and TOPIC.match(text, end) is not None
