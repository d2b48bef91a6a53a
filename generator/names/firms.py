"""Firms whose names have no end, by what is said of them: 佳沃特年产…, 迈科瑞投资3亿元, 天枢云二期投产.

Such a name is odd: its first word is none of the dictionary's, or one that names and does not
say what kind of thing something is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator import industries
from generator.gates import gated
from generator.names.left import proper
from generator.names.lexicon import ZONE_FORMS, lexicon
from generator.names.places import places
from generator.reading import Mention
from generator.words import Word, between, known

SHORTEST, LONGEST, MOST_WORDS = 2, 8, 4
NAMING = frozenset(["nr", "nrt", "nz", "ns", "eng"])
NOT_FIRM = re.compile(
    rf"(?:{ZONE_FORMS}|[省市县区镇乡村州盟旗路街道湖山河江港湾]|大桥|项目|产业|企业|公司|园区|政府|大学|学院|集群|全区|全市|同比|技术|产品|设备|系统|线|圈)$"
)
CAPACITY = ("年产能", "年产量")
KINDS = frozenset(["企业", "平台", "园区", "孵化载体", "科研机构"])
"""What stands beside one of these in a list and ends as a name does is a name too."""
BEFORE_TITLE = ("联合", "首席", "执行", "常务", "名誉", "副")
"""What belongs to the title behind it: 联合|创始人."""
FIGURES = re.compile(r"[0-9.,]+(?:[多余]?[名人次个家项件亿万%台套条元]|$)|[A-Z]?-?[0-9]{1,4}$")
"""A number, or a number of people or things, is no firm."""
SHORTEST_MEMBER, LONGEST_MEMBER = 4, 12
HAN = re.compile(r"[\u4e00-\u9fff]+")
LONG_NAME = 4
"""Characters from which what has a yearly capacity is a firm rather than a product."""
CLAUSE = re.compile(r"[^，。；：！？!?\s]+")
PART = re.compile(r"[^、]+")
AFTER_PROJECT = gated(r"(?<=项目)(?:(以及|[和及与])|(?=等|的|正式|先后|陆续|相继|[0-9]))")
HAVING = re.compile(
    r"(?:[上中下]游|链上|区内|园内|园区|这里|龙头企业)(?:还|已|则|就|都)?(?:聚集了?|集聚了?|汇聚了?|引进了?|有|是)"
)
"""What a list of firms is brought in with: 上游有A、B，下游有C."""
LONGEST_PART = 60
"""Characters that a member of a list of firms or projects has at most."""
PROJECT_ENDS = ("项目", "工程", "基地", "工厂", "总装", "生产线")
MEMBER_END = re.compile(
    r"等(?![级离])|[的这在均都各也已则将是为]|分别|依次|相继|先后|陆续|等|[0-9]|[二两三四五六七八九十几多]{1,4}[大家个]"
)


def told(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """Firms that stand right before what only a firm has or does."""
    for cue in lexicon().firm_cues.finditer(text):
        end = cue.start()
        index = bisect_left(words, end, key=lambda word: word.start)
        if index == 0 or words[index - 1].end != end:
            continue
        if text.endswith(BEFORE_TITLE, 0, end):
            continue
        first = _run(words, index)
        start = words[first].start if first < index else end
        if text.startswith(CAPACITY, end) and end - start < LONG_NAME:
            continue  # 锂盐年产能: a product
        if start < end and _is_name(text, words[first:index]) and _may_begin(words, first):
            yield Mention(start, end, text[start:end], "企业")


def in_projects(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """Firms that the members of a list of projects begin with: 佳沃特轮毂项目、迈科瑞传感器生产线项目."""
    if "项目" not in text:
        return
    for listed in _lists(text):
        members = [(start, end) for start, end in listed if text.endswith(PROJECT_ENDS, start, end)]
        for start, end in members if len(members) > 1 else ():
            inside = between(words, start, min(end, start + LONGEST_PART))
            size = _leading(inside)
            if size and _is_name(text, inside[:size]) and inside[size - 1].end < end:
                name = text[inside[0].start : inside[size - 1].end]
                yield Mention(inside[0].start, inside[size - 1].end, name, "企业")


def siblings(text: str, words: tuple[Word, ...], found: Sequence[Mention]) -> Iterator[Mention]:
    """What stands beside a firm in a list and looks like a name is a firm too: 华诺生物、迈科瑞的产值."""
    starts = [mention.start for mention in found]
    for listed in _lists(text):
        first, last = bisect_left(starts, listed[0][0]), bisect_left(starts, listed[-1][1])
        if not any(mention.type in KINDS for mention in found[first:last]):
            continue
        members: list[Mention | None] = []
        sure: list[bool] = []
        for number, (left, right) in enumerate(listed):
            named = found[bisect_left(starts, left) : bisect_left(starts, right)]
            sure.append(bool(named) and _is_member(named, left, right, last=number == len(listed) - 1))
            members.append(None if named else _looking_like_one(text, words, left, right, first=number == 0))
            if named and named[0].start > left and text[named[0].start - 1] in "和与及":
                members[-1] = _looking_like_one(text, words, left, named[0].start - 1, first=number == 0)
                members.append(None)
                sure.insert(-1, False)
        if not _parallel(text, listed):
            yield from _along(members, sure)


def _parallel(text: str, listed: Sequence[tuple[int, int]]) -> bool:
    """Whether a list is one of things done, each told with the same verb: 投早、投小、投硬科技."""
    first = [text[left] for left, _ in listed[1:]]
    return len(first) > 1 and len(set(first)) == 1 and first[0] in "投做抓建引育强补延促谋抢争"


def _is_member(named: Sequence[Mention], left: int, right: int, *, last: bool) -> bool:
    """Whether the member of a list at left:right is one of the firms found in it."""
    return any(one.type in KINDS and (one.end == right or one.start == left or last) for one in named)


def _along(members: list[Mention | None], sure: list[bool]) -> Iterator[Mention]:
    """The members that look like names and stand beside a sure one, or beside one of these."""
    for order in (range(1, len(members)), range(len(members) - 2, -1, -1)):
        for number in order:
            member = members[number]
            if member and not sure[number] and sure[number - order.step]:
                sure[number] = True
                yield member


def _looking_like_one(text: str, words: tuple[Word, ...], left: int, right: int, *, first: bool) -> Mention | None:
    """What may be a firm in a list's member: what is behind its 的, or what is before its verb."""
    stop = MEMBER_END.search(text, left + SHORTEST, min(right, left + LONGEST_PART))
    had = HAVING.match(text, left, right)
    left = had.end() if had else left
    for begun, end in ((text.rfind("的", left, right) + 1 or left, right), (left, stop.start() if stop else right)):
        if end - begun > LONGEST_PART:
            continue
        inside = between(words, begun, end)
        if first and begun == left and inside:
            inside = inside[_run(inside, len(inside)) :]
        if inside and inside[-1].end == end and _is_name(text, inside):
            return Mention(inside[0].start, end, text[inside[0].start : end], "企业")
    begins = not first or left == 0 or text[left - 1] in "，。；：！？、— "
    if first:
        left = max(left, *(text.rfind(verb, left, right) + 1 for verb in "有是的了"))
    return _ended(text, left, stop.start() if stop else right) if begins else None


