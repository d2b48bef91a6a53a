"""A sentence clause by clause: who is spoken of, as a reader's mind follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.attribution.cues import cues
from generator.attribution.geography import Geography
from generator.model import OrganisationType, Owner
from generator.places import find_places
from generator.reading import Mention, Ownership, Sentence

CLAUSE = re.compile(r"[^，；：。！？]+")
RECENT = 8
"""How many topics back a word such as 公司 is looked up."""
NO_SUBJECTS = frozenset({OrganisationType.GOVERNMENT.value})
PARKS = frozenset({OrganisationType.PARK.value})


@dataclass(slots=True)
class Mind:
    """What a reader keeps in mind through a story; `homes` is where each name was found to be."""

    zone: str
    geography: Geography
    subject: str = ""
    recent: list[Mention] = field(default_factory=list)
    homes: dict[str, str] = field(default_factory=dict)

    def speak_of_zone(self, name: str) -> None:
        """A zone becomes the topic."""
        self.zone, self.subject = name, ""

    def speak_of(self, mention: Mention) -> None:
        """A name becomes the topic, and with it the zone that it is in."""
        self.zone = self.homes.get(mention.name) or self.geography.home(mention.name) or self.zone
        self.homes[mention.name] = self.zone
        self.subject = mention.name
        self.recent = [*self.recent[-RECENT + 1 :], mention]

    def latest(self, types: frozenset[str], word: str) -> Mention | None:
        """The last topic that a word such as 公司 can mean."""
        for mention in reversed(self.recent):
            if mention.name.endswith(word) or mention.type in types:
                return mention
        return None


def owners(sentence: Sentence, mind: Mind) -> Iterator[Ownership]:
    """Whom the sentence is about, from where in it; the mind moves on to its end."""
    if sentence.heading and sentence.zones:
        mind.speak_of_zone(sentence.zones[0].name)
    last = None
    for clause in CLAUSE.finditer(sentence.text):
        for start, owner in _clause(sentence, clause.start(), clause.end(), mind):
            if owner != last:
                yield Ownership(start, owner)
                last = owner


def _clause(sentence: Sentence, start: int, end: int, mind: Mind) -> Iterator[tuple[int, Owner]]:
    text = sentence.text
    lead = cues().lead.match(text, start, end)
    head = lead.end() if lead else start
    if _is_around(sentence, head, end):
        yield start, Owner("")
        return
    _point_back(text, head, end, mind)
    at = start
    for mention in _topics(sentence, start, end):
        modified = text[start : mention.start].endswith("的")
        if not modified:
            if mention.start > at:
                yield at, Owner(mind.zone, mind.subject)
            at = mention.start
        if mention.type == "zone":
            mind.speak_of_zone(mention.name)
        else:
            mind.speak_of(mention)
    yield at, Owner(mind.zone, mind.subject)


def _is_around(sentence: Sentence, head: int, end: int) -> bool:
    """Does the clause speak of the city, the province or the country around the zone?"""
    if any(mention.start < end and mention.end > head for mention in (*sentence.zones, *sentence.names)):
        return False
    text = sentence.text
    places = find_places(text[head : min(end, head + 8)])
    at = head + (places[0].end if places and places[0].start == 0 else 0)
    if not (cues().around.match(text, at, end) or (at > head and places[0].full)):
        return False
    own = cues().own.search(text, head, end)
    return not own and any(head <= quantity.start < end for quantity in sentence.quantities)


def _point_back(text: str, head: int, end: int, mind: Mind) -> None:
    """A clause that begins with a word pointing back takes up the zone or an earlier topic."""
    if cues().zone.match(text, head, end):
        mind.subject = ""
    elif word := cues().place.match(text, head, end):
        park = mind.latest(PARKS, word.group()) if mind.subject else None
        mind.subject = park.name if park else ""
    elif word := cues().thing.match(text, head, end):
        topic = mind.latest(cues().types[word.group()], word.group().removeprefix("该"))
        if topic:
            mind.speak_of(topic)


def _topics(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    """The zones and names that a clause makes its topic, in order."""
    mentions = sorted((*sentence.zones, *sentence.names), key=lambda mention: (mention.start, -mention.end))
    covered, was_object = start, False
    for mention in mentions:
        if mention.start < covered or mention.end > end or mention.type in NO_SUBJECTS:
            continue
        before, after = sentence.text[start : mention.start], sentence.text[mention.end : end]
        joined = mention.start - covered <= 1 and before.endswith(("、", "和", "与"))
        listed = before.endswith("、") or after.startswith(("、", "等"))
        covered = mention.end
        is_object = bool(cues().objects.search(before)) or (joined and was_object)
        was_object = is_object
        if not (is_object or (listed and mention.type != "zone")):
            yield mention
