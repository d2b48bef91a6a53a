"""Pinyin for addresses and for order. An address stays the same once it is published.

`昆山高新区` is `kunshan-gaoxinqu`. Which `slug` a zone has can be settled in
`rules/zones.yml`; readings that the dictionary gets wrong stand in `rules/pinyin.yml`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

import rjieba
from pypinyin import lazy_pinyin

from generator import rules

WHOLE = 4
"""A name's first part of up to so many characters is one word: 阅海湾, 漕河泾."""
LENGTH = 80
"""Characters of an address at most; longer ones are cut at a word and marked."""
PLAIN = re.compile(r"[^a-z0-9]+")


def slugs(zones: Iterable[str]) -> dict[str, str]:
    """Zones to addresses, all different, none of them a word that the site needs itself."""
    settled = {zone["name"]: zone["slug"] for zone in rules.load("zones") if zone.get("slug")}
    known = {zone["name"] for zone in rules.load("zones")}
    wanted = {zone: settled.get(zone) or slug(zone) for zone in sorted(set(zones))}
    taken = Counter(wanted.values())
    kept = Counter(wanted[zone] for zone in wanted if zone in known)
    reserved = set(rules.load("pinyin")["reserved"])
    found = {}
    for zone, name in wanted.items():
        alone = taken[name] == 1 or zone in settled or (zone in known and kept[name] == 1)
        found[zone] = name if alone and name not in reserved else f"{name}-{_mark(zone)}"
    return found


def slug(zone: str) -> str:
    """The address that a zone's name gives: pinyin, small letters and digits, words joined by hyphens."""
    words = [PLAIN.sub("", "".join(reading(word)).lower()) for word in _words(zone)]
    text = "-".join(word for word in words if word)
    if not text:
        return f"zone-{_mark(zone)}"
    if len(text) <= LENGTH:
        return text
    return f"{text[:LENGTH].rpartition('-')[0] or text[:LENGTH]}-{_mark(zone)}"


def order(name: str) -> tuple[list[str], str]:
    """A sorting key that puts names in pinyin order."""
    return reading(name), name


def reading(text: str) -> list[str]:
    """The pinyin of each character, without tones; other characters as they are."""
    return list(_reading(text))


@lru_cache(1 << 16)
def _reading(text: str) -> tuple[str, ...]:
    words = rules.load("pinyin")["words"]
    found: list[str] = []
    for part in _exceptions().split(text):
        found += words[part].split() if part in words else lazy_pinyin(part)
    return tuple(found)


def _words(zone: str) -> list[str]:
    form = _forms().search(zone)
    if not form or not form.start():
        return list(rjieba.cut(zone))
    head, tail = zone[: form.start()], form.group()
    return [*([head] if len(head) <= WHOLE else rjieba.cut(head)), tail]


@cache
def _exceptions() -> re.Pattern[str]:
    words = sorted(rules.load("pinyin")["words"], key=len, reverse=True)
    return re.compile("(" + "|".join(map(re.escape, words)) + ")")


@cache
def _forms() -> re.Pattern[str]:
    """The ending that makes a name a zone's, the longest there is."""
    forms = rules.load("zone_forms")
    endings = sorted({*forms["strong"], *forms["weak"]}, key=lambda ending: (-len(ending), ending))
    return re.compile("(?:" + "|".join(map(re.escape, endings)) + ")$")


def _mark(zone: str) -> str:
    return hashlib.sha256(zone.encode("utf-8", "surrogatepass")).hexdigest()[:4]
