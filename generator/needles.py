"""What a pattern tells of the texts that it can match in: words that they hold, letters that a match begins with.

Most patterns of the rules match in few sentences, and each of their matches holds one of some
words. So all these words are looked for in one pass, and a pattern is tried only where one of
its own stands. What is read off a pattern can be too little, never too much: a text without
any of the words has no match, and no match begins with another letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import product
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Words = frozenset[str]
Items = Sequence[tuple[Any, Any]]
NOTHING: Words = frozenset({""})
MOST = 1000
"""Words of one pattern; where it would take more, shorter ones are taken."""
MOST_CHARACTERS = 40
"""Characters of a class ([一二三]) that are still told apart."""
COMMON = 40
"""How many times as rare a word is taken to be for each character more that it has."""
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


def needles(pattern: re.Pattern[str]) -> Words | None:
    """Words of which every text that the pattern matches in holds at least one; None where it tells of none."""
    found = _needed(_parsed(pattern)) if not pattern.flags & re.IGNORECASE else None
    return None if found is None else _shortest(found)


def first_letters(pattern: re.Pattern[str]) -> Words | None:
    """All letters that a match can begin with, or that stand right behind an empty one; None where that is unknown."""
    found = _first(_parsed(pattern)) if not pattern.flags & re.IGNORECASE else None
    return None if found is None or found & NOTHING else found


def begins_plainly(pattern: re.Pattern[str]) -> bool:
    """Whether `re` itself looks for the letter that a match begins with: a letter, a class, or a choice of words."""
    items: Items = _parsed(pattern)
    while items and items[0][0] is ops.SUBPATTERN:
        items = items[0][1][3]
    if not items:
        return False
    op, value = items[0]
    if op is ops.BRANCH:
        return all(branch and branch[0][0] is ops.LITERAL for branch in value[1])
    return op in (ops.LITERAL, ops.IN)


def _parsed(pattern: re.Pattern[str]) -> Items:
    parsed: Items = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    return parsed


def _needed(items: Items) -> Words | None:
    """The rarest words of which one stands in whatever these items match one after the other."""
    choices: list[Words] = []
    run: Words = NOTHING
    for item in items:
        exact = _exact(item)
        joined = _joined(run, exact) if exact is not None else None
        if joined is not None:
            run = joined
            continue
        choices.append(run)
        run = exact if exact is not None else NOTHING
        inside = _inside(item)
        if inside is not None:
            choices.append(inside)
    choices.append(run)
    return min((choice for choice in choices if "" not in choice), key=_frequency, default=None)


def _inside(item: tuple[Any, Any]) -> Words | None:
    """The words that what one item matches cannot be without."""
    op, value = item
    if op is ops.SUBPATTERN:
        return _needed(value[3])
    if op is ops.ATOMIC_GROUP:
        return _needed(value)
    if op is ops.BRANCH:
        return _union(_needed(branch) for branch in value[1])
    if op in REPEATS:
        return _needed(value[2]) if value[0] else None
    return _needed(value[1]) if op is ops.ASSERT else None


def _exact(item: tuple[Any, Any]) -> Words | None:
    """All that one item can match, where that can be told word by word."""
    op, value = item
    if op is ops.LITERAL:
        return frozenset({chr(value)})
    if op in (ops.AT, ops.ASSERT_NOT):
        return NOTHING
    if op is ops.IN:
        return _characters(value, MOST_CHARACTERS)
    if op is ops.SUBPATTERN:
        return _sequence(value[3])
    if op is ops.BRANCH:
        return _union(_sequence(branch) for branch in value[1])
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[1] == 1:
        once = _sequence(value[2])
        return once if once is None or value[0] else once | NOTHING
    return None


def _sequence(items: Items) -> Words | None:
    found: Words | None = NOTHING
    for item in items:
        exact = _exact(item)
        found = _joined(found, exact) if found is not None and exact is not None else None
    return found


def _first(items: Items) -> Words | None:
    """The letters that what these items match can begin with, "" where it can be empty; None where that is unknown."""
    found: Words = frozenset()
    for op, value in items:
        if op in (ops.AT, ops.ASSERT_NOT) or (op is ops.ASSERT and value[0] < 0):
            continue
        here = _first_of(op, value)
        if here is None:
            return None
        found |= here - NOTHING
        if not here & NOTHING:
            return found
    return found | NOTHING


def _first_of(op: Any, value: Any) -> Words | None:
    if op is ops.LITERAL:
        return frozenset({chr(value)})
    if op is ops.IN:
        return _characters(value, MOST)
    if op is ops.SUBPATTERN:
        return _first(value[3])
    if op is ops.ATOMIC_GROUP:
        return _first(value)
    if op is ops.BRANCH:
        return _union(_first(branch) for branch in value[1])
    if op in REPEATS:
        once = _first(value[2])
        return once if once is None or value[0] else once | NOTHING
    return _first(value[1]) if op is ops.ASSERT else None


def _characters(members: Items, most: int) -> Words | None:
    """The characters of a class; None for one that is negated or larger."""
    found: set[str] = set()
    for op, value in members:
        if op is ops.LITERAL:
            found.add(chr(value))
        elif op is ops.RANGE and value[1] - value[0] < most:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= most else None


def _joined(left: Words, right: Words) -> Words | None:
    if len(left) * len(right) > MOST:
        return None
    return frozenset(a + b for a, b in product(left, right))


def _union(parts: Iterable[Words | None]) -> Words | None:
    found: set[str] = set()
    for part in parts:
        if part is None:
            return None
        found |= part
    return frozenset(found) if len(found) <= MOST else None


def _frequency(words: Words) -> tuple[float, list[str]]:
    return sum(COMMON ** -float(len(word)) for word in words), sorted(words)


def _shortest(words: Words) -> Words:
    """The words that hold no other of them."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
            kept.append(word)
    return frozenset(kept)
