"""Zones in a text: by the names of `rules/zones.yml`, and by the form of a name where no rule knows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from generator import rules
from generator.bare_zones import bare_pattern, bare_zone
from generator.reading import Document, Mention
from generator.zone_forms import parts_of_free_trade, shortened, unknown_zones

WIDE = "国家自主创新示范区"
LONG_FORMS = {
    "高新区": (
        "高新技术产业开发区",
        "国家高新技术产业开发区",
        "国家级高新技术产业开发区",
        "国家高新区",
        "国家级高新区",
    ),
    "经开区": ("经济技术开发区", "国家级经济技术开发区", "国家经济技术开发区", "国家级经开区", "国家经开区"),
}
"""How an ending that is usually said is written at length."""
LEAD = 2
"""Paragraphs that tell what an article is about; a part of a free-trade zone that only later ones name is none."""
Matcher = tuple[AhoCorasick, tuple[str, ...]]
"""Finds the longest of some words wherever one begins, with the words that its matches are numbered by."""


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
        given = [name for name in (self.name, self.full, *self.aliases, *self.former) if name]
        spoken = [shortened(name) for name in given]
        long = [
            name.removesuffix(end) + form
            for end, forms in LONG_FORMS.items()
            for name in spoken
            if name.endswith(end)
            for form in forms
        ]
        return tuple(dict.fromkeys((*given, *spoken, *long)))

    @property
    def is_wide(self) -> bool:
        """Whether it only spans other zones (苏南自创区), which stay what is spoken of beside it."""
        return self.level == WIDE


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


def is_wide(name: str) -> bool:
    """Whether the zone of this name only spans other zones."""
    entry = known_zones().get(name)
    return entry is not None and entry.is_wide


@cache
def _filed_names() -> dict[str, str]:
    return {name: entry.name for name, entry in known_zones().items()}


@cache
def _known_matcher() -> Matcher:
    return _matcher(known_zones())


def _matcher(names: Iterable[str], implementation: Implementation | None = None) -> Matcher:
    words = tuple(sorted(names))
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=implementation), words


@dataclass(frozen=True, slots=True)
class ZoneFinder:
    """Finds the zones of one document: by the rules' names, by those of its own, by a bare word that means one zone.

    `own` are the names that the rules do not know, to the ones they are filed under.
    """

    own: dict[str, str]
    matcher: Matcher | None
    bare: tuple[str, str] | None = None

    @classmethod
    def of(cls, document: Document) -> ZoneFinder:
        """A finder that knows the rules' zones and those that the document names by themselves."""
        paragraphs = [paragraph for story in document.stories for paragraph in story.paragraphs]
        prose = [paragraph.text.text for paragraph in paragraphs]
        headings = [story.title for story in document.stories]
        headings += [paragraph.text.text for paragraph in paragraphs if paragraph.heading]
        names = _filed_names()
        rules_only = cls({}, None)
        counts = Counter(mention.name for text in prose for mention in rules_only.find(text))
        lead = (*headings, *(paragraph.text.text for paragraph in paragraphs[:LEAD]))
        own = parts_of_free_trade(lead) if any("片区" in text for text in lead) else {}
        own |= unknown_zones(map(rules_only.without, prose), map(rules_only.without, headings), names, counts)
        if own or counts:
            return cls(own, _matcher(own, Implementation.NoncontiguousNFA) if own else None)
        article = document.article
        return cls({}, None, bare_zone(prose, (article.title, article.publisher), names))

    def without(self, text: str) -> str:
        """The text with its zones taken out, so that no part of a known name is taken for another."""
        parts, at = [], 0
        for mention in self.find(text):
            parts += [text[at : mention.start], "、"]
            at = mention.end
        return "".join([*parts, text[at:]])

    def find(self, text: str) -> tuple[Mention, ...]:
        """The zones named in a sentence, in order; of names that overlap the one that begins first, then the longer."""
        known = _filed_names()
        matcher, words = _known_matcher()
        found = [(start, -end, known[words[at]]) for at, start, end in matcher.find_matches_as_indexes(text)]
        if self.matcher:
            matcher, words = self.matcher
            found += [(start, -end, self.own[words[at]]) for at, start, end in matcher.find_matches_as_indexes(text)]
        if self.bare:
            word, zone = self.bare
            found += [(m.start(), -m.end(), zone) for m in bare_pattern().finditer(text) if m.group() == word]
        mentions: list[Mention] = []
        for start, end, name in sorted(found):
            if not mentions or start >= mentions[-1].end:
                mentions.append(Mention(start, -end, name, "zone"))
        return tuple(mentions)
