"""Facts of the kind cooperation: a zone and a party outside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.cooperation_words import (
    BOTH,
    BUILT,
    BY,
    ENDS,
    NAME,
    NOBODY,
    OUTSIDE,
    OWN,
    PLANNED,
    RUN,
    SEPARATOR,
    SETTLED,
    SIGNED,
    TOWARDS,
    TRIGGER,
    VISITED,
    WORKED,
    type_of,
)
from generator.extract.event_title import stretch
from generator.model import Cooperation, CooperationType, Owner
from generator.period import date_of, is_aside, is_weak
from generator.reading import Context, Draft, Sentence

RULES = (
    ("cooperation.sign", SIGNED),
    ("cooperation.settle", SETTLED),
    ("cooperation.build", BUILT),
    ("cooperation.by", BY),
    ("cooperation.run", RUN),
    ("cooperation.visit", VISITED),
    ("cooperation.work", WORKED),
    ("cooperation.towards", TOWARDS),
)
ABOUT_LIMIT = 30
LONGEST = 2000
"""Characters of a sentence that is still prose."""
MUTUAL = ("cooperation.sign", "cooperation.build")
"""Rules by which each of two zones has a cooperation with the other."""
CLAUSE_END = re.compile(r"[，。；！？]|$")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a sentence; `zone` is set where it is a zone."""

    start: int
    end: int
    name: str
    zone: bool = False


def find(context: Context) -> Iterator[Draft]:
    """The cooperations of an article, sentence by sentence."""
    told: dict[tuple[str, str], set[tuple[CooperationType, str]]] = {}
    zones: list[str] = []
    for sentence in context.sentences:
        if not sentence.heading and len(sentence.text) <= LONGEST and TRIGGER.search(sentence.text):
            for draft in (*_in_sentence(sentence), *_both(sentence, zones)):
                content = draft.content
                if isinstance(content, Cooperation):
                    pair, key = (draft.owner.zone, content.partner), (content.type, content.date)
                    if key not in told.get(pair, ()) and not (pair in told and draft.rule == "cooperation.work"):
                        told.setdefault(pair, set()).add(key)
                        yield draft
        for zone in sentence.zones:
            zones = [*(name for name in zones if name != zone.name), zone.name][-2:]


def _in_sentence(sentence: Sentence) -> Iterator[Draft]:
    taken: set[int] = set()
    for rule, pattern in RULES:
        for match in pattern.finditer(sentence.text):
            groups = match.groupdict()
            left = match.start("left") if "left" in groups else match.start()
            if PLANNED.search(sentence.text, left, match.start("verb")):
                continue
            right = [party for party in _parties(sentence, *match.span("right")) if party.start not in taken]
            taken |= {party.start for party in right}
            inside = _parties(sentence, *match.span("left")) if "left" in groups else []
            yield from _drafts(sentence, match, rule, inside, right)


def _drafts(
    sentence: Sentence, match: re.Match[str], rule: str, left: list[Party], right: list[Party]
) -> Iterator[Draft]:
    """A cooperation with each party on the right, and with those on the left that stand outside as well."""
    owner = sentence.owner(match.start("verb")) or sentence.owner(match.start("right"))
    if owner is None:
        return
    zones = [party for party in (*left, *right) if party.zone]
    for party in right:
        acting = next((zone for zone in left if zone.zone), None)
        whose = Owner(acting.name, owner.subject) if acting and acting.name != owner.zone else owner
        if rule == "cooperation.by" and not (party.zone or OUTSIDE.search(party.name)):
            continue
        if party.name not in (whose.zone, whose.subject):
            yield _draft(sentence, match, rule, whose, party)
    if rule in MUTUAL and len(zones) > 1 and zones[0].name != zones[-1].name:
        yield _draft(sentence, match, rule, Owner(zones[-1].name), zones[0])
    for party in left:
        if not party.zone and OUTSIDE.search(party.name) and not OWN.search(party.name):
            yield _draft(sentence, match, rule, owner, party)


def _draft(sentence: Sentence, match: re.Match[str], rule: str, owner: Owner, party: Party) -> Draft:
    end = CLAUSE_END.search(sentence.text, match.end())
    stop = end.start() if end else len(sentence.text)
    about = stretch(sentence, match.start("verb"), stop).replace("了", "", 1)[:ABOUT_LIMIT]
    following = CLAUSE_END.search(sentence.text, stop + 1)
    around = sentence.text[min(match.end("right"), match.start("verb")) : stop]
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
    """What both of the two zones that were spoken of last did, once for each."""
    match = BOTH.search(sentence.text)
    if match and len(zones) > 1:
        for owner, partner in (zones, zones[::-1]):
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


def _parties(sentence: Sentence, start: int, end: int) -> list[Party]:
    """Who is named in a stretch, zones and names first, else what has the form of a name."""
    found, at = [], start
    bounds = [*(m.span() for m in SEPARATOR.finditer(sentence.text, start, end)), (end, end)]
    whole = [(m.start, m.end) for m in (*sentence.names, *sentence.zones) if start <= m.start and m.end <= end]
    for left, right in bounds:
        if any(first < left < last for first, last in whole):
            continue
        party = _party(sentence, at, left)
        if party:
            found.append(party)
        at = right
    return found


def _party(sentence: Sentence, start: int, end: int) -> Party | None:
    """Who is named at the end of a stretch between separators."""
    text = sentence.text
    for zone in sentence.zones:
        if start <= zone.start and zone.end <= end and end - zone.end <= len("管委会"):
            return Party(zone.start, zone.end, zone.name, True)
    for name in sentence.names:
        if start <= name.start and name.end <= end and end - name.end <= 2 and not NOBODY.search(name.name):
            return Party(name.start, name.end, text[name.start : name.end])
    for mention in sentence.periods:
        if start <= mention.start < end:
            start = min(mention.end, end)
    words = text[start:end].rstrip("等的")
    cut = re.match(r"(?:由|其中|同时|此外|还|也|并|来自|是|加强|推进|深化|就)+", words)
    start += cut.end() if cut else 0
    words = words[cut.end() :] if cut else words
    if NAME.fullmatch(words) and ENDS.search(words) and not NOBODY.search(words):
        return Party(start, start + len(words), words)
    return None


def _date(sentence: Sentence, match: re.Match[str]) -> str:
    """The date of the nearest time before the verb; empty where the sentence tells none."""
    for mention in reversed(sentence.periods):
        words = sentence.text[mention.start : mention.end]
        if mention.end <= match.start("verb") and not (is_weak(words) or is_aside(words)):
            return "" if mention.period.startswith("../") else date_of(mention.period)
    return ""
