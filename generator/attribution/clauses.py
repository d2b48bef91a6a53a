"""A sentence clause by clause: who is spoken of, as a reader's mind follows it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from operator import attrgetter

from generator.attribution.cues import cues
from generator.attribution.mind import OFFICES, Mind
from generator.attribution.things import with_things
from generator.attribution.turns import LEARNED, MADE, passing, turn
from generator.industries import names as industry_names
from generator.model import Owner
from generator.places import find_places
from generator.reading import Mention, Ownership, Sentence
from generator.zones import is_wide, known_zones

CLAUSE = re.compile(r"[^，；：。！？]+")
SERVED = ("为", "给")
START = attrgetter("start")
HERE = frozenset({"这里"})
"""A word that means a park only while it is spoken of."""
PARTNERED = re.compile(
    r"(?:管委会|集团|等地)?(?:分别|共同)?[与和同跟](?:该区|全区|我区|园区|新区|开发区|高新区|经开区|双方|这里|我们)"
)
GENERAL = re.compile(r"所有|全部|这[片座个]|友好|飞地|县域|周边|其他|众多|各大")
"""What makes a name speak of many, or of one that is not named."""
TITLE = re.compile(r"[”’》]?(?:的)?(?:称号|名单|荣誉|牌子|资质|认定|行列|榜单)")
OWNED = re.compile(r"[^，。；]{0,16}?(?:的|旗下|下属|控股)")
SENT = re.compile(r"(?:管委会)?(?:派来|派驻|选派|派出|援派|委派|援建|挂职|来的)")
"""What somebody from another zone does here."""
ATTENDING = re.compile(
    r"(?:党工委|管委会|工委|新区|区委)[^，。；]{0,36}?(?:出席|参加|陪同|一行|会见|致辞|致欢迎|到会|见证|莅临|参会)"
)
"""Whom an office of another zone sent to a meeting: they are no topic, and neither is their zone."""
OUTER = ("新区", "示范区", "合作区", "试验区", "自贸区", "新城")
"""How zones are called that others lie in."""
MOST_INNER = 20
PLACE_BEFORE = 8
"""Characters before a name that are looked at for a place."""
FORMERLY = re.compile("(?:前身|原名|曾名)[^，。；]{0,24}$")
"""What tells what a zone was before: 前身为1998年起步的甲工业园."""
IDENTIFIED = re.compile(r"(?:是|为|系|属于?)$")
"""What stands before the owner in 这个项目是甲高新区重点建设的…."""
POINT = re.compile(r"(?:[一二三四五六七八九]是|其[一二三四五六七八九]|首先|其次|再次|最后)")
FIRST = ("一是", "其一", "首先")
"""What the points of an enumeration begin with; each of them speaks of what was spoken of before the first."""
SETTLED = re.compile(
    r"[0-9][余多]?[家户][一-龥]{0,8}?(?:企业|公司|单位|机构)(?:已|先后|相继|陆续|纷纷|在此|签约){0,2}(?:入驻|落户|落地|进驻|集聚|聚集|扎根|入园)"
    r"|(?:跟着|围着|围绕|为)(?:它|其|他们|龙头|链主)[^，。；]{0,14}(?:企业|商|厂)[^，。；]{0,6}[0-9]"
    r"|等[0-9]{1,4}[余多]?个[^，。；]{0,4}项目"
    r"|集中(?:签约|开工|动工|竣工|投产)[^，。；]{0,8}(?:活动|仪式)"
)
"""Only an area is settled in, and only an area lets many begin on one day; the firms around one are its own."""
INDUSTRY = re.compile(
    r"[一-龥A-Za-z、]{2,14}?(?:产业|行业|制造业|服务业)(?:链|集群)?(?:共|累计|全年)?(?:实现|完成)?(?:总|年)?(?:产值|营收|增加值)"
)
"""What a whole industry makes is an area's, and no company's."""
MANY_ZONES = re.compile(
    r"(?:我国|全国|国内|我省|全省|全市|全区)(?:的|现有|共有|各地|各){0,2}(?P<many>[0-9]{1,4}[余多]?[个家])?(?:国家级?|省级|国内)?(?:以上)?"
    r"(?:经济技术开发区|高新技术产业开发区|经开区|高新区|开发区|自创区|自贸区|工业园区|产业园区)(?:[(（][^()（）]{0,20}[)）])?"
    r"(?(many)(?![之中里内第排唯前]|[一-龥]{0,6}(?:第|前|之一|排名|首位))|(?:建设|发展|数量|总数|总量|共|已|始于|交出|贡献|以|达到|从))"
)
"""All zones of the country or a province, whose figures are no zone's own."""
THIS_ONE = re.compile(
    r"[这该][家个座所][^，。；]{2,30}?的[^，。；的]{0,8}?"
    r"(?P<word>企业|公司|工厂|集团|项目|园区|产业园|平台|中心|研究院|基地)(?=[，。；]|$)"
)
"""这家2010年落户的企业，…: a word that points back, with what tells it from others between."""
COUNTED = re.compile(r"[0-9一二三四五六七八九十百千万亿两几多余个家项座只条大第一][、的]?$")