def _ended(text: str, start: int, end: int) -> Mention | None:
    """What fills a list's member and ends as a name does, whatever words it is made of: 启航|众创空间, 富临|新能源."""
    name, lex = text[start:end], lexicon()
    if not SHORTEST_MEMBER <= len(name) <= LONGEST_MEMBER or not HAN.fullmatch(name) or lex.not_ends.search(name):
        return None
    ending = lex.ended(name)
    kind = lex.types.get(ending, "")
    if not ending:
        ending = max(
            (one.group() for one in lex.short_ends.expression.finditer(name) if one.end() == len(name)), default=""
        )
        kind = "企业"
    stem = name.removesuffix(ending)
    plain = lex.plain(stem) or stem in industries.names() or name in industries.names() or stem in places()
    if not ending or len(stem) < SHORTEST or plain or kind == "政府机构" or lex.acts.match(name):
        return None
    return Mention(start, end, name, kind)


def _lists(text: str) -> Iterator[list[tuple[int, int]]]:
    """The clauses that are lists, as their members."""
    for clause in CLAUSE.finditer(text):
        listed = list(_parts(text, *clause.span())) if text.find("、", *clause.span()) >= 0 else []
        if len(listed) > 1:
            yield listed


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of a list; A项目和B项目 as two, 项目等 and what follows cut off."""
    for piece in PART.finditer(text, start, end):
        left, right = piece.span()
        for joint in AFTER_PROJECT.finditer(text, left, right):
            yield left, joint.start()
            left = joint.end() if joint[1] else right
        if left < right:
            yield left, right


def _run(words: tuple[Word, ...], index: int) -> int:
    """The first word of the run of words before `index` that can be a name of its own."""
    first = index
    while first > 0 and index - first < MOST_WORDS and _serves(words[first - 1]):
        first -= 1
    while first < index and not _begins(words[first:index]):
        first += 1
    return first


def _begins(inside: tuple[Word, ...]) -> bool:
    """Whether a name can begin with the first of these words: an odd one, or one letter before an odd one (海|德利)."""
    first = inside[0]
    if odd(first):
        return True
    return len(first.text) == 1 < len(inside) and first.tag[:1] in "na" and odd(inside[1]) and len(inside[1].text) > 1


def _serves(word: Word) -> bool:
    if word.tag[:1] in "xupcmrqftyoe" or word.text in lexicon().stops or NOT_FIRM.search(word.text):
        return False
    return not (word.tag == "v" and known(word.text) and len(word.text) > 1 and word.text not in lexicon().inner)


def _leading(inside: tuple[Word, ...]) -> int:
    """How many words the odd beginning has, an industry's word behind it left out."""
    size = 0
    while size < min(len(inside), MOST_WORDS) and (odd(inside[size]) or (size and inside[size].text == "和")):
        size += 1
    while size and inside[size - 1].text == "和":
        size -= 1
    return size


