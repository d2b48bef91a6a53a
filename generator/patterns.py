"""Words of the rules as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def alternation(words: Iterable[str]) -> str:
    """Any of these words, each as it stands; the longest that fits is tried first.

    Words that begin alike share their beginning (开(?:工(?:建设|)|业)), since `re` tries one choice
    after the other: so it leaves out at once all words that begin otherwise.
    """
    return _choice(sorted(set(words)))


def one_of(words: Iterable[str]) -> str:
    """The same as a group of its own."""
    return f"(?:{alternation(words)})"


def _choice(words: list[str]) -> str:
    """Sorted words; an empty one, which fits everywhere, comes last."""
    begun = groupby((word for word in words if word), key=lambda word: word[0])
    return "|".join([*(_word(list(group)) for _, group in begun), *([""] if "" in words else [])])


def _word(words: list[str]) -> str:
    """Words that begin with the same letter."""
    if len(words) == 1:
        return re.escape(words[0])
    size = next((at for at, letters in enumerate(zip(*words, strict=False)) if len(set(letters)) > 1), len(words[0]))
    same = words[0][:size]
    return f"{re.escape(same)}(?:{_choice([word[size:] for word in words])})"
