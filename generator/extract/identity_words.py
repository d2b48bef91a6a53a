"""The words of `rules/identity.yml` as patterns, and what an identity is while it is being read."""

from __future__ import annotations

import re
from functools import cache

from generator import rules
from generator.frozen import frozen
from generator.model import Attribute
from generator.patterns import one_of


@frozen
class Said:
    """Something that a sentence says a zone is. `zone` is set where the text ties it to a zone by name."""

    attribute: Attribute
    value: str
    start: int
    end: int
    rule: str
    zone: str = ""
    phrase: tuple[int, int] = (0, 0)


@cache
def words(key: str) -> tuple[str, ...]:
    """The words of one list of the rules, longest first."""
    return tuple(sorted(rules.load("identity")[key], key=lambda word: (-len(word), word)))


@cache
def pattern(key: str) -> re.Pattern[str]:
    """Any word of one list."""
    return re.compile(one_of(words(key)))
