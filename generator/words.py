"""Words with their tags. The one place that knows which segmenter is in use (rjieba: jieba's dictionary, in Rust)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from itertools import accumulate, pairwise, repeat
from operator import attrgetter
from typing import NamedTuple

import rjieba

from generator import rules

HAN_WORD = re.compile(r"[\u4e00-\u9fff]+$")
GUESSED = "nz"
"""The tag of a word that the segmenter guessed and gave no tag: it names something, and is no mark."""
FREQUENCY = 20_000
"""How strongly a word of `rules/words.yml` holds together: above any chance split of its parts."""

LONGEST_CHANCE = 4
"""Characters from which the name of a firm does not stand inside other words by chance."""


class Word(NamedTuple):
    """A word, its part of speech (jieba's tag set) and where it stands in the text."""

    text: str
    tag: str
    start: int
    end: int


_new = tuple.__new__


def words(text: str, shown: str = "") -> tuple[Word, ...]:
    """The words of a text in order, white space and marks included: joined they are the text again.

    `shown` is a text as long as this one, from which the words take their letters.
    """
    tagged = _segmenter().tag(text)
    if not tagged:
        return ()
    texts = [word for word, _ in tagged]
    tags = [GUESSED if tag == "x" and len(word) > 1 and HAN_WORD.match(word) else tag for word, tag in tagged]
    places = list(accumulate(map(len, texts), initial=0))
    if shown:
        texts = [shown[start:end] for start, end in pairwise(places)]
    # What Word._make does, without a call in Python for each word.
    return tuple(map(_new, repeat(Word), zip(texts, tags, places, places[1:], strict=False)))


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
    for name in rules.load("organisations")["known"]:
        if len(name) >= LONGEST_CHANCE:
            segmenter.add_word(name, FREQUENCY, GUESSED)
    return segmenter
