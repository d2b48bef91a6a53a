"""Where a zone is: only where the text ties it to a province or a city."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.identity_words import Said, either, words
from generator.model import Attribute
from generator.places import Level, Place, PlaceMatch, find_places, places
from generator.reading import Sentence
from generator.zones import known_zones

AT = re.compile(r"(?:位于|地处|坐落于|坐落在|落户于|地属|隶属于|隶属)$")
FIELD = re.compile(f"{either(words('place_fields'))}[\\s：:]{{0,6}}$")
SHARE_BEFORE = re.compile(r"占(?:到|了|据)?(?:了)?$|比重占$")
SHARE_AFTER = re.compile(r"(?:全[市省区]|市|省)?[^，。；]{0,12}?(?:的|比重|比例|近|超)?[约近超逾]{0,2}\d|(?:全[市省]|市|省)?(?:的)?“半壁江山”")
FIRST_AFTER = re.compile(r"(?:[的]?(?:首个|首家|首批|唯一|第[一二三四五六七八九十]+[个家]))")
OWN_AFTER = re.compile(
    r"的[^，。；]{0,12}?(?:高地|特区|引擎|核心|核心区|支点|增长极|名片|主战场|主阵地|门户|窗口|桥头堡|先行区|示范区|新城|南大门|北大门|东大门|西大门)"
)
FAR_BEFORE = re.compile(r"(?:距|距离|离|毗邻)$")
FAR_AFTER = re.compile(r"(?:中心城区|市中心|主城区|城区|市区)")
OFFICE_AFTER = re.compile(r"(?:人民政府|政府)(?:[^，。；]{0,40}?(?:批复|批准|同意|共同打造|认定|设立|公布))")
NAMING_AFTER = re.compile(r"[一-龥]{0,12}(?:厅|委|局|政府)[^，。；]{0,6}(?:公布|发布|认定|命名)[^。]{0,60}(?:榜上有名|位列其中|入选|在列)")


def where(sentence: Sentence, by_name: dict[str, Place]) -> Iterator[Said]:
    """Provinces and cities that the sentence ties a zone to.

    `by_name` maps the article's zones to the city or county that their names begin with.
    """
    text = sentence.text
    found = find_places(text)
    for index, match in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        yield from _adjacent(sentence, found, index)
        for mention in sentence.zones:
            if match.start == mention.start and _longer(text, match, mention.start, mention.end, mention.name):
                yield _said(match, text, "identity.place_name", mention.name)
        if any(mention.start <= match.start < mention.end for mention in sentence.zones):
            continue
        if _tied(text, match, following):
            yield _said(match, text, "identity.place")
        yield from _same_city(sentence, match, by_name, following)


def _longer(text: str, match: PlaceMatch, start: int, end: int, name: str) -> bool:
    """上海 before 紫竹高新区: the mention says more than the zone's usual name, and this is what it says more."""
    said = text[start:end]
    return not name.startswith(match.place.short) and len(said) > len(name) - 2 and match.end < end


def _adjacent(sentence: Sentence, found: list[PlaceMatch], index: int) -> Iterator[Said]:
    """柳州市 in 柳州市柳东新区, 银川市 in 银川市金凤区阅海湾中央商务区: places that stand right before a zone's name."""
    match, end = found[index], found[index].end
    if index and found[index - 1].end == match.start and not match.full:
        return
    for later in found[index + 1 : index + 3]:
        if later.start == end:
            end = later.end
    for mention in sentence.zones:
        if mention.start == end and match.place.level != Level.COUNTY:
            yield _said(match, sentence.text, "identity.place_before", mention.name)


def _tied(text: str, match: PlaceMatch, following: PlaceMatch | None) -> bool:
    before = text[max(0, match.start - 10) : match.start]
    if AT.search(before) or FIELD.search(before):
        return True
    if FAR_BEFORE.search(before) and FAR_AFTER.match(text, match.end):
        return True
    if SHARE_BEFORE.search(before) and SHARE_AFTER.match(text, match.end):
        return True
    if FIRST_AFTER.match(text, match.end) or OWN_AFTER.match(text, match.end):
        return True
    if match.full and (OFFICE_AFTER.match(text, match.end) or NAMING_AFTER.match(text, match.end)):
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
    sentence: Sentence, match: PlaceMatch, by_name: dict[str, Place], following: PlaceMatch | None
) -> Iterator[Said]:
    """合肥市 in an article on 合肥高新区; 河北 in 河北保定 in one on 保定高新区."""
    for zone, place in by_name.items():
        if place.short == match.place.short and place.level != Level.PROVINCE:
            if not any(mention.start <= match.end <= mention.end for mention in sentence.names):
                yield _said(match, sentence.text, "identity.place_same", zone)
        follows = following is not None and following.start == match.end and following.place.short == place.short
        if match.place.level == Level.PROVINCE and follows and place.province == match.place.short:
            yield _said(match, sentence.text, "identity.place_same", zone)


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
    """Does what is said of the zone's place contradict what its name or the rules tell?"""
    home, entry = home_of(zone), known_zones().get(zone)
    place = places().get(said.value)
    if place is None:
        return False
    province = entry.province if entry and entry.province else home.province if home else ""
    if province and place.province != province:
        return True
    city = entry.city if entry and entry.city else ""
    return said.attribute is Attribute.CITY and place.level == Level.COUNTY and bool(city) and home != place and place.city != city
