"""Who and what a synthetic article is about: zones of real places, and firms, schools and people that nobody knows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.places import Level, Place, places

ENDINGS = {
    "高新区": "高新技术产业开发区",
    "经开区": "经济技术开发区",
    "科技城": "科技城",
    "综保区": "综合保税区",
    "工业园区": "工业园区",
}
"""How zones end, and how they end in full."""
WORDS: dict[str, Sequence[str]] = yaml.safe_load((Path(__file__).parent / "words.yml").read_bytes())
"""Syllables of brands, trades, legal forms of firms, kinds of schools, quarters, surnames, given names."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of a real place that may well not exist: its short name, its full one, and where it lies."""

    name: str
    full: str
    place: str
    city: str
    province: str


@cache
def zones(count: int) -> tuple[Zone, ...]:
    """So many zones, each with a name of its own; the first of a longer list are the shorter list."""
    found = [Zone(place.short + short, place.short + full, place.short, place.city or place.short, place.province)
             for short, full in ENDINGS.items() for place in _seats()]  # fmt: skip
    # Spread over the country, and the same for each count: the seed is no part of it.
    random.Random("zones").shuffle(found)
    if count > len(found):
        raise ValueError(f"there are {len(found)} zones, not {count}")
    return tuple(found[:count])


def _seats() -> list[Place]:
    """Cities and counties that give a zone its name; each short name once."""
    own = {place.short: place for place in places().values() if place.level is not Level.PROVINCE}
    known = {place.short for place in places().values() if place.level is Level.PROVINCE}
    return [own[name] for name in sorted(own) if 2 <= len(name) <= 3 and name not in known]


def cast(pick: random.Random, zone: Zone, others: Sequence[Zone]) -> dict[str, list[str]]:
    """The words of an article's own: by the name that forms use, the words to choose from."""
    brands = ["".join(pick.sample(WORDS["syllables"], 2)) for _ in range(pick.randint(3, 7))]
    trades = [pick.choice(WORDS["trades"]) for _ in brands]
    schools = [pick.choice(others).city + pick.choice(WORDS["schools"]) for _ in range(2)]
    return {
        "园区": [zone.name] * 6 + [zone.full],
        "园区全": [zone.full],
        "他区": [other.name for other in pick.sample(others, min(2, len(others)))],
        "城市": [zone.city],
        "省": [zone.province],
        "地名": pick.sample(WORDS["quarters"], 3),
        "企业": [zone.place * pick.randint(0, 1) + brand + trade + pick.choice(WORDS["forms"])
                 for brand, trade in zip(brands, trades, strict=True)],
        "企业简": [brand + trade for brand, trade in zip(brands, trades, strict=True)],
        "大学": schools,
        "大学简": [school.replace("职业技术学院", "职院") for school in schools],
        "人": [_person(pick) for _ in range(4)],
    }  # fmt: skip


def _person(pick: random.Random) -> str:
    return pick.choice(WORDS["surnames"]) + "".join(pick.sample(WORDS["given"], pick.randint(1, 2)))
