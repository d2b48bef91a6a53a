"""Pinyin in parentheses after the character it reads: 創(chuàng)新 → 創新."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import pypinyin

from generator.mapped import MappedText
from generator.reading import Mend, Repair

LONGEST = 6
"""Letters of the longest syllable (zhuang, chuang)."""
VOWELS = "āáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɡăĕĭŏŭ"
GLOSS = re.compile(rf"([㐀-鿿])([(（][a-zA-Z{VOWELS}]{{1,{LONGEST}}}[)）])")
"""A character and what may be its reading; whether it is one, `_reads` says."""
BREVES = str.maketrans("ăĕĭŏŭɡ", "ǎěǐǒǔg")


def remove_glosses(mapped: MappedText) -> tuple[MappedText, list[Repair]]:
    """The text without glosses, and a repair for each of them.

    A gloss is a reading of the character before it, whatever its tone mark says.
    All other parentheses stay: (苏州), (VR), (b) after 级.
    """
    ranges, repairs = [], []
    for match in GLOSS.finditer(mapped.text):
        if not _reads(match[1], match[2][1:-1]):
            continue
        start, end = match.span(2)
        ranges.append((start, end))
        place = mapped.source(start, end)
        repairs.append(Repair(Mend.GLOSS, place.start, place.end, match[2], ""))
    return mapped.without(ranges), repairs


@lru_cache(maxsize=8192)
def _reads(character: str, gloss: str) -> bool:
    if gloss != gloss.lower():
        return False
    return toneless(gloss) in readings(character)


@lru_cache(maxsize=8192)
def readings(character: str) -> frozenset[str]:
    """The syllables, without tones and with v for ü, that a character can be read as."""
    found = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(toneless(reading) for readings_ in found for reading in readings_)


def toneless(syllable: str) -> str:
    """A syllable without its tone mark, ü written v."""
    plain = unicodedata.normalize("NFD", syllable.translate(BREVES)).replace("u\u0308", "v")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
