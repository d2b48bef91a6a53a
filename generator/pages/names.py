"""The index: zones, organisations, people and indicators by pinyin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compare.naming import shared_name
from generator.model import Attribute, Identity, Metric, Organisation, Person, Zone
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.paging import Leaf, leaves
from generator.pages.site import Site
from generator.slugs import reading

OTHER = "其他"
INDICATOR = "指标"
SHORT = 300
"""Names that one page lists."""
PLACES = 8
"""Zones that a name lists; whoever looks for the others finds them by the search."""
FOLDER = "names"
OPENING = "“《‘（(「"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the index with what it is and where it leads: to places (a zone and a link each), and how many more.

    `page` is the comparison of an indicator that several zones report.
    """

    name: str
    kind: str
    places: tuple[tuple[str, str], ...]
    more: int
    page: str


@dataclass(frozen=True, slots=True)
class Filed:
    """A name as the archive has it: what it is, and by zone the fact that tells it, or none for the zone's own name."""

    name: str
    kind: str
    told: tuple[tuple[Zone, str], ...]


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The index: one page while it is short, else a page a letter, or several."""
    letters: dict[str, list[Filed]] = {}
    for sounds, name in filed(site):
        letters.setdefault(initial(name.name, sounds), []).append(name)
    ordered = {letter: letters[letter] for letter in sorted(letters, key=_letter_order)}
    compared = {c.name: site.indicator_pages[c.name, c.unit, c.inside] for c in reversed(site.comparisons)}
    if sum(map(len, ordered.values())) <= SHORT:
        yield addresses.NAMES, _page(site, addresses.NAMES, ordered, compared)
        return
    pages = {letter: leaves(f"{FOLDER}/{_id(letter)}.md", found, SHORT) for letter, found in ordered.items()}
    firsts = {letter: made[0].path for letter, made in pages.items()}
    yield addresses.NAMES, _page(site, addresses.NAMES, {}, compared, firsts)
    for letter, made in pages.items():
        for leaf in made:
            yield leaf.path, _page(site, leaf.path, {letter: leaf.entries}, compared, firsts, leaf)


def _page(
    site: Site,
    page: str,
    letters: Mapping[str, Sequence[Filed]],
    compared: Mapping[str, str],
    firsts: Mapping[str, str] | None = None,
    leaf: Leaf[Filed] | None = None,
) -> str:
    """A page with these letters; `firsts` has the first page of each letter, where each has its own."""
    shown = tuple(
        (letter, _id(letter), tuple(_shown(site, page, name, compared) for name in names))
        for letter, names in letters.items()
    )
    ways = tuple((letter, addresses.link(page, first)) for letter, first in (firsts or {}).items())
    return (
        environment()
        .get_template("names.md.j2")
        .render(letters=shown, ways=ways, leaf=leaf, whole=addresses.link(page, addresses.NAMES))
    )


def _shown(site: Site, page: str, name: Filed, compared: Mapping[str, str]) -> Name:
    places = tuple(
        (zone.name, site.fact_link(page, fact) if fact else site.zone_link(page, zone))
        for zone, fact in name.told[:PLACES]
    )
    comparison = compared.get(name.name, "") if name.kind == INDICATOR else ""
    link = addresses.link(page, comparison) if comparison else ""
    return Name(name.name, name.kind, places, len(name.told) - len(places), link)


def filed(site: Site) -> list[tuple[list[str], Filed]]:
    """Every name of the archive once a kind, in pinyin order, with its sounds and where it is told."""
    found: dict[tuple[str, str], dict[str, tuple[Zone, str]]] = {}
    for zone in site.archive.zones:
        found.setdefault((zone.name, "园区"), {})[zone.name] = (zone, "")
        for alias in zone.aliases:
            if alias != zone.name:
                found.setdefault((alias, "园区别名"), {})[zone.name] = (zone, "")
        for item in zone.facts:
            entry = _entry(item.fact.content)
            if entry and item.chosen and entry != (zone.name, "园区别名"):
                found.setdefault(entry, {}).setdefault(zone.name, (zone, item.fact.id))
    sounds = {name: reading(name) for name, _ in found}
    ordered = sorted(found, key=lambda entry: (sounds[entry[0]], entry))
    return [(sounds[name], Filed(name, kind, tuple(found[name, kind].values()))) for name, kind in ordered]


def _entry(content: object) -> tuple[str, str] | None:
    if isinstance(content, Organisation):
        return content.name, content.type.value
    if isinstance(content, Person):
        return content.name, "人物"
    if isinstance(content, Metric):
        return shared_name(content.indicator), INDICATOR
    if isinstance(content, Identity) and content.attribute is Attribute.ALIAS:
        return content.value, "园区别名"
    return None


def initial(name: str, sounds: Sequence[str]) -> str:
    """The letter that a name is filed under by its sounds; 其他 where its first character has none."""
    opening = len(name) - len(name.lstrip(OPENING))
    first = (reading(name[opening:]) if opening else sounds)[:1]
    letter = first[0][:1].upper() if first else ""
    return letter if letter.isascii() and letter.isalpha() else OTHER


def _id(letter: str) -> str:
    return "other" if letter == OTHER else letter.lower()


def _letter_order(letter: str) -> tuple[bool, str]:
    return letter == OTHER, letter
