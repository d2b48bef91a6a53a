"""Where a zone is: only where the text ties it to a province or a city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.identity_words import Said, words
from generator.extract.phrases import Places
from generator.gates import Gate, Gated
from generator.model import Attribute
from generator.patterns import one_of
from generator.places import Level, Place, PlaceMatch, find_places, places
from generator.reading import Sentence
from generator.zones import known_zones

AT = re.compile(
    r"(?:位于|地处|坐落于|坐落在|落户于|地属|隶属于|隶属|地跨|横跨|范围涉及|范围包括|(?:所在|位置|所属|地区|区域)[：:])$"
)
AT_EARLIER = re.compile(r"(?:位于|地处|坐落于|坐落在)[^，。；、距离与和]{1,10}$")
"""地处甲省省会乙市: a city with its 市, a few words behind."""
ALL_IN = re.compile(r"(?:范围涉及|范围包括|地跨|横跨)(?:[一-龥]{2,4}、){1,4}$")
"""范围涉及甲、乙两市: each of them."""
AMONG_AFTER = re.compile(
    r"(?:市|省)?(?:全市|所有|全部|各个?|[0-9一二三四五六七八九十两几]{1,3}[多余]?[个家座])?[^，。；、在]{0,6}?(?:园区|开发区|高新区|经开区|县市区|区县|板块)(?:当中|[之中里])"
    r"|的?(?:经济|工业|产业|外贸)?(?:盘子|版图|大盘|总量)(?:里|中|当中)?[^，。；]{0,8}?(?:占|贡献)"
)
"""在甲市所有园区里…, 在甲市的经济盘子里占到…: what a zone is one of, or a share of."""
FOUNDERS_BEFORE = re.compile(r"由[^，。；]{2,14}[与和、]$")
FOUNDERS_AFTER = re.compile(r"(?:人民政府|政府)?(?:共建|合建|共同|合作)")
FIELD = re.compile(f"{one_of(words('place_fields'))}[\\s：:]{{0,6}}$")
SHARE_BEFORE = re.compile(r"占(?:到|了|据)?(?:了)?$|比重占$")
SHARE_AFTER = re.compile(
    r"(?:全[市省区]|市|省)?[^，。；]{0,12}?(?:的|比重|比例|近|超)?[约近超逾]{0,2}(?:\d|[一二三四五六七八九]成|半|[二三四五]分之)|(?:全[市省]|市|省)?(?:的)?“半壁江山”"
)
FIRST_AFTER = re.compile(r"(?:[的]?(?:首个|首家|首批|唯一|第[一二三四五六七八九十]+[个家]))")
OWN_AFTER = re.compile(
    r"的[^，。；]{0,12}?(?:高地|特区|引擎|核心|核心区|支点|增长极|名片|主战场|主阵地|门户|窗口|桥头堡|先行区|示范区|新城|南大门|北大门|东大门|西大门)"
)
FAR_BEFORE = re.compile(r"(?:距|距离|离|毗邻)$")
FAR_AFTER = re.compile(r"(?:中心城区|市中心|主城区|城区|市区)")
OFFICE_AFTER = re.compile(r"(?:人民政府|政府)(?:[^，。；]{0,40}?(?:批复|批准|同意|共同打造|认定|设立|公布))")
FOUNDER_BEFORE = re.compile(r"[由经获]$")
FOUNDER_AFTER = re.compile(r"(?:人民)?(?:政府)?(?:正式)?(?:批准|批复|同意|设立|成立|创建)")
PUBLISHERS = re.compile(r"(?:本刊|本报|编辑部|报社|杂志社|联系)[^，。；]{0,4}地址[：: ]*$|(?:邮编|电话)")
NAMING_AFTER = re.compile(
    r"[一-龥]{0,12}(?:厅|委|局|政府)[^，。；]{0,6}(?:公布|发布|认定|命名)[^。]{0,60}(?:榜上有名|位列其中|入选|在列)"
)
OWN = re.compile(r"全市|的[^，。；]{0,8}(?:高地|名片|引擎)|有个")
LEVEL_BEFORE = re.compile(r"(?:升级|升格|晋升|晋级|升|认定|批准|批复|核准|确定|获批|成)为?$|[是为系]$")
LEVEL_AFTER = re.compile(r"级(?:高新|经济|经开|农业|工业|开发|重点|特色)[^，。；]{0,12}区")
"""升格为安徽省级高新区: whose level a zone has, there it is."""
CITIES = ("省", "市", "自治区", "州", "盟", "地区", "特别行政区")
TYING = (
    AT, FIELD, FAR_BEFORE, SHARE_BEFORE, FIRST_AFTER, OWN_AFTER, FOUNDER_AFTER, OFFICE_AFTER, NAMING_AFTER, LEVEL_AFTER,
    AT_EARLIER, ALL_IN, AMONG_AFTER, FOUNDERS_AFTER
)  # fmt: skip
TIES = Gate(*map(Gated, TYING))
"""What is in every sentence that ties a zone to a place without naming the zone."""
WHOLE_AT_MOST = 20
WHOLE = re.compile(r"[，,]全市")


@cache
def _places() -> Gate:
    return Gate.of(places())


def where(sentence: Sentence, homes: dict[str, tuple[str, ...]] | None) -> Iterator[Said]:
    """Provinces and cities that the sentence ties a zone to.

    `homes` maps cities and counties (short names) to those of the article's zones that are known to be there;
    without it only the zones that the sentence names are placed.
    """
    text = sentence.text
    found = find_places(text) if _places().opens(text) else ()
    if not found:
        return
    zones = Places((mention.start, mention.end) for mention in sentence.zones)
    starts = {mention.start: mention for mention in sentence.zones}
    for index, match in enumerate(found):
        mention = starts.get(match.start)
        if mention and _longer(text, match, mention.start, mention.end, mention.name):
            yield _said(match, text, "identity.place_name", mention.name)
        end = _chain_end(found, index)
        after = starts.get(end) or (starts.get(end + 1) if text[end : end + 1] == "的" else None)
        if after and match.place.level != Level.COUNTY and not (_follows(found, index) and not match.full):
            yield _said(match, text, "identity.place_before", after.name)
        if zones.covers(match.start):
            continue
        if homes is not None and match.place.name.endswith(CITIES) and _tied(text, match):
            yield _said(match, text, "identity.place")
        yield from _same_city(sentence, match, homes or {}, found[index + 1] if index + 1 < len(found) else None)


def _longer(text: str, match: PlaceMatch, start: int, end: int, name: str) -> bool:
    """上海 before 紫竹高新区: the mention says more than the zone's usual name, and this is what it says more."""
    said = text[start:end]
    return not name.startswith(match.place.short) and len(said) > len(name) - 2 and match.end < end


