"""A site with a memory gives the pages that one without gives, and makes only those again that something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator import downloads
from generator.model import Action, Archive, Metric, Override, Published, Zone
from generator.pages import Settings, Site, render_site
from generator.pages.memory import Memory, settled
from tests.make import override
from tests.pages.small_archive import archive

NORTH, SOUTH = "zones/beiyuan-gaoxinqu.md", "zones/nanwan-jingkaiqu.md"


def made(known: Archive, memory: Memory | None, notes: dict[str, str] | None = None, **settings: str) -> dict[str, str]:
    site = Site.of(known, Settings(**settings), memory)  # type: ignore[arg-type]
    return {**render_site(site, notes=notes), **downloads.render_site(site)}


def with_zone(known: Archive, place: int, change: Callable[[Zone], Zone]) -> Archive:
    zones = list(known.zones)
    zones[place] = change(zones[place])
    return replace(known, zones=tuple(zones))


def with_fact(zone: Zone, change: Callable[[Published], Published]) -> Zone:
    return replace(zone, facts=(change(zone.facts[0]), *zone.facts[1:]))


def another_value(item: Published) -> Published:
    content = item.fact.content
    assert isinstance(content, Metric)
    return replace(item, fact=replace(item.fact, content=replace(content, value=7777)))


def corrected(item: Published) -> Published:
    told: Override = override(fact=item.fact.id, action=Action.CONFIRM)
    return replace(item, override=told)


CHANGES: dict[str, Callable[[Archive], Archive]] = {
    "nothing": lambda known: known,
    "a figure": lambda known: with_zone(known, 1, lambda zone: with_fact(zone, another_value)),
    "an override": lambda known: with_zone(known, 0, lambda zone: with_fact(zone, corrected)),
    "another name": lambda known: with_zone(known, 0, lambda zone: replace(zone, aliases=("北原新城",))),
    "another address": lambda known: with_zone(known, 1, lambda zone: replace(zone, slug="nanwan")),
    "no profile": lambda known: with_zone(known, 1, lambda zone: replace(zone, profile=False)),
    "a zone less": lambda known: replace(known, zones=known.zones[:1]),
    "an article's title": lambda known: replace(
        known, articles=(known.articles[0], replace(known.articles[1], title="南湾的一年"))
    ),
    "an article's date": lambda known: replace(
        known, articles=(replace(known.articles[0], date="2019-01"), known.articles[1])
    ),
    "an article less": lambda known: replace(known, articles=known.articles[:1]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_pages_from_memory_are_those_made_afresh(change: Callable[[Archive], Archive]) -> None:
    memory, before = Memory(), archive()
    made(before, memory)
    after = settled(change(archive()), before)
    assert made(after, memory) == made(change(archive()), None)
    assert made(settled(archive(), after), memory) == made(archive(), None)


def test_what_is_not_of_the_archive_counts_too() -> None:
    memory, known = Memory(), archive()
    made(known, memory)
    assert made(known, memory, {"北原高新区": "编者按"}) == made(known, None, {"北原高新区": "编者按"})
    assert made(known, memory, site_url="https://x.example/") == made(known, None, site_url="https://x.example/")


def test_only_pages_of_which_something_has_changed_are_made_again() -> None:
    memory, before = Memory(), archive()
    first = made(before, memory)
    second = made(settled(CHANGES["a figure"](archive()), before), memory)
    assert second[NORTH] is first[NORTH]
    assert second[SOUTH] != first[SOUTH]
    assert second["sources/north.md"] is first["sources/north.md"]


def test_an_archive_is_settled_on_the_objects_of_the_one_before() -> None:
    before = archive()
    after = settled(CHANGES["a figure"](archive()), before)
    assert [now is was for now, was in zip(after.zones, before.zones, strict=True)] == [True, False]
    assert [now is was for now, was in zip(after.articles, before.articles, strict=True)] == [True, True]
    assert settled(before, None) is before
