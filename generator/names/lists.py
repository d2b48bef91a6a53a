"""Names in a list: 寒武纪、中科晶上等一批领军企业, 华勤、欧菲2家, 闻泰通讯、斯达半导为龙头.

Chinese news names firms by short names with nothing at their end. What tells them is the
list they stand in: members between 、 and a word behind that says what they all are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from generator import industries
from generator.gates import gated
from generator.names.left import begin, offset, proper
from generator.names.lexicon import Lexicon, alternation, lexicon
from generator.reading import Mention
from generator.words import Word, between, known

CLAUSE = re.compile(r"[^，。；：！？!?;—\n\s《》【】■◆△]+")
MARK = re.compile(r"、")
COUNT = r"(?:[0-9二两三四五六七八九十百]{1,12}[多余几]{0,2}|(?<=[这那])几)"
MEASURE = r"[个家所大]"
FARTHEST_HEAD, SHORTEST, LONGEST, MOST = 16, 2, 24, 40
LONGEST_BARE = 8
SHORT_START = 4
NO_HEAD = re.compile(
    r"领域|方面|了|发布|技术|资质|称号|荣誉|指标|政策|活动|城市|国家|地区|部门|人才|环节|问题|[的在为]"
)
NOT_A_NAME = re.compile(
    r"[的了在是]|^[A-Z]?-?[0-9]{1,4}$|[0-9]{1,12}[多余]?[名人次个家项件]|[0-9]{1,12}[%万亿]|\d{4}年"
)
NO_MEMBER = re.compile(
    r"(?:企业|机构|项目|产业|技术|服务|产品|行业|领域|高新区|开发区|经开区|新区|环节|人才|品牌|单位|部门|团队|学校|办事处)$"
)
BARE_ENDS = frozenset("所院校园谷城港湾")
BARE_END = re.compile(r"[所院校园谷城港湾]$")
TAIL = re.compile(r"(?:[一二三四五六七八九十][一二三四五六七八九十、]{0,8}期|T[0-9]{1,4}|项目|工程)$")
SEPARATE = re.compile(r"(?<=[\u4e00-\u9fffA-Za-z)])(?:和|及|以及|与)(?=[\u4e00-\u9fffA-Za-z“])")
COUNTED = re.compile(rf"(?:[这那](?=[0-9二两三四五六七八九十几]))?(?P<count>{COUNT}){MEASURE}")
COUNTED_END = re.compile(r"[0-9][多余]?[个家所座条]$")
LIST_ENDS = re.compile(
    rf"(?P<and>等)|{COUNTED.pattern}|(?P<each>各(?=[投占有守据领擅显]|自))"
    r"|(?P<both>(?:去年|今年|先后|已)?双双(?=[^，。；]{2,16}(?:冠军|企业|巨人|百强|上市)))"
    r"|(?P<dots>…{1,2}$)"
    r"|(?P<purpose>为(?:首批|主要|重点|核心)?(?:龙头|领军|头雁|引领|链主|骨干|代表的?(?=[^，。；]{0,10}(?:企业|公司))))"
)
LABEL = gated(
    r"(?:代表|龙头|重点|骨干|主要|入驻|上市|知名|核心|标杆|链主|本土|规上|明星|典型)(?:性|入驻|落户)?(?:企业|公司)(?:名录|名单|代表)?(?:[：:]|(?:主要)?(?:有|包括)[：:]?|为[：:])"
)
DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def lists(text: str) -> bool:
    """Whether there is something in a text that a list may end with."""
    return ("、" in text or "等" in text) and LIST_ENDS.search(text) is not None


def listed(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """The members of the lists in a sentence that are names, in order."""
    for clause in CLAUSE.finditer(text) if "、" in text or "等" in text else ():
        start, end = clause.span()
        if text.find("、", start, end) >= 0 or text.find("等", start, end) >= 0:
            yield from _clause(text, words, start, end)


def labelled(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """The firms of a list behind what they are called: 代表企业：甲电子、乙机械、丙钢."""
    lex = lexicon()
    for label in LABEL.finditer(text):
        clause = CLAUSE.match(text, label.end())
        if not clause or "、" not in clause.group():
            continue
        marks = [label.end() - 1, *(mark.start() for mark in MARK.finditer(text, *clause.span())), clause.end()]
        etc = text.find("等", marks[-2], marks[-1])
        marks[-1] = etc if etc > 0 else marks[-1]
        spans = [one for left, right in pairwise(marks[:MOST]) for one in _split(text, left + 1, right, last=True)]
        if any("为" in text[slice(*span)] for span in spans):
            continue
        if any(_acts(words, *span) for span in spans) or any(
            text[slice(*span)] in industries.names() for span in spans
        ):
            continue
        for start, end in spans:
            member = _member(text, start, end)
            name = text[slice(*member)] if member else ""
            if member and len(name) <= LONGEST and not NO_MEMBER.search(name) and not lex.plain(name):
                yield Mention(*member, name, _type(name, lex) or "企业")


def _clause(text: str, words: tuple[Word, ...], start: int, end: int) -> Iterator[Mention]:
    at = start
    for behind in LIST_ENDS.finditer(text, start, end):
        if behind.start() <= at:
            continue
        spans = _members(text, words, at, behind.start())
        if behind["count"] and any(_acts(words, *span) for span in spans[1:]):
            continue
        if behind["dots"] and any(text.endswith(_products(), *span) for span in spans):
            continue
        kind, sure = _kind(text, behind, end, len(spans))
        if spans and kind:
            yield from _named(text, words, spans, kind, sure)
        at = behind.end()


@cache
def _products() -> tuple[str, ...]:
    return tuple(sorted(lexicon().products))


def _acts(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether there is a verb inside, so that this is no member of a list but a clause."""
    lex = lexicon()
    return any(
        word.tag == "v" and len(word.text) > 1 and known(word.text) and word.text not in lex.inner
        for word in between(words, start, end)
    )


