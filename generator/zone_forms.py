"""Zones that no rule knows, recognised by how their names are built: a place or a brand, and an ending.

銀川市金鳳區閱海灣中央商務區 in cleaned text is 阅海湾 + 中央商务区 behind two places that only say where
it lies; 国家级高新区 has no place and no brand and names nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache

import rjieba

from generator import rules
from generator.frozen import frozen
from generator.patterns import alternation
from generator.places import Level, districts, find_places, places

LONGEST_BASE = 16
"""Characters that a name may have before its ending."""
LONGEST_BRAND = 6
"""Characters that a name without a place in it may have before its ending."""
MOST_ALIKE = 64
"""Names that begin and end alike and are still held against one another; of more of them none is another's nickname."""
LOOSE, STRICT = "开发区", "经开区"
"""An economic and technological development zone is often called just a development zone."""
STOP_TAGS = frozenset("pcurdmqvytwx")
"""First letters of the part-of-speech tags (ICTCLAS set) of words that cannot be in a name."""
NOUN_VERBS = frozenset({"vn"})
LARGER = ("新区", "新城")
"""Weak endings that a name with another one may go on with: 甲州科技城新区."""
NOTHING: Mapping[str, int] = {}
RUN = re.compile(rf"[㐀-鿿·]{{1,{LONGEST_BASE}}}$")


PART = re.compile(
    r"(?:中国)?(?:[(（][一-龥]{2,4}[)）])?(?:自由贸易试验区|自贸试验区|自贸区)(?P<place>(?![的各三四两])[一-龥]{2,6}?)(?<!新)片区"
)
"""A part of a free-trade zone, whose name begins with the whole: 中国(辽宁)自由贸易试验区营口片区."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The rules of `zone_forms.yml`, ready to search with."""

    endings: re.Pattern[str]
    weak: frozenset[str]
    slogan: frozenset[str]
    short: dict[str, str]
    general: re.Pattern[str]
    qualities: re.Pattern[str]
    openers: frozenset[str]
    verbs: frozenset[str]


@cache
def forms() -> Forms:
    """The rules, read once."""
    data = rules.load("zone_forms")
    return Forms(
        endings=re.compile(f"(?:{alternation([*data['strong'], *data['weak'], *data['slogan']])})(?![域划别块间])"),
        weak=frozenset(data["weak"]),
        slogan=frozenset(data["slogan"]),
        short=data["short"],
        general=re.compile(f"(?:{alternation(data['general'].split())}){{0,12}}+$"),
        qualities=re.compile(f"(?:{alternation(data['qualities'].split())}){{1,6}}+$"),
        openers=frozenset(data["openers"].split()),
        verbs=frozenset(data["verbs"].split()),
    )


@frozen
class Name:
    """A zone's name in its parts: its city where that is said bare, its brand, its ending.

    `placed` tells whether a place stood before it that only says where it lies (柳州市).
    """

    city: str
    brand: str
    ending: str
    placed: bool = False

    @property
    def text(self) -> str:
        """The name as it stands, without the places that only say where it lies."""
        return self.city + self.brand + self.ending

    @property
    def short(self) -> str:
        """The name with its ending as it is usually said."""
        return self.city + self.brand + forms().short.get(self.ending, self.ending)


def shortened(name: str) -> str:
    """A zone's name with its ending as it is usually said: 甲高新技术产业开发区 as 甲高新区."""
    for long, short in forms().short.items():
        if name.endswith(long) and name != long:
            return name.removesuffix(long) + short
    return name


def base(name: str) -> str:
    """A zone's name without its ending: what else in its place may be called by."""
    found = [match for match in forms().endings.finditer(name) if match.end() == len(name)]
    return name[: found[0].start()] if found else name


