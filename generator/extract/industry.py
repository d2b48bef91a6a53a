"""Facts of the kind industry: what a zone makes or means to make, one industry a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.industry_lists import Named, named_industries
from generator.model import Industry, IndustryRole, Owner
from generator.reading import Context, Draft, Sentence

EVIDENCE = 80
WIDE = 2
"""Characters of a word for the country or the world."""
ELSEWHERE = ("全国", "我国", "全球", "世界", "国内", "全省", "全市")
GIVEN_UP = re.compile(
    r"(?:关停|关闭|淘汰|退出|清退|腾退|整治|压减|拆除|限制|禁止|告别|不再(?:新[上建增])?|严控)了?[^，。；：]{0,14}$"
)
"""What is said of industries that a zone wants no more."""
FAR = 22
"""Characters before a name in which that is looked for."""
UNMARKED = ("industry.plain", "industry.told")
"""Rules by which no word such as 产业 stands beside the name, so that it may be a part of another."""

SINGLE = ("industry.figure", "industry.park")
"""Rules that name one industry at a time."""


def find(context: Context) -> Iterator[Draft]:
    """The industry facts of an article; one industry of one owner once, where its role is told best."""
    found = [
        (owner, named, sentence)
        for sentence in context.sentences
        for named in named_industries(sentence.text, tuple((zone.start, zone.end) for zone in sentence.zones))
        if not (named.rule in UNMARKED and _in_name(sentence, named))
        and not _of_country(sentence, named)
        and not GIVEN_UP.search(sentence.text, max(0, named.start - FAR), named.start)
        if (owner := sentence.owner(named.start)) is not None
    ]
    best: dict[tuple[str, str], int] = {}
    for index, (owner, named, _) in enumerate(found):
        key = (owner.zone, named.name)
        if key not in best or _is_leading(named) > _is_leading(found[best[key]][1]):
            best[key] = index
    kept = sorted(best.values())
    names: dict[str, set[str]] = {}
    for index in kept:
        names.setdefault(found[index][0].zone, set()).add(found[index][1].name)
    for index in kept:
        owner, named, sentence = found[index]
        if not (_alone(named, sentence) and any(named.name in name != named.name for name in names[owner.zone])):
            yield _draft(owner, named, sentence)


def _alone(named: Named, sentence: Sentence) -> bool:
    """Whether an industry is told by itself and nothing is said of its rank, so that a fuller name tells it too."""
    single = named.rule in SINGLE or "、" not in sentence.text[slice(*named.phrase)]
    return single and (named.role is IndustryRole.KEY or named.rule == "industry.park")


def _in_name(sentence: Sentence, named: Named) -> bool:
    return any(name.start < named.end and named.start < name.end for name in sentence.names if name.type != "项目")


def _of_country(sentence: Sentence, named: Named) -> bool:
    """Whether it is the industry of the country, the province or the world that is spoken of: 全国新能源汽车产业."""
    return sentence.text[max(0, named.start - WIDE) : named.start].endswith(ELSEWHERE)


def _is_leading(named: Named) -> bool:
    return named.role is IndustryRole.LEADING


def _draft(owner: Owner, named: Named, sentence: Sentence) -> Draft:
    start, end = named.phrase
    start, end = min(start, named.start), max(end, named.end)
    if end - start > EVIDENCE:
        start = max(start, min(named.start, named.end - EVIDENCE))
        end = min(end, start + EVIDENCE)
    return Draft(
        content=Industry(name=named.name, role=named.role),
        owner=owner,
        sentence=sentence,
        evidence=(start, end),
        anchor=(named.start, named.end),
        rule=named.rule,
    )