def _members(text: str, words: tuple[Word, ...], start: int, end: int) -> list[tuple[int, int]]:
    """The spans between the marks before `end`; the first begins where the walk to the left ends."""
    marks = [start - 1, *(mark.start() for mark in MARK.finditer(text, start, end)), end][-MOST:]
    spans = []
    for left, right in pairwise(marks):
        spans += _split(text, left + 1, right, last=right == end)
    first = _first(words, *spans[0]) if spans else None
    return ([first] if first else []) + spans[1:]


def _split(text: str, start: int, end: int, *, last: bool) -> list[tuple[int, int]]:
    """A member, or the two around the 和 of a list's last."""
    lex = lexicon()
    for joint in SEPARATE.finditer(text, start, end) if last else ():
        left, right = text[start : joint.start()], text[joint.end() : end]
        both = (_ends(left, lex) and _ends(right, lex)) or len(left) + len(right) <= LONGEST_BARE
        if both and len(left) >= SHORTEST and len(right) >= SHORTEST:
            return [(start, joint.start()), (joint.end(), end)]
    return [(start, end)]


def _ends(name: str, lex: Lexicon) -> bool:
    return bool(lex.ended(name)) or _short_end(name, lex)


def _first(words: tuple[Word, ...], start: int, end: int) -> tuple[int, int] | None:
    """The first member of a list that ends at `end`: it has no mark before it, so we walk to the left."""
    index = bisect_left(words, end, key=lambda word: word.start)
    inside = index > 0 and (words[index - 1].end > end or words[index - 1].text in BARE_ENDS)
    index -= inside
    if index >= len(words):
        return None
    begun = max(start, offset(words[begin(words, index, words[index].start if inside else end)]))
    if begun >= end and end - start <= SHORT_START:
        begun = start
    return (begun, end) if begun < end else None


