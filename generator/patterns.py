"""Words of the rules as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """Any of these words, each as it stands; the longest that fits is tried first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def one_of(words: Iterable[str]) -> str:
    """The same as a group of its own."""
    return f"(?:{alternation(words)})"
