"""What an indicator is called when figures of several zones stand side by side, and its topic."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator import rules
from generator.indicators import canonical


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of indicators on a profile: its name and its anchor."""

    name: str
    id: str


@cache
def topics() -> tuple[Topic, ...]:
    """All topics in the order of the pages."""
    known = {entry["name"]: Topic(entry["name"], entry["id"]) for entry in rules.load("presentation")["topics"]}
    return tuple(known[name] for name in rules.load("presentation")["order"])


@cache
def topic(indicator: str) -> Topic:
    """The topic of an indicator: as the register of indicators has it, else by the words of its name."""
    by_name = {entry.name: entry for entry in topics()}
    known = canonical(indicator) or canonical(shared_name(indicator))
    if known and known.topic in by_name:
        return by_name[known.topic]
    for entry in rules.load("presentation")["topics"]:
        if any(word in indicator for word in entry["words"]):
            return by_name[entry["name"]]
    return topics()[-1]


@cache
def shared_name(indicator: str) -> str:
    """One name for the ways an indicator is written: 规模以上工业总产值 and 规上工业总产值 are one."""
    known = canonical(indicator)
    if known:
        return known.name
    name = indicator
    for written, spoken in rules.load("presentation")["same_words"].items():
        name = name.replace(written, spoken)
    known = canonical(name)
    return known.name if known else name or indicator


@cache
def not_with(indicator: str) -> tuple[str, ...]:
    """Indicators that look like this one and must not be compared with it."""
    known = canonical(indicator)
    return known.not_with if known else ()


def registered(indicator: str) -> bool:
    """Whether the register of indicators knows this one."""
    return canonical(shared_name(indicator)) is not None


@cache
def headline_rank(indicator: str) -> int:
    """How early an indicator stands among the key figures: listed ones first, then registered ones, shares last."""
    listed: list[str] = rules.load("presentation")["headline"]
    name = shared_name(indicator)
    if name in listed:
        return listed.index(name)
    if any(word in name for word in rules.load("presentation")["derived"]):
        return len(listed) + 2
    return len(listed) + (0 if registered(name) else 1)
