"""Who is told how far a long piece of work has come; the work itself does not know whether anybody is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Follow(Protocol):
    """Gives the items on, one by one, as they are done. `unit` names one in the plural, `total` says how many."""

    def __call__(self, items: Iterable[Item], unit: str, total: int) -> Iterator[Item]:
        """The items."""


def silently(items: Iterable[Item], unit: str, total: int) -> Iterator[Item]:
    """Nobody is told."""
    return iter(items)
