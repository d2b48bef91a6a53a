"""Facts of the kind identity: what a zone is, where, since when, by what names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.extract.identity_names import names
from generator.extract.identity_places import contradicts, home_of, where
from generator.extract.identity_position import positions
from generator.extract.identity_times import levels, times
from generator.extract.identity_words import Said, words
from generator.model import Attribute, Identity, Owner
from generator.places import Level
from generator.reading import Context, Draft, Sentence

EVIDENCE = 80
ONE = (Attribute.PROVINCE, Attribute.CITY, Attribute.LEVEL, Attribute.FOUNDED, Attribute.APPROVED)
"""A zone has one of these; an article's further tellings of them are left out."""
OF_SUBJECTS = (Attribute.POSITION, Attribute.FORMERLY, Attribute.ALIAS)
"""What is read of a park or a company in the zone too."""
BY_NAME_ALONE = ("identity.place_name", "identity.place_before", "identity.alias", "identity.name")
"""Rules that read no more than a longer form of a name, which tells nothing of a zone that is named by the way."""
RANKS = ("国家", "省级", "自治区级", "市级")
BARE_LEVELS = ("国家级", "省级")
BESIDES = ("自主创新示范区", "综合保税区", "自贸区")
"""What a zone may be besides what it is by its level: a 高新区 that is made a 自主创新示范区 stays one."""


def find(context: Context) -> Iterator[Draft]:
    """The identity facts of an article; each value of an attribute once for each owner."""
    homes, main = _homes(context), _main_zones(context)
    told: dict[tuple[str, str, Attribute], list[tuple[Sentence, Said, Owner]]] = defaultdict(list)
    for sentence in context.sentences:
        for said in _said(sentence, context, homes):
            owner = _owner(sentence, said)
            by_name = said.rule in BY_NAME_ALONE and said.zone not in main
            if owner is not None and not by_name and not _wrong(owner, said):
                told[owner.zone, owner.subject, said.attribute].append((sentence, said, owner))
    former = {said.value for told_of in told.values() for _, said, _ in told_of if said.attribute is Attribute.FORMERLY}
    drafts = []
    for (zone, _, attribute), candidates in told.items():
        if zone in former:
            continue
        for sentence, said, owner in _kept(attribute, candidates):
            drafts.append((sentence.story, sentence.paragraph, said.start, _draft(sentence, said, owner)))
    yield from (draft for *_, draft in sorted(drafts, key=lambda item: item[:3]))


def _main_zones(context: Context) -> frozenset[str]:
    """The zones that an article is about: in a heading, or named nearly as often as the one named most."""
    counts = Counter(mention.name for sentence in context.sentences for mention in sentence.zones)
    most = max(counts.values(), default=0)
    headed = frozenset(mention.name for sentence in context.sentences if sentence.heading for mention in sentence.zones)
    often = {zone for zone, count in counts.items() if count * 2 >= most and (count > 1 or most == 1)}
    return headed | often


def _homes(context: Context) -> dict[str, tuple[str, ...]]:
    """Cities and counties to the article's zones in them, as their names begin or as the text places them."""
    known: dict[str, str] = {}
    for zone in sorted({mention.name for sentence in context.sentences for mention in sentence.zones}):
        place = home_of(zone)
        if place is not None and place.level is not Level.PROVINCE:
            known[zone] = place.short
    for sentence in context.sentences:
        for said in where(sentence, None) if sentence.zones else ():
            if said.zone and said.attribute is Attribute.CITY:
                known.setdefault(said.zone, said.value)
    homes: dict[str, list[str]] = defaultdict(list)
    for zone, city in known.items():
        homes[city].append(zone)
    return {city: tuple(zones) for city, zones in homes.items()}


def _said(sentence: Sentence, context: Context, homes: dict[str, tuple[str, ...]]) -> Iterator[Said]:
    yield from names(sentence)
    yield from levels(sentence)
    yield from times(sentence, context.article.date[:4])
    yield from where(sentence, homes)
    yield from positions(sentence.text)


def _owner(sentence: Sentence, said: Said) -> Owner | None:
    if said.zone:
        return Owner(said.zone)
    owner = sentence.owner(said.start)
    if owner is not None and said.attribute in (Attribute.PROVINCE, Attribute.CITY):
        # What stands in the zone stands where the zone stands.
        return Owner(owner.zone)
    if owner is None or (owner.subject and (said.attribute not in OF_SUBJECTS or said.rule == "identity.short")):
        return None
    return owner


def _wrong(owner: Owner, said: Said) -> bool:
    if said.attribute in (Attribute.PROVINCE, Attribute.CITY):
        return contradicts(owner.zone, said)
    return said.value in (owner.zone, owner.subject)


def _kept(attribute: Attribute, candidates: list[tuple[Sentence, Said, Owner]]) -> list[tuple[Sentence, Said, Owner]]:
    """Of what is told of one attribute: each value once; the highest level, the first place and date."""
    if attribute is Attribute.LEVEL:
        return [min(candidates, key=lambda item: _level_order(item[1], item[2].zone))]
    if attribute is Attribute.APPROVED:
        return [_last_approval(candidates)]
    if attribute in ONE:
        return [candidates[0], *_beside(candidates)] if attribute is Attribute.CITY else candidates[:1]
    seen: dict[str, tuple[Sentence, Said, Owner]] = {}
    for item in candidates:
        seen.setdefault(item[1].value, item)
    return list(seen.values())


def _beside(candidates: list[tuple[Sentence, Said, Owner]]) -> Iterator[tuple[Sentence, Said, Owner]]:
    """The cities that a list names beside the first: 范围涉及甲、乙两市."""
    last = candidates[0]
    for item in candidates[1:]:
        if item[0] is last[0] and item[0].text[last[1].end : item[1].start] in ("、", "和", "与"):
            yield item
            last = item


def _level_order(said: Said, zone: str) -> tuple[bool, int, bool, int]:
    """The highest level first, what is told before what a name holds, the fuller wording before the shorter."""
    besides = said.value.endswith(BESIDES) and not zone.endswith(BESIDES)
    rank = next((index for index, word in enumerate(RANKS) if said.value.startswith(word)), len(RANKS))
    return besides, rank, said.rule == "identity.name", -len(said.value)


def _last_approval(candidates: list[tuple[Sentence, Said, Owner]]) -> tuple[Sentence, Said, Owner]:
    """The approval that made it what it is: by the state where one is told, else the last."""
    national = [item for item in candidates if "国" in item[0].text[slice(*item[1].phrase)]]
    return (national or candidates)[-1]


def _value(said: Said, zone: str) -> str:
    """What is said; a bare level (晋升国家级) with what the zone is by its name: 国家级高新区."""
    if said.attribute is Attribute.LEVEL and said.value in BARE_LEVELS:
        return said.value + next((kind for kind in words("kinds") if zone.endswith(kind)), "")
    return said.value


def _draft(sentence: Sentence, said: Said, owner: Owner) -> Draft:
    start, end = said.phrase if said.phrase[1] else (said.start, said.end)
    start, end = min(start, said.start), max(end, said.end)
    if end - start > EVIDENCE:
        start, end = max(start, said.end - EVIDENCE), max(said.end, min(end, start + EVIDENCE))
    return Draft(
        content=Identity(attribute=said.attribute, value=_value(said, owner.zone)),
        owner=owner,
        sentence=sentence,
        evidence=(start, end),
        anchor=(said.start, said.end),
        rule=said.rule,
    )
