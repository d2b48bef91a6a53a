"""The word lists of `rules/cues.yml`, as sets and patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from generator.patterns import alternation
from generator.rules import load


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
    return re.compile(f"(?:{alternation(words_of(*path))})$")


@cache
def endings(*path: str) -> tuple[str, ...]:
    """A list's words as `str.endswith` takes them."""
    return tuple(sorted(words_of(*path)))


@cache
def starts_with(*path: str) -> re.Pattern[str]:
    """Matches a text that starts with one of a list's words."""
    return re.compile(f"(?:{alternation(words_of(*path))})")


def without_start(text: str, *path: str) -> str:
    """The text without the word of a list that it starts with."""
    found = starts_with(*path).match(text)
    return text[found.end() :] if found else text
