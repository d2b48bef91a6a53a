"""A sentence clause by clause: who is spoken of, as a reader's mind follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.attribution.cues import cues
from generator.attribution.geography import Geography
from generator.industries import names as industry_names
from generator.model import OrganisationType, Owner
from generator.places import find_places
from generator.reading import Mention, Ownership, Sentence

CLAUSE = re.compile(r"[^，；：。！？]+")
SERVED = ("为", "给")
HERE = frozenset({"这里"})
"""A word that means a park only while it is spoken of."""
PARTNERED = re.compile(
    r"(?:管委会|集团|等地)?(?:分别|共同)?[与和同跟](?:该区|全区|我区|园区|新区|开发区|高新区|经开区|双方|这里|我们)"
)
COUNTED = re.compile(r"[0-9一二三四五六七八九十百千万亿两几多余个家项座只条大第一][、的]?$")
RECENT = 8
"""How many topics back a word such as 公司 is looked up."""
NO_SUBJECTS = frozenset({OrganisationType.GOVERNMENT.value})
COMPANIES = frozenset({OrganisationType.COMPANY.value, OrganisationType.INSTITUTE.value})
NO_AREAS = COMPANIES | {"项目", OrganisationType.SCHOOL.value, OrganisationType.FUND.value}
PARKS = frozenset({OrganisationType.PARK.value})


@dataclass(slots=True)
class Mind:
    """What a reader keeps in mind through a story.

    `home` is the zone that the story is about, `dominant` whether it speaks of others only
    in passing, `in_section` tells whether a section's
    heading named the zone. `homes` is where each name was found to be, `park` the park that was spoken of since
    the zone itself was last: what 园区 means.
    """

    zone: str
    geography: Geography
    home: str = ""
    dominant: bool = False
    in_section: bool = False
    subject: str = ""
    park: Mention | None = None
    recent: list[Mention] = field(default_factory=list)
    homes: dict[str, str] = field(default_factory=dict)

    def begin_paragraph(self) -> None:
        """A new paragraph speaks of the zone again, of the story's own where others come only in passing."""
        self.subject = ""
        if self.dominant and not self.in_section:
            self.zone = self.home

    def called(self, word: str) -> str:
        """The zone that a word such as 该区 or 开发区 means here."""
        return self.geography.called(word, self.home if self.dominant and not self.in_section else self.zone)

    def turn(self, zone: str, is_title: bool) -> None:
        """A new section begins, under a heading that names this zone or none."""
        self.in_section = self.in_section or (bool(zone) and not is_title)
        zone = zone or (self.zone if self.in_section else self.home)
        if zone == self.zone:
            self.subject = ""
        else:
            self.speak_of_zone(zone)

    def speak_of_zone(self, name: str, as_place: bool = False) -> None:
        """A zone becomes the topic, or the place where the topic is."""
        self.zone = name
        if not as_place:
            self.subject, self.park = "", None

    def speak_of(self, mention: Mention) -> None:
        """A name becomes the topic, and with it the zone that it is in."""
        if mention.name == self.zone:
            self.speak_of_zone(self.zone)
            return
        self.zone = self.homes.get(mention.name) or self.geography.home(mention.name) or self.zone
        self.homes[mention.name] = self.zone
        self.subject = mention.name
        if mention.type in PARKS:
            self.park = mention
        self.recent = [*self.recent[-RECENT + 1 :], mention]

    def is_no_area(self) -> bool:
        """Is the subject something that has no inhabitants and no companies in it."""
        return any(mention.name == self.subject and mention.type in NO_AREAS for mention in self.recent)

    def hear(self, text: str, start: int, end: int) -> None:
        """Someone speaks whose organisation is not said: an official for the zone, a manager for the company."""
        if cues().official.match(text, start, end):
            self.subject = ""
        elif cues().manager.match(text, start, end):
            company = self.latest(COMPANIES, "公司")
            if company:
                self.speak_of(company)

    def listen_to(self, mention: Mention) -> None:
        """Someone of this organisation speaks; an office speaks for the zone."""
        if mention.type in NO_SUBJECTS:
            self.subject = ""
        else:
            self.speak_of(mention)

    def latest(self, types: frozenset[str], word: str) -> Mention | None:
        """The last topic in the zone at hand that a word such as 公司 can mean."""
        for mention in reversed(self.recent):
            if self.homes[mention.name] == self.zone and (mention.name.endswith(word) or mention.type in types):
                return mention
        return None


