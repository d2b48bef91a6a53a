"""Text that remembers where each of its characters stood in the source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from generator.frozen import frozen
from generator.model import Span


@frozen
class MappedText:
    """A text with one source span for each character.

    `starts[i]` and `ends[i]` are the offsets, in the article's decoded text, of
    what the character `text[i]` was read from. A character that a repair wrote
    maps to the damaged place it was recovered from.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a mapped text needs one source span for each character")

    def __len__(self) -> int:
        return len(self.text)

    @classmethod
    def of(cls, text: str, start: int = 0) -> MappedText:
        """A text that stands in the source as it is, from `start` on."""
        size = len(text)
        return cls(text, array("I", range(start, start + size)), array("I", range(start + 1, start + size + 1)))

    @classmethod
    def at(cls, text: str, place: Span) -> MappedText:
        """A text that a repair wrote for the source's `place` as a whole."""
        size = len(text)
        return cls(text, array("I", [place.start]) * size, array("I", [place.end]) * size)

    def source(self, start: int, end: int) -> Span:
        """Where text[start:end] stands in the source. `start < end` is required."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no text at {start}:{end}")
        return Span(min(self.starts[start:end]), max(self.ends[start:end]))

    def cut(self, start: int, end: int) -> MappedText:
        """The part text[start:end]."""
        return MappedText(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def strip(self) -> MappedText:
        """Without the white space at both ends."""
        body = self.text.strip()
        if len(body) == len(self.text):
            return self
        start = self.text.index(body) if body else 0
        return self.cut(start, start + len(body))

    def keep(self, positions: Iterable[int]) -> MappedText:
        """Only the characters at these positions, in the order given."""
        chosen = list(positions)
        return MappedText(
            "".join(self.text[i] for i in chosen),
            array("I", [self.starts[i] for i in chosen]),
            array("I", [self.ends[i] for i in chosen]),
        )

    def without(self, ranges: Iterable[tuple[int, int]]) -> MappedText:
        """All but these ranges, which are sorted and do not overlap."""
        parts, position = [], 0
        for start, end in ranges:
            parts.append(self.cut(position, start))
            position = end
        if not parts:
            return self
        return join([*parts, self.cut(position, len(self.text))])

    def recast(self, text: str) -> MappedText:
        """Another text of the same length at the same places (a change of script)."""
        return MappedText(text, self.starts, self.ends)


def join(parts: Iterable[MappedText]) -> MappedText:
    """The parts one after the other; their places may be anywhere in the source."""
    pieces = list(parts)
    if len(pieces) == 1:
        return pieces[0]
    starts, ends = array("I"), array("I")
    for piece in pieces:
        starts.extend(piece.starts)
        ends.extend(piece.ends)
    return MappedText("".join(piece.text for piece in pieces), starts, ends)
