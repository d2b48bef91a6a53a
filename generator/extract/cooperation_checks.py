"""What keeps a pattern's match from telling of a cooperation, and who in it can be a party."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extract.cooperation_parties import Party, parties_in
from generator.extract.cooperation_words import (
    ACADEMIC,
    AGREED,
    ENDS,
    INSTITUTION,
    PLANNED,
    VISITABLE,
    WORDS,
    ZONE_WORD,
)
from generator.patterns import one_of
from generator.reading import Sentence

PAIRS = re.compile(r"、[^、，。；]{2,24}?与")
"""Several pairs that sign at once: 甲与乙、丙与丁签约; nothing tells which the zone is in."""
FROM_A_PLACE = re.compile(r"[省市县州](?:党政|领导|委|政府|人大|政协)|考察团|代表团|调研组|考察组")
"""Who goes somewhere for a city, not for the zone."""
CLAUSE = re.compile(r"[，。；：]")
AGREED_UPON = re.compile(one_of([*WORDS["signed"], *WORDS["built"]]))
SIGNING = re.compile("就|签|达成|《")
CALLING = ("拜访", "拜会", "走访", "会见", "对接", "洽谈")
"""Verbs whose object stands behind them: 赴某市拜访企业."""
ENDING = ("", "，", "。", "；", "、")
NO_DEED = re.compile("支点|契机|形式|模式|意向|机会|前景")
"""What 合作 only describes."""
JOINING = re.compile("联合|携手|会同|联手")
LEANING = ("依托", "借助", "借力")
FROM_OUTSIDE = ("cooperation.brought", "cooperation.settle", "cooperation.put", "cooperation.serve")
"""Rules by which schools and institutes come to a zone; firms that do so settle there."""


def is_none(rule: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether what a pattern found is planned, part of a name, or nothing that is done with the zone."""
    text = sentence.text
    left = match.start("left") if "left" in match.groupdict() else match.start()
    if PLANNED.search(text, left, match.start("verb")) or _in_name(sentence, match):
        return True
    if text.rfind("《", 0, match.start("verb")) > text.rfind("》", 0, match.start("verb")):
        return True
    if rule in ("cooperation.sign", "cooperation.work") and PAIRS.search(text, *match.span("right")):
        return True
    if rule == "cooperation.join":
        return not AGREED.search(text, 0, left)
    if rule == "cooperation.work":
        return _not_worked(text, match)
    if rule == "cooperation.visit" and match["verb"] in CALLING and text[match.end() : match.end() + 1] not in ENDING:
        return not INSTITUTION.search(match["right"])
    return rule == "cooperation.visit" and _for_a_place(sentence, match.start())


def _in_name(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the joining word is only a part of a zone's name: 和平高新区."""
    joint = match.end("left") if "left" in match.groupdict() else -1
    return any(zone.start <= joint < zone.end for zone in sentence.zones)


def fits(rule: str, match: re.Match[str], party: Party) -> bool:
    """Whether somebody can be the party that a rule speaks of: what a zone brings in or leans on is an academic one."""
    if rule == "cooperation.visit" and match["by"]:
        return party.zone or bool(VISITABLE.search(party.name) or not ENDS.search(party.name))
    if rule in ("cooperation.support", "cooperation.site"):
        return bool(INSTITUTION.search(party.name))
    if rule in FROM_OUTSIDE or match.group().startswith(LEANING):
        return bool(ACADEMIC.search(party.name))
    return True


def _for_a_place(sentence: Sentence, position: int) -> bool:
    """Whether the clause is about people of a city, and names no zone."""
    start = max((m.end() for m in CLAUSE.finditer(sentence.text, 0, position)), default=0)
    zoned = any(start <= zone.start < position for zone in sentence.zones)
    zoned = zoned or bool(ZONE_WORD.search(sentence.text, start, position))
    return not zoned and bool(FROM_A_PLACE.search(sentence.text, start, position))


def comes_in(sentence: Sentence, match: re.Match[str], inside: list[Party], right: list[Party]) -> bool:
    """Whether visitors come to a zone or to something in it."""
    names = any(match.start("left") <= name.start < match.end("left") for name in sentence.names)
    return any(party.zone for party in (*inside, *right)) and (bool(inside) or names)


def named_before(sentence: Sentence, position: int) -> list[Party]:
    """Who is named in the clause before (某集团联合某公司，与园区签约), unless a zone is."""
    if sentence.text[position - 1 : position] != "，":
        return []
    start = max((m.end() for m in CLAUSE.finditer(sentence.text, 0, position - 1)), default=0)
    cuts = [start, *(m.end() for m in JOINING.finditer(sentence.text, start, position - 1)), position]
    if AGREED_UPON.search(sentence.text, start, position):
        return []
    found = [p for left, right in pairwise(cuts) for p in parties_in(sentence, left, _trimmed(sentence.text, right))]
    return [] if any(party.zone for party in found) else found


def _not_worked(text: str, match: re.Match[str]) -> bool:
    """Whether 合作 only names what is signed, or stands in a paper's name or before what it describes."""
    return bool(SIGNING.search(text, *match.span("right")) or NO_DEED.match(text, match.end()))


def _trimmed(text: str, end: int) -> int:
    """Where a stretch ends without what joins it to the next one."""
    return end - (2 if JOINING.match(text, end - 2) else 1)


def is_own(sentence: Sentence, party: Party, main: str) -> bool:
    """Whether a party is the article's zone (`main`), or that of the sentence where several share the article."""
    owner = sentence.owner(party.start)
    return party.zone and (party.name == main if main else owner is not None and party.name == owner.zone)


def of_zone(sentence: Sentence, match: re.Match[str], left: list[Party], right: list[Party]) -> bool:
    """Whether it is the zone, named or not, that does something with parties that are no zones."""
    if not right or any(party.zone or not ENDS.search(party.name) for party in right):
        return False
    subject = sentence.owner(max(0, match.end("left") - 1))
    return bool(left and left[-1].zone) or (not match["left"] and subject is not None and not subject.subject)