def odd(word: Word) -> bool:
    """Whether a word is none that says what kind of thing something is."""
    if word.tag[:1] in "xupcr" or lexicon().plain(word.text) or word.text in lexicon().stops:
        return False
    return word.tag in NAMING or proper(word) or not known(word.text)


def _is_name(text: str, inside: tuple[Word, ...]) -> bool:
    """Whether these words can be a firm's own name: odd ones, and more than a place, an industry or a person."""
    if not inside or inside[-1].end - inside[0].start > 3 * LONGEST:
        return False
    name = text[inside[0].start : inside[-1].end]
    lex = lexicon()
    if FIGURES.match(name) or any(char in name for char in "是了在"):
        return False
    if not SHORTEST <= len(name) <= (LONGEST if not name.isascii() else 3 * LONGEST) or not _begins(inside):
        return False
    if (
        name[0] in "这那该此其每各我本"
        or name in places()
        or name in lex.types
        or name in lex.abroad
        or NOT_FIRM.search(name)
        or name in industries.names()
    ):
        return False
    rest = [word for word in inside if word.text not in places()]
    if not rest and len(inside) < 3:
        return False
    return any(odd(word) or len(word.text) == 1 for word in rest or inside) and not any(
        name[size:] in industries.names() and name[:size] in places() for size in (2, 3)
    )


def _may_begin(words: tuple[Word, ...], first: int) -> bool:
    """Whether a firm can stand here: at a clause's beginning, or behind a mark, a particle or a verb."""
    if first == 0:
        return True
    before = words[first - 1]
    return before.tag[:1] in "xupcvdfr" or before.text in lexicon().stops or before.text in ("日", "月", "年")
