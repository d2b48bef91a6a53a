"""What stands around a number: qualifiers and refusals before it; scale, unit and qualifier after it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from generator.frozen import frozen
from generator.model import Number
from generator.quantity import units
from generator.rules import load

WINDOW = 8
"""Characters before a number that can belong to it: the longest qualifier with its 了 or 到."""
SCALE = re.compile(r"个亿(?![元级])|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![克瓦米卡兆伏])|百(?!分)")
INSIDE = re.compile(
    r"余|多(?!元(?:[化性素]|文|主)|样|层|晶|功|维)|来(?=[个家人项亿万年艘条台号名座户种套吨公辆位])|几(?=[个家])"
)
YEAR = re.compile(r"(?:1[89]|20|21)[0-9]{2}年")
CLOCK = re.compile(r"[0-9][时点:：][0-9]{1,2}$")
PEOPLE_AFTER = re.compile(
    r"(?:名|余)?的?[一-龥和、及]{0,10}?(?:人口|居民|市民|村民|人才|工人|员工|职工|学生|师生|从业者|从业人员|劳动力|就业者|大军)"
)
"""What makes a bare 万 people: 超30万的常住人口, 近5万产业工人."""
DIGITS = frozenset("0123456789")
LEVEL = re.compile(r"级")
COUNTED_BY = frozenset("人个总次件户台套家")
"""Letters before 数 that make it the end of a noun (人数), and no vague number (数百)."""


@frozen
class Tail:
    """What follows a number: `factor` is what its scale multiplies it by, `scale` what stays in the unit."""

    number_end: int
    end: int
    factor: Number = 1
    scale: str = ""
    unit: str = ""
    qualifier: str = ""
    refused: bool = False


@cache
def _before() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    rules = load("numbers")
    signs = {word: sign for sign, words in rules["before"].items() for word in words}
    words = []
    for word in sorted(signs, key=lambda word: (-len(word), word)):
        banned = rules["not_after"].get(word)
        words.append(f"(?<![{banned}]){word}" if banned else word)
    tails = "|".join(sorted(rules["after_words"], key=len, reverse=True))
    ends = frozenset(word[-1] for word in (*signs, *rules["after_words"]))
    return re.compile(f"(?P<word>{'|'.join(words)})(?:{tails})?$"), signs, ends


@cache
def _after() -> tuple[re.Pattern[str], dict[str, str]]:
    rules = load("numbers")
    signs = {word: sign for sign, words in rules["after"].items() for word in words}
    words = sorted((word for word in signs if word not in ("多", "余")), key=lambda word: (-len(word), word))
    return re.compile("|".join(words)), signs


def qualifier_before(text: str, start: int, floor: int, *, round_number: bool) -> tuple[str, int]:
    """The sign of a qualifier that ends at `start` (empty without one) and where it begins, not before `floor`."""
    pattern, signs, ends = _before()
    if text[start - 1 : start] not in ends:
        return "", start
    base = max(floor, start - WINDOW)
    found = pattern.search(text[base:start])
    if not found or (found["word"] in load("numbers")["before_round_only"] and not round_number):
        return "", start
    return signs[found["word"]], base + found.start()


def refused(text: str, start: int) -> bool:
    """Whether what stands before makes this no quantity: 第3, 数百, 前10, 1+4, C919."""
    rules: dict[str, Any] = load("numbers")
    before = text[start - 1 : start]
    if not before:
        return False
    if before == rules["rank_before"]:
        return text[start - 2 : start - 1] not in rules["rank_before_not"] if start > 1 else True
    if before == " " and text[start - 2 : start - 1] == "第":
        return True
    if (
        before == "数"
        and text[max(0, start - 2) : start - 1] not in COUNTED_BY
        and (text[start] not in DIGITS or text[start : start + 3].rstrip("家个项种名") in ("10", "100"))
    ):
        return True
    if before in ":：":
        return text[start - 2 : start - 1] in DIGITS
    return before in rules["refused_before"] or (
        before in "./" and text[start - 2 : start - 1].isascii() and text[start - 2 : start - 1].isalnum()
    )


@cache
def _unitless() -> re.Pattern[str]:
    words = "|".join(sorted(load("numbers")["unitless"], key=len, reverse=True))
    return re.compile(f"(?:{words})(?:低至|降至|仅为|约为|达到|达|为|约|仅|是|升至)?$")


def unitless(text: str, start: int, end: int) -> bool:
    """Whether a number without a unit is one of an index: PUE值低至1.18."""
    follows = text[end : end + 1]
    return not (follows.isalnum() and follows.isascii()) and bool(_unitless().search(text[max(0, start - 10) : start]))


@cache
def _split_units() -> tuple[tuple[str, str], ...]:
    return tuple(load("numbers")["split_units"].items())


@cache
def _split_begins() -> frozenset[str]:
    """The letters that a unit with 多 or 余 in it begins with."""
    return frozenset(written[0] for written, _ in _split_units())


def tail(text: str, position: int, *, scale: str = "", chinese: bool = False, fixed: str = "") -> Tail:
    """Scale, unit and qualifier from `position` on. `scale` is one already read, `fixed` a unit already known."""
    rules = load("units")
    if fixed:
        end, qualifier = _qualifier_after(text, position, fixed)
        return Tail(position, end, unit=fixed, qualifier=qualifier)
    factor: Number = 1
    sign, number_end = "", position
    inside = INSIDE.match(text, position)
    found = None if scale else SCALE.match(text, inside.end() if inside else position)
    if found:
        factor, scale = rules["scales"][found[0]]
        position = number_end = found.end()
        sign = ">" if inside else ""
        inside = INSIDE.match(text, position)
    if inside:
        sign, position = ">", inside.end()
    unit, end = _unit(text, position, scale)
    for written, plain in _split_units() if text[position : position + 1] in _split_begins() else ():
        if text.startswith(written, position) and not written.startswith(plain):
            unit, end, sign = scale + plain, position + len(written), ">"
    if YEAR.match(text, number_end - 4) and not chinese and not scale:
        return Tail(number_end, number_end, refused=True)
    spoken = found is not None and found[0] == "个亿"
    if not unit and scale in rules["default_unit"] and (spoken or _money_may_end(text, position)):
        unit, end = scale + rules["default_unit"][scale], position
    if not unit and text[number_end - 2 : number_end] in ("千万", "百万") and LEVEL.match(text, position):
        unit, end = "万元", position
    if not unit and scale == "万" and PEOPLE_AFTER.match(text, position):
        unit, end = "万人", position
    if not unit and scale == "万" and (end == len(text) or text[end] in "，。；、,;)）"):
        return Tail(number_end, position, factor, scale, scale, sign)
    if unit == "分" and CLOCK.search(text[max(0, number_end - 4) : number_end]):
        return Tail(number_end, number_end, refused=True)
    if LEVEL.match(text, end) and unit:
        money = units.family(unit) == "money"
        return Tail(number_end, end + 1, factor, scale, unit, "~", refused=not money)
    if not unit:
        return Tail(number_end, position, factor, scale, "", sign)
    end, qualifier = _qualifier_after(text, end, units.bare(unit))
    return Tail(number_end, end, factor, scale, unit, sign or qualifier)


def _unit(text: str, position: int, scale: str) -> tuple[str, int]:
    found = units.pattern().match(text, position)
    if not found:
        return "", position
    unit = units.units()[found["unit"]]
    if unit.needs_scale and not scale:
        return "", position
    per = found["per"] or ""
    return scale + unit.name + per.replace("／", "/"), found.end()


def _money_may_end(text: str, position: int) -> bool:
    """After a bare 亿 comes an end, a mark or a 的: not 亿吨 of an unknown measure or 亿达公司."""
    rest = text[position : position + 1]
    return (
        not rest
        or not (rest.isalnum() or rest in "（(")
        or rest in "的级以左上的大元俱目门台企产项投规人级增而和到至出"
    )


def _qualifier_after(text: str, end: int, unit: str) -> tuple[int, str]:
    pattern, signs = _after()
    found = pattern.match(text, end)
    if found:
        return found.end(), signs[found[0]]
    more = text[end : end + 1] in ("多", "余") and text[end + 1 : end + 2] not in ("元", "家", "层")
    if more and unit in load("numbers")["trailing_more_units"]:
        return end + 1, ">"
    return end, ""