def _follows(found: tuple[PlaceMatch, ...], index: int) -> bool:
    return index > 0 and found[index - 1].end == found[index].start


def _chain_end(found: tuple[PlaceMatch, ...], index: int) -> int:
    """Where the places end that stand one right after another (银川市金凤区), at most three of them."""
    end = found[index].end
    for later in found[index + 1 : index + 3]:
        end = later.end if later.start == end else end
    return end


def _tied(text: str, match: PlaceMatch) -> bool:
    if not TIES.opens(text):
        return False
    before = text[max(0, match.start - 10) : match.start]
    if PUBLISHERS.search(before):
        return False
    if AT.search(before) or FIELD.search(before):
        return True
    wide = text[max(0, match.start - 24) : match.start]
    if ALL_IN.search(wide) or (match.full and match.place.level is Level.CITY and AT_EARLIER.search(wide)):
        return True
    if before.endswith("在") and AMONG_AFTER.match(text, match.end):
        return True
    if match.full and FOUNDERS_BEFORE.search(wide) and FOUNDERS_AFTER.match(text, match.end):
        return True
    if match.full and FOUNDER_BEFORE.search(before) and FOUNDER_AFTER.match(text, match.end):
        return True
    if FAR_BEFORE.search(before) and FAR_AFTER.match(text, match.end):
        return True
    if SHARE_BEFORE.search(before) and SHARE_AFTER.match(text, match.end):
        return True
    if FIRST_AFTER.match(text, match.end) or OWN_AFTER.match(text, match.end):
        return True
    if match.full and (OFFICE_AFTER.match(text, match.end) or NAMING_AFTER.match(text, match.end)):
        return True
    if match.full and LEVEL_BEFORE.search(before) and LEVEL_AFTER.match(text, match.end):
        return True
    return match.start > 1 and _chained(text, match)


def _chained(text: str, match: PlaceMatch) -> bool:
    """郑州市 in 位于河南省郑州市: the place right before it is tied already."""
    window = max(0, match.start - 24)
    earlier = [place for place in find_places(text[window : match.start]) if place.end == match.start - window]
    if not earlier:
        return False
    start = window + earlier[-1].start
    before = text[max(0, start - 10) : start]
    return bool(AT.search(before) or FIELD.search(before))


def _same_city(
    sentence: Sentence, match: PlaceMatch, homes: dict[str, tuple[str, ...]], following: PlaceMatch | None
) -> Iterator[Said]:
    """合肥市 in an article on 合肥高新区; 河北 in 河北保定 in one on 保定高新区."""
    text = sentence.text
    if match.place.level != Level.PROVINCE and (match.full or OWN.match(text, match.end)):
        for zone in homes.get(match.place.short, ()):
            yield _said(match, text, "identity.place_same", zone)
    joined = following is not None and following.start == match.end
    if match.place.level == Level.PROVINCE and following and joined and following.place.province == match.place.short:
        for zone in homes.get(following.place.short, ()):
            yield _said(match, text, "identity.place_same", zone)
    if match.full and match.place.level == Level.CITY and WHOLE.search(text, match.end, match.end + 40):
        for mention in sentence.zones[:WHOLE_AT_MOST]:
            if mention.start > match.end:
                yield _said(match, text, "identity.place_whole", mention.name)


def _said(match: PlaceMatch, text: str, rule: str, zone: str = "") -> Said:
    province = match.place.level == Level.PROVINCE and match.place.short not in ("北京", "上海", "天津", "重庆")
    attribute = Attribute.PROVINCE if province else Attribute.CITY
    end = match.end
    value = text[match.start : end] if rule == "identity.place" and match.full else match.place.short
    return Said(attribute, value, match.start, end, rule, zone)


def home_of(zone: str) -> Place | None:
    """The city or county that a zone's name begins with: 合肥 of 合肥高新区."""
    known = places()
    for length in range(min(6, len(zone)), 1, -1):
        place = known.get(zone[:length])
        if place is not None:
            return place
    return None


def contradicts(zone: str, said: Said) -> bool:
    """Whether what is said of the zone's place contradicts what its name or the rules tell."""
    home, entry = home_of(zone), known_zones().get(zone)
    place = places().get(said.value)
    if place is None:
        return False
    # A county's name may begin a zone's name by chance (临江, 东港), and then what the text says of it is right.
    sure = home is not None and home.level is not Level.COUNTY
    province = entry.province if entry and entry.province else home.province if home and sure else ""
    if province and place.province != province:
        return True
    city = entry.city if entry and entry.city else ""
    return (
        said.attribute is Attribute.CITY
        and place.level == Level.COUNTY
        and bool(city)
        and home != place
        and place.city != city
    )
