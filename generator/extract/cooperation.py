"""Facts of the kind cooperation: a zone and a party outside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.extract.cooperation_checks import comes_in, fits, is_none, is_own, named_before, of_zone
from generator.extract.cooperation_drafts import ABOUT_LIMIT, CLAUSE_END, MUTUAL, date_told, drafts, one_draft
from generator.extract.cooperation_parties import OURS, Party, parties_in, sides, told_apart
from generator.extract.cooperation_words import (
    ARRIVED,
    BESIDE,
    BOTH,
    BROUGHT,
    BUILT,
    BY,
    CAME,
    DEEDS,
    ENTRUSTED,
    GIVEN,
    HANDED,
    HELPED,
    HELPING,
    INVITED,
    ITEM,
    JOINED,
    LED,
    PAIRED,
    PARTNER,
    PLACED,
    PUT,
    PUT_AT,
    RESIDENTS,
    ROW,
    RUN,
    SERVING,
    SETTLED,
    SHARING,
    SIGNED,
    SITE,
    SUPPORTED,
    TAKEN,
    TEAMED,
    TOWARDS,
    TRIGGER,
    VISITED,
    WORKED,
    type_of,
)
from generator.extract.event_title import stretch
from generator.extract.main_zone import main_zone
from generator.gates import opened
from generator.model import Cooperation, CooperationType, Owner
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
    ("cooperation.came", LED),
    ("cooperation.came", ARRIVED),
    ("cooperation.visit", VISITED),
    ("cooperation.hand", HANDED),
    ("cooperation.join", JOINED),
    ("cooperation.work", WORKED),
    ("cooperation.towards", TOWARDS),
    ("cooperation.partner", PARTNER),
    ("cooperation.put", PUT),
    ("cooperation.put", PUT_AT),
    ("cooperation.serve", SERVING),
    ("cooperation.help", HELPING),
    ("cooperation.help", HELPED),
    ("cooperation.support", SUPPORTED),
    ("cooperation.site", SITE),
    ("cooperation.given", GIVEN),
    ("cooperation.taken", TAKEN),
    ("cooperation.put", PLACED),
    ("cooperation.share", SHARING),
    ("cooperation.invite", INVITED),
    ("cooperation.item", ITEM),
    ("cooperation.by", BESIDE),
    ("cooperation.deed", DEEDS),
)
LONGEST = 2000
"""Characters of a sentence that is still prose."""
BARE = (
    "cooperation.sign",
    "cooperation.build",
    "cooperation.team",
    "cooperation.entrust",
    "cooperation.paired",
    "cooperation.towards",
    "cooperation.help",
    "cooperation.visit",
)
"""Rules by which something is done that is only done with somebody."""
ADMINISTERED = ("市", "县", "区", "省")
"""Kinds of places that their names end with."""
GUESTS = (
    "cooperation.taken",
    "cooperation.settle",
    "cooperation.run",
    "cooperation.given",
    "cooperation.put",
    "cooperation.partner",
    "cooperation.serve",
)
"""Rules by which somebody from outside is there."""


def find(context: Context) -> Iterator[Draft]:
    """The cooperations of an article, sentence by sentence; what is told again with no newer date is left out."""
    found = list(_all(context))
    dated = {_pair(draft) for draft, content in found if content.date}
    told: dict[tuple[str, str], list[tuple[CooperationType, str]]] = {}
    for draft, content in found:
        before = told.setdefault(_pair(draft), [])
        vaguer = any(date.startswith(content.date) and date != content.date for _, date in before)
        undated = not content.date and bool(before or _pair(draft) in dated)
        same_day = bool(content.date) and any(date == content.date for _, date in before)
        by_the_way = bool(before) and draft.rule == "cooperation.work"
        if (content.type, content.date) in before or same_day or vaguer or undated or by_the_way:
            continue
        before.append((content.type, content.date))
        yield draft


def _pair(draft: Draft) -> tuple[str, str]:
    return draft.owner.zone, draft.content.partner if isinstance(draft.content, Cooperation) else ""


def _all(context: Context) -> Iterator[tuple[Draft, Cooperation]]:
    """All that is told of cooperations, in reading order."""
    zones: list[str] = []
    recent: dict[str, str] = {OURS[0]: main} if (main := main_zone(context)) else {}
    for sentence in context.sentences:
        for draft in _of(sentence, zones, recent):
            if isinstance(draft.content, Cooperation):
                yield draft, draft.content
        for zone in sentence.zones:
            zones = [*(name for name in zones if name != zone.name), zone.name][-2:]
        recent |= {name.type: name.name for name in sentence.names}


def _of(sentence: Sentence, zones: list[str], recent: Mapping[str, str]) -> Iterator[Draft]:
    """The cooperations of a sentence, after those zones and names of each type that were spoken of before."""
    if len(sentence.text) > LONGEST or not TRIGGER.search(sentence.text):
        return
    yield from _row(sentence)
    if not sentence.heading or sentence.paragraph:
        yield from _in_sentence(sentence, zones[-1] if zones else "", recent)
        yield from _both(sentence, zones)


def _row(sentence: Sentence) -> Iterator[Draft]:
    """The partners that a line of a list names: 合作单位：甲、乙."""
    match = ROW.search(sentence.text)
    owner = sentence.owner(0) if match else None
    for party in parties_in(sentence, *match.span("right")) if match and owner else ():
        if match and owner and party.name != owner.zone:
            yield one_draft(sentence, match, "cooperation.row", Owner(owner.zone), party)


def _in_sentence(sentence: Sentence, before: str, recent: Mapping[str, str]) -> Iterator[Draft]:
    """The cooperations of a sentence; `before` is the zone that was spoken of last."""
    taken: set[int] = set()
    for rule, pattern in opened(sentence.text, RULES):
        for match in pattern.finditer(sentence.text):
            groups = match.groupdict()
            if is_none(rule, sentence, match):
                continue
            named = parties_in(sentence, *match.span("right"), bare=rule in BARE, recent=recent)
            right = [party for party in named if party.start not in taken and fits(rule, match, party)]
            taken |= {party.start for party in right}
            if groups.get("kind") in ADMINISTERED:
                right = [replace(party, name=_full(party.name, match["kind"])) for party in right]
            with_zone = rule in MUTUAL or rule in ("cooperation.work", "cooperation.team")
            loose = with_zone and bool(right) and all(party.zone for party in right)
            inside = parties_in(sentence, *match.span("left"), loose) if "left" in groups else []
            own = recent.get(OURS[0], "")
            if rule == "cooperation.came" and right and all(is_own(sentence, party, own) for party in right):
                # 某区管理局一行到甲园、乙园考察: who is visited is outside.
                inside, right = right, [party for party in inside if not party.word]
            if rule == "cooperation.came" and not comes_in(sentence, match, inside, right):
                continue
            if rule in MUTUAL and not match["left"].strip() and right and all(party.zone for party in right):
                inside = named_before(sentence, match.start())
            inside, right = told_apart(inside, right, before)
            inside, right = sides(sentence, inside, right)
            residents = RESIDENTS.search(sentence.text, match.start("right"), match.start("verb"))
            if residents and "left" in groups:
                # 某大学与园区企业共建…: the zone's own firms stand for it.
                inside, right = [], [replace(party, guest=True) for party in inside if not party.zone]
            if rule in GUESTS:
                right = [replace(party, guest=True) for party in right]
            if "合资" in match["verb"] and inside and not any(party.zone for party in (*inside, *right)):
                # 甲公司与乙集团合资成立的企业: what firms own together is their own.
                continue
            if rule == "cooperation.deed" and not of_zone(sentence, match, inside, right):
                continue
            yield from drafts(sentence, match, rule, inside, right, before)


def _full(place: str, kind: str) -> str:
    """A place's name with the kind that is told for all of them: 北岭、安河两市."""
    return place if place.endswith(kind) else place + kind


