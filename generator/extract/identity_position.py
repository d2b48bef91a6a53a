"""What a zone or a park means to be: 打造…高地, 作为…的承载地, 建设成为…, 立足“…核心区”定位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.identity_words import Said, either, pattern, words
from generator.extract.phrases import clause_end
from generator.model import Attribute
from generator.places import find_places

SHORTEST, LONGEST = 5, 42
WEAK = ("是", "为", "做", "也是", "又是", "更是", "建设", "形成", "构建", "构筑", "作为")
STANDING = re.compile(r"立足(?P<value>[^，。；]{4,50}?)定位")
LEADING = re.compile(r"^(?:了|的|为|成|一批|一个|一座|成为|高品质|集|起)+")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(either(words("position_verbs")))


def positions(text: str) -> Iterator[Said]:
    """The positions that a sentence gives its zone or park."""
    reached = 0
    for verb in _verbs().finditer(text):
        if verb.start() < reached:
            continue
        end = clause_end(text, verb.end())
        found = _noun_phrase(text, verb.end(), end, verb.group())
        if found:
            reached = found[1]
            yield Said(Attribute.POSITION, text[found[0] : found[1]], *found, "identity.position", "", (verb.start(), found[1]))
    for standing in STANDING.finditer(text):
        start = standing.start("value")
        for piece in re.finditer(r"[^和与、]+", standing.group("value")):
            if len(piece.group()) >= SHORTEST - 1:
                place = (start + piece.start(), start + piece.end())
                value = piece.group().replace("“", "").replace("”", "")
                yield Said(Attribute.POSITION, value, *place, "identity.standing", "", standing.span())


def _noun_phrase(text: str, start: int, end: int, verb: str) -> tuple[int, int] | None:
    """The phrase after the verb when it ends as a position does, else None."""
    quoted = text[start : start + 1] == "“" and text.find("”", start, end) == end - 1
    left, right = (start + 1, end - 1) if quoted else (start, end)
    lead = LEADING.match(text[left:right])
    left += lead.end() if lead else 0
    phrase = text[left:right]
    first = phrase.split("、")[0]
    if not phrase.endswith((*words("positions"), *words("scoped_positions"))) and first != phrase:
        phrase = first
    right = left + len(phrase)
    if not SHORTEST <= len(phrase) <= LONGEST or pattern("not_positions").search(phrase):
        return None
    placed = bool(find_places(phrase)) or bool(pattern("position_scopes").search(phrase))
    own = phrase.endswith(words("positions"))
    if not (own or phrase.endswith(words("scoped_positions"))):
        return None
    if verb in WEAK and not (placed and ("的" in phrase or own)):
        return None
    if not own and not (placed and "的" in phrase or placed and verb not in WEAK and verb != "打造"):
        return None
    return left, right
