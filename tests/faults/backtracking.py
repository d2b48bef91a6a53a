"""Texts that make a regular expression go back and forth: what each of its repeats takes, again and again.

An expression is taken apart by Python's own parser. For every repeat in it there is a text with what leads to the
repeat, then many times what the repeat takes, then something that it does not take, so that each way of sharing the
text out is tried if there is more than one.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

SHORT = 600
"""Characters of the shorter text; the longer one has four times as many."""
TIMES = 4
SLOWEST = 2.5
"""How many times as long one longer text may take as four shorter ones: linear is 1, quadratic is 4."""
UNNOTICED = 0.0015
"""Seconds on the longer text under which nothing can be quadratic."""
ROUNDS = 5
MANY = 12
"""A bounded repeat that may go round at least so often is tried where it stands in another or holds another."""
REPEATS = frozenset({code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT})
STOPPERS = ("\x00", "。")
CATEGORIES = {code.CATEGORY_DIGIT: "1", code.CATEGORY_SPACE: " ", code.CATEGORY_WORD: "a"}
Run = Callable[[re.Pattern[str], str], None]
ANYTHING = "甲a1 ，。\n-."


def attacks(pattern: str, flags: int = 0) -> Iterator[tuple[str, str, str]]:
    """Pieces to be repeated: each with the text before it and the text after it as a tuple of three."""
    seen = set()
    for before, piece in _repeats(parser.parse(pattern, flags), ""):
        for lead in (before, ""):
            for stop in STOPPERS:
                if piece and (lead, piece, stop) not in seen:
                    seen.add((lead, piece, stop))
                    yield lead, piece, stop
        if before and (before + piece) and ("", before + piece, "") not in seen:
            seen.add(("", before + piece, ""))
            yield "", before + piece, ""


def text(attack: tuple[str, str, str], size: int) -> str:
    """The attack with about this many characters."""
    before, piece, after = attack
    return before + piece * max(1, (size - len(before) - len(after)) // len(piece)) + after


def grows(pattern: re.Pattern[str], attack: tuple[str, str, str], run: Run) -> float:
    """How many times as long four times the text takes as four texts; 0 where that takes no time that counts."""
    long, short = text(attack, SHORT * TIMES), text(attack, SHORT)
    if _seconds(pattern, long, run) < UNNOTICED:
        return 0.0
    rounds = [(_seconds(pattern, long, run), _seconds(pattern, short, run, TIMES)) for _ in range(ROUNDS)]
    longs, shorts = zip(*rounds, strict=True)
    return min(longs) / min(shorts)


def slow(pattern: re.Pattern[str], from_start: bool = False) -> tuple[float, tuple[str, str, str]] | None:
    """The first attack under which an expression's time grows more than its text, and how much; None where it is well.

    `from_start` says that the expression is only ever tried at the start of a text.
    """
    run = _match if from_start else _search
    for attack in attacks(pattern.pattern, pattern.flags):
        growth = grows(pattern, attack, run)
        if growth > SLOWEST:
            return growth, attack
    return None


def _search(pattern: re.Pattern[str], attacked: str) -> None:
    for _ in pattern.finditer(attacked):
        pass


def _match(pattern: re.Pattern[str], attacked: str) -> None:
    pattern.match(attacked)
    pattern.fullmatch(attacked)


def _seconds(pattern: re.Pattern[str], attacked: str, run: Run, times: int = 1) -> float:
    start = time.perf_counter()
    for _ in range(times):
        run(pattern, attacked)
    return time.perf_counter() - start


def _repeats(nodes: Iterable[Any], before: str, nested: bool = False) -> Iterator[tuple[str, str]]:
    """Each repeat's leading text and what it takes once."""
    for operator, given in nodes:
        if operator in REPEATS:
            least, most, inner = given
            loops = most is code.MAXREPEAT or most >= MANY
            if most is code.MAXREPEAT or (loops and (nested or any(_repeats(inner, "", True)))):
                for piece in _pieces(inner):
                    yield before + _sample(inner) * min(least, 3), piece
            yield from _repeats(inner, before, nested or most is code.MAXREPEAT or most > 1)
        for part in _parts(operator, given):
            yield from _repeats(part, before, nested)
        before += _one(operator, given)


def _parts(operator: Any, given: Any) -> list[Any]:
    """What stands inside a group or a branch."""
    if operator is code.SUBPATTERN:
        return [given[3]]
    if operator is code.ATOMIC_GROUP:
        return [given]
    if operator in (code.ASSERT, code.ASSERT_NOT):
        return [given[1]]
    return list(given[1]) if operator is code.BRANCH else []


def _pieces(inner: Iterable[Any]) -> list[str]:
    """What a repeat may take once: one of each of its first ways, and one of each kind of character."""
    nodes = list(inner)
    if len(nodes) == 1 and nodes[0][0] is code.SUBPATTERN:
        nodes = list(nodes[0][1][3])
    if len(nodes) == 1 and nodes[0][0] is code.BRANCH:
        return [found for way in nodes[0][1][1][:4] if (found := _sample(way))]
    if len(nodes) == 1 and nodes[0][0] in (code.IN, code.ANY, code.NOT_LITERAL):
        return [character for character in ANYTHING if _takes(nodes[0], character)][:3] or [_sample(nodes)]
    return [_sample(nodes)]


def _sample(nodes: Iterable[Any]) -> str:
    """A short text that the nodes take."""
    return "".join(_one(operator, given) for operator, given in nodes)


def _one(operator: Any, given: Any) -> str:
    if operator is code.LITERAL:
        return chr(given)
    if operator in (code.IN, code.ANY, code.NOT_LITERAL):
        return next((character for character in ANYTHING if _takes((operator, given), character)), _first(given))
    if operator in REPEATS:
        return _sample(given[2]) * min(max(given[0], 1 if given[0] else 0), 3)
    if operator is code.SUBPATTERN:
        return _sample(given[3])
    if operator is code.ATOMIC_GROUP:
        return _sample(given)
    if operator is code.BRANCH:
        return _sample(given[1][0])
    return ""


def _takes(node: tuple[Any, Any], character: str) -> bool:
    operator, given = node
    if operator is code.ANY:
        return character != "\n"
    if operator is code.NOT_LITERAL:
        return ord(character) != given
    wanted, parts = True, given
    if parts and parts[0][0] is code.NEGATE:
        wanted, parts = False, parts[1:]
    return wanted is any(_holds(kind, value, character) for kind, value in parts)


def _holds(kind: Any, value: Any, character: str) -> bool:
    if kind is code.LITERAL:
        return ord(character) == value
    if kind is code.RANGE:
        return value[0] <= ord(character) <= value[1]
    return CATEGORIES.get(value) == character


def _first(given: Any) -> str:
    for kind, value in given if isinstance(given, list) else []:
        if kind is code.LITERAL:
            return chr(value)
        if kind is code.RANGE:
            return chr(value[0])
        if kind is code.CATEGORY and value in CATEGORIES:
            return CATEGORIES[value]
    return "甲"