def unknown_zones(
    paragraphs: Iterable[str],
    headings: Iterable[str],
    known: Mapping[str, str],
    named: Mapping[str, int] = NOTHING,
    leads: Iterable[str] = (),
) -> dict[str, str]:
    """Zones that the text names and the rules do not know: each name, to the one it is filed under.

    `known` are the rules' names, to the ones these are filed under; a long form of a
    known zone is filed there too. `named` is how often the text names each of the rules' zones; `leads` are
    names in brackets that paragraphs are headed by, which need not stand a second time.
    """
    found = [name for text in paragraphs for name in _names(text)]
    placed = {replace(name, placed=False) for name in found if name.placed}
    counts = Counter(replace(name, placed=replace(name, placed=False) in placed) for name in found)
    titled = frozenset(name.text for heading in headings for name in _names(heading))
    rival = max([0, *named.values(), *(counts[name] for name in counts if name.ending not in forms().weak)])
    headed = sorted(((count, _bare(name.brand)) for name, count in counts.items() if name.text in titled), reverse=True)
    led = frozenset(leads)
    brands = frozenset((name.ending, name.brand) for name in counts)
    certain = [name for name in counts if not _is_padded(name, brands) and name.text not in known]
    called = _called(counts)
    sure = {
        name
        for name in certain
        if name.text in led or _trusted(name, called[name], titled, max(rival, _beside(name, headed)))
    }
    kinds = {(name.brand, forms().short.get(name.ending, name.ending)) for name in sure}
    trusted = [name for name in certain if name in sure or _lengthens(name, kinds)]
    return _filed(trusted, counts, titled, known, named)


def _beside(name: Name, headed: list[tuple[int, str]]) -> int:
    """How often the text names the zone of its headings that is named most, another one than this."""
    brand = _bare(name.brand)
    return next((count for count, other in headed[:MOST_ALIKE] if brand not in other and other not in brand), 0)


def parts_of_free_trade(texts: Iterable[str]) -> dict[str, str]:
    """The parts of free-trade zones that texts name by the whole: each way to say it, to 营口自贸片区."""
    found = (match for text in texts for match in PART.finditer(text))
    return {
        name: f"{match['place']}自贸片区" for match in found for name in (match.group(), f"{match['place']}自贸片区")
    }


def _lengthens(name: Name, kinds: Set[tuple[str, str]]) -> bool:
    """Is this a name that is sure, with more before its brand? `kinds` are the brands and short endings of those."""
    ending = forms().short.get(name.ending, name.ending)
    return any((name.brand[start:], ending) in kinds for start in range(1, len(name.brand) - 1))


def _called(counts: Mapping[Name, int]) -> dict[Name, int]:
    """How often each name stands in the text, whichever of its endings it has and whatever stands before its brand."""
    kinds: Counter[tuple[str, str]] = Counter()
    for name, count in counts.items():
        ending = forms().short.get(name.ending, name.ending)
        for start in range(len(name.brand) - 1):
            kinds[ending, name.brand[start:]] += count
    return {
        name: max(count, kinds[forms().short.get(name.ending, name.ending), name.brand])
        for name, count in counts.items()
    }


def _names(text: str) -> Iterator[Name]:
    before = 0
    endings = [*forms().endings.finditer(text)]
    for at, ending in enumerate(endings):
        if at + 1 < len(endings) and _goes_on(ending, endings[at + 1]):
            continue
        run = RUN.search(text, max(before, ending.start() - LONGEST_BASE), ending.start())
        name = _name(run.group(), ending.group()) if run else None
        before = ending.end()
        if name:
            yield name


def _goes_on(ending: re.Match[str], following: re.Match[str]) -> bool:
    """Whether a weak ending is only the brand of the name that ends right behind it: 甲江新城|经开区."""
    weak, strong = ending.group() in forms().weak, following.group() not in forms().weak | forms().slogan
    return weak and ending.end() == following.start() and (strong or following.group() in LARGER)


def _name(run: str, ending: str) -> Name | None:
    """The name that this run of characters and its ending make; None where they speak of zones in general."""
    places = find_places(run)
    inside = {position for place in places for position in range(place.start, place.end)}
    inside |= {
        position for size in (2, 3) if run[-size:] in districts() for position in range(len(run) - size, len(run))
    }
    start = _after_stops(run, inside)
    chain = [place for place in places if place.start >= start]
    while len(chain) > 1 and not chain[0].full and chain[0].end != chain[1].start:
        chain.pop(0)
    if chain:
        start = chain[0].start
    city, placed = "", False
    for place in chain:
        rest = run[place.end :]
        if place.full and forms().qualities.match(rest):
            return None
        if place.start != start or len(rest) < 2 or forms().general.match(rest):
            break
        city = "" if place.full or place.place.level == Level.PROVINCE else run[place.start : place.end]
        start, placed = place.end, True
    brand = run[start:]
    if (
        not brand
        or brand.startswith("级")
        or brand.endswith(("级", "全省", "全市", "全国", "全县", "全州", "各地", "各类"))
        or forms().general.match(brand)
        or _is_province(brand)
    ):
        return None
    if not chain and not 2 <= len(brand) <= LONGEST_BRAND:
        return None
    return Name(city, brand, ending, placed)


