"""Zones in a text: by the names of `rules/zones.yml` and by the form of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator import rules
from generator.reading import Document, Mention

FORMS = ("高新技术产业开发区", "高新技术产业园区", "经济技术开发区", "高新区", "经开区", "开发区", "新区", "科技城", "商务区")


@dataclass(frozen=True, slots=True)
class ZoneFinder:
    """Finds the zones of one document."""

    names: dict[str, str]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, document: Document) -> ZoneFinder:
        """A finder that knows the rules' zones and those that the document names."""
        names = {}
        for zone in rules.load("zones"):
            for name in (zone["name"], zone["full"], *zone.get("aliases", ())):
                names[name] = zone["name"]
        words = sorted(map(re.escape, names), key=len, reverse=True)
        return cls(names, re.compile("|".join(words)))

    def find(self, text: str) -> tuple[Mention, ...]:
        """The zones named in a sentence, in order."""
        return tuple(Mention(m.start(), m.end(), self.names[m.group()], "zone") for m in self.pattern.finditer(text))
