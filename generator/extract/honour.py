"""Facts of the kind honour: titles, listings, awards and ranks, each with its time and whom it honours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.extract.honour_awards import awards, listing, listings
from generator.extract.honour_firsts import firsts, labels
from generator.extract.honour_plain import (
    HALL,
    HALL_LABEL,
    SAID,
    bracketed,
    crowned,
    hall,
    held,
    lines,
    said,
    topmost,
)
from generator.extract.honour_rank_titles import Listing
from generator.extract.honour_ranks import ranks
from generator.extract.honour_words import Found, words
from generator.extract.phrases import enumeration, last_joint
from generator.gates import gated
from generator.model import Honour, Owner
from generator.patterns import one_of
from generator.reading import Context, Draft, Mention, Sentence

CUES = gated(
    r"[评授批选列誉强首唯第最奖榜获入居前牌仅号摘捧膺冕]|晋升|升级为|升格为|跃升为|喜提|拿到|拿下|领到|领回|挂上|登上|进了|上了|挤进|杀入|敲开|收获|赢得|帽子|头衔|认定|示范|试点|基地|“小巨人”|冠军|之一|探花|状元|[亚季]军|头名|魁首|定为|成为|作为|跻身"
)
EVIDENCE = 80
COMPARED_AT_MOST = 300
"""Honours of one zone that are still compared with one another; no article that is one has as many."""
REMEMBERED = 2
"""Paragraphs for which a listing that was made known stays the one that ranks are of."""
SHARED = re.compile("分[获列居享]|分别[获列居位排名]|依次[列居位排]")
COMPARED = ("由", "从", "较", "比")
TOGETHER = re.compile(one_of(words("together")))


def find(context: Context) -> Iterator[Draft]:
    """The honour facts of an article in reading order; one honour of one owner once, by its fullest title."""
    yield from _distinct([draft for told in _with_listings(context) for draft in _drafts(*told)])


def _with_listings(context: Context) -> Iterator[tuple[Sentence, Listing, bool]]:
    """The sentences that may hold an honour, each with the listing that its paragraph or the one before speaks of.

    And whether it stands in a list under a heading such as 荣誉.
    """
    known, place, listed = Listing(), (-1, -1), False
    for sentence in context.sentences:
        if sentence.heading:
            listed = bool(HALL.search(sentence.text))
        if not listed and not CUES.search(sentence.text):
            continue
        said = listing(sentence.text)
        if said:
            known, place = Listing(said[0], said[1]), (sentence.story, sentence.paragraph)
        near = place[0] == sentence.story and 0 <= sentence.paragraph - place[1] <= REMEMBERED
        yield sentence, known if near else Listing(), listed and not sentence.heading


def _drafts(sentence: Sentence, known: Listing, listed: bool) -> Iterator[Draft]:
    found_here = _apart(sentence.text, known, sentence, listed)
    if not found_here:
        return
    shares = _shares(sentence, found_here)
    for found in found_here:
        owner = shares.get(found.start) or sentence.owner(found.start)
        if owner and found.rule == "honour.hall" and owner.subject and owner.subject in found.title:
            owner = Owner(owner.zone)
        owners = [owner] if owner and owner.zone else []
        together = TOGETHER.search(sentence.text, max(0, found.start - 60), found.start)
        if owner and together and found.rule == "honour.awarded":
            others = {mention.name for mention in sentence.zones if mention.end == together.start()}
            first = sentence.owner(0)
            others |= {first.zone} if first else set()
            owners += [Owner(zone) for zone in sorted(others - {owner.zone})]
        for each in owners:
            yield _draft(sentence, found, each)


def _shares(sentence: Sentence, found: list[Found]) -> dict[int, Owner]:
    """Whose each rank is, by where it stands, where several zones share them: 甲高新区、乙高新区分获第四、第五名."""
    runs: dict[tuple[int, int], list[Found]] = defaultdict(list)
    for one in found:
        if one.rule == "honour.rank":
            runs[one.evidence].append(one)
    shared: dict[int, Owner] = {}
    for (start, _), run in runs.items():
        mark = SHARED.search(sentence.text, start, run[0].start)
        zones = [zone for zone in sentence.zones if mark and start <= zone.start and zone.end <= mark.start()]
        if len(run) > 1 and len(zones) == len(run):
            shared |= {one.start: Owner(zone.name) for one, zone in zip(run, zones, strict=True)}
        elif mark and len(run) > 1 and zones:
            shared |= _shares_of_named(sentence, run, zones, start, mark.start())
    return shared


def _shares_of_named(
    sentence: Sentence, run: list[Found], zones: list[Mention], start: int, end: int
) -> dict[int, Owner]:
    """The same where only some of those that share the ranks are zones: 甲药谷、乙高新区分别位列第8名、第10名."""
    members = enumeration(sentence.text, start, end)
    joined = last_joint(sentence.text, *members[-1]) if members else None
    members[-1:] = joined or members[-1:]
    if len(members) != len(run):
        return {}
    shared = {}
    for one, (left, right) in zip(run, members, strict=True):
        named = [zone for zone in zones if left <= zone.start and zone.end <= right]
        shared[one.start] = Owner(named[-1].name if named else "")
    return shared


def _distinct(drafts: list[Draft]) -> Iterator[Draft]:
    """Each honour once: what a fuller title of the same owner says too, and what a heading repeats, is left out."""
    groups: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for index, draft in enumerate(drafts):
        groups[draft.owner.zone].append((index, draft))
    for index, draft in enumerate(drafts):
        others = groups[draft.owner.zone]
        near = others if len(others) <= COMPARED_AT_MOST else ()
        if not any(_says_more(other, draft, index, number) for number, other in near if number != index):
            yield draft


def _says_more(other: Draft, draft: Draft, index: int, number: int) -> bool:
    ours, theirs = draft.content, other.content
    if not (isinstance(ours, Honour) and isinstance(theirs, Honour)) or other.owner.zone != draft.owner.zone:
        return False
    if ours.rank is not None and draft.sentence.heading and not other.sentence.heading and ours.rank == theirs.rank:
        return True
    if ours.rank != theirs.rank or ours.title not in theirs.title:
        return False
    return ours.title != theirs.title or number < index


def _apart(text: str, known: Listing, sentence: Sentence, listed: bool) -> list[Found]:
    """All honours of a sentence, none inside another: what was given goes before what is only claimed."""
    names = tuple((mention.start, mention.end) for mention in sentence.zones)
    kept: list[Found] = []
    covered = bytearray(len(text) + 1)
    given = (
        *crowned(text),
        *topmost(text),
        *bracketed(text),
        *(said(text) if SAID.opens(text) else ()),
        *awards(text),
        *listings(text),
        *lines(text),
    )
    label = HALL_LABEL.match(text)
    given += tuple(hall(text, label.end() if label else 0)) if listed or label else ()
    for found in (*given, *ranks(text, known, names), *labels(text), *firsts(text), *held(text)):
        if found.rule == "honour.rank" or not any(covered[found.start : found.end]):
            kept.append(found)
            covered[found.start : found.end] = b"\1" * (found.end - found.start)
    return sorted(kept, key=lambda found: (found.start, found.end, found.title))


def _draft(sentence: Sentence, found: Found, owner: Owner) -> Draft:
    start, end = found.evidence if found.evidence[1] else (found.start, found.end)
    start, end = max(min(start, found.start), found.end - EVIDENCE), max(end, found.end)
    content = Honour(title=found.title, issuer=found.issuer, date=found.year or _date(sentence, found), rank=found.rank)
    return Draft(
        content=content,
        owner=owner,
        sentence=sentence,
        evidence=(start, min(end, start + EVIDENCE)),
        anchor=(found.start, found.end),
        rule=found.rule,
    )


def _date(sentence: Sentence, found: Found) -> str:
    """The time of the honour: the last point of time named before it, for a rank else the time that holds."""
    date = ""
    for mention in sentence.periods:
        if mention.start >= found.end:
            break
        compared = sentence.text[: mention.start].endswith(COMPARED) and found.start - mention.end > 3
        if "/" not in mention.period and not compared:
            date = mention.period
        elif found.rule == "honour.rank" and re.fullmatch(r"(\d{4})-\d\d/\1-\d\d", mention.period):
            # A rank by the figures of some months is a rank of that year.
            date = mention.period[:4]
    holds = sentence.period if found.rule == "honour.rank" and "/" not in sentence.period else ""
    return date or holds
