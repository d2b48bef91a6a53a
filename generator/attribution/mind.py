"""What a reader keeps in mind through a story: the zone spoken of, and what inside it was made the topic last."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.attribution.cues import cues
from generator.attribution.geography import Geography
from generator.model import OrganisationType
from generator.reading import Mention

RECENT = 8
"""How many topics back a word such as 公司 is looked up."""
OFFICES = frozenset({OrganisationType.GOVERNMENT.value})
"""What speaks for the zone and is never a subject of its own."""
COMPANIES = frozenset({OrganisationType.COMPANY.value, OrganisationType.INSTITUTE.value})
AREAS = frozenset({OrganisationType.PARK.value, OrganisationType.INCUBATOR.value})
"""What may have companies and an output of its own, as a zone has."""
PARKS = frozenset({OrganisationType.PARK.value})


@dataclass(slots=True)
class Mind:
    """What a reader keeps in mind through a story.

    `home` is the zone that the story is about, `dominant` whether it speaks of others only
    in passing, `in_section` tells whether a section's
    heading named the zone. `around` tells whether
    all zones of the country or a province are spoken of, `left` is the company that the paragraph
    before ended with, `priced` the things whose figures the sentence at hand tells,
    `made` what was set up in the sentence before, and whom that spoke of else.
    `homes` is where each name was found to be,
    `park` the park that was spoken of since the zone itself was last: what 园区 means. `heard` are the
    zones spoken of so far: 开发区 means none that comes only later.
    `inner` are zones that another is said to be made of, each with that one: they are its subjects.
    `left_behind` is the zone that is spoken of again once a sentence that visits another ends.
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
    left: Mention | None = None
    priced: tuple[Mention, ...] = ()
    made: tuple[str, str] = ("", "")
    around: bool = False
    heard: set[str] = field(default_factory=set)
    left_behind: str = ""
    inner: dict[str, str] = field(default_factory=dict)
    before_points: tuple[str, str, Mention | None] | None = None

    def begin_paragraph(self) -> None:
        """A new paragraph speaks of the zone again, of the story's own where others come only in passing."""
        spoken = (mention for mention in reversed(self.recent) if mention.name == self.subject)
        self.left = next((mention for mention in spoken if mention.type in COMPANIES), None)
        self.subject, self.before_points, self.around = "", None, False
        if self.dominant and not self.in_section:
            self.zone = self.home

    def point(self, *, first: bool) -> None:
        """A point of an enumeration begins: it is about what was spoken of before the first one."""
        if first:
            self.before_points = (self.zone, self.subject, self.park)
        elif self.before_points:
            self.zone, self.subject, self.park = self.before_points

    def called(self, word: str) -> str:
        """The zone that a word such as 该区 or 开发区 means here."""
        spoken = self.home if self.dominant and not self.in_section else self.zone
        meant = self.geography.called(word, spoken)
        return meant if meant in self.heard or not spoken else spoken

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
        outer = self.inner.get(name, "")
        if outer and outer in (self.zone, self.home) and not as_place:
            self.zone, self.subject = outer, name
            return
        self.zone, self.left = name, None
        self.left_behind = ""
        if not as_place:
            self.subject, self.park = "", None

    def visit(self, zone: str) -> None:
        """Something is said to be set up in another zone; the rest of the sentence is about what is there."""
        self.left_behind = self.left_behind or self.zone
        self.zone = zone

    def return_home(self) -> None:
        """The sentence with the visit ends."""
        if self.left_behind:
            self.zone, self.left_behind = self.left_behind, ""

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
        return any(mention.name == self.subject and mention.type not in AREAS for mention in self.recent)

    def leave_made(self) -> None:
        """A new sentence speaks no more of what was only set up in the one before."""
        if self.subject and self.subject == self.made[0]:
            self.subject = self.made[1]
        self.made = ("", "")

    def hear(self, text: str, start: int, end: int) -> bool:
        """Someone speaks whose organisation is not said: an official for the zone, a manager for the company.

        Whether it was an official.
        """
        if not cues().speakers.opens(text):
            return False
        if cues().official.match(text, start, end):
            self.subject = ""
            return True
        if cues().manager.match(text, start, end):
            company = self.latest(COMPANIES, "公司")
            if company:
                self.speak_of(company)
        return False

    def listen_to(self, mention: Mention) -> None:
        """Someone of this organisation speaks; an office speaks for the zone."""
        if mention.type in OFFICES:
            self.subject = ""
        else:
            self.speak_of(mention)

    def latest(self, types: frozenset[str], word: str) -> Mention | None:
        """The last topic in the zone at hand that a word such as 公司 can mean."""
        for mention in reversed(self.recent):
            if self.homes[mention.name] == self.zone and (mention.name.endswith(word) or mention.type in types):
                return mention
        return None
