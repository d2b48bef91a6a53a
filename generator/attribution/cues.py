"""The words of `rules/attribution.yml`, ready to search with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator import rules
from generator.gates import Gate, Gated, gated
from generator.patterns import alternation

SPEAKER = "[^，。：；“”]{{0,14}}?(?:{0})[^，。：；“”]{{1,4}}?(?:介绍|表示|透露|说|谈到|坦言)"
MONTHS = "(?:今年|去年)?(?:前[0-9一二三四五六七八九十]{1,2}个?(?:月|季度)|[0-9]{1,2}[—－~～至-][0-9]{1,2}月)"


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns by what they tell; `types` are the organisation types that a word such as 公司 can mean."""

    objects: re.Pattern[str]
    zone: re.Pattern[str]
    pointing: re.Pattern[str]
    types: dict[str, frozenset[str]]
    around: Gated
    own: re.Pattern[str]
    inside: re.Pattern[str]
    turns: re.Pattern[str]
    settling: re.Pattern[str]
    places: re.Pattern[str]
    intro: Gated
    area: re.Pattern[str]
    firm: re.Pattern[str]
    official: Gated
    manager: Gated
    speakers: Gate
    lead: re.Pattern[str]


@cache
def cues() -> Cues:
    """The rules, read once."""
    data = rules.load("attribution")
    official = gated(SPEAKER.format(alternation(data["officials"].split())))
    manager = gated(SPEAKER.format(alternation(data["managers"].split())))
    return Cues(
        objects=re.compile(f"(?:{alternation(data['objects'].split())})$"),
        zone=re.compile(alternation(data["zone"].split())),
        pointing=re.compile(
            f"(?P<zone>{alternation(data['zone'].split())})|(?P<place>{alternation(data['place'].split())})"
            f"|(?P<thing>{alternation(data['thing'])})"
        ),
        types={word: frozenset(types) for word, types in data["thing"].items()},
        around=gated(alternation(data["around"].split())),
        own=re.compile(alternation(data["own"].split())),
        places=re.compile(f"(?:{alternation(data['places'].split())})$"),
        inside=re.compile(f"(?:{alternation(data['inside'].split())})"),
        turns=re.compile(
            f"(?:[让把将][^，。；]{{1,8}}?)?(?:{alternation(data['turns'].split())})(?:了|到|向)?(?:[^，。；的]{{0,8}}的)?(?P<place>[一-龥]{{2,4}}?)(?:这边|一侧|方向)?$"
        ),
        settling=re.compile(f"在(?P<place>[一-龥]{{2,4}}?)(?:市|县|区)?(?:{alternation(data['settling'].split())})"),
        intro=gated(alternation(data["intro"].split())),
        area=re.compile(rf"(?:其中|新增|拥有|现有|累计|区内|有)?(?:{alternation(data['area'].split())})"),
        firm=re.compile(alternation(data["firm"].split())),
        official=official,
        manager=manager,
        speakers=Gate(official, manager),
        lead=re.compile(
            rf"[\s“‘\"(《]*(?:(?:{alternation(data['openers'].split())}|截至[^，]{{0,12}}?(?=，)|[0-9]{{2,4}}年(?:[0-9]{{1,2}}月)?"
            r"(?:[0-9]{1,2}日)?(?:底|末|初|以来|来|夏|春|秋|冬)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?)[、，\s]?){0,4}"
        ),
    )