def owners(sentence: Sentence, mind: Mind) -> Iterator[Ownership]:
    """Whom the sentence is about, from where in it; the mind moves on to its end."""
    if sentence.heading:
        mind.turn(sentence.zones[0].name if sentence.zones else "", is_title=sentence.paragraph == 0)
    last, waiting = None, -1
    for clause in CLAUSE.finditer(sentence.text):
        if _introduces(sentence, *clause.span(), waiting >= 0):
            waiting = clause.start() if waiting < 0 else waiting
            continue
        for start, owner in _clause(sentence, clause.start(), clause.end(), mind):
            if owner != last:
                yield Ownership(start if waiting < 0 else waiting, owner)
                last, waiting = owner, -1
    if waiting >= 0 or last is None:
        yield Ownership(max(waiting, 0), Owner(mind.zone, mind.subject))


def _introduces(sentence: Sentence, start: int, end: int, waiting: bool) -> bool:
    """Does the clause speak of whom the next one names (作为一家新企业，…，甲公司…)?"""
    begins = cues().intro.match(sentence.text, start, end) or (
        waiting and cues().lead.fullmatch(sentence.text, start, end)
    )
    return bool(begins) and all(
        topic.type == "zone" and _is_place(sentence.text, start, topic.start, False)
        for topic in _topics(sentence, start, end)
    )


def _clause(sentence: Sentence, start: int, end: int, mind: Mind) -> Iterator[tuple[int, Owner]]:
    text = sentence.text
    lead = cues().lead.match(text, start, end)
    head = lead.end() if lead else start
    if _is_around(sentence, head, end):
        yield start, Owner("")
        return
    mind.hear(text, head, end)
    _point_back(text, head, end, mind)
    at, named = start, False
    for mention in _topics(sentence, start, end):
        modified = text[start : mention.start].endswith("的")
        if not modified:
            if mention.start > at:
                yield at, Owner(mind.zone, mind.subject)
            at = mention.start
        if mention.type == "zone":
            mind.speak_of_zone(mention.name, as_place=_is_place(text, start, mention.start, named))
        else:
            mind.speak_of(mention)
            named = True
    yield at, Owner(mind.zone, mind.subject)


def _is_place(text: str, start: int, position: int, named: bool) -> bool:
    """Does the zone at this position say where the topic is (某基地在甲高新区投产), and is not the topic itself."""
    place = cues().places.search(text, start, position)
    return place is not None and (named or place.group() != "在")


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
    if word := cues().zone.match(text, head, end):
        mind.speak_of_zone(mind.called(word.group()))
    elif word := cues().place.match(text, head, end):
        if mind.park and (mind.subject == mind.park.name or word.group() not in HERE):
            mind.speak_of(mind.park)
        else:
            mind.subject = ""
    elif word := cues().thing.match(text, head, end):
        topic = mind.latest(cues().types[word.group()], word.group().lstrip("该这家个座一"))
        if topic:
            mind.speak_of(topic)
    elif cues().area.match(text, head, end) and mind.is_no_area():
        mind.subject = ""


def _topics(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    """The zones and names that a clause makes its topic, in order."""
    mentions = sorted((*sentence.zones, *sentence.names), key=lambda mention: (mention.start, -mention.end))
    covered, named, was_object, was_place = start, False, False, False
    for mention in mentions:
        if mention.start < covered or mention.end > end or mention.type in NO_SUBJECTS:
            continue
        before, after = sentence.text[start : mention.start], sentence.text[mention.end : end]
        joined = mention.start - covered <= 1 and before.endswith(("、", "和", "与"))
        was_place = (was_place and mention.start == covered) or _is_place(sentence.text, start, mention.start, named)
        covered = mention.end
        was_object = (joined and was_object) or _is_object(before.rstrip("“‘《("), after, mention, named)
        listed = before.endswith("、") or after.startswith(("、", "等"))
        if not (was_object or ((listed or was_place) and mention.type != "zone")):
            named = True
            yield mention


def _is_object(before: str, after: str, mention: Mention, named: bool) -> bool:
    """Is a mention between these words a party to something, counted, or where the topic is."""
    if cues().objects.search(before) or (named and before.endswith(SERVED)):
        return True
    if mention.type == "zone":
        return bool(cues().inside.search(before)) or bool(PARTNERED.match(after))
    if (before.endswith("以") and "为" in after) or cues().zone.match(mention.name):
        return True
    if mention.name in industry_names():
        return True
    place = cues().places.search(before)
    return bool(COUNTED.search(before)) or (place is not None and (named or place.group() != "在"))
