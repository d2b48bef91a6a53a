"""What a zone or a park means to be: 打造…高地, 作为…的承载地, 建设成为…, 立足“…核心区”定位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.identity_words import Said, pattern, words
from generator.extract.phrases import clause_end, enumeration, last_joint, trim
from generator.gates import Gate, Gated, gated
from generator.model import Attribute
from generator.patterns import one_of
from generator.places import find_places

SHORTEST, LONGEST = 5, 42
WEAK = ("是", "为", "做", "也是", "又是", "更是", "建设", "形成", "构建", "构筑", "作为")
STANDING = gated(r"立足(?P<value>[^，。；]{4,50}?)定位")
LISTED = gated(
    r"(?:功能|战略|发展|总体|产业|区域|城市)?定位(?:是|为|有|包括|主要是)?[：:“](?P<values>[^。；：:]{5,120})"
)
QUOTED = gated(r"“(?P<values>[^“”]{5,80})”(?:[两二三四五六七八九十]大|的)?(?:发展|战略|功能|总体|城市)?定位")
MEASURED = re.compile(r"[0-9][0-9.]{0,12}[万亿余多]{0,4}(?:平方|亩|元|%|个|家|人|公里)")
AS_ONE = re.compile(r"集[^，。；]{2,100}(?:于一体|为一体|于一身)")
"""集A、B于一体: what a building holds, no position."""
FORETOLD = re.compile(r"(?:有望|可望|或将|(?<!不)(?<!不仅)只|(?<!不)仅|曾|曾经|原本|昔日|原来)$")
"""What a project may become, or a place only once was, is no position of the zone."""
LEADING = re.compile(r"^(?:了|的|为|成为|成|一批|一个|一座|起)+")
MADE = re.compile(r"(?:建设|打造|设立|成立|建立|规划)的(?=[^的，。]{2,30}$)")
QUALITIES = re.compile(r"^(?:高[一-龥]{1,3}、)+高[一-龥]{1,3}的")

DESCRIBED = re.compile(r"^(?:[^，。；、的]{4,14}、){2,6}[^，。；、的]{4,14}的(?=[^的、]{4,20}$)")
"""布局合理、设施完善、管理有序的(现代化新城): a row of clauses that only describe."""


@cache
def _verbs() -> Gated:
    return gated(one_of(words("position_verbs")))


@cache
def _gate() -> Gate:
    return Gate(_verbs(), LISTED, QUOTED, STANDING)


def positions(text: str) -> Iterator[Said]:
    """The positions that a sentence gives its zone or park."""
    if not _gate().opens(text):
        return
    reached = 0
    for verb in _verbs().finditer(text):
        if (
            verb.start() < reached
            or _of_another(text, verb.start())
            or FORETOLD.search(text[max(0, verb.start() - 4) : verb.start()])
        ):
            continue
        end = clause_end(text, verb.end())
        found = [
            part
            for place in (_noun_phrase(text, verb.end(), end, verb.group()),)
            if place
            for part in _parts(text, *place)
        ]
        for start, stop in found or _listed(text, verb.end(), end, verb.group()):
            reached = stop
            yield Said(Attribute.POSITION, text[start:stop], start, stop, "identity.position", "", (verb.start(), stop))
    yield from _told_as_list(text)
    for standing in STANDING.finditer(text):
        start = standing.start("value")
        for piece in re.finditer(r"[^和与、]+", standing.group("value")):
            if len(piece.group()) >= SHORTEST - 1:
                place = (start + piece.start(), start + piece.end())
                value = piece.group().replace("“", "").replace("”", "")
                yield Said(Attribute.POSITION, value, *place, "identity.standing", "", standing.span())


def _told_as_list(text: str) -> Iterator[Said]:
    """定位：A、B、C and “A、B、C”三大定位: each member is a position, however it ends."""
    for pattern_ in (LISTED, QUOTED):
        for found in pattern_.finditer(text):
            begin, end = found.span("values")
            closing = text.find("”", begin, end)
            for left, right in enumeration(text, begin, closing if closing >= 0 else end):
                for start, stop in _commas(text, *trim(text, left, right)):
                    if SHORTEST - 1 <= stop - start <= LONGEST and not MEASURED.search(text[start:stop]):
                        value = text[start:stop]
                        yield Said(Attribute.POSITION, value, start, stop, "identity.listed", "", found.span())


def _commas(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A，B，C as three positions: what stands before the first comma, then each that ends as a position does."""
    ends = (*words("positions"), *words("scoped_positions"))
    for number, piece in enumerate(re.finditer(r"[^，]+", text[start:end])):
        if number and not piece.group().endswith(ends):
            return
        yield start + piece.start(), start + piece.end()


def _of_another(text: str, verb: int) -> bool:
    """助力江苏打造…: it is the province, the city that does it."""
    window = text[max(0, verb - 8) : verb].removesuffix("正在").removesuffix("着力").removesuffix("加快")
    return any(place.end == len(window) for place in find_places(window))


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A、B和C as three positions where each is one by itself, else the phrase as it is."""
    members = enumeration(text, start, end)
    joined = last_joint(text, *members[-1])
    if joined and all(text[a:b].endswith(words("positions")) for a, b in joined):
        members[-1:] = joined
    alone = all(b - a > SHORTEST and text[a:b].endswith(words("positions")) for a, b in members)
    return members if alone else [(start, end)]


def _listed(text: str, start: int, end: int, verb: str) -> Iterator[tuple[int, int]]:
    """The members of 作为A、B和C that are positions."""
    members = enumeration(text, start, end)
    joined = last_joint(text, *members[-1]) if len(members) > 1 else None
    if joined:
        members[-1:] = joined
    for left, right in members if len(members) > 1 else ():
        found = _noun_phrase(text, left, right, verb)
        if found:
            yield found


def _noun_phrase(text: str, start: int, end: int, verb: str) -> tuple[int, int] | None:
    """The phrase after the verb when it ends as a position does, else None."""
    quoted = text[start : start + 1] == "“" and text.find("”", start, end) == end - 1
    left, right = (start + 1, end - 1) if quoted else (start, end)
    lead = LEADING.match(text[left:right])
    left += lead.end() if lead else 0
    for inner in (MADE, QUALITIES, DESCRIBED):
        made = inner.search(text[left:right])
        left += made.end() if made else 0
    phrase = text[left:right]
    first = phrase.split("、")[0]
    if not phrase.endswith((*words("positions"), *words("scoped_positions"))) and first != phrase:
        phrase = first
    right = left + len(phrase)
    own = phrase.endswith(words("positions"))
    if not SHORTEST <= len(phrase) <= LONGEST or not (own or phrase.endswith(words("scoped_positions"))):
        return None
    if pattern("not_positions").search(phrase.replace("之一的", "")):
        return None
    if "—" in phrase or MEASURED.search(phrase) or AS_ONE.search(text, max(0, left - 40), min(len(text), right + 100)):
        return None
    placed = bool(find_places(phrase)) or bool(pattern("position_scopes").search(phrase))
    if verb in WEAK and not (placed and ("的" in phrase or own)):
        return None
    if not own and not ((placed and "的" in phrase) or (placed and verb not in WEAK and verb != "打造")):
        return None
    return left, right
