"""Long lists on several pages: none grows with the archive, and the first keeps its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages import addresses

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Entry]):
    """One page of a list: its path, its entries, its number from 1, and the paths of all pages."""

    path: str
    entries: tuple[Entry, ...]
    number: int
    paths: tuple[str, ...]

    @property
    def steps(self) -> tuple[tuple[int, str], ...]:
        """Number and address of each page of the list, as seen from this one; nothing where this is the only one."""
        if len(self.paths) == 1:
            return ()
        return tuple((number, addresses.link(self.path, path)) for number, path in enumerate(self.paths, 1))


def leaves(first: str, entries: Sequence[Entry], size: int) -> tuple[Leaf[Entry], ...]:
    """The entries on pages of at most `size`; `first` is the path of the first page, which there always is."""
    chunks = [entries[start : start + size] for start in range(0, len(entries), size)] or [()]
    return bound(first, chunks)


def bound(first: str, chunks: Sequence[Iterable[Entry]]) -> tuple[Leaf[Entry], ...]:
    """Each chunk on a page of its own: x.md, x-2.md, x-3.md."""
    stem = first.removesuffix(".md")
    paths = tuple(first if number == 1 else f"{stem}-{number}.md" for number in range(1, len(chunks) + 1))
    return tuple(Leaf(paths[place], tuple(chunk), place + 1, paths) for place, chunk in enumerate(chunks))


def packed(groups: Iterable[tuple[Entry, int]], size: int) -> Iterator[list[Entry]]:
    """Groups with their lengths, in order, as many together as `size` lines hold; one that is longer stands alone."""
    chunk: list[Entry] = []
    held = 0
    for group, length in groups:
        if chunk and held + length > size:
            yield chunk
            chunk, held = [], 0
        chunk.append(group)
        held += length
    if chunk:
        yield chunk
