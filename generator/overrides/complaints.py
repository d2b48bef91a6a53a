"""What can be wrong between an override and the facts, each as a problem with what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from generator.model import Action, Fact, plain
from generator.overrides.entry import Entry, Place
from generator.problems import Problem, likeliest, shown

LIKELIEST = 3
"""Likely words that a message names."""


def unknown_zone(file: str, place: Place, key: str, zone: str, known: Iterable[str]) -> Problem:
    """A zone that neither articles nor rules nor added facts speak of."""
    near = likeliest(zone, known, LIKELIEST)
    return Problem(
        code="UNKNOWN-ZONE",
        file=file,
        message="no article speaks of this zone",
        line=place[0],
        column=place[1],
        key=key,
        found=shown(zone),
        expected="a zone with facts" + (f", such as {', '.join(near)}" if near else ""),
        fix=f"write {near[0]}" if near else "check the name",
    )


def unknown_fact(entry: Entry, zone: str, facts: Iterable[Fact]) -> Problem:
    """A fact that does not exist, with those of the zone that are most likely meant."""
    near = [f"{fact.id} ({_summary(fact)})" for fact in _candidates(entry, zone, facts)]
    return entry.problem(
        "UNKNOWN-FACT",
        "no fact has this id",
        "fact",
        found=entry.override.fact,
        expected="an id of this zone" + (f", such as {', '.join(near)}" if near else ""),
        fix="copy the id from the page; if the article no longer holds the fact, remove the override",
    )


def foreign(entry: Entry, zone: str, fact: Fact, folder: str) -> Problem:
    """A fact that is published under another zone than the file's."""
    return entry.problem(
        "WRONG-FILE",
        "the fact is about another zone",
        "fact",
        found=fact.owner.zone,
        expected=zone,
        fix=f"move the entry to the file of {fact.owner.zone} in {folder}",
    )


def no_change(entry: Entry, values: Mapping[str, Any]) -> Problem | None:
    """A correction to what the machine reads by itself, or None."""
    changes = dict(entry.override.set)
    if entry.override.action is not Action.CORRECT or any(values.get(name) != new for name, new in changes.items()):
        return None
    return entry.problem(
        "NO-CHANGE",
        "the override sets what the machine reads by itself",
        "set",
        found=_pairs(changes),
        fix="remove the override, or write action: confirm",
    )


def stale(entry: Entry, values: Mapping[str, Any]) -> Problem | None:
    """The three values side by side where the machine no longer says what the editor saw."""
    expected = dict(entry.override.expect)
    stale = [name for name, value in expected.items() if values.get(name) != value]
    if not stale:
        return None
    name = stale[0]
    changes = dict(entry.override.set)
    said = f", you set {_quoted(changes[name])}" if name in changes else ""
    return entry.problem(
        "STALE-EXPECT",
        f"{name}: you saw {_quoted(expected[name])}, the machine now says {_quoted(values[name])}{said}",
        f"expect.{name}",
        fix="look at the sentence again; then write the new value under expect, or remove the override",
    )


def record(fact: Fact) -> dict[str, Any]:
    """The fact's fields as values that can be compared: ranges as tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fact.record().items()}


def _candidates(entry: Entry, zone: str, facts: Iterable[Fact]) -> list[Fact]:
    """The facts that are most likely meant: of the zone and kind, first those that say what was expected."""
    alike = [fact for fact in facts if fact.owner.zone == zone and fact.kind is entry.kind]
    expected = dict(entry.override.expect)

    def rank(fact: Fact) -> tuple[float, float, str]:
        values = record(fact)
        agreed = sum(values.get(name) == value for name, value in expected.items())
        return -agreed, -difflib.SequenceMatcher(None, entry.override.fact, fact.id).ratio(), fact.id

    return sorted(alike, key=rank)[:LIKELIEST]


def _summary(fact: Fact) -> str:
    """What a fact says, short enough to recognise it in a message."""
    values = fact.record()
    names = ("indicator", "value", "unit", "attribute", "title", "name", "partner", "date")
    words = [str(values[name]) for name in names if values.get(name) not in (None, "")]
    return " ".join(words)[:40]


def _quoted(value: Any) -> str:
    return shown(plain(value))


def _pairs(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}: {_quoted(value)}" for name, value in values.items())
