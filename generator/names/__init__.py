"""Organisations, parks, platforms and projects by the form of their names, and their short forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.names.firms import in_projects, siblings, told
from generator.names.fullest import ShortForms, fullest_names
from generator.names.lexicon import lexicon
from generator.names.lists import LABEL, labelled, listed, lists
from generator.names.shorts import BRANCH, PROJECT, branches, famous, projects, short_named
from generator.names.sites import with_sites
from generator.names.suffixed import suffixed
from generator.reading import Mention
from generator.words import Word, words

__all__ = ["ShortForms", "find_names", "fullest_names"]

FINDERS: tuple[tuple[Callable[[str, tuple[Word, ...]], Iterator[Mention]], Callable[[str], object]], ...] = (
    (suffixed, lambda text: lexicon().ends.opens(text)),
    (listed, lists),
    (labelled, LABEL.search),
    (short_named, lambda text: lexicon().standing_ends.opens(text)),
    (branches, BRANCH.search),
    (projects, PROJECT.search),
    (famous, lambda text: lexicon().known.opens(text)),
    (told, lambda text: lexicon().firm_cues.search(text)),
    (in_projects, lambda text: "项目" in text),
)
"""The finders of names, each with what tells that it may find one: to tell words apart takes longer."""


def find_names(text: str) -> tuple[Mention, ...]:
    """The names in a cleaned sentence, in order, none overlapping.

    `type` is an OrganisationType's value, or 项目 for a project.
    """
    due = [(order, finder) for order, (finder, tells) in enumerate(FINDERS) if tells(text)]
    if not due:
        return ()
    tagged = words(text)
    found = [(mention, order) for order, finder in due for mention in finder(text, tagged)]
    if not found:
        return ()
    kept = with_sites(text, longest(found))
    beside = [*siblings(text, tagged, kept)] if "、" in text else []
    return longest([(mention, 0) for mention in (*kept, *beside)]) if beside else kept


def longest(found: list[tuple[Mention, int]]) -> tuple[Mention, ...]:
    """Of names that overlap the longest, and of equals the one of the first finder."""
    kept: list[Mention] = []
    taken = bytearray(max((mention.end for mention, _ in found), default=0))
    for mention, _ in sorted(found, key=lambda one: (one[0].start - one[0].end, one[1], one[0].start)):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))
