"""What a zone is called, and what it was: aliases, by-names, former names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from generator.extract.identity_words import Said, words
from generator.extract.phrases import last_joint
from generator.gates import Gate, Gated, gated
from generator.model import Attribute
from generator.patterns import one_of
from generator.reading import Sentence
from generator.zones import known_zones

LONGEST = 24
FORMER = gated(
    r"前身(?:为|是|系|[：:]\s{0,2})(?:[^，。；“]{0,14}?(?:成立|设立|创建|创办|建立|组建)的)?[“]?(?P<name>[^，。；、“”]{3,26}?)[”]?(?=[，。；、”]|$|（)"
    r"|(?:原名|原称|原为|曾用名为?|旧称|脱胎于)(?:为|：|:)?[“]?(?P<old>[一-龥A-Za-z()]{3,26}?)[”]?(?=[，。；、”)）]|$)"
    r"|由[“]?(?P<from>[一-龥A-Za-z()]{3,26}?)[”]?(?:正式)?(?:(?:更名|改名|升级更名|整合更名)(?:为|而来)|(?:升级|整合|发展|演变|扩区|改建)而(?:来|成))"
    r"|原(?P<once>[一-龥]{2,16}?(?:产业园|开发区|工业园区|工业园|园区|集中区))(?![区、和与及])(?=[^，。；]{0,24}(?:改造|投入建设|升级|更名|整合|基础上))"
)
BY_NAME = re.compile(r"(?:谷|城|都|港|之乡|湾|岛|明珠|门户|走廊|之窗|粮仓)$")
RENAMED = gated(r"(?:更名|改名|改称|易名|定名)为?[“]?(?P<name>[一-龥A-Za-z()]{3,26}?)[”]?(?=[，。；、”)）]|$)")
PLATED = gated(
    r"(?:增加|加挂|增挂|同时挂|另挂|并挂|挂)[“]?(?P<name>[一-龥()]{3,24}?(?:高新区|开发区|经开区|园区|示范区|新区))[”]?(?:的)?(?:牌子|牌匾)"
)
"""A second name that a zone has on its gate: 2012年加挂某某高新区牌子."""
ZONES = ("区", "园", "城", "片区", "基地", "港")
KNOWN_AS = gated(
    r"“(?P<name>[^“”，。；]{2,10}(?:谷|都|港|城|湾|之乡|小镇))”(?:叫得响|的?名[头号声]|的?招牌|声名|(?:因此|由此)得名|不胫而走|享誉)"
)
"""A by-name that is said to be known: “中国某谷”叫得响."""
SHORTENED = ("简称", "简称为")
BESIDE = re.compile(r"[（(，,]?(?:以下|下文|下)?")
NEAR = 8
"""Characters between a name and its short form: (以下简称“."""
BARE = ("高新区", "经开区", "开发区", "新区", "园区", "科技城", "新片区", "示范区")
"""Words that stand for a zone where it is known which, and are no name."""
BRACKETED = re.compile(r"[(（](?P<name>[一-龥·]{2,8}(?:区|城|谷|湾|岛))[)）]")
FREE_TRADE = re.compile(r"中国[(（][一-龥]{2,4}[)）]自由贸易试验区$")


@cache
def _quoted() -> Gated:
    return gated(
        f"(?P<cue>{one_of(words('called'))})[为作]?“(?P<name>[^“”，。；]{{2,14}})”(?P<end>(?:的)?{one_of(words('called_end'))})?"
    )


ABBREVIATED = gated(r"(?:简称|又称|亦称|别名|又名|别称)(?:为|：)?(?P<name>[一-龥]{2,16}?)(?=[，。；、)）]|$)")
ENOUGH = (
    "简称",
    "又称",
    "亦称",
    "也称",
    "俗称",
    "别称",
    "人称",
    "别名",
    "又名",
    "誉为",
    "被誉为",
    "口中的",
    "号称",
    "简称为",
    "又称为",
)


@cache
def _gate() -> Gate:
    return Gate(_quoted(), ABBREVIATED, KNOWN_AS, PLATED, RENAMED, FORMER)


def names(sentence: Sentence) -> Iterator[Said]:
    """Aliases and former names that a sentence tells."""
    text = sentence.text
    if not sentence.zones and not _gate().opens(text):
        return
    for mention in sentence.zones:
        said = text[mention.start : mention.end]
        entry = known_zones().get(mention.name)
        if said not in BARE and said != mention.name and not (entry and said in entry.former):
            yield _said(Attribute.ALIAS, said, mention.start, mention.end, "identity.alias", mention.name)
        bracketed = BRACKETED.match(text, mention.end)
        if bracketed and bracketed.group("name") not in mention.name:
            place = bracketed.span("name")
            yield _said(Attribute.ALIAS, bracketed.group("name"), *place, "identity.bracketed", mention.name)
        free_trade = FREE_TRADE.search(text, max(0, mention.start - 20), mention.start)
        if free_trade:
            place = (free_trade.start(), mention.end)
            yield _said(Attribute.ALIAS, text[slice(*place)], *place, "identity.alias", mention.name)
    if not _gate().opens(text):
        return
    for found in _quoted().finditer(text):
        if found.group("cue") == "授予" and not BY_NAME.search(found.group("name")):
            continue
        if found.group("cue") in SHORTENED and _of_name(sentence, found.start()):
            continue
        if found.group("end") or found.group("cue") in ENOUGH:
            yield _said(Attribute.ALIAS, found.group("name"), *found.span("name"), "identity.called", "", found.span())
    for found in KNOWN_AS.finditer(text):
        yield _said(Attribute.ALIAS, found.group("name"), *found.span("name"), "identity.called", "", found.span())
    for found in ABBREVIATED.finditer(text):
        yield _said(Attribute.ALIAS, found.group("name"), *found.span("name"), "identity.short", "", found.span())
    for found in PLATED.finditer(text):
        yield _said(Attribute.ALIAS, found.group("name"), *found.span("name"), "identity.called", "", found.span())
    for found in RENAMED.finditer(text):
        yield _said(Attribute.ALIAS, found.group("name"), *found.span("name"), "identity.called", "", found.span())
    yield from _former(text)


def _of_name(sentence: Sentence, position: int) -> bool:
    """Whether it is an organisation right before, and no zone, whose short form is told here."""
    at = bisect_right(sentence.names, position, key=attrgetter("start")) - 1
    name = sentence.names[at] if at >= 0 else None
    near = name is not None and name.type != "园区" and 0 <= position - name.end <= NEAR
    return near and name is not None and BESIDE.fullmatch(sentence.text, name.end, position) is not None


def _former(text: str) -> Iterator[Said]:
    for found in FORMER.finditer(text):
        kind = next(key for key in ("name", "old", "from", "once") if found.group(key))
        value = found.group(kind)
        if value.endswith(("成立", "管委会")) or (kind == "once" and value.endswith("为")):
            continue
        for start, end in _apart(text, *found.span(kind)):
            yield _said(Attribute.FORMERLY, text[start:end], start, end, "identity.formerly", "", found.span())


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A和B as the two zones that one was made of, where each ends as zones do."""
    joined = last_joint(text, start, end)
    if joined and all(text[left:right].endswith(ZONES) for left, right in joined):
        return [*joined]
    return [(start, end)]


def _said(
    attribute: Attribute, value: str, start: int, end: int, rule: str, zone: str, phrase: tuple[int, int] | None = None
) -> Said:
    return Said(attribute, value, start, end, rule, zone, phrase or (start, end))
