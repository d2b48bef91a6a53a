"""Words with their tags. The one place that knows which segmenter is in use (rjieba: jieba's dictionary, in Rust)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

import rjieba

from generator import rules

HAN_WORD = re.compile(r"[\u4e00-\u9fff]+$")
FREQUENCY = 20_000
"""How strongly a word of `rules/words.yml` holds together: above any chance split of its parts."""


class Word(NamedTuple):
    """A word, its part of speech (jieba's tag set) and where it stands in the text."""

    text: str
    tag: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order, white space and marks included: joined they are the text again."""
    tagged = _segmenter().tag(text)
    if not tagged:
        return ()
    texts, tags = zip(*(_named(word) if word[1] == "x" else word for word in tagged), strict=True)
    ends = list(accumulate(map(len, texts)))
    return tuple(map(Word._make, zip(texts, tags, [0, *ends[:-1]], ends, strict=True)))


def _named(word: tuple[str, str]) -> tuple[str, str]:
    """A word that the segmenter guessed and gave no tag names something: it is no mark."""
    return (word[0], "nz") if len(word[0]) > 1 and HAN_WORD.match(word[0]) else word


def between(words: tuple[Word, ...], start: int, end: int) -> tuple[Word, ...]:
    """The words that lie in text[start:end], whole."""
    first = bisect_left(words, start, key=attrgetter("start"))
    last = bisect_right(words, end, lo=first, key=attrgetter("end"))
    return words[first:last]


@lru_cache(maxsize=65536)
def known(word: str) -> bool:
    """Whether this is a word of the dictionary, and not one that was guessed."""
    return bool(_segmenter().has_word(word))


@cache
def _segmenter() -> rjieba.Jieba:
    """Jieba's dictionary with the words of the field that it lacks."""
    segmenter = rjieba.Jieba()
    for tag, added in sorted(rules.load("words").items()):
        for word in added:
            segmenter.add_word(word, FREQUENCY, tag)
    return segmenter
