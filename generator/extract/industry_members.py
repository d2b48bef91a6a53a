"""The members of a list of industries, by where it ends (back) or by both its ends (members_of)."""

from __future__ import annotations

from bisect import bisect_left

from generator.extract.industry_cues import CUT, heads
from generator.extract.industry_words import KEPT, bare, could_be, is_known, is_plausible, words
from generator.extract.phrases import clause, enumeration, last_joint
from generator.industries import longest_before
from generator.places import places

CITY_SIZES = (3, 4)
"""Characters of a city's name with its 市, which may stand before an industry: 青江市轴承."""


def back(text: str, end: int, ends: tuple[int, ...], sure: bool) -> list[tuple[int, int, str]]:
    """The members of the list that ends here, left to right; what is before its first member's verb is left out."""
    start, _ = clause(text, end)
    if text[end : end + 1] in ("’", "”"):
        start = max(start, text.rfind("‘" if text[end] == "’" else "“", start, end) + 1)
    members = enumeration(text, start, end)
    kept: list[tuple[int, int, str]] = []
    for left, right in reversed(members):
        begin = cut(text, left, right, ends)
        one = read(text, begin, right)
        if one is None or not (could_be(one[2]) if sure else is_plausible(one[2], in_list=True)):
            break
        kept.append(one)
        if begin > left:
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
        sides = [read(text, *side) for side in joined]
        halves = [side for side in sides if side and is_plausible(side[2], in_list=False)]
        if len(halves) == 2:
            return halves
    if is_known(name):
        return [one]
    before = text[max(0, start - 6) : start]
    if (
        heads("heads").expression.search(before)
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
    if (
        known is not None
        and known >= start
        and is_known(within := text[known:right])
        and within not in words("classes")
    ):
        return [(known, right, text[known:right])]
    return []


def _is_class(name: str) -> bool:
    return name in words("classes")


def _split_last(text: str, kept: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """A、B和C as three: only the last member of a list may hold two."""
    if len(kept) < 2 or is_known(kept[-1][2]):
        return kept
    joined = last_joint(text, kept[-1][0], kept[-1][1])
    sides = [read(text, *side) for side in joined] if joined else []
    halves = [side for side in sides if side and is_plausible(side[2], in_list=False)]
    return kept[:-1] + halves if len(halves) == 2 and "其" not in kept[-1][2] else kept


def cut(text: str, left: int, right: int, ends: tuple[int, ...]) -> int:
    """Where the name in a list's member begins: after the last verb, zone name or particle in it."""
    begin = left
    for size in CITY_SIZES:
        if text[left + size - 1 : left + size] == "市" and text[left : left + size] in places() and left + size < right:
            begin = left + size
    last = bisect_left(ends, right) - 1
    if last >= 0 and ends[last] > left:
        begin = ends[last]
    piece_end = right
    parenthesis = text.find("(", left, right)
    if parenthesis > left:
        piece_end = parenthesis
    for pattern in (CUT, heads("heads")):
        for found in pattern.finditer(text, left, piece_end):
            if found.end() < piece_end and (
                found.start() > left or pattern is not CUT or not found.group()[0].isdigit()
            ):
                begin = max(begin, found.end())
    return begin


def read(text: str, left: int, right: int) -> tuple[int, int, str] | None:
    """A member's bare name and where it stands."""
    name = bare(text[left:right])
    if not name:
        return None
    start = text.find(name, left, right)
    return (start, start + len(name), name) if start >= 0 else None


def _behind_verb(text: str, left: int, right: int) -> int:
    """Where a member's name begins that has a verb of its own: 做强A、|做大B."""
    found = heads("heads").expression.match(text, left, right)
    return found.end() if found and found.end() + 1 < right else left


def members_of(text: str, start: int, end: int, sure: bool) -> list[tuple[int, int, str]]:
    """The members of a list whose both ends are known."""
    listed = [read(text, _behind_verb(text, left, right), right) for left, right in enumeration(text, start, end)]
    kept = [one for one in listed if one and (could_be(one[2]) if sure else is_plausible(one[2]))]
    if len(kept) == 1 and len(listed) == 1:
        name = kept[0][2]
        joined = last_joint(text, kept[0][0], kept[0][1])
        sides = [read(text, *side) for side in joined] if joined and not is_known(name) else []
        halves = [side for side in sides if side and is_plausible(side[2], in_list=False)]
        if len(halves) == 2:
            return halves
        return kept if is_known(name) or is_plausible(name, in_list=False) else []
    if sure and not any(is_plausible(name) for _, _, name in kept):
        return []
    return _split_last(text, kept)
