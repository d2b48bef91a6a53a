"""Zones in a text: by the names of `rules/zones.yml`, and by the form of a name where no rule knows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from generator import rules
from generator.reading import Document, Mention
from generator.zone_forms import unknown_zones


@dataclass(frozen=True, slots=True)
class ZoneEntry:
    """A zone as `rules/zones.yml` knows it."""

    name: str
    full: str
    aliases: tuple[str, ...]
    former: tuple[str, ...]
    province: str
    city: str
    level: str
    slug: str

    @property
    def names(self) -> tuple[str, ...]:
        """All that the zone is or was called."""
        return tuple(name for name in (self.name, self.full, *self.aliases, *self.former) if name)


@cache
def known_zones() -> dict[str, ZoneEntry]:
    """The zones of the rules, by every name they have."""
    known: dict[str, ZoneEntry] = {}
    for item in rules.load("zones"):
        entry = ZoneEntry(
            name=item["name"],
            full=item.get("full", ""),
            aliases=tuple(item.get("aliases", ())),
            former=tuple(item.get("former", ())),
            province=item.get("province", ""),
            city=item.get("city", ""),
            level=item.get("level", ""),
            slug=item.get("slug", ""),
        )
        for name in entry.names:
            known.setdefault(name, entry)
    return known


@cache
def _known_matcher() -> tuple[AhoCorasick, tuple[str, ...]]:
    words = tuple(sorted(known_zones()))
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


@dataclass(frozen=True, slots=True)
class ZoneFinder:
    """Finds the zones of one document: `names` are all their names there, to the one they are filed under."""

    names: dict[str, str]
    matcher: AhoCorasick
    words: tuple[str, ...]

    @classmethod
    def of(cls, document: Document) -> ZoneFinder:
        """A finder that knows the rules' zones and those that the document names by themselves."""
        paragraphs = [paragraph for story in document.stories for paragraph in story.paragraphs]
        prose = [paragraph.text.text for paragraph in paragraphs]
        headings = [story.title for story in document.stories]
        headings += [paragraph.text.text for paragraph in paragraphs if paragraph.heading]
        unknown = unknown_zones(prose, headings, {name: entry.name for name, entry in known_zones().items()})
        if not unknown:
            matcher, words = _known_matcher()
            return cls({word: known_zones()[word].name for word in words}, matcher, words)
        names = {name: entry.name for name, entry in known_zones().items()} | unknown
        words = tuple(sorted(names))
        return cls(names, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The zones named in a sentence, in order."""
        return tuple(
            Mention(start, end, self.names[self.words[index]], "zone")
            for index, start, end in self.matcher.find_matches_as_indexes(text)
        )
