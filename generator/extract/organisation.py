"""Facts of the kind organisation: who is there, or is planned to be.

A name in a sentence about a zone is not yet somebody in the zone. What is left out:
parties from elsewhere (a place of another province in the name, a partner after 与),
authorities that are not the zone's own, universities as such, associations and exchanges,
and names that are titles (荣获国家级…基地称号).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator import rules
from generator.model import Organisation, OrganisationType, Owner
from generator.names.alike import squeeze
from generator.names.firms import odd
from generator.names.left import proper
from generator.names.lexicon import ZONE_FORMS, alternation, lexicon
from generator.names.places import Level, Place, own_places, places
from generator.reading import Context, Draft, Mention, Sentence
from generator.words import Word, words

SUBZONE = "zone"
KIND_OF = {SUBZONE: "园区"}
WITHIN = 16
"""Characters before a zone's name in which it is said that another holds it."""
CLAUSE = re.compile(r"[，。；：！？]")
BARE_UNIVERSITY = re.compile(r"^(?:[\u4e00-\u9fff]{2,7}大学|中国科学院|中科院|中国工程院)$")
STAGE = re.compile(r"[一二三四五](?:、[一二三四五])?期(?:项目|工程)?$")
LONGEST_FIRM = 6
NATIONAL = re.compile(r"(?:国家|全国|中国|省)级?[^，。]{0,16}(?:试点|示范|百强|产业化)(?:园区|基地|企业|单位|城市|区)$")
CAMPUS = re.compile(r"[^，。；]{0,14}(?:校区|校园|分校|入驻|落户|迁入|坐落)")
KINDS = frozenset(kind.value for kind in OrganisationType)


@dataclass(frozen=True, slots=True)
class Cues:
    """What `rules/organisations_there.yml` says, compiled."""

    own_office: re.Pattern[str]
    outside: re.Pattern[str]
    title_before: re.Pattern[str]
    title_behind: re.Pattern[str]
    party_before: re.Pattern[str]
    party_behind: re.Pattern[str]
    here: re.Pattern[str]
    at_large: re.Pattern[str]
    within: re.Pattern[str]


@cache
def cues() -> Cues:
    """The cues that tell who is in a zone from who is only named."""
    said = {name: alternation(listed).pattern for name, listed in rules.load("organisations_there").items()}
    return Cues(
        own_office=re.compile(f"(?:{said['own_offices']})$"),
        outside=re.compile(f"(?<!管理)(?:{said['outside_ends']})$|^(?:{said['ministries']})"),
        title_before=re.compile(f"(?:{said['title_before']})[^，。；]{{0,30}}$"),
        title_behind=re.compile(f"[^，。；]{{0,20}}?(?:{said['title_behind']})"),
        party_before=re.compile(f"(?:{said['with']})$"),
        party_behind=re.compile(said["deals"]),
        here=re.compile(f"[^，。；、]{{0,6}}(?:{said['here']})"),
        at_large=re.compile(said["at_large"]),
        within=re.compile(f"(?:{said['within']})[^，。；、]{{0,8}}$"),
    )


def find(context: Context) -> Iterator[Draft]:
    """The organisations of an article, once each and zone, where they are first named."""
    homes = _homes()
    told: set[tuple[str, str]] = set()
    for sentence in context.sentences:
        for mention in (*sentence.names, *_zones_within(sentence)):
            firm = _firm(mention) if mention.type == "项目" else mention
            owner = sentence.owner(mention.start)
            if not firm or not owner:
                continue
            if mention.type != SUBZONE and not _is_there(sentence, firm, owner, homes):
                continue
            name = context.fullest.get(firm.name, firm.name)
            key = (owner.zone, squeeze(name))
            if key in told:
                continue
            told.add(key)
            yield _draft(sentence, firm, name, owner)


@cache
def _homes() -> dict[str, tuple[str, str]]:
    """Province and city of each zone that the rules know."""
    return {zone["name"]: (zone.get("province", ""), zone.get("city", "")) for zone in rules.load("zones")}


def _zones_within(sentence: Sentence) -> Iterator[Mention]:
    """The zones that a zone is said to be made of: 新区下辖A高新区、B经开区和C综合保税区."""
    end = -1
    for zone in sentence.zones:
        said = cues().within.search(sentence.text, max(0, zone.start - WITHIN), zone.start)
        listed = end >= 0 and zone.start - end <= 1
        owner = sentence.owner(zone.start)
        end = -1
        if (said or listed) and owner and owner.zone != zone.name:
            yield Mention(zone.start, zone.end, sentence.text[zone.start : zone.end], SUBZONE)
            end = zone.end


def _draft(sentence: Sentence, mention: Mention, name: str, owner: Owner) -> Draft:
    subject = "" if squeeze(owner.subject) == squeeze(name) else owner.subject
    span = (mention.start, mention.end)
    kind = OrganisationType(KIND_OF.get(mention.type) or (mention.type if mention.type in KINDS else "企业"))
    return Draft(
        content=Organisation(name=name, type=kind),
        owner=Owner(owner.zone, subject),
        sentence=sentence,
        evidence=span,
        anchor=span,
        rule="organisation.suffix" if lexicon().ends.expression.search(mention.name) else "organisation.list",
    )


