"""Whether a name in a sentence about a zone is somebody in the zone.

A name in a sentence about a zone is not yet somebody in the zone. What is left out:
parties from elsewhere (a place of another province in the name, a partner after 与),
authorities that are not the zone's own, universities as such, associations and exchanges,
and names that are titles (荣获国家级…基地称号).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from generator import rules
from generator.extract.honour_awards import awards
from generator.extract.honour_plain import HALL_LABEL, held
from generator.extract.organisation_places import Homes, is_elsewhere
from generator.model import Owner
from generator.names.left import proper
from generator.names.lexicon import ZONE_FORMS, alternation, lexicon
from generator.names.places import places
from generator.reading import Mention, Sentence
from generator.words import Word, words

CLAUSE = re.compile(r"[，。；：！？]")
BARE_UNIVERSITY = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,7}大学|中国科学院|中科院|中国工程院|[一-龥]{2,5}(?:国家)?(?:工程院|科学院))$"
)
NATIONAL = re.compile(r"(?:国家|全国|中国|省)级?[^，。]{0,16}(?:试点|示范|百强|产业化)(?:园区|基地|企业|单位|城市|区)$")
FORMER = re.compile(r"(?:原|原名|原称|曾用名|前身[是为系]?[：:]?|更名为|改名为|改称)[“]?$")
TITLE_FORM = re.compile(
    r"国家级?(?:火炬|高技术|高新技术|新型工业化|产业转型|外贸转型|科技兴贸|双创|创新型)[^，。]{0,20}(?:基地|园区|示范区|集群)$|综合性国家科学中心$"
)
"""Names that are titles wherever they stand."""
LONGEST_TITLE = 60
"""Characters of a document's title in 《》 before a name in it."""
FOUNDED_HERE = re.compile(
    r"[^，。；]{0,4}?(?:在(?:园区|这里|该区|区内|[一-龥]{2,8}区)[^，。；]{0,4})?(?:成立|揭牌|落户|设立|启动)"
)
"""What is told of an alliance that has its seat here."""
OF_LEVEL = re.compile(r"(?:国家|全国|省|市)?(?:国家级?|全国|省级|首批|第[一二三四五六七八九十]{1,3}批)$")
TRIAL = re.compile(r"(?:试点|示范)(?:产业)?(?:园区|基地|单位|区|园)$")
CAMPUS = re.compile(r"[^，。；]{0,14}(?:校区|校园|分校|入驻|落户|迁入|坐落)")
NATION = re.compile(r"(?:中国(?!\()|联合国|国家|全国|世界|国际|中科院|中国科学院|中国社会科学院|省|[一-龥]{2,3}省)")
PUBLISHES = re.compile(
    r"[^，。；]{0,10}?(?:近日|日前|联合|共同|正式|首次)?(?:发布|公布|主办|承办|授予|颁发|评选|举办|开展|编制|认定|命名|揭晓|组织)"
    r"|[^。；]{0,80}?等[0-9]{1,2}[家个](?:单位|机构|部门)(?:联合|共同)"
)
MADE_BY = re.compile(r"(?:报告|榜单|名单|排名|指数|白皮书|活动|大赛|论坛|大会)[^，。；]{0,6}由[^，。；]{0,24}$")
PUBLISHED = re.compile(r"[^，。；]{0,10}?(?:发布|编制|主办|评选|撰写|联合举办)")
"""这份报告由A联合B发布: those who make a list are not of the zone."""
TRIP = re.compile(
    r"(?:赴|前往|奔赴|远赴|飞赴|飞往)(?P<place>[一-龥]{2,4}?)(?:市|省)?(?:等地|实地|集中|开展|进行)?(?:走访|考察|拜访|对接|洽谈|招商|参观|学习|调研|取经)"
)
FARTHEST_LIST = 200
COMING = re.compile(
    r"(?:签约|引进|引入|落户|落地|入驻|开工|投产)的?(?:[一-龥]{0,8}?项目|企业)?[^，。；]{0,6}?(?:包括|涵盖|分别[是为]|主要有|[：:])[^。；]{0,160}$"
)
"""What a list of those who come is brought in with: 本次签约的项目包括A、B."""
SETTLES = re.compile(r"落户|落地|入驻|来[一-龥]{0,4}投资|设立|签约")
LONGEST_TRIP = 120


