"""The index: zones, organisations, people and indicators by pinyin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compare.naming import shared_name
from generator.model import Attribute, Identity, Metric, Organisation, Person
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.site import Site
from generator.slugs import order, reading

OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the index with what it is and where it leads; `beside` tells the place (a zone) of each link."""

    name: str
    kind: str
    places: tuple[tuple[str, str], ...]


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The index."""
    page = addresses.NAMES
    letters: dict[str, list[Name]] = {}
    for name in names(site, page):
        letters.setdefault(initial(name.name), []).append(name)
    yield (
        page,
        environment()
        .get_template("names.md.j2")
        .render(letters=tuple((letter, tuple(letters[letter])) for letter in sorted(letters, key=_letter_order))),
    )


def names(site: Site, page: str) -> tuple[Name, ...]:
    """Every name of the archive once a kind, in pinyin order, with its places."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for zone in site.archive.zones:
        found.setdefault((zone.name, "园区"), {})[zone.name] = site.zone_link(page, zone)
        for alias in zone.aliases:
            if alias != zone.name:
                found.setdefault((alias, "园区别名"), {})[zone.name] = site.zone_link(page, zone)
        for item in zone.facts:
            entry = _entry(item.fact.content)
            if entry and item.chosen and entry != (zone.name, "园区别名"):
                found.setdefault(entry, {}).setdefault(zone.name, site.fact_link(page, item.fact.id))
    made = [Name(name, kind, tuple(places.items())) for (name, kind), places in found.items()]
    return tuple(sorted(made, key=lambda name: (order(name.name), name.kind)))


def _entry(content: object) -> tuple[str, str] | None:
    if isinstance(content, Organisation):
        return content.name, content.type.value
    if isinstance(content, Person):
        return content.name, "人物"
    if isinstance(content, Metric):
        return shared_name(content.indicator), "指标"
    if isinstance(content, Identity) and content.attribute is Attribute.ALIAS:
        return content.value, "园区别名"
    return None


def initial(name: str) -> str:
    """The letter that a name is filed under; 其他 where its first character has no sound."""
    sounds = reading(name.lstrip("“《‘（(「"))
    first = sounds[0][:1].upper() if sounds else ""
    return first if first.isascii() and first.isalpha() else OTHER


def _letter_order(letter: str) -> tuple[bool, str]:
    return letter == OTHER, letter
