"""Organisations, parks, platforms and projects by the form of their names, and their short forms."""

from __future__ import annotations

from collections.abc import Iterable

from generator.reading import Mention


def find_names(text: str) -> tuple[Mention, ...]:
    """The names in a cleaned sentence, in order, none overlapping; `type` is an OrganisationType's value."""
    return ()


def fullest_names(sentences: Iterable[tuple[str, tuple[Mention, ...]]]) -> dict[str, str]:
    """Short forms to the fullest name in the article: 中科可控 → 中科可控信息产业有限公司."""
    return {}
