"""A sentence's words as the readings of numbers see them: cut at numbers, with the walls that no phrase crosses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.extract.metrics.nearby import covered
from generator.period import is_weak
from generator.quantity import family
from generator.reading import QuantityMention, Sentence
from generator.words import Word, words

BLANK = "。"
REACH = 60
"""Characters to one side of a number in which its noun is looked for."""


@dataclass(slots=True)
class Reading:
    """A sentence's words with what bounds a phrase in it."""

    sentence: Sentence
    words: tuple[Word, ...] = ()
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    walls: list[tuple[int, int]] = field(default_factory=list)
    names: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, sentence: Sentence, numbers: Sequence[QuantityMention]) -> Reading:
        """The sentence's words; zones, names, times and lengths of time are walls that no phrase crosses."""
        text = sentence.text
        lengths = [(q.start, q.end) for q in numbers if family(q.unit) in ("year", "time")]
        strong = [(m.start, m.end) for m in sentence.periods if not is_weak(text[m.start : m.end])]
        zones = [(m.start, m.end) for m in sentence.zones]
        spans = sorted(place for place in lengths + zones + strong if place[1] > place[0])
        stops = sorted({*spans, *((q.start, q.end) for q in numbers)})
        found = words(_blanked(text, stops), shown=text)
        names = sorted((m.start, m.end) for m in sentence.names if m.end > m.start)
        return cls(sentence, found, [w.start for w in found], [w.end for w in found], spans, names)

    def before(self, low: int, high: int) -> list[Word]:
        """The whole words in [low, high) within reach of `high`."""
        low = max(low, high - REACH)
        first, last = bisect_left(self.starts, low), bisect_left(self.starts, high)
        return [word for word in self.words[first:last] if word.end <= high]

    def after(self, low: int, high: int) -> list[Word]:
        """The words in [low, high) within reach of `low`; one that `low` cuts is cut."""
        high = min(high, low + REACH)
        first, last = bisect_left(self.ends, low + 1), bisect_left(self.starts, high)
        found = list(self.words[first:last])
        if found and found[0].start < low:
            found[0] = Word(found[0].text[low - found[0].start :], found[0].tag, low, found[0].end)
        return found

    def wall_before(self, position: int) -> int:
        """Where the last wall that ends before the position ends."""
        index = bisect_left(self.walls, (position, 0))
        return max((end for _, end in self.walls[max(0, index - 3) : index] if end <= position), default=0)

    def timed(self, word: Word) -> bool:
        """Whether the word is part of a time."""
        return covered(self.sentence.periods, word.start)

    def wall(self, word: Word, high: int) -> bool:
        """Whether the word is part of a zone, a time, or a name that does not itself reach to `high`.

        What stands directly before a number is what is counted, even where it looks like a name.
        """
        return _covers(self.walls, word, -1) or _covers(self.names, word, high)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with numbers, times and zones as stops, so that no word runs over their edges (占地近, 年产值)."""
    parts, position = [], 0
    for start, end in spans:
        if start >= position:
            parts += [text[position:start], BLANK * (end - start)]
            position = end
    return "".join([*parts, text[position:]])


def _covers(spans: list[tuple[int, int]], word: Word, high: int) -> bool:
    index = bisect_left(spans, (word.end, 0))
    return any(start < word.end and word.start < end and end != high for start, end in spans[max(0, index - 3) : index])
