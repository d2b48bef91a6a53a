"""Where a sentence names industries: A、B、C三大主导产业, 主导产业为A、B, 以A、B为支撑, 重点发展A和B, X产业产值."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.extract.industry_free import ahead, around, behind, counted, free_lists
from generator.extract.industry_words import KEPT, bare, could_be, is_known, is_plausible, words
from generator.extract.phrases import Places, Range, clause, clause_end, enumeration, last_joint
from generator.industries import longest_before
from generator.model import IndustryRole

NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十两]{1,2})"
ADJECTIVE = (
    r"(?:战略性新兴|战略新兴|主导|支柱|优势|特色|重点|新兴|未来|先导|核心|传统|高端|千亿级?|百亿级?|万亿级?|百亿元?|千亿元?|现代|先进|生产制造|前沿|高成长|细分|优质|标志性|"
    r"首位|龙头|产业|创新型|战略)"
)
TAIL = re.compile(
    rf"(?P<quote>[”’]?)(?P<etc>等)?(?P<count>(?:{NUMBER}|多)(?:大|个|条|类|多个|种)(?:[一-龥]{{2,6}}?(?=产业))?)?(?P<level>[一二两三四五六七八九百千万]{{0,3}}亿(?:元)?级)?"
    rf"(?P<adjectives>{ADJECTIVE}{{0,3}})(?P<noun>产业创新集群|产业链集群|产业集群|全产业链|产业链|产业体系|产业方向|产业定位|产业生态|产业板块|产业赛道|(?<=等)(?:现代|生产性|高端)?服务业|(?<=等)(?:先进|现代|高端)?制造业|产业|领域|行业|新赛道|赛道|板块|集群)"
    r"(?!的?[^，。；、]{0,4}(?:人才|专家|博士|学者|课程)|开发区|园|研究|技术|基金|协会|联盟|平台|工作|升级|转移|局|政策|引导|先导|母基金|培育基金|大厦|学院|工人|促进|办|母)"
)
NOUNS = ("产业", "领域", "行业", "赛道", "板块", "集群", "服务业", "制造业")
"""One of these is in every `TAIL`: few sentences have one, and the pattern has many ways to begin."""
FOLLOWING = re.compile(
    r"(?:(?:主导|支柱|重点|特色|优势|首位|核心|未来|先导|新兴|主要|看家|当家|传统|首位度最高的)产业|主攻方向|产业方向|产业定位|产业特色)(?:[^，。；：、]{0,10}(?:：|:|——)|[^，。；：、]{0,6}?(?:为|是|有|包括|涵盖|涉及))(?:以)?"
)
AS = re.compile(
    r"[把将](?P<list>[^，。；]{2,80}?)(?:产业|领域)?作为(?P<role>[^，。；]{0,10}?(?:产业|方向|赛道|领域|抓手|引擎))"
)
MAKING = re.compile(r"以(?P<list>[^，。；]{2,80}?)(?P<role>打造)[^，。；]{0,16}?集群")
WITH = re.compile(
    r"以(?P<list>[^，。；]{2,90}?)(?:产业|行业|领域)?(?P<etc>等)?(?:产业|领域)?为(?P<role>主导|支柱|主要支撑|支撑|重点|特色|龙头|核心|主体|引领|主攻方向|主(?=的))"
)
MAIN = re.compile(r"(?:生产|制造)?(?:居|占|占据)(?:于)?(?:绝对)?主导(?:地位)?")
AMOUNT = re.compile(
    r"(?:产业)?(?:(?:年|总)?产值|营业收入|营收|主营业务收入|及关联企业|及相关企业|相关企业|企业(?=是|有|包括|\d|达|超|近|已)|方面(?=[，,]))"
    r"|是[^，。；]{0,8}(?:名片|支柱|主业|主力|招牌)"
)
PARK = re.compile(r"(?:\+”?)?(?:总部|制造|创新|科技|特色)?产业园")
CUT = re.compile(
    r"开发区|高新区|经开区|新区|园区|该区|全区|全市|我区|本区|[的以在将为对向把从了等中“‘：:（(\s—]|(?:领域|产业|行业|集群|产业链|平台|中心)[及和与]|\d[\d.]*万?[亿万]?[元级]?[家个]?"
)
ADVERB = re.compile(r"[也都均正则已]|(?<!所)在")
AROUND = ("list", "list2", "list3")
NAMELESS = re.compile(r"(?:[，。；：、“《‘）)为是成设造了]|打造|建设)$")

ROLES = (
    (
        re.compile(
            "主导|支柱|首位|主要支撑|支撑|龙头|主体|为主|名片|主力|主业|招牌|打头|领跑|领衔|挑大梁|唱主角|当家|占大头|看家"
        ),
        IndustryRole.LEADING,
    ),
    (re.compile("未来|新兴|先导|前沿|储备"), IndustryRole.FUTURE),
    (re.compile("特色|优势"), IndustryRole.SPECIAL),
)


@dataclass(frozen=True, slots=True)
class Named:
    """An industry named at start:end of a sentence, inside the phrase that names it."""

    name: str
    role: IndustryRole
    start: int
    end: int
    phrase: Range
    rule: str


@cache
def _heads(key: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words(key))))


def role_of(phrase: str) -> IndustryRole:
    """The role that the words around a list give its members; 重点 where they give none."""
    return next((role for cue, role in ROLES if cue.search(phrase)), IndustryRole.KEY)


def named_industries(text: str, names: tuple[Range, ...] = ()) -> Iterator[Named]:
    """The industries of a sentence; `names` are the places of zone names, which end what is before them."""
    ends = tuple(sorted(end for _, end in names))
    found: list[Named] = []
    for finder in (_marked, _told, _plain):
        taken = Places((named.start, named.end) for named in found)
        fresh = [named for named in finder(text, ends) if not _overlaps(taken, named)]
        found += fresh
        yield from fresh


def _overlaps(taken: Places, named: Named) -> bool:
    return taken.covers(named.start) or bool(taken.within(named.start, named.end))


def _marked(text: str, ends: tuple[int, ...]) -> Iterator[Named]:
    """The industries that a word such as 产业 or a verb of developing marks."""
    for found in TAIL.finditer(text) if any(noun in text for noun in NOUNS) else ():
        yield from _before(text, found, ends)
    for found in FOLLOWING.finditer(text):
        yield from _after(text, found.start(), found.end(), role_of(found.group()), "industry.told")
    for found in (*WITH.finditer(text), *MAKING.finditer(text), *AS.finditer(text)):
        start, end = found.span("list")
        listed = _members(text, start, end, sure=True)
        yield from _named(text, listed, role_of(found.group("role")), found.span(), "industry.with")
    for found in MAIN.finditer(text) if "主导" in text else ():
        listed = _back(text, found.start(), ends, sure=True)
        yield from _named(
            text, listed, IndustryRole.LEADING, (listed[0][0] if listed else 0, found.end()), "industry.with"
        )
    for found in _heads("strong_heads").finditer(text):
        yield from _after(text, found.start(), found.end(), IndustryRole.KEY, "industry.developed")
    for found in _heads("known_heads").finditer(text):
        for named in _after(text, found.start(), found.end(), IndustryRole.KEY, "industry.developed"):
            if is_known(named.name, in_list=True):
                yield named
    yield from _single(text)


def _told(text: str, ends: tuple[int, ...]) -> Iterator[Named]:
    """Industries that are told of with no word such as 产业."""
    for found in behind().finditer(text):
        listed = _back(text, found.start(), ends, sure=True)
        yield from _named(text, listed, role_of(found.group()), _spanning(listed, found), "industry.told")
    for found in ahead().finditer(text):
        yield from _after(text, found.start(), found.end(), role_of(found.group()), "industry.told")
    for found in around().finditer(text):
        start, end = next(found.span(group) for group in AROUND if found[group])
        listed = [one for one in _members(text, start, end, sure=False) if is_known(one[2], in_list=True)]
        yield from _named(text, listed, IndustryRole.KEY, found.span(), "industry.with")


def _plain(text: str, _: tuple[int, ...]) -> Iterator[Named]:
    """Lists of known industries that nothing else tells of."""
    for listed in (*free_lists(text), *counted(text)):
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
    listed = _back(text, tail.start(), ends, sure and tail.group("noun") != "领域")
    if len(listed) == 1 and tail.group().startswith("产业"):
        start, end, name = listed[0]
        listed = [(start, end + 2, name + "产业")] if KEPT.match(name + "产业") else listed
    if not listed:
        return
    start, _ = clause(text, listed[0][0])
    role = role_of(
        tail.group() + ("培育未来" if "培育" in text[start : listed[0][0]] and "新兴" in tail.group() else "")
    )
    if tail.group("count") and not tail.group("adjectives") and tail.group("noun") == "产业":
        role = IndustryRole.LEADING
    if role is IndustryRole.KEY and "特色" in text[max(start, listed[0][0] - 12) : listed[0][0]]:
        role = IndustryRole.SPECIAL
    yield from _named(text, listed, role, (listed[0][0], tail.end()), "industry.listed")


def _back(text: str, end: int, ends: tuple[int, ...], sure: bool) -> list[tuple[int, int, str]]:
    """The members of the list that ends here, left to right; what is before its first member's verb is left out."""
    start, _ = clause(text, end)
    if text[end : end + 1] in ("’", "”"):
        start = max(start, text.rfind("‘" if text[end] == "’" else "“", start, end) + 1)
    members = enumeration(text, start, end)
    kept: list[tuple[int, int, str]] = []
    for left, right in reversed(members):
        cut = _cut(text, left, right, ends)
        one = _read(text, cut, right)
        if one is None or not (could_be(one[2]) if sure else is_plausible(one[2], in_list=True)):
            break
        kept.append(one)
        if cut > left:
            break
    kept.reverse()
    if len(kept) == 1 and (len(members) == 1 or members[-1][0] <= kept[0][0]):
        return _alone(text, kept[0], end)
    if sure and not any(is_plausible(name) for _, _, name in kept):
        return []
    return _split_last(text, kept)


