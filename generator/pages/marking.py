"""The words that prove a fact, found again in its cleaned sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import opencc

_GLOSS = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7}[)）]")
_DROPPED = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `marked` when it belongs to the proof."""

    text: str
    marked: bool


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """The text in simplified characters, as long as before; a lone surrogate becomes a question mark."""
    return str(_simplifier().convert(text.encode("utf-8", "replace").decode()))


def place(sentence: str, evidence: str) -> tuple[int, int] | None:
    """Where in the cleaned sentence the source's words stand; None where they are not found.

    Glosses, script, white space and line ends make no difference.
    """
    start = sentence.find(evidence) if evidence else -1
    if start >= 0:
        return start, start + len(evidence)
    wanted = _DROPPED.sub("", simplified(_GLOSS.sub("", evidence)))
    if not wanted:
        return None
    kept = [index for index, char in enumerate(sentence) if not char.isspace()]
    compact = simplified("".join(sentence[index] for index in kept))
    start = compact.find(wanted)
    if start < 0 or len(compact) != len(kept):
        return None
    return kept[start], kept[start + len(wanted) - 1] + 1


def pieces(sentence: str, places: list[tuple[int, int]]) -> tuple[Piece, ...]:
    """The sentence cut into marked and unmarked stretches; overlapping places become one."""
    parts, at = [], 0
    for start, end in _merged(places):
        if start > at:
            parts.append(Piece(sentence[at:start], False))
        parts.append(Piece(sentence[start:end], True))
        at = end
    if at < len(sentence):
        parts.append(Piece(sentence[at:], False))
    return tuple(parts)


def _merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
