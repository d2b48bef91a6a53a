"""Patterns that are tried only on sentences that hold a word without which they cannot match.

A sentence is searched once, in one pass, for the needles of all such patterns (generator/needles.py);
then each of them knows by one bit whether it is worth trying. A gate changes the time that a
pattern takes, and never what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import ClassVar

from ahocorasick_rs import AhoCorasick, Implementation

from generator.needles import begins_plainly, first_letters, needles

REMEMBERED = 512
"""Sentences whose marks are kept while one extractor after the other reads them."""


class Gate:
    """What a text must have for any of some patterns to match in it."""

    __slots__ = ("bits",)

    def __init__(self, *gates: Gate) -> None:
        self.bits = 0
        for gate in gates:
            self.bits |= gate.bits

    @classmethod
    def of(cls, words: Iterable[str]) -> Gate:
        """A gate that a text opens which holds one of these words."""
        gate = cls()
        gate.bits = _Needles.bit_of(frozenset(words))
        return gate

    def opens(self, text: str) -> bool:
        """Whether one of the patterns may match in the text: where this is False none does; True tells nothing."""
        return marks(text) & self.bits != 0


class Gated(Gate):
    """A pattern with its gate, for whole sentences: it is cheap for a text that is asked about again and again.

    `search`, `match` and `finditer` take and give what those of `re.Pattern` do. A pattern that tells
    of no needles is always tried. `expression` is the pattern itself, for what is no whole sentence.
    """

    __slots__ = ("expression",)

    def __init__(self, expression: re.Pattern[str]) -> None:
        super().__init__()
        self.expression = guarded(expression)
        self.bits = _Needles.bit_of(needles(expression))

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """The first match."""
        return self.expression.search(text, *span) if marks(text) & self.bits else None

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """The match that begins at the span's beginning."""
        return self.expression.match(text, *span) if marks(text) & self.bits else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """All matches that do not overlap."""
        return self.expression.finditer(text, *span) if marks(text) & self.bits else iter(())


class _Needles:
    """The needles of all gates that there are, each set with its bit. Bit 0 is of patterns without any, always set."""

    bits: ClassVar[dict[frozenset[str], int]] = {}
    matcher: ClassVar[AhoCorasick | None] = None
    masks: ClassVar[list[int]] = []

    @classmethod
    def bit_of(cls, words: frozenset[str] | None) -> int:
        if words is None:
            return 1
        if words not in cls.bits:
            cls.bits[words] = 1 << (len(cls.bits) + 1)
            cls.matcher = None
            marks.cache_clear()
        return cls.bits[words]

    @classmethod
    def ready(cls) -> AhoCorasick:
        table: dict[str, int] = {}
        for words, bit in cls.bits.items():
            for word in words:
                table[word] = table.get(word, 0) | bit
        cls.masks = list(table.values())
        cls.matcher = AhoCorasick(list(table), implementation=Implementation.ContiguousNFA)
        return cls.matcher


def opened(text: str, rules: Iterable[tuple[str, Gated]]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Of some named patterns those that may match in the text."""
    found = marks(text)
    return ((name, pattern.expression) for name, pattern in rules if pattern.bits & found)


def gated(pattern: str) -> Gated:
    """A pattern behind its gate."""
    return Gated(re.compile(pattern))


def gated_choice(patterns: Iterable[str]) -> Gated:
    """Some patterns, of which the first that matches is taken, behind one gate.

    Those that stand together and tell with which letters they begin are tried only at these letters.
    """
    told = ((pattern, first_letters(re.compile(pattern))) for pattern in patterns)
    parts: list[str] = []
    for plain, group in groupby(told, key=lambda one: one[1] is None):
        choices = [*group]
        choice = "|".join(pattern for pattern, _ in choices)
        begun = "".join(sorted({letter for _, letters in choices for letter in letters or ()}))
        parts.append(choice if plain else f"(?=[{re.escape(begun)}])(?:{choice})")
    return gated("|".join(parts))


@lru_cache(maxsize=REMEMBERED)
def marks(text: str) -> int:
    """The gates that a text opens, one bit each."""
    matcher, found = _Needles.matcher or _Needles.ready(), 1
    masks = _Needles.masks
    for index, _, _ in matcher.find_matches_as_indexes(text, overlapping=True):
        found |= masks[index]
    return found


def at_its_letters(pattern: str) -> str:
    """The pattern with the letters that it can begin with in front, where it tells them: for a choice of many."""
    letters = first_letters(re.compile(pattern))
    return pattern if letters is None else f"(?=[{re.escape(''.join(sorted(letters)))}])(?:{pattern})"


def guarded(expression: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern, tried only at letters that a match can begin with, where `re` does not see to that by itself."""
    letters = None if begins_plainly(expression) else first_letters(expression)
    if letters is None:
        return expression
    guard = re.escape("".join(sorted(letters)))
    return re.compile(f"(?=[{guard}])(?:{expression.pattern})", expression.flags & ~re.UNICODE)