def _alone(text: str, one: tuple[int, int, str], end: int) -> list[tuple[int, int, str]]:
    """A single industry: a known name, or one that a verb of developing brings in."""
    start, right, name = one
    if name in words("classes") or name + "产业" in words("classes"):
        # A class of statistics (高新技术产业增加值) is what a zone makes only where it is said to develop it.
        return [one] if text[max(0, start - 6) : start].endswith(words("strong_heads")) else []
    if KEPT.match(name + "产业") and text.startswith("产业", right):
        return [one]
    joined = last_joint(text, start, right)
    if joined and not is_known(name):
        sides = [_read(text, *side) for side in joined]
        read = [side for side in sides if side and is_plausible(side[2], in_list=False)]
        if len(read) == 2:
            return read
    if is_known(name):
        return [one]
    before = text[max(0, start - 6) : start]
    if (
        _heads("heads").search(before)
        and before.endswith(words("heads"))
        and could_be(name)
        and is_plausible(name, False)
    ):
        return [one]
    if (
        before.endswith(("培育", "构建", "重点构建", "打造", "重点建设", "聚力构建", "发展"))
        and could_be(name)
        and len(name) < 9
    ):
        return [one]
    known = longest_before(text, right)
    if known is not None and known >= start and is_known(text[known:right]):
        return [(known, right, text[known:right])]
    return []


