"""Firsts and onlys: 全国首个…, 国内唯一…, 全省第一家…, 西部最大的…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.honour_awards import CANDIDATE, hoped
from generator.extract.honour_words import Found, number, pattern, tidy, words
from generator.extract.phrases import CLOSING, OPENING, clause_end
from generator.gates import Gated, gated
from generator.patterns import one_of
from generator.places import Level, find_places

REACH = 24
LONGEST = 40
OPENERS = re.compile(
    r"(?:(?:成了|建设成为|建设成|成长为|成为|作为|获评为|获评|获批|列为|认定为|设立|建成|打造了|打造|创办|成立|拥有|落户|发布|推出|获得|"
    r"研发出了?|研制出了?|生产出了?|诞生了?|填补|实现|这里是|这是|属于|也是|就是|还是|均是|仍是|乃是|正是|都是|是|为|系|发行|迎来|开通|投用|引进|举办)(?!的)|发行的|认定的|——|一、)"
)
LEADING = re.compile(
    r"^(?:该公司|该区|该园|该|我们|其|它|了|也|目前|全部|这|的|与|和|及|等|已|又|中(?![部国西东南])|，)+"
)
CALLED = re.compile(r"(?:成为|成长为|发展为|作为|是|由|获评|系)[^，。；\d]{0,20}$")
COUNTED = re.compile(r"^\d{1,4}(?:家|个|座|所)")
APPROVED_OF = re.compile(
    r"^(?:批准|批复|设立|公布|认定|获批|命名|建设|挂牌)(?:成立|设立|建设)?的(?=(?:[0-9]{1,4}[家个])?(?:国家|省级|全国))"
)
"""首批批准的14个国家级经开区 are a first batch of them."""
MONEY = re.compile(r"[0-9][0-9.]{0,8}[万亿]{0,2}(?:元|美元)$")
"""首笔300万元 is an amount."""
INSIDE_OF = re.compile(r"在[^，。；]{1,10}的$")
"""甲公司在区内的第二座工厂 is a count of what is one's own."""
BATCH_OF = re.compile(r"国家|省级|全国|市级|“")
LEVELS = re.compile(r"(?:国家级|国家|省级)[一-龥]{0,10}?(?:高新区|经开区|开发区|新区|园区)")


@cache
def _firsts() -> Gated:
    counters = "".join(words("counters"))
    return gated(
        f"(?P<first>{one_of(words('firsts'))})|第(?P<number>[一二三四五六七八九十]{{1,3}}|\\d{{1,3}})[{counters}](?!五年)"
        r"|最(?:大|高|强|多|全|完整|先进|集中|密集|具[一-龥]{1,5})[^，。；、！？]{0,6}?的"
        r"|[三四五六七八九十]大(?=[^，。；、！？的]{2,24}之一)"
    )


def firsts(text: str) -> Iterator[Found]:
    """The firsts of a sentence, with a rank where the order is told (第七家 → 7; 第一家 has none)."""
    reached, carried = 0, ""
    for cue in _firsts().finditer(text):
        if cue.start() < reached:
            continue
        left, right = _left(text, cue.start(), reached), _right(text, cue.end())
        lead, after = text[left : cue.start()], COUNTED.sub("", APPROVED_OF.sub("", text[cue.end() : right]))
        if cue.group("number") and INSIDE_OF.search(lead):
            continue
        title = tidy(carried + _placed(text, left, lead) + cue.group() + (after or _level_before(text, left)))
        scoped = _scoped(carried + lead)
        if scoped and not after and text[right : right + 1] in ("，", "、"):
            carried = lead + cue.group() + "、"
            title = title if _level_before(text, left) else ""
        else:
            carried = ""
        if (
            not title
            or not _holds(cue, scoped, after or title)
            or CANDIDATE.search(title)
            or MONEY.search(title)
            or hoped(text, left)
            or not 5 <= len(title) <= LONGEST
        ):
            continue
        order = number(cue.group("number") or "") if not cue.group().endswith("批") else None
        reached = right
        yield Found(title, left, right, "honour.first", rank=order if order and order > 1 else None)


def _placed(text: str, left: int, lead: str) -> str:
    """全省 as the province that the sentence has named before, so that the title can stand alone."""
    for word, level in (("全省", Level.PROVINCE), ("全自治区", Level.PROVINCE), ("全市", Level.CITY)):
        if lead == word:
            named = [place.place.short for place in find_places(text[:left]) if place.place.level == level]
            return named[-1] if named else lead
    return lead


def _level_before(text: str, left: int) -> str:
    """国家级高新区 in 升级为国家级高新区，系苏北首家: what the first is one of, told in the clause before."""
    found = list(LEVELS.finditer(text, max(0, left - REACH), left))
    return found[-1].group() if found else ""


def labels(text: str) -> Iterator[Found]:
    """“小巨人”企业 and the like, where somebody is said to be one and no number of them is told."""
    for found in _labels().finditer(text):
        before = text[max(0, found.start() - 24) : found.start()]
        called = text.startswith(("—", "之一"), found.end()) or CALLED.search(before)
        if called and not hoped(text, found.start()):
            quoted = found.group().startswith("“") and found.group().endswith("”")
            yield Found(found.group()[1:-1] if quoted else found.group(), *found.span(), "honour.label")


@cache
def _labels() -> Gated:
    return gated("|".join(words("labels")))


def _holds(cue: re.Match[str], scoped: bool, after: str) -> bool:
    """Whether there is a scope before the cue and a thing after it."""
    word = cue.group()
    if cue.group("number") and LEVELS.match(after):
        return True
    if word == "首批" or (word.startswith("第") and word.endswith("批")):
        return bool(BATCH_OF.match(after)) or after.removesuffix("之一").endswith(words("nouns"))
    if word == "第一股":
        return scoped
    if len(after) < 2:
        return False
    if word.startswith("最") and not after.endswith(tuple("区园城业司地心台群县市场港线厂院库域机器船站桥目座网")):
        return False
    return scoped or (word.startswith("首") and bool(LEVELS.search(after)) and "的" in after)


def _scoped(lead: str) -> bool:
    return bool(pattern("scopes").search(lead)) or bool(find_places(lead))


def _left(text: str, cue: int, reached: int) -> int:
    """Where the name of a first begins: after the verb or the break before it."""
    left = max(reached, cue - REACH)
    for index in range(cue - 1, left - 1, -1):
        if text[index] in "，。；：、！？,;:!?()【】 —" or (text[index] in OPENING):
            left = index + 1
            break
    for opener in OPENERS.finditer(text, left, cue):
        left = opener.end()
    begin = LEADING.match(text[left:cue])
    return left + begin.end() if begin else left


def _right(text: str, start: int) -> int:
    """Where the name ends: at the clause's end, before a dash, or before the verb it is the subject of."""
    end = min(clause_end(text, start), start + LONGEST)
    one = text.find("之一", start, end)
    if one > 0:
        return one + 2
    depth = 0
    for index in range(start, end):
        if text[index] in OPENING:
            depth += 1
        elif text[index] in CLOSING:
            depth -= 1
        elif depth == 0 and text[index] in "、—":
            end = index
            break
    stop = pattern("first_stops").search(text, min(start + 2, end), end)
    if stop and "的" not in text[stop.end() : end]:
        end = stop.start()
    return end
