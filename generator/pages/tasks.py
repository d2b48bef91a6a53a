"""What waits for a person's eye, by sorts, the most useful first."""

from __future__ import annotations

from collections.abc import Callable

from generator.pages.site import Site
from generator.pages.task import Sort, Work
from generator.pages.task_facts import doubts, names, rivals
from generator.pages.task_overrides import overrides
from generator.pages.task_sources import damage, numbers, undated

MOST = 100
"""Tasks that a page of one sort lists: more than anyone does in a day."""
SORTS: tuple[Callable[[Site, str, Work, int], Sort], ...] = (
    overrides,
    rivals,
    doubts,
    numbers,
    damage,
    names,
    undated,
)
"""Each gives its sort as seen from a page, with at most so many tasks; a sort may have none."""

__all__ = ["MOST", "SORTS", "Work"]