def _split_last(text: str, kept: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """A、B和C as three: only the last member of a list may hold two."""
    if len(kept) < 2 or is_known(kept[-1][2]):
        return kept
    joined = last_joint(text, kept[-1][0], kept[-1][1])
    sides = [_read(text, *side) for side in joined] if joined else []
    read = [side for side in sides if side and is_plausible(side[2], in_list=False)]
    return kept[:-1] + read if len(read) == 2 and "其" not in kept[-1][2] else kept


def _cut(text: str, left: int, right: int, ends: tuple[int, ...]) -> int:
    """Where the name in a list's member begins: after the last verb, zone name or particle in it."""
    cut = left
    last = bisect_left(ends, right) - 1
    if last >= 0 and ends[last] > left:
        cut = ends[last]
    piece_end = right
    parenthesis = text.find("(", left, right)
    if parenthesis > left:
        piece_end = parenthesis
    for pattern in (CUT, _heads("heads")):
        for found in pattern.finditer(text, left, piece_end):
            if found.end() < piece_end and (
                found.start() > left or pattern is not CUT or not found.group()[0].isdigit()
            ):
                cut = max(cut, found.end())
    return cut


def _read(text: str, left: int, right: int) -> tuple[int, int, str] | None:
    """A member's bare name and where it stands."""
    name = bare(text[left:right])
    if not name:
        return None
    start = text.find(name, left, right)
    return (start, start + len(name), name) if start >= 0 else None


def _members(text: str, start: int, end: int, sure: bool) -> list[tuple[int, int, str]]:
    """The members of a list whose both ends are known."""
    read = [_read(text, left, right) for left, right in enumeration(text, start, end)]
    kept = [one for one in read if one and (could_be(one[2]) if sure else is_plausible(one[2]))]
    if len(kept) == 1 and len(read) == 1:
        name = kept[0][2]
        joined = last_joint(text, kept[0][0], kept[0][1])
        sides = [_read(text, *side) for side in joined] if joined and not is_known(name) else []
        halves = [side for side in sides if side and is_plausible(side[2], in_list=False)]
        if len(halves) == 2:
            return halves
        return kept if is_known(name) or is_plausible(name, in_list=False) else []
    if sure and not any(is_plausible(name) for _, _, name in kept):
        return []
    return _split_last(text, kept)


def _after(text: str, start: int, begin: int, role: IndustryRole, rule: str) -> Iterator[Named]:
    """The list that follows 主导产业为 or 重点发展."""
    end = clause_end(text, begin)
    etc = re.compile("等").search(text, begin, end)
    stop = etc.start() if etc else _goes_on(text, begin, end)
    listed = _members(text, begin, stop, sure=rule == "industry.told")
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
            if start is None or not is_known(text[start : found.start()]):
                continue
            said = IndustryRole.LEADING if role_of(found.group()) is IndustryRole.LEADING else role
            yield Named(text[start : found.start()], said, start, found.start(), (start, found.end()), rule)
