"""A cooperation that a pattern found, as facts: for each party outside and the zone that it acts with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.cooperation_parties import Party
from generator.extract.cooperation_words import ACADEMIC, OCCASION, OUTSIDE, OWN, type_of
from generator.extract.event_title import stretch
from generator.extract.identity_places import home_of
from generator.model import Cooperation, Owner
from generator.period import date_of, is_aside, is_weak
from generator.reading import Draft, Sentence

ABOUT_LIMIT = 30
MUTUAL = ("cooperation.sign", "cooperation.build")
"""Rules by which each of two zones has a cooperation with the other."""
SIGNED_BY_BOTH = ("签", "续签", "互签", "草签")
"""Verbs by which each of two has it with the other, though just one of them is named."""
CLAUSE_END = re.compile(r"[，。；！？]|$")


def drafts(
    sentence: Sentence, match: re.Match[str], rule: str, left: list[Party], right: list[Party], before: str
) -> Iterator[Draft]:
    """A cooperation for each party outside and the zone that it acts with.

    That is the zone on the other side of the joining word, else the one on its own side, else the
    one that the sentence is about; then those on the left act for it unless they stand outside.
    """
    joint = match.end("left") if match.groupdict().get("left") else match.start("right")
    owner = sentence.owner(max(0, joint - 1)) or sentence.owner(match.start("verb"))
    if owner is None:
        return
    if before and not left and any(party.zone and not party.word and party.name == owner.zone for party in right):
        # 同某新区合办…: who acts is the zone that was spoken of before.
        owner = Owner(before)
    own = (owner.zone, *(party.name for party in (*left, *right) if party.zone))
    left = [party for party in left if party.zone or not party.name.startswith(own)]
    zones = {"left": [party for party in left if party.zone], "right": [party for party in right if party.zone]}
    if rule == "cooperation.by" and not any(zones.values()):
        right = [party for party in right if OUTSIDE.search(party.name) or ACADEMIC.search(party.name)]
    for party in right if match["verb"].startswith(SIGNED_BY_BOTH) and not left else ():
        # 同某高新区签了协议: the other one has it with the zone that the sentence is about.
        if party.zone and not party.word and party.name != owner.zone:
            other = Party(party.start, party.end, owner.zone, True)
            yield one_draft(sentence, match, rule, Owner(party.name), other)
    for party in right:
        for zone in _acting(party, zones["left"], zones["right"], owner):
            yield one_draft(sentence, match, rule, _owner(owner, zone, party), party)
    for party in left:
        others = zones["right"]
        if party.zone:
            mutual = rule in MUTUAL or rule == "cooperation.work"
            acting = [zone.name for zone in others if zone.name != party.name] if mutual else []
        elif others or zones["left"]:
            acting = _acting(party, others, zones["left"], owner)
        else:
            acting = [owner.zone] if OUTSIDE.search(party.name) and party.name != owner.subject else []
        for name in acting if right and not OWN.search(party.name) else ():
            yield one_draft(sentence, match, rule, _owner(owner, name, party), party)


def _acting(party: Party, opposite: list[Party], beside: list[Party], owner: Owner) -> list[str]:
    """The zones that a party acts with."""
    zones = opposite or ([] if party.zone else beside)
    if not zones and party.name == owner.subject and not party.guest:
        return []
    names = list(dict.fromkeys(zone.name for zone in zones)) or [owner.zone]
    return [name for name in names if not (_its_own(name, party.name) or _at_home(name, party.name))]


def _its_own(zone: str, party: str) -> bool:
    """Whether the party is the zone itself or bears its name first: 某高新区管委会."""
    return party.endswith(zone) or party.startswith(zone)


def _at_home(zone: str, party: str) -> bool:
    """Whether the party is the city or county that the zone stands in."""
    home = home_of(zone)
    return home is not None and party in (home.name, home.short)


def _owner(owner: Owner, zone: str, party: Party) -> Owner:
    """The zone, with what in it the sentence is about unless that is the party."""
    return Owner(zone, owner.subject if zone == owner.zone and owner.subject != party.name else "")


def one_draft(sentence: Sentence, match: re.Match[str], rule: str, owner: Owner, party: Party) -> Draft:
    """What a pattern found of one party, said of one owner."""
    end = CLAUSE_END.search(sentence.text, match.end())
    stop = end.start() if end else len(sentence.text)
    about = stretch(sentence, match.start("verb"), stop).replace("了", "", 1)[:ABOUT_LIMIT]
    following = CLAUSE_END.search(sentence.text, stop + 1)
    around = sentence.text[min(match.end("right"), match.start("verb")) : stop]
    if rule == "cooperation.join":
        around = sentence.text[:stop]
    if rule == "cooperation.sign" and stop == match.end() and following:
        around = sentence.text[match.start("verb") : following.start()]
        about = stretch(sentence, stop + 1, following.start())[:ABOUT_LIMIT] or about
    return Draft(
        content=Cooperation(partner=party.name, type=type_of(around), date=date_told(sentence, match), about=about),
        owner=owner,
        sentence=sentence,
        evidence=(min(party.start, match.start("right")), stop),
        anchor=(party.start, party.end),
        rule=rule,
    )


def date_told(sentence: Sentence, match: re.Match[str]) -> str:
    """The date of the nearest time before the verb, or of the occasion (会上，…); empty where nothing tells one."""
    for mention in reversed(sentence.periods):
        words = sentence.text[mention.start : mention.end]
        if mention.end <= match.start("verb") and not (is_weak(words) or is_aside(words)):
            return "" if mention.period.startswith("../") else date_of(mention.period)
    on_occasion = "/" not in sentence.period and OCCASION.match(sentence.text)
    return sentence.period if on_occasion else ""
