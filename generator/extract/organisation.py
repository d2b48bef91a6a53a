"""Facts of the kind organisation: who is there, or is planned to be.

A name in a sentence about a zone is not yet somebody in the zone. What is left out:
parties from elsewhere (a place of another province in the name, a partner after 与),
authorities that are not the zone's own, universities as such, associations and exchanges,
and names that are titles (荣获国家级…基地称号).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import rules
from generator.model import Organisation, OrganisationType, Owner
from generator.names.fullest import squeeze
from generator.names.lexicon import ZONE_FORMS, lexicon
from generator.names.places import Place, places
from generator.names.left import proper
from generator.reading import Context, Draft, Mention, Sentence
from generator.words import words

CLAUSE = re.compile(r"[，。；：！？]")
TITLE_BEFORE = re.compile(
    r"(?:荣获|获评|获得|被评为|评为|入列|入选|列入|授予|认定为|获批|获评为|成功创建|先后获评|先后获得|称号为)[^，。；]{0,30}$"
)
TITLE_BEHIND = re.compile(r"^[^，。；]{0,20}?(?:称号|资质|名单|认定|之称|头衔|荣誉|奖)")
WITH = re.compile(r"(?:与|和|同|跟|联合|携手|对接|连同|会同|走访|考察|依托|来自|赴|前往)$")
DEAL = re.compile(r"签|合作|共建|联合|携手|对接|洽谈|交流|共同|考察|达成|结对|开启")
OWN_OFFICE = re.compile(
    r"(?:管委会|管理委员会|领导小组|经发委|经发局|科技局|招商局|投促局|投资促进局|网络理政办|办公室|管理局|税务局|海关)$"
)
OUTSIDE_ENDS = (
    "协会",
    "商会",
    "学会",
    "促进会",
    "交易所",
    "人民政府",
    "市政府",
    "区政府",
    "党工委",
    "工委",
    "委员会",
    "日报",
    "联盟",
)
BARE_UNIVERSITY = re.compile(r"^[\u4e00-\u9fff]{2,7}大学$")
MINISTRY = re.compile(
    r"(?:国家)?(?:科技|科学技术|工信|工业和信息化|交通运输|交通|商务|财政|教育|农业|农业农村|卫生|公安|国防|外交|自然资源|生态环境|住建|人社|应急管理)部|国务院|国家自然|国家发展|国家发改|中央|全国"
)
PLAIN_GROUND = re.compile(r"围绕|聚焦|深挖|发布|开展|开发了|提供|组织|利用|发展了")
HOUSE = frozenset(["企业", "科研机构", "平台", "园区", "孵化载体", "基金", "学校", "金融机构", "政府机构", "其他"])
LIMIT = 80


def find(context: Context) -> Iterator[Draft]:
    """The organisations of an article, once each and zone, where they are first named."""
    homes = {zone["name"]: (zone.get("province", ""), zone.get("city", "")) for zone in rules.load("zones")}
    told: set[tuple[str, str]] = set()
    for sentence in context.sentences:
        for mention in sentence.names:
            firm = _firm(mention) if mention.type == "项目" else mention
            owner = sentence.owner(mention.start)
            if not firm or not owner or not _is_there(sentence, firm, owner, homes):
                continue
            name = context.fullest.get(firm.name, firm.name)
            key = (owner.zone, squeeze(name))
            if key in told:
                continue
            told.add(key)
            yield _draft(sentence, firm, name, owner)


def _draft(sentence: Sentence, mention: Mention, name: str, owner: Owner) -> Draft:
    subject = "" if squeeze(owner.subject) == squeeze(name) else owner.subject
    span = (mention.start, mention.end)
    kind = OrganisationType(mention.type if mention.type in HOUSE else "企业")
    return Draft(
        content=Organisation(name=name, type=kind),
        owner=Owner(owner.zone, subject),
        sentence=sentence,
        evidence=span,
        anchor=span,
        rule="organisation.suffix" if lexicon().ends.search(mention.name) else "organisation.list",
    )


def _firm(project: Mention) -> Mention | None:
    """The firm whose project this is: what its name begins with."""
    lex = lexicon()
    known = lex.known.match(project.name)
    if known:
        return Mention(project.start, project.start + known.end(), known.group(), "企业")
    for end in lex.short_ends.finditer(project.name):
        if end.start() >= 2 and end.end() <= 12:
            return Mention(project.start, project.start + end.end(), project.name[: end.end()], "企业")
    first = words(project.name)[0]
    if proper(first) and first.tag in ("nr", "nz", "nt", "nrt") and first.text not in places() and len(first.text) > 1:
        return Mention(project.start, project.start + len(first.text), first.text, "企业")
    return None


def _is_there(sentence: Sentence, mention: Mention, owner: Owner, homes: dict[str, tuple[str, str]]) -> bool:
    if _is_zone(sentence, mention) or _is_outside(mention.name) or BARE_UNIVERSITY.match(mention.name):
        return False
    if mention.type == "政府机构" and not _own_office(sentence, mention, owner):
        return False
    if _from_elsewhere(mention.name, owner.zone, homes) or _is_title(sentence.text, mention):
        return False
    return mention.name.startswith(owner.zone) or not _is_party(sentence.text, mention)


def _is_outside(name: str) -> bool:
    """Whether this is an authority, an association or an exchange, which are of the country or the city."""
    if name.endswith("管理委员会"):
        return False
    return name.endswith(OUTSIDE_ENDS) or MINISTRY.match(name) is not None


def _is_zone(sentence: Sentence, mention: Mention) -> bool:
    return any(zone.start <= mention.start and mention.end <= zone.end for zone in sentence.zones)


def _own_office(sentence: Sentence, mention: Mention, owner: Owner) -> bool:
    """Whether this is an office of the zone, and not of its city or province."""
    if not OWN_OFFICE.search(mention.name):
        return False
    quoted = mention.name.endswith("领导小组") and sentence.text[max(0, mention.start - 1)] == "“"
    return quoted or (
        re.search(ZONE_FORMS, mention.name) is not None
        or mention.name.startswith(owner.zone)
        or any(zone.end == mention.start or zone.start <= mention.start < zone.end for zone in sentence.zones)
    )


def _from_elsewhere(name: str, zone: str, homes: dict[str, tuple[str, str]]) -> bool:
    """Whether the name holds a place of another province or city and none of the zone's own."""
    home = _home(zone, homes)
    if not home.province:
        return False
    found = list(_cities_in(name))
    if not found:
        return False
    return not any(
        place.province == home.province and place.city in ("", home.city) or not home.city for place in found
    )


