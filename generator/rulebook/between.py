"""What is wrong between the rules: names that there are not, and names that two claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.problems import Problem, nearest, shown
from generator.rulebook.file import RuleFile
from generator.yamlnodes import Node

CHANGE = "change"
"""The family of an indicator of which only growth is told."""
MARKS = re.compile(r"[\s“”\"'‘’·]+")
Files = Mapping[str, RuleFile]


def indicators_between(files: Files) -> Iterator[Problem]:
    """Topics and families that there are, and no name that two indicators claim."""
    rules = files.get("indicators")
    if rules is None:
        return
    entries = rules.data["indicators"]  # type: ignore[index]
    topics = [topic["name"] for topic in _data(files, "presentation").get("topics", ())]
    families = [*_data(files, "units").get("families", ()), CHANGE, ""]
    claimed: dict[str, str] = {MARKS.sub("", name): name for name in entries}
    for name, entry in entries.items():
        path = ("indicators", name)
        if topics and entry["topic"] not in topics:
            yield _no_such(rules, (*path, "topic"), "topic", entry["topic"], topics, "presentation.yml")
        if len(families) > 2 and entry["family"] not in families:
            yield _no_such(rules, (*path, "family"), "family of units", entry["family"], families, "units.yml")
        for place, synonym in enumerate(entry["synonyms"]):
            owner = claimed.setdefault(MARKS.sub("", synonym), name)
            if owner != name or synonym == name:
                yield _claimed(rules, rules.at((*path, "synonyms", place)), "synonyms", synonym, owner)
        for place, other in enumerate(entry["not_with"]):
            if other not in entries:
                yield _no_such(rules, (*path, "not_with", place), "indicator", other, entries, "indicators.yml")


def zones_between(files: Files) -> Iterator[Problem]:
    """No zone and no address twice, and no name that two zones claim."""
    rules = files.get("zones")
    if rules is None:
        return
    entries: list[dict[str, Any]] = rules.data  # type: ignore[assignment]
    claimed: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for number, zone in enumerate(entries):
        if zone["name"] in claimed:
            yield _claimed(rules, rules.at((number, "name")), "name", zone["name"], claimed[zone["name"]])
        claimed.setdefault(zone["name"], zone["name"])
        if zone.get("slug") and slugs.setdefault(zone["slug"], zone["name"]) != zone["name"]:
            yield _claimed(rules, rules.at((number, "slug")), "slug", zone["slug"], slugs[zone["slug"]])
    for number, zone in enumerate(entries):
        for key in ("full", "aliases", "former"):
            said = zone.get(key, ())
            for place, name in enumerate([said] if isinstance(said, str) else said):
                owner = claimed.setdefault(name, zone["name"])
                if owner != zone["name"]:
                    yield _claimed(rules, rules.at((number, key, place)), key, name, owner)


def units_between(files: Files) -> Iterator[Problem]:
    """No unit in two families."""
    rules = files.get("units")
    if rules is None:
        return
    homes: dict[str, str] = {}
    families = _data(files, "units")["families"]
    for family, entry in families.items():
        for unit in entry["units"]:
            owner = homes.setdefault(unit, family)
            if owner != family:
                yield _claimed(rules, rules.key(("families", family, "units"), unit), "units", unit, owner)


def topics_between(files: Files) -> Iterator[Problem]:
    """The order of topics names all of them and no others."""
    rules = files.get("presentation")
    if rules is None:
        return
    data = _data(files, "presentation")
    topics = [topic["name"] for topic in data["topics"]]
    for place, name in enumerate(data["order"]):
        if name not in topics:
            yield _no_such(rules, ("order", place), "topic", name, topics, "presentation.yml")
    for place, name in enumerate(topics):
        if name not in data["order"]:
            yield _no_such(rules, ("topics", place, "name"), "place in order", name, data["order"], "presentation.yml")


def readings_between(files: Files) -> Iterator[Problem]:
    """A syllable for each character."""
    rules = files.get("pinyin")
    for word, reading in _data(files, "pinyin").get("words", {}).items():
        syllables = len(reading.split())
        if rules is not None and syllables != len(word):
            yield rules.problem(
                "WRONG-READING",
                f"{word} has {len(word)} characters and {syllables} syllables",
                rules.at(("words", word)),
                word,
                found=shown(reading),
                expected=f"{len(word)} syllables with a space between them",
                fix="write a syllable for each character",
            )


BETWEEN: tuple[Callable[[Files], Iterator[Problem]], ...] = (
    indicators_between,
    zones_between,
    units_between,
    topics_between,
    readings_between,
)


def _data(files: Files, name: str) -> Any:
    return files[name].data if name in files else {}


def _no_such(
    rules: RuleFile, path: tuple[str | int, ...], what: str, found: str, known: Iterable[str], where: str
) -> Problem:
    near = nearest(found, known)
    return rules.problem(
        "UNKNOWN-NAME",
        f"there is no such {what}",
        rules.at(path),
        next(str(step) for step in reversed(path) if isinstance(step, str)),
        found=shown(found),
        expected=f"one of {where}",
        fix=f"write {near}" if near else f"add it to {where}, or remove it here",
    )


def _claimed(rules: RuleFile, node: Node | None, key: str, name: str, owner: str) -> Problem:
    return rules.problem(
        "CLAIMED-TWICE",
        f"{owner} has this name already",
        node,
        key,
        found=shown(name),
        fix="keep it in one place",
    )
