"""Who is named in a sentence as a party: zones and names first, else what has the form of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extract.cooperation_words import (
    ENDS,
    NAME,
    NOBODY,
    OFFICE,
    SEPARATOR,
    ZONE_WORD,
)
from generator.model import OrganisationType
from generator.reading import Sentence

SHORT = re.compile(r"[\u4e00-\u9fffA-Za-z]{3,6}(?<![们业所者群力态])")
"""A word that is a name by itself when it is what acts with a zone: 某某 in 某某与高新区签约."""
LEADING = re.compile(
    r"(?:[^，。；]{0,20}由|其中|同时|此外|另外|目前|近日|日前|随后|当天|现场|还|也|并|先后|来自|是|加强|推进|深化|加快|继续|进一步|就|与|和|同)+"
)
TRAILING = re.compile(r"(?:先后|分别|已|正式|现场|近日|日前|还|也|又|再|则|共同|成功|双方|三方|各方|积极|再次)+$")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a sentence; `zone` is set where it is a zone, `word` where a word such as 该区 tells it."""

    start: int
    end: int
    name: str
    zone: bool = False
    word: bool = False


def sides(sentence: Sentence, left: list[Party], right: list[Party]) -> tuple[list[Party], list[Party]]:
    """Both sides, the other way round where the parks of a zone stand behind the joining word: 某企业与某园签约."""
    parks = {name.start for name in sentence.names if name.type == OrganisationType.PARK}
    inner = [party for party in right if party.start in parks]
    if left and right and inner == right and not any(party.zone or party.start in parks for party in left):
        return [], left
    return left, right


def told_apart(left: list[Party], right: list[Party], before: str) -> tuple[list[Party], list[Party]]:
    """Both sides, where a zone by name stands opposite to 该区: that is the zone spoken of before."""
    named = {party.name for party in (*left, *right) if party.zone and not party.word}

    def other(party: Party) -> Party:
        return replace(party, name=before) if party.word and party.name in named and before else party

    return [other(party) for party in left], [other(party) for party in right]


def parties_in(sentence: Sentence, start: int, end: int, loose: bool = False) -> list[Party]:
    """Who is named in a stretch, zones and names first, else what has the form of a name.

    `loose` where a zone stands on the other side: then a short word is a name by itself.
    """
    found, at = [], start
    bounds = [*(m.span() for m in SEPARATOR.finditer(sentence.text, start, end)), (end, end)]
    whole = [(m.start, m.end) for m in (*sentence.names, *sentence.zones) if start <= m.start and m.end <= end]
    for left, right in bounds:
        if any(first < left < last for first, last in whole):
            continue
        party = _party(sentence, at, left, loose)
        if party:
            found.append(party)
        at = right
    return found


def _party(sentence: Sentence, start: int, end: int, loose: bool = False) -> Party | None:
    """Who is named at the end of a stretch between separators."""
    text = sentence.text
    for zone in sentence.zones:
        if start <= zone.start and zone.end <= end and OFFICE.match(text, zone.end, end):
            return Party(zone.start, zone.end, zone.name, True)
    for name in sentence.names:
        if start <= name.start and name.end <= end and end - name.end <= 2 and not NOBODY.search(name.name):
            return Party(name.start, name.end, text[name.start : name.end])
    for mention in sentence.periods:
        if start <= mention.start < end:
            start = min(mention.end, end)
    words = text[start:end].rstrip("等的")
    cut = LEADING.match(words)
    start += cut.end() if cut else 0
    words = TRAILING.sub("", words[cut.end() :] if cut else words)
    owner = sentence.owner(start)
    if owner is not None and ZONE_WORD.fullmatch(words):
        return Party(start, start + len(words), owner.zone, True, True)
    named = ENDS.search(words) or (loose and SHORT.fullmatch(words))
    if NAME.fullmatch(words) and named and not NOBODY.search(words):
        return Party(start, start + len(words), words)
    return None
