"""Facts of the kind organisation: who is there, or is planned to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import industries
from generator.extract.organisation_places import homes_of_zones
from generator.extract.organisation_there import Titles, cues, is_there
from generator.model import Organisation, OrganisationType, Owner
from generator.names.alike import squeeze
from generator.names.firms import odd
from generator.names.left import proper
from generator.names.lexicon import lexicon
from generator.names.places import places
from generator.reading import Context, Draft, Mention, Sentence
from generator.words import words

SUBZONE = "zone"
KIND_OF = {SUBZONE: "园区"}
WITHIN = 16
"""Characters before a zone's name in which it is said that another holds it."""
BARE_ZONE = re.compile(r"(?:高新区|经开区|开发区|新区|园区|全区)(?=管委会|管理委员会)")
STAGE = re.compile(r"[一二三四五](?:、[一二三四五])?期(?:项目|工程)?$")
LONGEST_FIRM = 6
PRODUCT = re.compile(r"高端|高性能|新型|特种|智能|先进|超薄|万吨|年产|锂离子|新能源汽车|全自动")
"""Words that begin what a project makes."""
SAME, MOST_ALIKE = 2, 64
KINDS = frozenset(kind.value for kind in OrganisationType)


def find(context: Context) -> Iterator[Draft]:
    """The organisations of an article, once each and zone, where they are first named."""
    homes = homes_of_zones()
    told: set[tuple[str, str]] = set()
    firms = _firms(context)
    for sentence in context.sentences:
        titles = Titles(sentence.text)
        for mention in (*sentence.names, *_zones_within(sentence)):
            firm = _firm(mention) if mention.type == "项目" else mention
            owner = sentence.owner(mention.start)
            if not firm or not owner:
                continue
            if mention.type != SUBZONE and not is_there(sentence, firm, owner, homes):
                continue
            if mention.type not in (SUBZONE, "项目") and titles.hold(mention):
                continue
            name = _office(context.fullest.get(firm.name, firm.name), firm.type, owner)
            if mention.type == "项目":
                name = next((one for one in firms.get(name[:SAME], ()) if one.startswith(name)), name)
            key = (owner.zone, squeeze(name))
            if key in told:
                continue
            told.add(key)
            yield _draft(sentence, firm, name, owner)


def _office(name: str, kind: str, owner: Owner) -> str:
    """An office with its zone's name where the text has a bare word for that: 开发区管委会."""
    bare = BARE_ZONE.match(name) if kind == OrganisationType.GOVERNMENT.value else None
    return owner.zone + name[bare.end() :] if bare else name


def _firms(context: Context) -> dict[str, list[str]]:
    """The firms that the article names, by their first letters; of many that begin alike only some."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(
        one.name for sentence in context.sentences for one in sentence.names if one.type == "企业"
    ):
        alike = found.setdefault(name[:SAME], [])
        if len(alike) < MOST_ALIKE:
            alike.append(name)
    return found


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
    if project.name in industries.names() or ((product := PRODUCT.search(project.name)) and product.start() < SAME):
        return None
    stage = STAGE.search(project.name)
    if stage and stage.start() <= LONGEST_FIRM and odd(words(project.name)[0]):
        return Mention(project.start, project.start + stage.start(), project.name[: stage.start()], "企业")
    known = lex.known.expression.match(project.name)
    if known:
        return Mention(project.start, project.start + known.end(), known.group(), "企业")
    first = words(project.name)[0]
    named = not (lex.plain(first.text) or first.text[0].isdecimal())
    for end in lex.short_ends.expression.finditer(project.name) if named else ():
        if end.start() >= 2 and end.end() <= 12 and project.name[: end.end()] not in industries.names():
            quality = PRODUCT.search(project.name, SAME, end.end())
            if quality:
                return Mention(project.start, project.start + quality.start(), project.name[: quality.start()], "企业")
            return Mention(project.start, project.start + end.end(), project.name[: end.end()], "企业")
    if proper(first) and first.tag in ("nr", "nz", "nt", "nrt") and first.text not in places() and len(first.text) > 1:
        return Mention(project.start, project.start + len(first.text), first.text, "企业")
    return None
