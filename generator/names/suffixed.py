"""Names by their end: 昆山…有限公司, 苏州…研究院, 数字经济产业园."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator import industries
from generator.gates import gated
from generator.names.left import MANY, after_building, begin, brand, offset, proper, says_which
from generator.names.lexicon import ZONE_FORMS, Lexicon, lexicon
from generator.names.places import provinces
from generator.reading import Mention
from generator.words import Word, between, known

ZONE = re.compile(rf"(?:{ZONE_FORMS})(?:\([^()]{{1,10}}\))?")
KEEP_ZONE = frozenset(["政府机构", "企业", "金融机构", "基金", "学校"])
FIRM = ("有限责任公司", "股份公司", "有限公司", "集团公司")
PLACE_ONLY = re.compile("园区|中心|平台|基地|园")
FULL_FIRM = re.compile("有限责任公司|股份有限公司|有限公司|集团公司")
NAME_OF_MORE = re.compile(
    r"^(?:之一|契机|建设动员|[^，。、]{0,4}(?:大会|论坛|峰会|博览会|竞争力|百强|周刊|日报|晚报|导报|财经网))"
)
VISION = re.compile(
    rf"(?:成为|成长为|迈向|建设成|打造成|建成为|这是|作为|誉为|做成|(?<!的)是)(?:[\u4e00-\u9fff]{{2,6}}(?:{ZONE_FORMS}))?$"
    r"|(?:建成|打造|成为|建设)[^，。；]{0,8}(?:国家级|省级|世界级|一流|超级|重要|领先|最大|综合)+$"
)
SLOGAN = re.compile(r"[一二两三四五六七八九十双多][一-龥]{1,3}[一二两三四五六七八九十双多][一-龥]{1,4}")
"""一总部双中心: a formula, and no name."""
OPENED = ("“", "‘")
VISIONARY = ("示范区", "先行区", "核心区", "高地")
"""What somebody means to become more often than what stands there."""
BECOMING = re.compile(r"(?:打造|建设|构建|建成|成为|争创|创建)[^，。；]{0,24}$")
SUPERLATIVE = re.compile(
    r"(?:全[国省市球]|国内|世界|亚洲|[东中西]部|华[东南北中])[^，。；、]{0,8}(?:最[一-龥]{1,4}|唯一|领先|一流|首屈一指)的$"
)
AIM = re.compile(r"成为|打造|建成|建设成|迈向|将是|最|具有|构建|搭建|形成|又一")
COUNTED = re.compile(r"(?:[0-9]{1,12}|[一二三四五六七八九十两数几百余多])[余多]?[个家所只座条批大]$")
COUNT = re.compile(r"[:：]?[0-9一二三四五六七八九十两]{1,8}[0-9—\-至多余]{0,8}[个家所座]")
WEAK = frozenset(["平台", "其他", "园区", "孵化载体", "科研机构", "基金", "学校"])
UNIT = re.compile(r"[kKMGT]?[Ww]h?|[kK]?[gGtT]|[Tt]?[Bb]")
FOUNDED = re.compile(
    r"(?:共建|合建|合办|联办|共办|共同(?:建立|设立|组建|成立|建设)|联合(?:建起|建立|设立|组建|成立|建设|打造|共建))(?:了|起|的|一个|一座)?$"
    rf"|(?:{ZONE_FORMS}|镇|街道|大道|控股|集团|公司|股份|科技|大学|学院|区内|园内|研究院)的$"
)
FUNDED = re.compile(
    r"(?:共设|设立|设了|组建|组成|成立|发起|设起|募集)[^，。；]{0,12}?[0-9.]{1,6}[万亿]{1,2}(?:元|美元)(?:人民币)?(?:的|规模的)?$"
    r"|(?:规模|盘子|总额)(?:为|达|超|约|近)?[0-9.]{1,6}[万亿]{1,2}(?:元|美元)的$"
)
"""A fund of so much money is one, however plain its name."""
FUNDED_BEFORE = 30
FOUNDED_KINDS = frozenset(["平台", "科研机构", "学校", "园区", "孵化载体"])
AT_ONCE = gated(
    r"集[^，。；]{0,80}[于为]一体|(?:具备|具有|兼具|提供)[^，。；]{0,60}功能|[^，。；]{0,60}等[^，。；、]{0,4}(?:设施|场所|功能区)"
)
FOUNDED_BEFORE, FOUNDED_SHORTEST = 10, 4
SHORTEST, LONGEST, CLAUSE = 3, 40, 40


def suffixed(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """The names whose end `rules/organisations.yml` lists, from the right to the left, none overlapping."""
    lex = lexicon()
    starts = [word.start for word in words]
    limit = len(text)
    common = [match.span() for match in lex.not_ends.finditer(text)]
    for end in reversed(list(lex.ends.finditer(text))):
        if end.end() > limit or _within(common, end.start(), end.end()):
            continue
        last = bisect_left(starts, end.end())
        if words[last - 1].end > end.end() and known(words[last - 1].text):
            continue
        index = bisect_right(starts, end.start()) - 1
        mention = _name(text, words, index, end, lex)
        if mention:
            yield mention
            limit = mention.start


def _within(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether this is a part of a common word (大学生, 中心城区), and no end of a name."""
    at = bisect_right(spans, (start, end + LONGEST)) - 1
    return at >= 0 and spans[at][0] <= start and spans[at][1] >= end