def _after_stops(run: str, inside: set[int]) -> int:
    """Where the last word ends that cannot be in a name; words inside a place's name (和林格尔) are no such words."""
    start = position = 0
    for word, tag in rjieba.tag(run, False):  # no guessed words: 嘉应 is no verb
        end = position + len(word)
        if position not in inside and _stops(word, tag):
            start = end
        position = end
    return start


def _stops(word: str, tag: str) -> bool:
    if len(word) == 1:
        return word in forms().openers
    return tag[0] in STOP_TAGS and tag not in NOUN_VERBS and word not in forms().verbs


def _is_province(brand: str) -> bool:
    """浙江省高新区 are many zones; 北京经济技术开发区 is one."""
    place = places().get(brand)
    return place is not None and place.level == Level.PROVINCE and not place.name.endswith("市")


def _is_padded(name: Name, brands: frozenset[tuple[str, str]]) -> bool:
    """Is this another name with words before it? `brands` are the endings and brands of all names."""
    return any((name.ending, name.brand[start:]) in brands for start in range(1, len(name.brand)))


def _trusted(name: Name, count: int, titled: frozenset[str], rival: int) -> bool:
    """Is this a name, and not a passing word with a weak ending? `count` is how often it stands in the text."""
    if name.ending in forms().slogan:
        return name.text in titled
    if name.ending in forms().weak and name.text not in titled and count < rival:
        return False
    if name.placed or name.city or find_places(name.brand):
        return True
    if name.ending in forms().weak:
        return count > 1 and (name.text in titled or not rival)
    return count > 1 or name.text in titled


def _filed(
    names: list[Name],
    counts: Counter[Name],
    titled: frozenset[str],
    known: Mapping[str, str],
    named: Iterable[str],
) -> dict[str, str]:
    groups: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        groups.setdefault((_bare(name.brand), forms().short.get(name.ending, name.ending)), []).append(name)
    for brand, ending in [key for key in groups if key[1] == LOOSE and (key[0], STRICT) in groups]:
        groups[brand, ending] += groups.pop((brand, STRICT))
    _join_longer_brands(groups)
    called = _by_end(named)
    filed: dict[str, str] = {}
    for group in groups.values():
        chosen = max(group, key=lambda name: (name.text in titled, counts[name], -len(name.text), name.text))
        target = next((known[name.short] for name in group if name.short in known), "")
        fitting = called.get(chosen.short, ())
        target = target or (fitting[0] if len(fitting) == 1 else chosen.short)
        for name in group:
            filed[name.text] = target
            filed.setdefault(name.short, target)
            if name.city and not forms().general.match(name.brand):
                filed.setdefault(name.brand + name.ending, target)
    return _nicknames(filed)


def _bare(brand: str) -> str:
    """A brand that is a county, without its 县 or 市: 甲县工业园区 and 甲工业园区 are one."""
    place = places().get(brand)
    county = place is not None and place.level == Level.COUNTY and brand[-1] in "县市" and len(place.short) > 1
    return place.short if place is not None and county else brand


def _join_longer_brands(groups: dict[tuple[str, str], list[Name]]) -> None:
    """Brands that are another with more before it are that one: 中外甲江高新区 where the text also says 甲江高新区."""
    order = {key: at for at, key in enumerate(groups)}
    for brand, ending in sorted(groups, key=lambda key: (-len(key[0]), key)):
        shorter = [key for start in range(1, len(brand) - 1) if (key := (brand[start:], ending)) in groups]
        if shorter:
            groups[min(shorter, key=order.__getitem__)] += groups.pop((brand, ending))


def _by_end(named: Iterable[str]) -> dict[str, list[str]]:
    """Zones by all that their names end in: 厦门火炬高新区 by 火炬高新区."""
    ends: dict[str, list[str]] = {}
    for name in named:
        for start in range(len(name)):
            ends.setdefault(name[start:], []).append(name)
    return ends


def _nicknames(filed: dict[str, str]) -> dict[str, str]:
    """A name that leaves out the middle of a longer one is the same zone: 甲南新城 and 甲南工业新城."""
    groups: dict[str, list[str]] = {}
    for name in sorted(set(filed.values()), key=lambda name: (-len(name), name)):
        groups.setdefault(name[:2] + name[-2:], []).append(name)
    same: dict[str, str] = {}
    for names in groups.values():
        for at, long in enumerate(names if len(names) <= MOST_ALIKE else ()):
            for short in names[at + 1 :]:
                if len(short) < len(long) and short[:-2] in long:
                    same.setdefault(short, long)
    return {name: same.get(target, target) for name, target in filed.items()}