def _firm(project: Mention) -> Mention | None:
    """The firm whose project this is: what its name begins with."""
    lex = lexicon()
    stage = STAGE.search(project.name)
    if stage and stage.start() <= LONGEST_FIRM and odd(words(project.name)[0]):
        return Mention(project.start, project.start + stage.start(), project.name[: stage.start()], "企业")
    known = lex.known.expression.match(project.name)
    if known:
        return Mention(project.start, project.start + known.end(), known.group(), "企业")
    first = words(project.name)[0]
    named = not (lex.plain(first.text) or first.text[0].isdecimal())
    for end in lex.short_ends.expression.finditer(project.name) if named else ():
        if end.start() >= 2 and end.end() <= 12:
            return Mention(project.start, project.start + end.end(), project.name[: end.end()], "企业")
    if proper(first) and first.tag in ("nr", "nz", "nt", "nrt") and first.text not in places() and len(first.text) > 1:
        return Mention(project.start, project.start + len(first.text), first.text, "企业")
    return None


def _is_there(sentence: Sentence, mention: Mention, owner: Owner, homes: dict[str, tuple[str, str]]) -> bool:
    if _is_zone(sentence, mention) or _is_outside(mention.name) or _is_university(sentence.text, mention):
        return False
    if mention.type == "政府机构" and not _own_office(sentence, mention, owner):
        return False
    if _from_elsewhere(mention.name, owner.zone, homes) and not _stands_here(sentence.text, mention):
        return False
    if _is_title(sentence.text, mention) or _is_general(sentence.text, mention):
        return False
    return mention.name.startswith(owner.zone) or not _is_party(sentence.text, mention)


def _is_outside(name: str) -> bool:
    """Whether this is an authority, an association or an exchange, which are of the country or the city."""
    return cues().outside.search(name) is not None


def _is_university(text: str, mention: Mention) -> bool:
    """Whether this is a university as such, and not one that has a campus here."""
    return BARE_UNIVERSITY.match(mention.name) is not None and not CAMPUS.match(text, mention.end)


def _is_zone(sentence: Sentence, mention: Mention) -> bool:
    return any(zone.start <= mention.start and mention.end <= zone.end for zone in sentence.zones)


def _own_office(sentence: Sentence, mention: Mention, owner: Owner) -> bool:
    """Whether this is an office of the zone, and not of its city or province."""
    if not cues().own_office.search(mention.name):
        return False
    quoted = mention.name.endswith("领导小组") and sentence.text[max(0, mention.start - 1)] == "“"
    return quoted or (
        re.search(ZONE_FORMS, mention.name) is not None
        or mention.name.startswith(owner.zone)
        or any(zone.end == mention.start or zone.start <= mention.start < zone.end for zone in sentence.zones)
    )


def _from_elsewhere(name: str, zone: str, homes: dict[str, tuple[str, str]]) -> bool:
    """Whether the name holds a place of another province or city and none of the zone's own."""
    home = _home(zone, homes)
    if not home.province:
        return False
    found = list(_places_in(name, home))
    return bool(found) and not any(_near(place, home) for place in found)


def _near(place: Place, home: Place) -> bool:
    return place.province == home.province and (place.city in ("", home.city) or not home.city)


def _stands_here(text: str, mention: Mention) -> bool:
    """Whether what is told of the name can only be told of what stands here, though another city is in its name."""
    return cues().here.match(text[mention.end : mention.end + 14]) is not None


def _home(zone: str, homes: dict[str, tuple[str, str]]) -> Place:
    if zone in homes:
        return Place(zone, zone, Level.CITY, *homes[zone])
    for size in range(5, 1, -1):
        for start in (0, 2, 3):
            place = places().get(zone[start : start + size])
            if place:
                return place
    return Place(zone, zone, Level.CITY, "", "")


def _places_in(name: str, home: Place) -> Iterator[Place]:
    """The places in a name; counties of elsewhere only with their 市 or 县, since many are common words."""
    at, known, starts = 0, places(), _place_starts()
    while at < len(name) - 1:
        for size in range(6, 1, -1) if name[at : at + 2] in starts else ():
            form = name[at : at + size]
            place = known.get(form)
            if place and (place.level < Level.COUNTY or _certain(form) or _near(place, home)):
                yield place
                at += size - 1
                break
        at += 1


@cache
def _place_starts() -> frozenset[str]:
    """The two letters that a place's name begins with."""
    return frozenset(name[:2] for name in places())


def _certain(form: str) -> bool:
    return form in own_places() or form[-1] in "省市县"


def _is_title(text: str, mention: Mention) -> bool:
    """Whether the name is an award or a listing that somebody got."""
    before = CLAUSE.split(text[max(0, mention.start - 40) : mention.start])[-1]
    behind = text[mention.end : mention.end + 24]
    if mention.type == "企业":
        return False
    if before.endswith("原") or (NATIONAL.match(mention.name) and not any(map(_is_place, words(mention.name)))):
        return True
    return cues().title_before.search(before) is not None or cues().title_behind.match(behind) is not None


def _is_place(word: Word) -> bool:
    return word.text in places()


def _is_general(text: str, mention: Mention) -> bool:
    """Whether the words mean platforms of this kind at large: 重点布局数字平台."""
    if mention.type != "平台" or any(proper(word) for word in words(mention.name)):
        return False
    return cues().at_large.search(CLAUSE.split(text[max(0, mention.start - 30) : mention.start])[-1]) is not None


def _is_party(text: str, mention: Mention) -> bool:
    """Whether this is the other side of a deal: 与…签订协议."""
    before = text[max(0, mention.start - 2) : mention.start]
    behind = CLAUSE.split(text[mention.end : mention.end + 30])[0]
    return cues().party_before.search(before) is not None and cues().party_behind.search(behind) is not None
