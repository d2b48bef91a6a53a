"""The words of `rules/attribution.yml`, ready to search with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator import rules

SPEAKER = "[^，。：；“”]{{0,14}}?(?:{0})[^，。：；“”]{{1,4}}?(?:介绍|表示|透露|说|谈到|坦言)"
MONTHS = "(?:今年|去年)?(?:前[0-9一二三四五六七八九十]{1,2}个?(?:月|季度)|[0-9]{1,2}[—－~～至-][0-9]{1,2}月)"


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns by what they tell; `types` are the organisation types that a word such as 公司 can mean."""

    objects: re.Pattern[str]
    zone: re.Pattern[str]
    place: re.Pattern[str]
    thing: re.Pattern[str]
    types: dict[str, frozenset[str]]
    around: re.Pattern[str]
    own: re.Pattern[str]
    inside: re.Pattern[str]
    places: re.Pattern[str]
    intro: re.Pattern[str]
    area: re.Pattern[str]
    official: re.Pattern[str]
    manager: re.Pattern[str]
    lead: re.Pattern[str]


@cache
def cues() -> Cues:
    """The rules, read once."""
    data = rules.load("attribution")
    return Cues(
        objects=re.compile(f"(?:{_words(data['objects'])})$"),
        zone=re.compile(_words(data["zone"])),
        place=re.compile(_words(data["place"])),
        thing=re.compile(_words(" ".join(data["thing"]))),
        types={word: frozenset(types) for word, types in data["thing"].items()},
        around=re.compile(_words(data["around"])),
        own=re.compile(_words(data["own"])),
        places=re.compile(f"(?:{_words(data['places'])})$"),
        inside=re.compile(f"(?:{_words(data['inside'])})"),
        intro=re.compile(_words(data["intro"])),
        area=re.compile(rf"(?:其中|新增|拥有|现有|累计|区内|有)?(?:{_words(data['area'])})"),
        official=re.compile(SPEAKER.format(_words(data["officials"]))),
        manager=re.compile(SPEAKER.format(_words(data["managers"]))),
        lead=re.compile(
            rf"[\s“‘\"(《]*(?:(?:{_words(data['openers'])}|截至[^，]{{0,12}}?(?=，)|[0-9]{{2,4}}年(?:[0-9]{{1,2}}月)?"
            r"(?:[0-9]{1,2}日)?(?:底|末|初|以来|来|夏|春|秋|冬)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?)[、，\s]?){0,4}"
        ),
    )


def _words(text: str) -> str:
    return "|".join(re.escape(word) for word in sorted(text.split(), key=lambda word: (-len(word), word)))
