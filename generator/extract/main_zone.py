"""The zone that an article is about, where it is about one."""

from __future__ import annotations

from collections import Counter

from generator.reading import Context

MOSTLY = 0.6
"""The part of an article's sentences that are about its zone."""


def main_zone(context: Context) -> str:
    """The zone that most sentences are about, which 我们 means; empty where several share the article."""
    owners = Counter(owner.zone for sentence in context.sentences if (owner := sentence.owner(0)))
    name, times = max(owners.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return name if times > MOSTLY * sum(owners.values()) else ""
