"""A site with a memory gives the pages that one without gives, and makes only those again that something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from generator import downloads
from generator.cache import Cache
from generator.model import Action, Archive, Metric, Override, Published, Zone
from generator.pages import Settings, Site, render_site, sources, zones
from generator.pages.editing import Desk
from generator.pages.memory import Memory, content_digest, settled
from generator.tree import Fresh, Joined, Same, pieces
from tests.make import override
from tests.pages.small_archive import archive

NORTH, SOUTH = "zones/beiyuan-gaoxinqu.md", "zones/nanwan-jingkaiqu.md"


class Disk:
    """Files as they were made, and a memory that finds them there."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.memory = Memory(self.stands)
        self.written: set[str] = set()

    def stands(self, path: str, digest: str) -> bool:
        return path in self.files and content_digest(self.files[path]) == digest

    def made(
        self, known: Archive, notes: dict[str, str] | None = None, kept: Cache | None = None, **settings: Any
    ) -> dict[str, str]:
        self.memory.begin(kept, "state")
        site = Site.of(known, Settings(**settings), self.memory)
        files = dict(chain(render_site(site, notes=notes), downloads.render_site(site)))
        fresh = {path: file.text for path, file in files.items() if isinstance(file, Fresh)}
        self.written = {path for path, text in fresh.items() if self.files.get(path) != text}
        self.files = {path: fresh.get(path, self.files.get(path, "")) for path in files}
        for path, file in files.items():
            if isinstance(file, Joined):
                self.files[path] = "".join(pieces(file, self.files.__getitem__))
        return self.files


def made(known: Archive, notes: dict[str, str] | None = None, **settings: Any) -> dict[str, str]:
    """The same without a memory."""
    set_up = Settings(**settings)
    site = Site.of(known, set_up)
    pages = {path: file.text for path, file in render_site(site, notes=notes) if isinstance(file, Fresh)}
    return {**pages, **downloads.render(known, set_up)}


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
    disk, before = Disk(), archive()
    disk.made(before)
    after = settled(change(archive()), before)
    assert disk.made(after) == made(change(archive()))
    assert disk.made(settled(archive(), after)) == made(archive())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_pages_from_notes_of_another_run_are_those_made_afresh(
    change: Callable[[Archive], Archive], tmp_path: Path
) -> None:
    disk = Disk()
    with Cache(tmp_path / "notes.sqlite") as kept:
        disk.made(archive(), kept=kept)
    disk.memory = Memory(disk.stands)
    with Cache(tmp_path / "notes.sqlite") as kept:
        assert disk.made(change(archive()), kept=kept) == made(change(archive()))


def test_pages_of_which_nothing_has_changed_are_not_made_in_another_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk()
    with Cache(tmp_path / "notes.sqlite") as kept:
        disk.made(archive(), kept=kept)
    disk.memory = Memory(disk.stands)
    monkeypatch.setattr(zones, "_profile", lambda site, page, **_: pytest.fail(f"{page} was made"))
    monkeypatch.setattr(sources, "_source", lambda site, page, **_: pytest.fail(f"{page} was made"))
    with Cache(tmp_path / "notes.sqlite") as kept:
        disk.made(archive(), kept=kept)
    assert disk.written == set()


def test_notes_of_other_code_are_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk()
    with Cache(tmp_path / "notes.sqlite") as kept:
        disk.made(archive(), kept=kept)
        disk.memory = Memory(disk.stands)
        disk.memory.begin(kept, "another state")
        site = Site.of(archive(), Settings(), disk.memory)
        assert Same() not in dict(render_site(site)).values()


def test_a_file_that_was_touched_is_made_again() -> None:
    disk = Disk()
    disk.made(archive())
    disk.files[NORTH] = "mine"
    assert disk.made(archive()) == made(archive())


def test_what_is_not_of_the_archive_counts_too() -> None:
    disk, known = Disk(), archive()
    disk.made(known)
    assert disk.made(known, {"北原高新区": "编者按"}) == made(known, {"北原高新区": "编者按"})
    assert disk.made(known, site_url="https://x.example/") == made(known, site_url="https://x.example/")
    desk = Desk("https://github.com/a/b", "main", frozenset({"seeds/overrides/南湾经开区.yml"}))
    assert disk.made(known, desk=desk) == made(known, desk=desk)


def test_only_pages_of_which_something_has_changed_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    disk, before = Disk(), archive()
    disk.made(before)
    monkeypatch.setattr(sources, "_source", lambda site, page, **_: page)
    profile, again = zones._profile, []

    def noted(site: Site, page: str, **about: Any) -> str:
        again.append(page)
        return profile(site, page, **about)

    monkeypatch.setattr(zones, "_profile", noted)
    disk.made(settled(CHANGES["a figure"](archive()), before))
    assert again == [SOUTH]
    assert SOUTH in disk.written
    assert "sources/north.md" not in disk.written


def test_a_new_file_of_corrections_changes_its_own_zone_alone() -> None:
    disk, known = Disk(), archive()
    disk.made(known, desk=Desk("https://github.com/a/b"))
    disk.made(known, desk=Desk("https://github.com/a/b", files=frozenset({"seeds/overrides/南湾经开区.yml"})))
    assert SOUTH in disk.written
    assert NORTH not in disk.written


def test_an_archive_is_settled_on_the_objects_of_the_one_before() -> None:
    before = archive()
    after = settled(CHANGES["a figure"](archive()), before)
    assert [now is was for now, was in zip(after.zones, before.zones, strict=True)] == [True, False]
    assert [now is was for now, was in zip(after.articles, before.articles, strict=True)] == [True, True]
    assert settled(before, None) is before
