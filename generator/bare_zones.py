"""A zone that an article never names: 高新区 in a city's own paper is the zone of that city."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from generator import rules
from generator.places import Level, Place, find_places

LEAST = 2
"""How often the word, and the city, must stand in the text."""
TITLE_WEIGHT = 3
"""A city in the title or the publisher's name counts as often as this in the text."""


def bare_zone(prose: Iterable[str], titles: Iterable[str], known: Mapping[str, str]) -> tuple[str, str] | None:
    """The word that stands for a zone in a text that names none, and the zone that it means there; None without one.

    `titles` are the article's title and publisher, `known` the rules' zones by all their names.
    """
    text = "\n".join(prose)
    words = Counter(match.group() for match in bare_pattern().finditer(text))
    if not words:
        return None
    word = max(words, key=lambda one: (words[one], one))
    city = _city(text, "\n".join(titles))
    if words[word] < LEAST or not city:
        return None
    name = city.short + word
    return word, known.get(name, name)


@cache
def bare_pattern() -> re.Pattern[str]:
    """Where such a word stands for one zone."""
    data = rules.load("zone_forms")
    general = "".join(f"(?<!{word})" for word in data["not_bare"].split())
    words = "|".join(sorted(data["bare"], key=lambda word: (-len(word), word)))
    return re.compile(f"{general}(?:{words})(?![域划别块间])")


def _city(text: str, titles: str) -> Place | None:
    counts: Counter[Place] = Counter()
    for part, weight in ((text, 1), (titles, TITLE_WEIGHT)):
        for match in find_places(part):
            place = match.place
            if place.level != Level.PROVINCE or place.name.endswith("市"):
                counts[place] += weight
    best = max(counts, key=lambda place: (counts[place], -place.level, place.name), default=None)
    return best if best and counts[best] >= LEAST else None
