"""Who is named in a sentence as a party: zones and names first, else what has the form of a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from generator import rules
from generator.extract.cooperation_words import (
    COMMON,
    ENDS,
    NAME,
    NOBODY,
    OFFICE,
    OWN_FIRM,
    SEPARATOR,
    TAIL,
    TITLED,
    WEAK_ENDS,
    ZONE_WORD,
)
from generator.frozen import frozen
from generator.model import OrganisationType
from generator.patterns import one_of
from generator.reading import Sentence
from generator.words import known, words

SHORT = re.compile(r"[\u4e00-\u9fffA-Za-z]{3,6}(?<![们业所者群力态])")
"""A word that is a name by itself when it is what acts with a zone: 某某 in 某某与高新区签约."""
LEADING = re.compile(
    r"(?:[^，。；]{0,20}由|其中|同时|此外|另外|目前|近日|日前|随后|当天|现场|还|也|又|并|而|先后|陆续|相继|来自|是|系|当场|随即|后者系|前者系|加强|推进|深化|加快|继续|进一步|通过|就|与|和|同)+"
)
TRAILING = re.compile(
    r"(?:先后|分别|陆续|相继|已|正式|现场|近日|日前|还|也|又|再|则|亦|均|都|首次|再度|双双|当场|当即|于|共同|成功|双方|三方|各方|积极|再次|签订|签署|举行|就|的?(?:一支|一个|多支)?(?:技术|科研|专家|研发|运营|教授)?(?:团队|课题组)){1,8}$"
)
SITE = re.compile("(?:新城|小镇|片区|科学城|园区?|港)$")
"""How the names of places inside a zone end."""
PROPER = frozenset(("ns", "nr", "nrt", "nt", "nz"))
"""Tags of words that name somebody or some place."""
DEEDS = frozenset(("v", "vd", "d", "p", "c", "r", "u", "m", "zg"))
"""Tags of words that no name begins with."""
MEANING = {
    "校": (OrganisationType.SCHOOL,),
    "大学": (OrganisationType.SCHOOL,),
    "院": (OrganisationType.INSTITUTE, OrganisationType.SCHOOL),
    "所": (OrganisationType.INSTITUTE,),
    "行": (OrganisationType.FINANCE,),
    "公司": (OrganisationType.COMPANY,),
    "集团": (OrganisationType.COMPANY,),
    "企业": (OrganisationType.COMPANY,),
}
"""What kind of name 该校 and its like stand for."""
MEANT = re.compile(rf"(?:该{one_of(MEANING)}|[校院]方|企业方)$")
OURS = ("我们", "我园", "我区", "咱们")
"""Words by which somebody speaks of the zone that an article is about."""
STANDS_FOR = "代表"
OTHER = ("其", "它", "后者", "对方")
NOTHING: Mapping[str, str] = {}
LEAD = 3
"""Characters before a time that still stands at the head of a stretch."""
PERSON = 3
"""Characters of a person's name."""
PEOPLE = ("张三", "李四", "王五", "李明", "王强")
"""Names for anybody that the dictionary has."""
REST = 16
"""Characters behind a name that stands first that tell more of it: 某大学科技成果转化合作."""
HEADED = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:大学|科学院|研究院|研究所|集团|银行)(?=(?![分支])[\u4e00-\u9fff]{2,16}$)"
)
"""A name that stands first, by how it ends, with more told of it behind."""
SHORTEST, LONGEST = 2, 10
"""Characters of a name that nothing at its end tells to be one: 中粮, 某某特种装备."""


@frozen
class Party:
    """Somebody named in a sentence.

    `zone` is set where it is a zone, `word` where a word such as 该区 tells it, `guest` where what is said of
    a party tells that it is from outside.
    """

    start: int
    end: int
    name: str
    zone: bool = False
    word: bool = False
    guest: bool = False


def sides(sentence: Sentence, left: list[Party], right: list[Party]) -> tuple[list[Party], list[Party]]:
    """Both sides, the other way round where those behind the joining word are the zone's own.

    They are its own as its parks: 某企业与某园签约.
    """
    parks = {name.start for name in sentence.names if name.type == OrganisationType.PARK}
    inner = [party for party in right if party.start in parks or SITE.search(party.name)]
    outer = left and not any(party.zone or party.start in parks for party in left)
    if outer and inner == right and any(party.start in parks for party in right):
        return [], left
    return left, right


def told_apart(left: list[Party], right: list[Party], before: str) -> tuple[list[Party], list[Party]]:
    """Both sides, where a zone by name stands opposite to 该区: that is the zone spoken of before."""
    named = {party.name for party in (*left, *right) if party.zone and not party.word}

    def other(party: Party) -> Party:
        return replace(party, name=before) if party.word and party.name in named and before else party

    return [other(party) for party in left], [other(party) for party in right]


