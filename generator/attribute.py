"""Whose fact it is: the zone and the subject at each place of each sentence.

A reader keeps two things in mind while going through a story: the zone that is spoken
of, and what inside it (a park, a company) was made the topic last. A clause changes
them by naming another zone or name as its topic, by a word that points back (该区,
园区, 公司, 其) or by a figure of the area around (全市), which is nobody's fact here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from generator import rules
from generator.model import OrganisationType, Owner
from generator.places import find_places
from generator.reading import Context, Mention, Ownership, Sentence

CLAUSE = re.compile(r"[^，；：。！？]+")
LEAD = re.compile(
    r"^[\s“‘\"(]*(?:其中|同时|此外|另外|目前|如今|现在|近年来|近日|日前|截至[^，]{0,12}?[,，]?|据悉|据介绍|据了解|据统计|"
    r"今年(?:以来)?|去年|当年|同年|同期|上半年|下半年|[0-9]{2,4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:底|末|初|以来|来)?|"
    r"[0-9]{1,2}月(?:[0-9]{1,2}日)?|[、\s]){0,4}"
)
RECENT = 8
"""How many topics back a word such as 公司 is looked up."""
NO_SUBJECTS = frozenset({OrganisationType.GOVERNMENT.value})


@dataclass(frozen=True, slots=True)
class Cues:
    """The rules of `attribution.yml`, ready to search with."""

    objects: re.Pattern[str]
    zone: re.Pattern[str]
    place: re.Pattern[str]
    thing: re.Pattern[str]
    types: dict[str, frozenset[str]]
    around: re.Pattern[str]
    own: re.Pattern[str]


@cache
def cues() -> Cues:
    """The rules, read once."""
    data = rules.load("attribution")
    return Cues(
        objects=re.compile(f"(?:{_words(data['objects'])})$"),
        zone=re.compile(_words(data["zone"])),
        place=re.compile(_words(data["place"])),
        thing=re.compile(_words(" ".join(data["thing"]))),
        types={word: frozenset(types) for word, types in data["thing"].items()},
        around=re.compile(_words(data["around"])),
        own=re.compile(_words(data["own"])),
    )


def _words(text: str) -> str:
    return "|".join(re.escape(word) for word in sorted(text.split(), key=lambda word: (-len(word), word)))


@dataclass(slots=True)
class Mind:
    """What a reader keeps in mind through a story."""

    zone: str
    subject: str = ""
    recent: list[Mention] = field(default_factory=list)

    def speak_of(self, mention: Mention) -> None:
        """A name becomes the topic."""
        self.subject = mention.name
        self.recent = [*self.recent[-RECENT + 1 :], mention]

    def latest(self, types: frozenset[str], word: str) -> str:
        """The last topic that a word such as 公司 can mean."""
        for mention in reversed(self.recent):
            if mention.name.endswith(word) or mention.type in types:
                return mention.name
        return ""


def attribute(context: Context) -> Context:
    """The context with the owners of its sentences set."""
    sentences: list[Sentence] = []
    for story in sorted({sentence.story for sentence in context.sentences}):
        own = [sentence for sentence in context.sentences if sentence.story == story]
        sentences += _story(own)
    return replace(context, sentences=tuple(sentences))


def _story(sentences: list[Sentence]) -> Iterator[Sentence]:
    mind = Mind(home_zone(sentences))
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, mind.subject = sentence.paragraph, ""
        yield replace(sentence, owners=tuple(_owners(sentence, mind)))


def home_zone(sentences: list[Sentence]) -> str:
    """The zone that a story is about: the one named first in its title, else the one named most.

    A story that names no zone is about the park that it names most.
    """
    for sentence in sentences:
        if sentence.heading and sentence.zones:
            return sentence.zones[0].name
    counts = Counter(mention.name for sentence in sentences for mention in sentence.zones)
    if not counts:
        parks = (OrganisationType.PARK.value,)
        counts = Counter(mention.name for sentence in sentences for mention in sentence.names if mention.type in parks)
    return max(counts, key=lambda name: (counts[name], name), default="")


def _owners(sentence: Sentence, mind: Mind) -> Iterator[Ownership]:
    if sentence.heading and sentence.zones:
        mind.zone, mind.subject = sentence.zones[0].name, ""
    last = None
    for clause in CLAUSE.finditer(sentence.text):
        for start, owner in _clause(sentence, clause.start(), clause.end(), mind):
            if owner != last:
                yield Ownership(start, owner)
                last = owner


def _clause(sentence: Sentence, start: int, end: int, mind: Mind) -> Iterator[tuple[int, Owner]]:
    text = sentence.text[start:end]
    head = start + (lead.end() if (lead := LEAD.match(text)) else 0)
    if _is_around(sentence, head, end):
        yield start, Owner("")
        return
    _point_back(sentence.text, head, end, mind)
    yield start, Owner(mind.zone, mind.subject)
    for mention in _topics(sentence, start, end):
        if mention.type == "zone":
            mind.zone, mind.subject = mention.name, ""
        else:
            mind.speak_of(mention)
        modified = sentence.text[start : mention.start].endswith("的")
        yield start if modified else mention.start, Owner(mind.zone, mind.subject)


def _is_around(sentence: Sentence, head: int, end: int) -> bool:
    """Does the clause speak of the city, the province or the country around the zone?"""
    if any(mention.start < end and mention.end > head for mention in (*sentence.zones, *sentence.names)):
        return False
    text = sentence.text[head:end]
    places = find_places(text[:8])
    at = places[0].end if places and places[0].start == 0 else 0
    if not (cues().around.match(text, at) or (at and places[0].full)):
        return False
    return not cues().own.search(text) and any(head <= quantity.start < end for quantity in sentence.quantities)


def _point_back(text: str, head: int, end: int, mind: Mind) -> None:
    """A clause that begins with a word pointing back takes up the zone or an earlier topic."""
    if cues().zone.match(text, head, end):
        mind.subject = ""
    elif word := cues().place.match(text, head, end):
        mind.subject = mind.latest(frozenset({OrganisationType.PARK.value}), word.group()) if mind.subject else ""
    elif word := cues().thing.match(text, head, end):
        mind.subject = mind.latest(cues().types[word.group()], word.group().removeprefix("该")) or mind.subject


def _topics(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    """The zones and names that a clause makes its topic, in order."""
    mentions = sorted((*sentence.zones, *sentence.names), key=lambda mention: (mention.start, -mention.end))
    covered = start
    for mention in mentions:
        if mention.start < covered or mention.end > end or mention.type in NO_SUBJECTS:
            continue
        covered = mention.end
        before, after = sentence.text[start : mention.start], sentence.text[mention.end : end]
        listed = before.endswith("、") or after.startswith(("、", "等"))
        if not (cues().objects.search(before) or (listed and mention.type != "zone")):
            yield mention