@dataclass(frozen=True, slots=True)
class Cues:
    """What `rules/organisations_there.yml` says, compiled."""

    own_office: re.Pattern[str]
    outside: re.Pattern[str]
    title_before: re.Pattern[str]
    title_behind: re.Pattern[str]
    party_before: re.Pattern[str]
    party_behind: re.Pattern[str]
    here: re.Pattern[str]
    at_large: re.Pattern[str]
    within: re.Pattern[str]


@cache
def cues() -> Cues:
    """The cues that tell who is in a zone from who is only named."""
    said = {name: alternation(listed).pattern for name, listed in rules.load("organisations_there").items()}
    return Cues(
        own_office=re.compile(f"(?:{said['own_offices']})$"),
        outside=re.compile(f"(?:{said['outside_ends']}|(?<!管理)委员会)$|^(?:{said['ministries']})"),
        title_before=re.compile(f"(?:{said['title_before']})[^，。；]{{0,30}}$"),
        title_behind=re.compile(f"[^，。；被获入]{{0,20}}?(?:{said['title_behind']})"),
        party_before=re.compile(f"(?:{said['with']})$"),
        party_behind=re.compile(said["deals"]),
        here=re.compile(f"[^，。；、]{{0,6}}(?:{said['here']})"),
        at_large=re.compile(said["at_large"]),
        within=re.compile(f"(?:{said['within']})[^，。；、]{{0,8}}$"),
    )