def owners(sentence: Sentence, mind: Mind) -> Iterator[Ownership]:
    """Whom the sentence is about, from where in it; the mind moves on to its end."""
    if sentence.heading:
        mind.turn(sentence.zones[0].name if sentence.zones else "", is_title=sentence.paragraph == 0)
    sentence, mind.priced = with_things(sentence)
    mind.leave_made()
    last, waiting = None, -1
    introduced = cues().intro.opens(sentence.text)
    for clause in CLAUSE.finditer(sentence.text):
        if introduced and _introduces(sentence, *clause.span(), waiting >= 0):
            waiting = clause.start() if waiting < 0 else waiting
            continue
        for start, owner in _clause(sentence, clause.start(), clause.end(), mind):
            if owner != last:
                yield Ownership(start if waiting < 0 else waiting, owner)
                last, waiting = owner, -1
    mind.return_home()
    if waiting >= 0 or last is None:
        yield Ownership(max(waiting, 0), Owner(mind.zone, mind.subject))


def _introduces(sentence: Sentence, start: int, end: int, waiting: bool) -> bool:
    """Does the clause speak of whom the next one names (作为一家新企业，…，甲公司…)?"""
    begins = cues().intro.expression.match(sentence.text, start, end) or (
        waiting and cues().lead.fullmatch(sentence.text, start, end)
    )
    return bool(begins) and all(
        topic.type == "zone" and _is_place(sentence.text, start, topic.start, False)
        for topic in _topics(sentence, start, end)
    )


def _clause(sentence: Sentence, start: int, end: int, mind: Mind) -> Iterator[tuple[int, Owner]]:
    text = sentence.text
    lead = cues().lead.match(text, start, end)
    head = lead.end() if lead else start
    if MANY_ZONES.match(text, head, end) and not _names_zone(sentence, start, end):
        mind.around = True
    elif mind.around and (_names_zone(sentence, start, end) or cues().zone.match(text, head, end)):
        mind.around = False
    if mind.around or _is_around(sentence, head, end):
        yield start, Owner("")
        return
    if point := POINT.match(text, start, end):
        mind.point(first=point.group() in FIRST)
    heard = mind.hear(text, head, end)
    _look_elsewhere(text, head, end, mind)
    _hold_inner(sentence, start, end, mind)
    if not heard:
        _point_back(text, head, end, mind)
    turn(sentence, start, head, end, mind)
    at, named = start, False
    for mention in _topics(sentence, start, end, mind.priced):
        modified = text[start : mention.start].rstrip("“‘《").endswith("的")
        if not modified:
            if mention.start > at:
                yield at, Owner(mind.zone, mind.subject)
            at = mention.start
        if mention.type == "zone":
            mind.speak_of_zone(mention.name, as_place=_is_place(text, start, mention.start, named))
        else:
            if mention.type in LEARNED and MADE.search(text, start, mention.start):
                mind.made = mention.name, mind.subject
            mind.speak_of(mention)
            named = True
    yield at, Owner(mind.zone, mind.subject)


def _hold_inner(sentence: Sentence, start: int, end: int, mind: Mind) -> None:
    """A clause tells which zones one is made of: 甲新区范围包括乙经开区、丙园区."""
    first = sentence.zones[0].name if len(sentence.zones) > 1 else ""
    if first != mind.zone or not first.endswith(OUTER) or first.endswith("高新区"):
        return
    cue = cues().inside.search(sentence.text, start, end)
    for zone in sentence.zones[1:MOST_INNER] if cue else ():
        if cue and cue.end() <= zone.start < end and zone.name not in (first, mind.home):
            mind.inner.setdefault(zone.name, first)


def _look_elsewhere(text: str, head: int, end: int, mind: Mind) -> None:
    """A zone called by its place alone becomes the topic (再看泰兴), or where something is set up (在泰兴共建)."""
    if len(mind.geography.zones) < 2:
        return
    turn = cues().turns.match(text, head, end)
    zone = mind.geography.based(turn["place"]) if turn else ""
    if zone:
        mind.speak_of_zone(zone)
    for place in cues().settling.finditer(text, head, end):
        if zone := mind.geography.based(place["place"]):
            mind.visit(zone)


def _names_zone(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= zone.start < end for zone in sentence.zones)


def _is_place(text: str, start: int, position: int, named: bool) -> bool:
    """Does the zone at this position say where the topic is (某基地在甲高新区投产), and is not the topic itself."""
    place = cues().places.search(text, start, position)
    return place is not None and (named or place.group() != "在")


def _is_around(sentence: Sentence, head: int, end: int) -> bool:
    """Does the clause speak of the city, the province or the country around the zone?"""
    if not any(head <= quantity.start < end for quantity in sentence.quantities):
        return False
    if any(mention.start < end and mention.end > head for mention in (*sentence.zones, *sentence.names)):
        return False
    text = sentence.text
    places = find_places(text[head : min(end, head + 8)])
    at = head + (places[0].end if places and places[0].start == 0 else 0)
    if not (cues().around.match(text, at, end) or (at > head and places[0].full)):
        return False
    return not cues().own.search(text, head, end)