def _name(text: str, words: tuple[Word, ...], index: int, end: re.Match[str], lex: Lexicon) -> Mention | None:
    kind, suffix = lex.types[end.group()], end.start()
    first, own = begin(words, index, suffix), False
    if end.group().endswith(FIRM) and not says_which(words[first : index + 1], suffix):
        first, own = brand(words, first), True
        if all(lex.plain(word.text) for word in words[first:index]):
            return None
    start = offset(words[first])
    start = after_building(text, start, suffix)
    start = _after_firm(text, start, suffix, end)
    if not _quoted(text, start, end.end()):
        start = _after_zone(text, words, start, suffix, kind)
    if end.group() in lex.alone and not says_which(words[first:index], suffix):
        start = suffix
    last = _with_branch(text, end.end())
    inside = tuple(word for word in words[first : index + 1] if word.end > start)
    if end.group() == "总部" and lex.ended(text[start:suffix]):
        return None
    if (
        end.group() in lex.needs_proper
        and not any(_names_one(word) for word in inside if word.start < suffix)
        and not (kind == "园区" and text[start:suffix] in industries.names())
    ):
        return None
    if not SHORTEST <= last - start <= LONGEST or MANY.match(text, start, last) or text[start:last] in lex.appositions:
        return None
    if PLACE_ONLY.fullmatch(end.group()) and _is_area(text[start:suffix], end.group()):
        return None
    if NAME_OF_MORE.match(text[last : last + 10]) or _sum_of_ends(text[start:last], lex):
        return None
    if SLOGAN.fullmatch(text, start, last):
        return None
    if COUNT.match(text, last) and not any(proper(word) for word in inside):
        return None
    if (
        AT_ONCE.opens(text)
        and any(
            once.start() <= start < once.end()
            for once in AT_ONCE.finditer(text, max(0, start - 2 * CLAUSE), start + 2 * CLAUSE)
        )
        and not any(map(proper, inside))
    ):
        return None
    if not text[start : end.end()].endswith(lex.alone_ends) and not _founded(text, start, end, kind):
        if not own and not says_which(inside, suffix) and not _zone_named(text, start, suffix):
            return None
        if COUNTED.search(text, max(0, start - 6), start) or _vision(text, start, inside, kind):
            return None
    return Mention(start, last, text[start:last], kind)


def _names_one(word: Word) -> bool:
    """Whether a word names one thing, and not a kind; a unit (GW) is none."""
    if UNIT.fullmatch(word.text):
        return False
    return proper(word) or word.tag == "ns" or (len(word.text) == 1 and word.tag[:1] not in "cpud")


def _after_zone(text: str, words: tuple[Word, ...], start: int, suffix: int, kind: str) -> int:
    """Where the name starts if a zone's name stands before it: 成都高新区天府长岛数字文创园."""
    for zone in ZONE.finditer(text, start, suffix):
        rest = between(words, zone.end(), suffix)
        keeps = kind in KEEP_ZONE and not (rest and proper(rest[0]))
        if not keeps and says_which(rest, suffix) and text[zone.end()] != "(":
            start = zone.end()
    return start


def _is_area(stem: str, end: str) -> bool:
    """Whether this is only a place or a bare zone: 江苏|园区, 太原市|中心, 高新区|园区."""
    return stem in provinces() or ZONE.fullmatch(stem) is not None or (end == "中心" and stem[-1:] in "市县省")


def _after_firm(text: str, start: int, suffix: int, end: re.Match[str]) -> int:
    """Where the name starts if a firm with its full name stands before it: 甲乙有限公司|传感器服务平台."""
    if end.group().endswith(FIRM) or end.group().startswith("有限"):
        return start
    firm = [*FULL_FIRM.finditer(text, start, suffix)]
    return firm[-1].end() if firm and text[firm[-1].end()] != "(" else start


def _zone_named(text: str, start: int, suffix: int) -> bool:
    """Whether what tells this one from others is the zone in its name: 成都高新区智慧治理中心."""
    zone = ZONE.search(text, start, suffix)
    return zone is not None and zone.start() > start and suffix - zone.end() > 1


def _founded(text: str, start: int, end: re.Match[str], kind: str) -> bool:
    """Whether parties found it together, or a place has it, so that a plain name is one of its own: 共建联合实验室."""
    if kind == "基金" and end.end() - start >= FOUNDED_SHORTEST:
        return FUNDED.search(text, max(0, start - FUNDED_BEFORE), start) is not None
    enough = kind in FOUNDED_KINDS and end.end() - start >= FOUNDED_SHORTEST and not end.group().endswith("平台")
    return enough and FOUNDED.search(text, max(0, start - FOUNDED_BEFORE), start) is not None


def _quoted(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start] in ("“", "‘") and text[end : end + 1] in ("”", "’")


def _sum_of_ends(name: str, lex: Lexicon) -> bool:
    """Whether this is a formula, and no name: 试验基地+创业苗圃+产业基地."""
    return any(lex.ended(part) or lex.plain(part) for part in name.split("+")[:-1])


def _with_branch(text: str, end: int) -> int:
    """The end with what stands in parentheses after it and belongs to the name: (科技城校区)."""
    if text[end : end + 1] == "(":
        close = text.find(")", end, end + 10)
        if close > 0 and text[end + 1 : close].endswith(("校区", "分校", "分院", "总部")):
            return close + 1
    return end


def _vision(text: str, start: int, inside: tuple[Word, ...], kind: str) -> bool:
    """Whether this is what something means to become (成为全国重要的生产基地) or a count of some, and no name."""
    clause = re.split(r"[，。；：！？]", text[max(0, start - CLAUSE) : start])[-1]
    if SUPERLATIVE.search(clause):
        return True
    named = text[max(0, start - 1) : start] in OPENED
    if inside and not named and inside[-1].text.endswith(VISIONARY) and BECOMING.search(clause):
        return True
    if kind not in WEAK or any(proper(word) for word in inside):
        return False
    if VISION.search(clause):
        return True
    return clause.endswith("的") and AIM.search(clause) is not None