def _kind(text: str, behind: re.Match[str], end: int, members: int) -> tuple[str, bool]:
    """The type that the word behind the list gives its members, and whether their number is as it says."""
    if behind["purpose"] or behind["each"] or behind["both"] or behind["dots"]:
        return "企业", False
    window = text[behind.end() : min(end, behind.end() + FARTHEST_HEAD)]
    counted = behind if behind["count"] else COUNTED.search(window)
    sure = counted is not None and _number(counted["count"]) == members
    head = _heads().search(window)
    if head and not NO_HEAD.search(window, 0, head.start()):
        return lexicon().heads[head.group()], sure
    if window or (behind["count"] and behind.group()[-1] not in "家所"):
        return "", False
    return ("企业" if behind["count"] else "其他"), sure


def _number(count: str) -> int:
    return int(count) if count.isdecimal() else DIGITS.get(count, 0)


@cache
def _heads() -> re.Pattern[str]:
    return alternation(lexicon().heads)


def _named(
    text: str, words: tuple[Word, ...], spans: list[tuple[int, int]], kind: str, sure: bool
) -> Iterator[Mention]:
    if any(COUNTED_END.search(text, start, end) for start, end in spans):
        return
    members = [member for start, end in spans if (member := _member(text, start, end))]
    if not members or (kind == "其他" and len(members) == 1):
        return
    lex = lexicon()
    telling = sum(_tells(text[start:end], words, start, end, lex) for start, end in members)
    sure = sure and len(members) > 1 and kind != "其他"
    if not sure and telling * 2 < len(members):
        return
    for start, end in members:
        name = text[start:end]
        own = _type(name, lex)
        if own or (
            len(name) <= (LONGEST if name.isascii() else LONGEST_BARE) and _bare(name, words, start, end, kind, sure)
        ):
            yield Mention(start, end, name, own or ("企业" if kind == "其他" else kind))


def _bare(name: str, words: tuple[Word, ...], start: int, end: int, kind: str, sure: bool) -> bool:
    """Whether a member with no end of its own is a name."""
    lex = lexicon()
    if len(name) > (LONGEST if name.isascii() else LONGEST_BARE) or name in lex.types:
        return False
    if name in industries.names() and name not in lex.firms:
        return False
    if NO_MEMBER.search(name) or name.endswith("共") or lex.plain(name) or name in lex.inner or name in lex.leading:
        return False
    if kind == "其他" and not sure:
        inside = between(words, start, end)
        return name in lex.firms or _short_end(name, lex) or any(proper(word) and word.tag != "ns" for word in inside)
    if kind != "企业" and any(name[cut:] in industries.names() for cut in range(1, len(name) - 1)):
        return False
    if sure or _tells(name, words, start, end, lex):
        return True
    return kind == "企业" or (kind != "其他" and BARE_END.search(name) is not None)


def _member(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in "“‘和及与":
        if text[start] in "和及与" and text[start - 1] == "、":
            break
        start += 1
    while start < end and text[end - 1] in "”’":
        end -= 1
    tail = TAIL.search(text[start:end])
    if tail:
        end = start + tail.start()
    name = text[start:end]
    if not SHORTEST <= len(name) <= LONGEST or NOT_A_NAME.search(name) or name.isdecimal():
        return None
    return (start, end) if "“" not in name and "”" not in name else None


def _type(name: str, lex: Lexicon) -> str:
    end = lex.ended(name)
    stem = name.removesuffix(end)
    while verb := lex.leading_verb.match(stem):
        stem = stem[verb.end() :]
    return lex.types[end] if end and (end in lex.alone or (stem and not lex.plain(stem))) else ""


def _short_end(name: str, lex: Lexicon) -> bool:
    return any(end.end() == len(name) and end.start() >= SHORTEST for end in lex.short_ends.expression.finditer(name))


def _tells(name: str, words: tuple[Word, ...], start: int, end: int, lex: Lexicon) -> bool:
    """Whether this member looks like a name by itself."""
    if name in lex.firms:
        return True
    inside = between(words, start, end)
    if any(proper(word) or word.tag == "ns" for word in inside) or (len(name) <= 6 and _short_end(name, lex)):
        return True
    return bool(_type(name, lex)) or not inside or any(len(word.text) == 1 or not known(word.text) for word in inside)
