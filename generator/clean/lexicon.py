"""Which characters stand next to each other in Chinese: what a recovered text is judged by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import log
from pathlib import Path

import jieba
import opencc

ARTICLE_WEIGHT = 200
"""What one occurrence in the article itself counts, in occurrences in the dictionary's corpus."""
LONGEST_WORD = 5


class Lexicon:
    """Pairs of characters, in simplified script, with how often they stand together."""

    def __init__(self, article: str) -> None:
        simple = simplified(article)
        self._article = Counter(simple[i : i + 2] for i in range(len(simple) - 1))

    def weight(self, left: str, right: str) -> float:
        """How well two characters go together: 0 for never seen, about 10 for a common word."""
        pair = left + right
        return log(1 + self._article[pair] * ARTICLE_WEIGHT + _dictionary()[pair])


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length."""
    simple: str = _converter().convert(text)
    return simple if len(simple) == len(text) else text


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _dictionary() -> Counter[str]:
    """Pairs inside the words of jieba's dictionary, with the words' frequencies."""
    pairs: Counter[str] = Counter()
    for word, frequency in _words():
        for i in range(len(word) - 1):
            pairs[word[i : i + 2]] += frequency
    return pairs


def _words() -> Iterator[tuple[str, int]]:
    source = jieba.get_dict_file()
    name = source.name
    source.close()
    for line in Path(name).read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        if 2 <= len(word) <= LONGEST_WORD:
            yield word, int(frequency)
