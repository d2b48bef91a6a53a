"""Organisations, parks, platforms and projects by the form of their names, and their short forms."""

from __future__ import annotations

from collections.abc import Iterable

from generator.names.lexicon import lexicon
from generator.names.suffixed import suffixed
from generator.reading import Mention
from generator.words import words


def find_names(text: str) -> tuple[Mention, ...]:
    """The names in a cleaned sentence, in order, none overlapping; `type` is an OrganisationType's value."""
    if not lexicon().ends.search(text):
        return ()
    tagged = words(text)
    return tuple(sorted(suffixed(text, tagged), key=lambda mention: mention.start))


def fullest_names(sentences: Iterable[tuple[str, tuple[Mention, ...]]]) -> dict[str, str]:
    """Short forms to the fullest name in the article: 中科可控 → 中科可控信息产业有限公司."""
    return {}
