"""The names that search knows: what zones are and were called, and whose names are told on which zone's page.

Written beside the downloads, in a file that no site shows, for `search.py` to take into its index.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable

from generator.model import Archive, Attribute, Identity, Organisation, Person, Zone
from generator.slugs import reading

FILE = ".names.json"
"""Below the folder of downloads; MkDocs leaves out what begins with a dot."""
HAN_CHARACTERS = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
HAN = re.compile(f"[{HAN_CHARACTERS}]+")


def render(archive: Archive, home: Callable[[Zone], str]) -> str:
    """All names as JSON: `zones` by the address of the page that tells of them, `others` with such addresses.

    `home` gives a zone's page as the built site has it.
    """
    zones: dict[str, list[str]] = {}
    others: dict[str, set[str]] = {}
    for zone in archive.zones:
        address = home(zone)
        zones.setdefault(address, []).extend(zone_names(zone))
        for name in _told(zone):
            others.setdefault(name, set()).add(address)
    found = {
        "zones": {address: list(dict.fromkeys(zones[address])) for address in sorted(zones)},
        "others": {name: sorted(others[name]) for name in sorted(others)},
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"


def zone_names(zone: Zone) -> tuple[str, ...]:
    """A zone's name, other names and former names."""
    former = (
        item.fact.content.value
        for item in zone.facts
        if isinstance(item.fact.content, Identity)
        and item.fact.content.attribute is Attribute.FORMERLY
        and not item.fact.owner.subject
    )
    return tuple(dict.fromkeys((zone.name, *zone.aliases, *former)))


def _told(zone: Zone) -> Iterable[str]:
    for item in zone.facts:
        if isinstance(item.fact.content, Organisation | Person):
            yield item.fact.content.name
        if item.fact.owner.subject:
            yield item.fact.owner.subject


def folded(text: str) -> str:
    """A text as the worker compares it, but for its script: one width, small letters."""
    return unicodedata.normalize("NFKC", text).lower()


def pinyin(name: str) -> str:
    """A folded name's sounds, one for each character, between spaces; what has no sound stands for itself."""
    sounds: list[str] = []
    at = 0
    for found in HAN.finditer(name):
        sounds += [*name[at : found.start()], *reading(found.group())]
        at = found.end()
    return " ".join((sound.strip() or "·") for sound in [*sounds, *name[at:]])
