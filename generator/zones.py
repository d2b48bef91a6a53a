"""Zones in a text: by the names of `rules/zones.yml`, and by the form of a name where no rule knows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from generator import rules
from generator.bare_zones import bare_pattern, bare_zone
from generator.places import Level, Place, find_places
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
OPENING = re.compile(r"[\s●■◆▲★▶◎○]{0,4}(?:【(?P<bracketed>[^【】]{2,24})】|(?P<led>[一-龥]{2,16})[：:])")
"""What a paragraph is headed by: 【某某经开区】一季度…, ●某某经开区：一季度…."""
BEFORE = 6
"""Characters before a zone's name in which a place stands that says which zone of this name is meant."""
SPAN = itemgetter(0, 1)
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


def _elsewhere(text: str, start: int, word: str) -> Place | None:
    """The place right before a zone's name that tells that another zone of this name is meant: 绍兴|滨海新区."""
    if not start or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return None
    begun = max(0, start - BEFORE)
    found = find_places(text[begun:start])
    if not found or begun + found[-1].end != start:
        return None
    entry, match = known_zones()[word], found[-1]
    place = match.place
    if not entry.province or (place.level == Level.COUNTY and not match.full):
        return None
    same = place.province == entry.province and (not entry.city or place.city in ("", entry.city))
    return None if same else place


def _namesakes(texts: Iterable[str]) -> dict[str, str]:
    """Zones that share the name of one that the rules know and lie elsewhere: each way to say them, to 绍兴滨海新区."""
    matcher, words = _known_matcher()
    prose = [*texts]
    own: dict[str, str] = {}
    for text in prose:
        for at, start, _ in matcher.find_matches_as_indexes(text):
            place = _elsewhere(text, start, words[at])
            if place is None:
                continue
            bare = shortened(words[at])
            name = bare if bare.startswith(place.short) else place.short + bare
            if name in own:
                continue
            own |= dict.fromkeys((place.short + words[at], place.name + words[at], name), name)
            entry = known_zones()[words[at]]
            if not any((entry.city or entry.province) in one for one in prose):
                own[words[at]] = own[bare] = name
    return own


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
        found = [rules_only.find(text) for text in prose]
        counts = Counter(mention.name for mentions in found for mention in mentions)
        lead = (*headings, *(paragraph.text.text for paragraph in paragraphs[:LEAD]))
        own = parts_of_free_trade(lead) if any("片区" in text for text in lead) else {}
        own |= _namesakes(prose)
        openings = [opening for text in prose if (opening := OPENING.match(text))]
        headings += [opening["bracketed"] or opening["led"] for opening in openings]
        leads = [opening["bracketed"] for opening in openings if opening["bracketed"]]
        bare = map(_without, prose, found)
        titles = (_without(text, rules_only.find(text)) for text in headings)
        own |= unknown_zones(bare, titles, names, counts, leads)
        if own or counts:
            return cls(own, _matcher(own, Implementation.NoncontiguousNFA) if own else None)
        article = document.article
        return cls({}, None, bare_zone(prose, (article.title, article.publisher), names))

    def find(self, text: str) -> tuple[Mention, ...]:
        """The zones named in a sentence, in order; of names that overlap the one that begins first, then the longer."""
        known = _filed_names()
        matcher, words = _known_matcher()
        found = [
            (start, -end, known[words[at]])
            for at, start, end in matcher.find_matches_as_indexes(text)
            if not _elsewhere(text, start, words[at])
        ]
        if self.matcher:
            matcher, words = self.matcher
            own = [(start, -end, self.own[words[at]]) for at, start, end in matcher.find_matches_as_indexes(text)]
            found = [*own, *found]
        if self.bare:
            word, zone = self.bare
            found += [(m.start(), -m.end(), zone) for m in bare_pattern().finditer(text) if m.group() == word]
        mentions: list[Mention] = []
        for start, end, name in sorted(found, key=SPAN) if len(found) > 1 else found:
            if not mentions or start >= mentions[-1].end:
                mentions.append(Mention(start, -end, name, "zone"))
        return tuple(mentions)


def _without(text: str, zones: Iterable[Mention]) -> str:
    """The text with its zones taken out, so that no part of a known name is taken for another."""
    parts, at = [], 0
    for mention in zones:
        parts += [text[at : mention.start], "、"]
        at = mention.end
    return "".join([*parts, text[at:]]) if parts else text