def _point_back(text: str, head: int, end: int, mind: Mind) -> None:
    """A clause that begins with a word pointing back takes up the zone or an earlier topic."""
    word = cues().pointing.match(text, head, end)
    if word and word["zone"]:
        mind.speak_of_zone(mind.called(word.group()))
    elif word and word["place"]:
        if mind.park and (mind.subject == mind.park.name or word.group() not in HERE):
            mind.speak_of(mind.park)
        else:
            mind.subject = ""
            mind.left = None
    elif word:
        topic = mind.latest(cues().types[word.group()], word.group().lstrip("该这家个座一"))
        if topic:
            mind.speak_of(topic)
    elif one := THIS_ONE.match(text, head, end):
        if topic := mind.latest(cues().types[one["word"]], one["word"]):
            mind.speak_of(topic)
    elif mind.left and not mind.subject and cues().firm.match(text, head, end):
        mind.speak_of(mind.left)
    elif mind.subject and _is_of_area(text, head, end) and mind.is_no_area():
        mind.subject = ""


def _is_of_area(text: str, head: int, end: int) -> bool:
    """Does the clause tell what only an area has: inhabitants, an industry's output, companies that settled there?"""
    if cues().area.match(text, head, end) or INDUSTRY.match(text, head, end):
        return True
    return bool(SETTLED.search(text, head, end))


def _topics(sentence: Sentence, start: int, end: int, priced: Collection[Mention] = ()) -> Iterator[Mention]:
    """The zones and names that a clause makes its topic, in order; the things that are `priced` always are."""
    covered, named, was_object, was_place, named_zone = start, False, False, False, ""
    for mention in sorted(_inside(sentence, start, end), key=lambda mention: (mention.start, -mention.end)):
        if mention.start < covered or mention.type in OFFICES:
            continue
        before, after = sentence.text[start : mention.start], sentence.text[mention.end : end]
        if mention.type == "zone" and _is_second_name(before, mention, named_zone, covered):
            continue
        named_zone = mention.name if mention.type == "zone" else ""
        joined = mention.start - covered <= 1 and before.endswith(("、", "和", "与"))
        was_place = (was_place and mention.start == covered) or _is_place(sentence.text, start, mention.start, named)
        covered = mention.end
        was_object = (joined and was_object) or _is_object(before.rstrip("“‘《("), after, mention, named)
        was_object = was_object or (mention.type == "zone" and _attends(sentence.text, start, after))
        was_object = was_object or (mention.type != "zone" and passing(sentence.text, end, mention))
        listed = before.endswith("、") or after.startswith(("、", "等"))
        if mention in priced or not (was_object or ((listed or was_place) and mention.type != "zone")):
            named = True
            yield mention


def _is_second_name(before: str, mention: Mention, zone: str, covered: int) -> bool:
    """Is this another name of the zone right before it, 甲高新区(乙经开区), and none that the rules know alone?"""
    bracketed = bool(zone) and before.endswith(("(", "（")) and mention.start - covered == 1
    return bracketed and (zone in known_zones() or mention.name not in known_zones())


def _inside(sentence: Sentence, start: int, end: int) -> list[Mention]:
    """The zones and names that lie in a clause."""
    return [
        mention
        for mentions in (sentence.zones, sentence.names)
        for mention in mentions[bisect_left(mentions, start, key=START) : bisect_left(mentions, end, key=START)]
        if mention.end <= end
    ]


def _is_object(before: str, after: str, mention: Mention, named: bool) -> bool:
    """Is a mention between these words a party to something, counted, or where the topic is."""
    before = _without_place(before)
    if named and IDENTIFIED.search(before) and (mention.type == "zone" or OWNED.match(after)):
        return True
    if FORMERLY.search(before) or cues().objects.search(before) or (named and before.endswith(SERVED)):
        return True
    if mention.type == "zone":
        if SENT.match(after):
            return True
        if is_wide(mention.name) and (named or before.strip("，；：、 ")):
            return True
        return bool(cues().inside.search(before)) or bool(PARTNERED.match(after))
    if (before.endswith("以") and "为" in after) or cues().zone.match(mention.name):
        return True
    if mention.name in industry_names() or GENERAL.search(mention.name) or TITLE.match(after):
        return True
    place = cues().places.search(before)
    return bool(COUNTED.search(before)) or (place is not None and (named or place.group() != "在"))


def _attends(text: str, start: int, after: str) -> bool:
    """Does a zone's office only attend, in a clause behind one that has begun to tell of others?"""
    return ATTENDING.match(after) is not None and not cues().lead.fullmatch(text, 0, start)


def _without_place(before: str) -> str:
    """The words before a name without the place that only says where it lies: 与重庆(某高新区)."""
    places = find_places(before[-PLACE_BEFORE:])
    if not places or places[-1].end != len(before[-PLACE_BEFORE:]):
        return before
    return before[: len(before) - (places[-1].end - places[-1].start)]