def _home(zone: str, homes: dict[str, tuple[str, str]]) -> Place:
    if zone in homes:
        return Place(*homes[zone])
    for size in range(5, 1, -1):
        for start in (0, 2, 3):
            place = places().get(zone[start : start + size])
            if place:
                return place
    return Place("", "")


def _cities_in(name: str) -> Iterator[Place]:
    """The provinces and cities in a name; counties only with their 市 or 县, since many are common words."""
    at = 0
    while at < len(name) - 1:
        for size in range(6, 1, -1):
            form = name[at : at + size]
            place = places().get(form)
            if place and (form in (place.province, place.city) or form[-1] in "省市县"):
                yield place
                at += size - 1
                break
        at += 1


def _is_title(text: str, mention: Mention) -> bool:
    """Whether the name is an award or a listing that somebody got."""
    before = CLAUSE.split(text[max(0, mention.start - 40) : mention.start])[-1]
    behind = text[mention.end : mention.end + 24]
    if mention.type == "企业":
        return False
    if before.endswith("原"):
        return True
    return TITLE_BEFORE.search(before) is not None or TITLE_BEHIND.match(behind) is not None


def _is_party(text: str, mention: Mention) -> bool:
    """Whether this is the other side of a deal: 与…签订协议."""
    before = text[max(0, mention.start - 2) : mention.start]
    behind = CLAUSE.split(text[mention.end : mention.end + 30])[0]
    return WITH.search(before) is not None and DEAL.search(behind) is not None
