"""Where a sentence names industries: A、B、C三大主导产业, 主导产业为A、B, 以A、B为支撑, 重点发展A和B, X产业产值."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator import industries
from generator.extract.industry_counts import COUNTS, figured, seats
from generator.extract.industry_cues import (
    ADVERB,
    AMOUNT,
    AS,
    BEFORE_OTHERS,
    FOLLOWING,
    MAIN,
    MAKING,
    NAMELESS,
    NUMBER,
    OTHERS,
    PARK,
    TAIL,
    USED,
    WITH,
    heads,
    role_of,
)
from generator.extract.industry_frames import FRAMED, frames
from generator.extract.industry_free import COUNTED, ahead, around, behind, counted, free_lists
from generator.extract.industry_members import back, members_of
from generator.extract.industry_topics import topics
from generator.extract.industry_words import KEPT, is_known, is_plausible, words
from generator.extract.phrases import Places, Range, clause, clause_end
from generator.frozen import frozen
from generator.gates import Gate
from generator.industries import longest_after, longest_before
from generator.model import IndustryRole


@frozen
class Named:
    """An industry named at start:end of a sentence, inside the phrase that names it."""

    name: str
    role: IndustryRole
    start: int
    end: int
    phrase: Range
    rule: str


LED = Gate(FOLLOWING, WITH, MAKING, AS, MAIN)
FIGURED = Gate(AMOUNT, PARK)
PLAIN = Gate(COUNTED, COUNTS)
LEADERS = re.compile("龙头|引领|牵引|骨干")
"""What firms are said to be as often as industries."""
PLAIN_COUNT = re.compile(rf"(?:{NUMBER}|多)(?:大|个|条|类|多个|种)")


@cache
def _marks() -> Gate:
    """What is in every sentence in which a word such as 产业 or a verb of developing marks an industry."""
    return Gate(TAIL, LED, FRAMED, heads("strong_heads"), heads("known_heads"), FIGURED)


@cache
def _telling() -> Gate:
    """What is in every sentence that tells of an industry with no such word."""
    return Gate(*behind(), ahead(), *around())


@cache
def _known() -> Gate:
    """What is in every sentence that names an industry by no more than a name of the rules."""
    return Gate.of(industries.names())


def named_industries(text: str, names: tuple[Range, ...] = ()) -> Iterator[Named]:
    """The industries of a sentence; `names` are the places of zone names, which end what is before them."""
    marked, told, known = _marks().opens(text), _telling().opens(text), _known().opens(text)
    ends = tuple(sorted(end for _, end in names))
    found: list[Named] = []
    for finder, may_find in ((_marked, marked), (_told, told), (_plain, known)):
        if not may_find:
            continue
        fresh = list(finder(text, ends))
        if found and fresh:
            taken = Places((named.start, named.end) for named in found)
            fresh = [named for named in fresh if not _overlaps(taken, named)]
        found += fresh
        yield from fresh


def _overlaps(taken: Places, named: Named) -> bool:
    return taken.covers(named.start) or bool(taken.within(named.start, named.end))


def _marked(text: str, ends: tuple[int, ...]) -> Iterator[Named]:
    """The industries that a word such as 产业 or a verb of developing marks."""
    for found in TAIL.finditer(text):
        yield from _before(text, found, ends)
    if LED.opens(text):
        yield from _led(text, ends)
    for listed, role, phrase in frames(text, ends) if FRAMED.opens(text) else ():
        yield from _named(text, listed, role, phrase, "industry.framed")
    for found in heads("strong_heads").finditer(text):
        ahead_of = (
            found.group().startswith(("超前", "前瞻", "先行"))
            or "未来产业" in text[max(0, found.start() - 10) : found.start()]
        )
        role = IndustryRole.FUTURE if ahead_of else IndustryRole.KEY
        yield from _after(text, found.start(), found.end(), role, "industry.developed")
    for found in heads("known_heads").finditer(text):
        after = [*_after(text, found.start(), found.end(), IndustryRole.KEY, "industry.developed")]
        if any(is_known(named.name, in_list=True) for named in after):
            yield from (named for named in after if is_plausible(named.name))
    if FIGURED.opens(text) and _known().opens(text):
        yield from _single(text)


def _led(text: str, ends: tuple[int, ...]) -> Iterator[Named]:
    """The industries between or beside words that say what they are to the zone: 主导产业为A, 以A为支撑."""
    for found in FOLLOWING.finditer(text):
        yield from _after(text, found.start(), found.end(), role_of(found.group()), "industry.told")
    for found in (*WITH.finditer(text), *MAKING.finditer(text), *AS.finditer(text)):
        start, end = found.span("list")
        listed = members_of(text, start, end, sure=True)
        whole = _whole(text, found.end())
        if LEADERS.search(found.group("role")) and not all(is_known(name, in_list=True) for _, _, name in listed):
            listed = []
        if whole:
            listed = [one for one in listed if is_known(one[2])] + [whole]
        yield from _named(text, listed, role_of("为" + found.group("role")), found.span(), "industry.with")
    for found in MAIN.finditer(text):
        listed = back(text, found.start(), ends, sure=True)
        yield from _named(
            text, listed, IndustryRole.LEADING, (listed[0][0] if listed else 0, found.end()), "industry.with"
        )


def _whole(text: str, begin: int) -> tuple[int, int, str] | None:
    """The industry that others are a part of: 以输变电为主的|能源装备."""
    if text[begin : begin + 1] != "的":
        return None
    stop = longest_after(text, begin + 1, clause_end(text, begin + 1))
    name = text[begin + 1 : stop] if stop else ""
    plain = is_known(name) and name not in words("classes") and name + "产业" not in words("classes")
    return (begin + 1, stop, name) if stop and plain and text[stop : stop + 1] not in tuple("及和与") else None


def _told(text: str, ends: tuple[int, ...]) -> Iterator[Named]:
    """Industries that are told of with no word such as 产业."""
    for found in (found for pattern in behind() for found in pattern.finditer(text)):
        listed = back(text, found.start(), ends, sure=True)
        yield from _named(text, listed, role_of(found.group()), _spanning(listed, found), "industry.told")
    for found in ahead().finditer(text):
        yield from _after(text, found.start(), found.end(), role_of(found.group()), "industry.told")
    for found in (found for pattern in around() for found in pattern.finditer(text)):
        if OTHERS.search(text, max(0, found.start() - BEFORE_OTHERS), found.start()):
            continue
        start, end = found.span(found.lastgroup or 0)
        listed = [one for one in members_of(text, start, end, sure=False) if is_known(one[2], in_list=True)]
        whole = _whole(text, found.end()) if found.group().endswith("代表") else None
        listed += [whole] if whole else []
        role = role_of(text[found.start() : start] + text[end : found.end()])
        yield from _named(text, listed, role, found.span(), "industry.with")


def _plain(text: str, ends: tuple[int, ...]) -> Iterator[Named]:
    """Lists of known industries that nothing else tells of."""
    for listed in seats(text):
        yield from _named(text, listed, IndustryRole.SPECIAL, (listed[0][0], listed[-1][1]), "industry.seat")
    for listed in figured(text):
        yield from _named(text, listed, IndustryRole.KEY, (listed[0][0], listed[-1][1]), "industry.figure")
    for listed in (*free_lists(text), *counted(text), *topics(text, ends)):
        start, end = listed[0][0], listed[-1][1]
        role = role_of(text[max(clause(text, start)[0], start - 6) : start] + text[end : end + 14])
        yield from _named(text, listed, role, (start, end), "industry.plain")


def _spanning(listed: list[tuple[int, int, str]], found: re.Match[str]) -> Range:
    return (listed[0][0] if listed else found.start(), found.end())


def _before(text: str, tail: re.Match[str], ends: tuple[int, ...]) -> Iterator[Named]:
    """The list that ends where 三大主导产业 or 等领域 begins."""
    sure = bool(tail.group("etc") or tail.group("count") or tail.group("adjectives") or tail.group("level"))
    if text[tail.start() - 1 : tail.start()] == "为":
        return
    listed = back(text, tail.start(), ends, sure and tail.group("noun") != "领域")
    if len(listed) == 1 and tail.group().startswith("产业"):
        start, end, name = listed[0]
        listed = [(start, end + 2, name + "产业")] if KEPT.match(name + "产业") else listed
    if not listed:
        return
    start, _ = clause(text, listed[0][0])
    if USED.search(text, start, listed[0][0]):
        return
    role = role_of(
        tail.group() + ("培育未来" if "培育" in text[start : listed[0][0]] and "新兴" in tail.group() else "")
    )
    if role is IndustryRole.KEY and PLAIN_COUNT.fullmatch(tail.group("count") or "") and tail.group("noun") == "产业":
        role = IndustryRole.LEADING
    if role is IndustryRole.KEY and "特色" in text[max(start, listed[0][0] - 12) : listed[0][0]]:
        role = IndustryRole.SPECIAL
    yield from _named(text, listed, role, (listed[0][0], tail.end()), "industry.listed")


def _after(text: str, start: int, begin: int, role: IndustryRole, rule: str) -> Iterator[Named]:
    """The list that follows 主导产业为 or 重点发展."""
    end = clause_end(text, begin)
    etc = re.compile("等").search(text, begin, end)
    stop = etc.start() if etc else _goes_on(text, begin, end)
    listed = members_of(text, begin, stop, sure=rule == "industry.told")
    yield from _named(text, listed, role, (start, end), rule)


def _goes_on(text: str, begin: int, end: int) -> int:
    """Where the clause goes on behind the list's last member, if that is a known name: A、B|也在这里发展."""
    last = max(text.rfind("、", begin, end) + 1, begin)
    for found in ADVERB.finditer(text, last, end):
        known = longest_before(text, found.start())
        if known is not None and known >= begin and is_known(text[known : found.start()], in_list=True):
            return found.start()
    return end


def _named(
    text: str, listed: list[tuple[int, int, str]], role: IndustryRole, phrase: Range, rule: str
) -> Iterator[Named]:
    for start, end, name in listed:
        yield Named(name, role, start, end, phrase, rule)


def _single(text: str) -> Iterator[Named]:
    """Known industries that figures or parks are told of: 新材料产业主营业务收入, 高端装备总部产业园."""
    for pattern, role, rule in (
        (AMOUNT, IndustryRole.KEY, "industry.figure"),
        (PARK, IndustryRole.SPECIAL, "industry.park"),
    ):
        for found in pattern.finditer(text):
            start = longest_before(text, found.start())
            if start and pattern is PARK and not NAMELESS.search(text, max(0, start - 4), start):
                continue
            name = text[start : found.start()]
            if start is None or not is_known(name) or name in words("classes"):
                continue
            said = IndustryRole.LEADING if role_of(found.group()) is IndustryRole.LEADING else role
            yield Named(name, said, start, found.start(), (start, found.end()), rule)
