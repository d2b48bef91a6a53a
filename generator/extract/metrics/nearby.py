"""The mentions near a place in a sentence, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

from generator.reading import STARTS, Mention, PeriodMention

RECENT = 30
"""How far back, in mentions or metrics of one sentence, what a number leans on is looked for."""
M = TypeVar("M", Mention, PeriodMention)


def earlier(mentions: Sequence[M], position: int) -> Sequence[M]:
    """The last mentions that start before the position, in order."""
    at = bisect_left(mentions, position, key=STARTS)
    return mentions[max(0, at - RECENT) : at]


def covered(mentions: Sequence[M], position: int) -> bool:
    """Whether one of the mentions covers the position."""
    at = bisect_right(mentions, position, key=STARTS)
    return any(mention.start <= position < mention.end for mention in mentions[max(0, at - 3) : at])