class Titles:
    """The stretches of a sentence that are titles somebody was given, and no organisations; sought once asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        label = HALL_LABEL.match(self.text)
        if label:
            return [(label.end(), len(self.text))]
        return [(found.start, found.end) for found in (*awards(self.text), *held(self.text))]

    def hold(self, mention: Mention) -> bool:
        """Whether the name lies in one of them; who got it is no part of it."""
        if mention.type == "企业" and not mention.name.endswith("工厂"):
            return False
        return any(start - 1 <= mention.start and mention.end <= end + 1 for start, end in self._spans)


def is_there(sentence: Sentence, mention: Mention, owner: Owner, homes: Homes) -> bool:
    """Whether the name is somebody or something in the owner's zone; `homes` are the zones' provinces and cities."""
    if _is_zone(sentence, mention) or _is_outside(sentence.text, mention) or _is_university(sentence.text, mention):
        return False
    if owner.zone.endswith(mention.name) or mention.name.startswith(("管委会", "党工委")):
        return False
    if mention.type == "政府机构" and not _own_office(sentence, mention, owner):
        return False
    elsewhere = mention.name not in lexicon().firms and is_elsewhere(mention.name, owner.zone, homes)
    if elsewhere and not _stands_here(sentence.text, mention):
        return False
    if _publishes(sentence.text, mention) or _is_visited(sentence, mention, owner, homes):
        return False
    if _is_title(sentence.text, mention) or _is_general(sentence.text, mention):
        return False
    return mention.name.startswith(owner.zone) or not _is_party(sentence.text, mention)


def _is_outside(text: str, mention: Mention) -> bool:
    """Whether this is an authority, an association or an exchange, which are of the country or the city."""
    if mention.name.endswith("联盟") and FOUNDED_HERE.match(text, mention.end):
        return False
    before = text[max(0, mention.start - LONGEST_TITLE) : mention.start]
    if before.rfind("《") > before.rfind("》"):
        return True
    return cues().outside.search(mention.name) is not None


def _publishes(text: str, mention: Mention) -> bool:
    """Whether this makes something known, awards it or holds an event: 中国某某发展中心发布…报告."""
    if mention.type not in ("平台", "科研机构", "其他"):
        return False
    if MADE_BY.search(text, max(0, mention.start - 30), mention.start) and PUBLISHED.match(text, mention.end):
        return True
    if not NATION.match(mention.name):
        return False
    return PUBLISHES.match(text, mention.end) is not None


def _is_visited(sentence: Sentence, mention: Mention, owner: Owner, homes: Homes) -> bool:
    """Whether people of the zone went to another city to see it: 赴苏州走访考察A、B."""
    text = sentence.text
    trips = [*TRIP.finditer(text, max(0, mention.start - LONGEST_TRIP), mention.start)]
    place = places().get(trips[-1]["place"]) if trips else None
    if place is None:
        return False
    trip = trips[-1]
    started = any(zone.end <= trip.start() and place.short not in zone.name for zone in sentence.zones)
    if not started and not is_elsewhere(place.name, owner.zone, homes):
        return False
    return not SETTLES.search(text, mention.end, mention.end + 24)


def _is_university(text: str, mention: Mention) -> bool:
    """Whether this is a university as such, and not one that has a campus here."""
    return BARE_UNIVERSITY.match(mention.name) is not None and not CAMPUS.match(text, mention.end)


def _is_zone(sentence: Sentence, mention: Mention) -> bool:
    return any(zone.start <= mention.start and mention.end <= zone.end for zone in sentence.zones)


def _own_office(sentence: Sentence, mention: Mention, owner: Owner) -> bool:
    """Whether this is an office of the zone, and not of its city or province."""
    if not cues().own_office.search(mention.name):
        return False
    if any(zone.start <= mention.start < zone.end and zone.name != owner.zone for zone in sentence.zones):
        return False
    quoted = mention.name.endswith("领导小组") and sentence.text[max(0, mention.start - 1)] == "“"
    return quoted or (
        re.search(ZONE_FORMS, mention.name) is not None
        or mention.name.startswith(owner.zone)
        or any(zone.end == mention.start or zone.start <= mention.start < zone.end for zone in sentence.zones)
    )


def _stands_here(text: str, mention: Mention) -> bool:
    """Whether what is told of the name can only be told of what stands here, though another city is in its name."""
    if cues().here.match(text[mention.end : mention.end + 14]):
        return True
    return (
        mention.type == "企业" and COMING.search(text, max(0, mention.start - FARTHEST_LIST), mention.start) is not None
    )


def _is_title(text: str, mention: Mention) -> bool:
    """Whether the name is an award or a listing that somebody got."""
    before = CLAUSE.split(text[max(0, mention.start - 40) : mention.start])[-1]
    behind = text[mention.end : mention.end + 24]
    if mention.type == "企业":
        return False
    if (
        FORMER.search(before)
        or TITLE_FORM.search(mention.name)
        or (NATIONAL.match(mention.name) and not any(map(_is_place, words(mention.name))))
    ):
        return True
    return cues().title_before.search(before) is not None or cues().title_behind.match(behind) is not None


def _is_place(word: Word) -> bool:
    return word.text in places()


def _is_general(text: str, mention: Mention) -> bool:
    """Whether the words mean platforms of this kind at large: 重点布局数字平台."""
    if mention.type != "平台" or any(proper(word) for word in words(mention.name)):
        return False
    return cues().at_large.search(CLAUSE.split(text[max(0, mention.start - 30) : mention.start])[-1]) is not None


def _is_party(text: str, mention: Mention) -> bool:
    """Whether this is the other side of a deal: 与…签订协议."""
    before = text[max(0, mention.start - 2) : mention.start]
    behind = CLAUSE.split(text[mention.end : mention.end + 30])[0]
    return cues().party_before.search(before) is not None and cues().party_behind.search(behind) is not None
