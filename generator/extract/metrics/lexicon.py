"""The word lists of `rules/cues.yml`, as sets and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from generator.rules import load


def one_of(words: Iterable[str]) -> str:
    """An alternation of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def words_of(*path: str) -> frozenset[str]:
    """The words of a list of the cues: `words_of("change", "up")`."""
    entry: Any = load("cues")
    for key in path:
        entry = entry[key]
    return frozenset(entry)


@cache
def ends_with(*path: str) -> re.Pattern[str]:
    """Matches a text that ends in one of a list's words."""
    return re.compile(f"(?:{one_of(words_of(*path))})$")


@cache
def starts_with(*path: str) -> re.Pattern[str]:
    """Matches a text that starts with one of a list's words."""
    return re.compile(f"(?:{one_of(words_of(*path))})")