def parties_in(
    sentence: Sentence,
    start: int,
    end: int,
    loose: bool = False,
    bare: bool = False,
    recent: Mapping[str, str] = NOTHING,
) -> list[Party]:
    """Who is named in a stretch, zones and names first, else what has the form of a name.

    `loose` where a zone stands on the other side: then a short word is a name by itself. `bare` where
    what is said can only be done with somebody: then a proper name needs no word for its kind behind it.
    `recent` are the names of each type that were spoken of last, which 该校 and 该公司 mean.
    """
    tail = TAIL.search(sentence.text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    bounds = [*(m.span() for m in SEPARATOR.finditer(sentence.text, start, end)), (end, end)]
    whole = [(m.start, m.end) for m in (*sentence.names, *sentence.zones) if start <= m.start and m.end <= end]
    members, at = [], start
    for left, right in bounds:
        if any(first < left < last for first, last in whole):
            continue
        members.append((at, left))
        at = right
    found = [_meant(sentence, *member, recent) or _party(sentence, *member, loose) for member in members]
    if bare:
        named = [party or _bare(sentence, *member) for party, member in zip(found, members, strict=True)]
        found = named if all(named) else found
    return [party for party in found if party]


def _meant(sentence: Sentence, start: int, end: int, recent: Mapping[str, str]) -> Party | None:
    """Whom 该校 means: the last such name before it."""
    if sentence.text[start:end].strip("也又还") in OURS and OURS[0] in recent:
        return Party(start, end, recent[OURS[0]], True, True)
    word = MEANT.search(sentence.text, start, end)
    if word is None:
        return _other(sentence, start, end)
    types = MEANING[word.group().removeprefix("该").removesuffix("方")]
    names = {name.type: name.name for name in sentence.names if name.end <= start}
    owner = sentence.owner(start)
    for known_before in (names, recent):
        for type_ in types:
            name = known_before.get(type_)
            if name and not (owner and owner.subject == name):
                return Party(word.start(), word.end(), name)
    return None


def _other(sentence: Sentence, start: int, end: int) -> Party | None:
    """Whom 其 means (对标某区，与其签下协议): the zone or the name before it that the sentence is not about."""
    owner = sentence.owner(0)
    if owner is None or sentence.text[start:end] not in OTHER:
        return None
    told = [
        m for m in (*sentence.zones, *sentence.names) if m.end <= start and m.name not in (owner.zone, owner.subject)
    ]
    last = max(told, key=lambda mention: mention.start, default=None)
    return Party(start, end, last.name, last in sentence.zones) if last else None


def _party(sentence: Sentence, start: int, end: int, loose: bool) -> Party | None:
    """Who is named at the end of a stretch between separators."""
    text = sentence.text
    for zone in sentence.zones:
        if start <= zone.start and zone.end <= end and OFFICE.match(text, zone.end, end):
            return Party(zone.start, zone.end, zone.name, True)
    for name in sentence.names:
        near = start <= name.start and name.end <= end and end - name.end <= 2
        if (
            near
            and STANDS_FOR not in name.name
            and not TITLED.match(text, name.end)
            and not NOBODY.search(name.name)
            and not ZONE_WORD.fullmatch(name.name)
        ):
            return Party(name.start, name.end, text[name.start : name.end])
    first = next((name for name in sentence.names if start <= name.start and name.end < end), None)
    start, stretch = _stripped(sentence, start, end)
    whole = ENDS.search(stretch)
    titled = first and TITLED.match(text, first.end)
    if (
        first
        and not whole
        and not titled
        and first.start == start
        and end - first.end <= REST
        and not NOBODY.search(first.name)
    ):
        return Party(first.start, first.end, text[first.start : first.end])
    headed = HEADED.match(stretch)
    if (
        headed
        and (STANDS_FOR in stretch or not (whole or TITLED.match(stretch, headed.end())))
        and not NOBODY.search(headed.group())
        and _is_proper(headed.group())
    ):
        return Party(start, start + headed.end(), headed.group())
    owner = sentence.owner(start)
    if owner is not None and (ZONE_WORD.fullmatch(stretch) or OWN_FIRM.fullmatch(stretch)):
        return Party(start, start + len(stretch), owner.zone, True, True)
    if not NAME.fullmatch(stretch) or NOBODY.search(stretch):
        return None
    named = (
        STANDS_FOR not in stretch and ENDS.search(stretch) and (not WEAK_ENDS.search(stretch) or _is_proper(stretch))
    )
    if named or (loose and SHORT.fullmatch(stretch)):
        return Party(start, start + len(stretch), stretch)
    return None


def _bare(sentence: Sentence, start: int, end: int) -> Party | None:
    """A proper name with no word for its kind behind it."""
    start, stretch = _stripped(sentence, start, end)
    if NAME.fullmatch(stretch) and not NOBODY.search(stretch) and _names_somebody(stretch):
        return Party(start, start + len(stretch), stretch)
    return None


def _stripped(sentence: Sentence, start: int, end: int) -> tuple[int, str]:
    """A stretch, and where it begins, without times and words around the name in it."""
    for mention in sentence.periods:
        if start <= mention.start < end:
            leading = mention.start <= start + LEAD or not mention.period
            start, end = (min(mention.end, end), end) if leading else (start, mention.start)
    start += len(sentence.text[start:end]) - len(sentence.text[start:end].lstrip(" 　·•"))
    stretch = sentence.text[start:end].rstrip("等的 ")
    cut = LEADING.match(stretch)
    start += cut.end() if cut else 0
    return start, TRAILING.sub("", stretch[cut.end() :] if cut else stretch)


def _names_somebody(stretch: str) -> bool:
    """Whether a word is a name though nothing at its end tells of what: 华为, 中车青岛四方."""
    if not SHORTEST <= len(stretch) <= LONGEST or COMMON.search(stretch) or not _is_proper(stretch):
        return False
    first = words(stretch)[0]
    person = len(stretch) <= PERSON and first.tag == "nr" and stretch[0] in rules.load("surnames")["single"]
    return first.tag not in DEEDS and not (person and (stretch in PEOPLE or not known(first.text)))


@lru_cache(maxsize=4096)
def _is_proper(stretch: str) -> bool:
    """Whether there is a proper name in a few words, or a word that the dictionary does not have."""
    return any(word.tag in PROPER or not known(word.text) for word in words(stretch))
