"""Facts of the kind cooperation: a zone and a party outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.extract.cooperation_parties import Party, parties_in, sides, told_apart
from generator.extract.cooperation_words import (
    ACADEMIC,
    AGREED,
    BOTH,
    BROUGHT,
    BUILT,
    BY,
    CAME,
    ENTRUSTED,
    HANDED,
    JOINED,
    OCCASION,
    OUTSIDE,
    OWN,
    PAIRED,
    PLANNED,
    ROW,
    RUN,
    SETTLED,
    SIGNED,
    TEAMED,
    TOWARDS,
    TRIGGER,
    VISITED,
    WORKED,
    type_of,
)
from generator.extract.event_title import stretch
from generator.extract.identity_places import home_of
from generator.model import Cooperation, CooperationType, Owner
from generator.period import date_of, is_aside, is_weak
from generator.reading import Context, Draft, Sentence

RULES = (
    ("cooperation.sign", SIGNED),
    ("cooperation.settle", SETTLED),
    ("cooperation.build", BUILT),
    ("cooperation.by", BY),
    ("cooperation.paired", PAIRED),
    ("cooperation.team", TEAMED),
    ("cooperation.brought", BROUGHT),
    ("cooperation.run", RUN),
    ("cooperation.entrust", ENTRUSTED),
    ("cooperation.came", CAME),
    ("cooperation.visit", VISITED),
    ("cooperation.hand", HANDED),
    ("cooperation.join", JOINED),
    ("cooperation.work", WORKED),
    ("cooperation.towards", TOWARDS),
)
ABOUT_LIMIT = 30
LONGEST = 2000
"""Characters of a sentence that is still prose."""
MUTUAL = ("cooperation.sign", "cooperation.build")
"""Rules by which each of two zones has a cooperation with the other."""
BARE = (
    "cooperation.sign",
    "cooperation.build",
    "cooperation.team",
    "cooperation.entrust",
    "cooperation.paired",
    "cooperation.towards",
)
"""Rules by which something is done that is only done with somebody."""
ADMINISTERED = ("市", "县", "区", "省")
"""Kinds of places that their names end with."""
LEANING = ("依托", "借助", "借力")
CLAUSE_END = re.compile(r"[，。；！？]|$")


def find(context: Context) -> Iterator[Draft]:
    """The cooperations of an article, sentence by sentence."""
    told: dict[tuple[str, str], set[tuple[CooperationType, str]]] = {}
    zones: list[str] = []
    recent: dict[str, str] = {}
    for sentence in context.sentences:
        for draft in _of(sentence, zones, recent):
            content = draft.content
            if isinstance(content, Cooperation):
                pair, key = (draft.owner.zone, content.partner), (content.type, content.date)
                again = pair in told and (draft.rule == "cooperation.work" or not content.date)
                if key not in told.get(pair, ()) and not again:
                    told.setdefault(pair, set()).add(key)
                    yield draft
        for zone in sentence.zones:
            zones = [*(name for name in zones if name != zone.name), zone.name][-2:]
        recent |= {name.type: name.name for name in sentence.names}


def _of(sentence: Sentence, zones: list[str], recent: Mapping[str, str]) -> Iterator[Draft]:
    """The cooperations of a sentence, after those zones and names of each type that were spoken of before."""
    if len(sentence.text) > LONGEST or not TRIGGER.search(sentence.text):
        return
    yield from _row(sentence)
    if not sentence.heading:
        yield from _in_sentence(sentence, zones[-1] if zones else "", recent)
        yield from _both(sentence, zones)


def _row(sentence: Sentence) -> Iterator[Draft]:
    """The partners that a line of a list names: 合作单位：甲、乙."""
    match = ROW.search(sentence.text)
    owner = sentence.owner(0)
    for party in parties_in(sentence, *match.span("right")) if match and owner else ():
        if match and owner and party.name != owner.zone:
            yield _draft(sentence, match, "cooperation.row", Owner(owner.zone), party)


def _in_sentence(sentence: Sentence, before: str, recent: Mapping[str, str]) -> Iterator[Draft]:
    """The cooperations of a sentence; `before` is the zone that was spoken of last."""
    taken: set[int] = set()
    for rule, pattern in RULES:
        for match in pattern.finditer(sentence.text):
            groups = match.groupdict()
            left = match.start("left") if "left" in groups else match.start()
            if PLANNED.search(sentence.text, left, match.start("verb")):
                continue
            if rule == "cooperation.join" and not AGREED.search(sentence.text, 0, left):
                continue
            named = parties_in(sentence, *match.span("right"), bare=rule in BARE, recent=recent)
            right = [party for party in named if party.start not in taken and _fits(rule, match, party)]
            taken |= {party.start for party in right}
            if groups.get("kind") in ADMINISTERED:
                right = [replace(party, name=_full(party.name, match["kind"])) for party in right]
            with_zone = rule in MUTUAL or rule == "cooperation.work"
            loose = with_zone and bool(right) and all(party.zone for party in right)
            inside = parties_in(sentence, *match.span("left"), loose) if "left" in groups else []
            if rule == "cooperation.came" and right and all(party.zone for party in right):
                # 某区管理局一行到甲园、乙园考察: who is visited is outside.
                inside, right = right, [party for party in inside if not party.word]
            inside, right = told_apart(inside, right, before)
            inside, right = sides(sentence, inside, right, match.start("verb"))
            yield from _drafts(sentence, match, rule, inside, right, before)


def _full(place: str, kind: str) -> str:
    """A place's name with the kind that is told for all of them: 北岭、安河两市."""
    return place if place.endswith(kind) else place + kind


