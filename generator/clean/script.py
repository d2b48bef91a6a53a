"""Traditional characters to simplified ones, where the text is traditional."""

from __future__ import annotations

import re
from functools import cache
from operator import ne

import opencc

from generator.mapped import MappedText
from generator.reading import Mend, Repair
from generator.rules import load

KANA = re.compile("[ぁ-ゖァ-ヺ]")
JAPANESE = 20
"""A line is Japanese when at least one in this many of its characters is kana."""


def simplify(mapped: MappedText) -> tuple[MappedText, list[Repair]]:
    """The text in simplified characters, of the same length, and a repair for each run that changed.

    Judged line by line, because an article may quote. A line is converted when it has
    more characters that only traditional script uses than characters that only
    simplified script uses; a line with neither follows the text as a whole. Japanese
    and simplified text stay as they are: 乾 and 著 in them are meant.
    """
    text = mapped.text
    if text == _converter("t2s").convert(text):
        return mapped, []
    lines = text.splitlines(keepends=True)
    votes = [_vote(line) for line in lines]
    whole = sum(votes) > 0
    parts = []
    for line, vote in zip(lines, votes, strict=True):
        parts.append(_convert(line) if vote > 0 or (whole and vote == 0 and not _japanese(line)) else line)
    simple = "".join(parts)
    return mapped.recast(simple), _repairs(mapped, simple)


def _vote(line: str) -> int:
    """How many more characters are traditional than simplified; 0 where nothing can be said."""
    traditional = _differing(line, _converter("t2s").convert(line))
    if not traditional:
        return 0
    if _japanese(line):
        return -1
    return traditional - _differing(line, _converter("s2t").convert(line))


def _japanese(line: str) -> bool:
    return len(KANA.findall(line)) * JAPANESE > len(line)


def _differing(left: str, right: str) -> int:
    return sum(map(ne, left, right))


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def _convert(line: str) -> str:
    simple: str = _converter("t2s").convert(line)
    if len(simple) != len(line):
        simple = "".join(_one(character) for character in line)
    return _zhe().sub("着", simple) if "著" in simple else simple


def _one(character: str) -> str:
    simple: str = _converter("t2s").convert(character)
    return simple if len(simple) == 1 else character


@cache
def _zhe() -> re.Pattern[str]:
    """著 that stands for the particle or verb 着: by the verb before it or the noun after it."""
    rules = load("script")["着"]
    before, after = "".join(rules["before"]), "".join(rules["after"])
    not_starts = "|".join(re.escape(word[1:]) for word in rules["kept"] if word[0] == "著")
    not_ends = "".join(f"(?<!{re.escape(word[:-1])})" for word in rules["kept"] if word[-1] == "著")
    return re.compile(f"(?:(?<=[{before}])著(?!{not_starts})|{not_ends}著(?=[{after}]))")


def _repairs(mapped: MappedText, simple: str) -> list[Repair]:
    """One repair for each stretch of changed characters that lies together in the source."""
    changed = [i for i, (old, new) in enumerate(zip(mapped.text, simple, strict=True)) if old != new]
    repairs, first = [], 0
    for position, index in enumerate(changed):
        following = changed[position + 1] if position + 1 < len(changed) else -1
        if following == index + 1 and mapped.starts[following] == mapped.ends[index]:
            continue
        start, end = changed[first], index + 1
        place = mapped.source(start, end)
        repairs.append(Repair(Mend.SCRIPT, place.start, place.end, mapped.text[start:end], simple[start:end]))
        first = position + 1
    return repairs
