"""Which characters stand next to each other in Chinese: what a recovered text is judged by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log
from pathlib import Path

import jieba
import opencc

ARTICLE_WEIGHT = 200
"""What one occurrence in the article itself counts, in occurrences in the dictionary's corpus."""
LONGEST_WORD = 5
WORD_WEIGHT = 4.0
COMMON_WEIGHT = 11.0
"""Logarithm of how often the words of a common character occur in the dictionary's corpus."""


class Lexicon:
    """Pairs of characters, in simplified script, with how often they stand together."""

    def __init__(self, article: str) -> None:
        simple = _simple(article)
        self._article = Counter(simple[i : i + 2] for i in range(len(simple) - 1))

    def weight(self, left: str, right: str) -> float:
        """How well two characters go together: 0 for never seen, about 10 for a common word."""
        pair = left + right
        return log(1 + self._article.get(pair, 0) * ARTICLE_WEIGHT + _dictionary().get(pair, 0))

    def words(self, text: str) -> float:
        """What the words of three characters in a simplified text add to its weight."""
        triples = _triples()
        return sum(WORD_WEIGHT for i in range(len(text) - 2) if text[i : i + 3] in triples)

    def rarity(self, character: str) -> float:
        """0 for a character that many words have, up to about 10 for one that stands in one rare word."""
        return max(0.0, COMMON_WEIGHT - log(1 + _characters().get(character, 0)))

    def knows(self, character: str) -> bool:
        """Whether the character stands in any word of the dictionary."""
        return character in _characters()


def _simple(text: str) -> str:
    simple: str = _converter().convert(text)
    return simple if len(simple) == len(text) else text


@lru_cache(maxsize=65536)
def simplified(text: str) -> str:
    """A short text in simplified characters, of the same length."""
    return _simple(text)


@cache
def is_standard(character: str) -> bool:
    """Whether the character is the usual form of what it means, in either script: 園 and 园, but not 薗."""
    simple = simplified(character)
    return character in (simple, _converter("s2t").convert(simple))


@cache
def _converter(name: str = "t2s") -> opencc.OpenCC:
    return opencc.OpenCC(name)


@cache
def _dictionary() -> Counter[str]:
    """Pairs inside the words of jieba's dictionary, with the words' frequencies."""
    pairs: Counter[str] = Counter()
    for word, frequency in _words():
        for i in range(len(word) - 1):
            pairs[word[i : i + 2]] += frequency
    return pairs


@cache
def _triples() -> frozenset[str]:
    return frozenset(word for word, _ in _words() if len(word) == 3)


@cache
def _characters() -> Counter[str]:
    characters: Counter[str] = Counter()
    for pair, frequency in _dictionary().items():
        characters[pair[0]] += frequency
        characters[pair[1]] += frequency
    return characters


def _words() -> Iterator[tuple[str, int]]:
    source = jieba.get_dict_file()
    name = source.name
    source.close()
    for line in Path(name).read_text(encoding="utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        if 2 <= len(word) <= LONGEST_WORD:
            yield word, int(frequency)