def _fits(rule: str, match: re.Match[str], party: Party) -> bool:
    """Whether somebody can be the party that a rule speaks of: what a zone brings in or leans on is an academic one."""
    if rule in ("cooperation.brought", "cooperation.settle") or match.group().startswith(LEANING):
        return bool(ACADEMIC.search(party.name))
    return True


def _drafts(
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
    zones = {"left": [party for party in left if party.zone], "right": [party for party in right if party.zone]}
    if rule == "cooperation.by" and not any(zones.values()):
        right = [party for party in right if OUTSIDE.search(party.name)]
    for party in right:
        for zone in _acting(party, zones["left"], zones["right"], owner):
            yield _draft(sentence, match, rule, _owner(owner, zone, party), party)
    for party in left:
        others = zones["right"]
        if party.zone:
            acting = [zone.name for zone in others if zone.name != party.name] if rule in MUTUAL else []
        elif others or zones["left"]:
            acting = _acting(party, others, zones["left"], owner)
        else:
            acting = [owner.zone] if OUTSIDE.search(party.name) and party.name != owner.subject else []
        for name in acting if right and not OWN.search(party.name) else ():
            yield _draft(sentence, match, rule, _owner(owner, name, party), party)


def _acting(party: Party, opposite: list[Party], beside: list[Party], owner: Owner) -> list[str]:
    """The zones that a party acts with."""
    zones = opposite or ([] if party.zone else beside)
    if not zones and party.name == owner.subject:
        return []
    names = list(dict.fromkeys(zone.name for zone in zones)) or [owner.zone]
    return [name for name in names if party.name != name and not _at_home(name, party.name)]


def _at_home(zone: str, party: str) -> bool:
    """Whether the party is the city or county that the zone stands in."""
    home = home_of(zone)
    return home is not None and party in (home.name, home.short)


def _owner(owner: Owner, zone: str, party: Party) -> Owner:
    """The zone, with what in it the sentence is about unless that is the party."""
    return Owner(zone, owner.subject if zone == owner.zone and owner.subject != party.name else "")


def _draft(sentence: Sentence, match: re.Match[str], rule: str, owner: Owner, party: Party) -> Draft:
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
        content=Cooperation(partner=party.name, type=type_of(around), date=_date(sentence, match), about=about),
        owner=owner,
        sentence=sentence,
        evidence=(min(party.start, match.start("right")), stop),
        anchor=(party.start, party.end),
        rule=rule,
    )


def _both(sentence: Sentence, zones: list[str]) -> Iterator[Draft]:
    """What both did: the zone and whoever the sentence names, else the two zones spoken of last, once for each."""
    match = BOTH.search(sentence.text)
    own = sentence.owner(0)
    others = [name for name in sentence.names if match and name.end <= match.start()]
    if match and own and others and others[-1].name != own.subject:
        pairs = [(own.zone, others[-1].name)]
    elif match and own and others:
        pairs = [(own.zone, own.subject)]
    else:
        pairs = [(zones[0], zones[1]), (zones[1], zones[0])] if len(zones) > 1 else []
    if match and not (others and sentence.zones):
        for owner, partner in pairs:
            party = Party(match.start(), match.start() + 2, partner, True)
            end = CLAUSE_END.search(sentence.text, match.end())
            stop = end.start() if end else len(sentence.text)
            about = stretch(sentence, match.start("verb"), stop)[:ABOUT_LIMIT]
            content = Cooperation(partner=partner, type=type_of(about), date=_date(sentence, match), about=about)
            yield Draft(
                content=content,
                owner=Owner(owner),
                sentence=sentence,
                evidence=(match.start(), stop),
                anchor=(party.start, party.end),
                rule="cooperation.both",
            )


def _date(sentence: Sentence, match: re.Match[str]) -> str:
    """The date of the nearest time before the verb, or of the occasion (会上，…); empty where nothing tells one."""
    for mention in reversed(sentence.periods):
        words = sentence.text[mention.start : mention.end]
        if mention.end <= match.start("verb") and not (is_weak(words) or is_aside(words)):
            return "" if mention.period.startswith("../") else date_of(mention.period)
    on_occasion = "/" not in sentence.period and OCCASION.match(sentence.text)
    return sentence.period if on_occasion else ""