def _both(sentence: Sentence, zones: list[str]) -> Iterator[Draft]:
    """What both did: the zone and whoever the sentence names, else the two zones spoken of last, once for each."""
    match = BOTH.search(sentence.text)
    if not match:
        return
    own = sentence.owner(0)
    others = [name for name in sentence.names if name.end <= match.start()]
    named = {zone.name for zone in sentence.zones if zone.end <= match.start()}
    near = bool(others) and others[-1].end >= match.start() - 2 and len(named) == 1
    if near:
        # 某区负责人拜会某集团，双方签署协议.
        pairs = [(named.pop(), others[-1].name)]
    elif own and others and others[-1].name != own.subject:
        pairs = [(own.zone, others[-1].name)]
    elif own and others:
        pairs = [(own.zone, own.subject)]
    else:
        pairs = [(zones[0], zones[1]), (zones[1], zones[0])] if len(zones) > 1 else []
    if near or not (others and sentence.zones):
        for owner, partner in pairs:
            party = Party(match.start(), match.start() + 2, partner, True)
            end = CLAUSE_END.search(sentence.text, match.end())
            stop = end.start() if end else len(sentence.text)
            about = stretch(sentence, match.start("verb"), stop)[:ABOUT_LIMIT]
            content = Cooperation(partner=partner, type=type_of(about), date=date_told(sentence, match), about=about)
            yield Draft(
                content=content,
                owner=Owner(owner),
                sentence=sentence,
                evidence=(match.start(), stop),
                anchor=(party.start, party.end),
                rule="cooperation.both",
            )
