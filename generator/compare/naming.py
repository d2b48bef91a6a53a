"""What an indicator is called when figures of several zones stand side by side, and its topic."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator import rules


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
    """The topic of an indicator, by the words of its name."""
    by_name = {entry.name: entry for entry in topics()}
    for entry in rules.load("presentation")["topics"]:
        if any(word in indicator for word in entry["words"]):
            return by_name[entry["name"]]
    return topics()[-1]


@cache
def shared_name(indicator: str) -> str:
    """One name for the ways an indicator is written: 规模以上工业总产值 and 规上工业总产值 are one."""
    name = indicator
    for written, spoken in rules.load("presentation")["same_words"].items():
        name = name.replace(written, spoken)
    return name or indicator


@cache
def headline_rank(indicator: str) -> int:
    """How early an indicator stands among the key figures: 0 is first; unlisted ones come after all."""
    listed: list[str] = rules.load("presentation")["headline"]
    name = shared_name(indicator)
    for exact in (True, False):
        for rank, word in enumerate(listed):
            if name == word if exact else word in name:
                return rank if exact else rank + len(listed)
    return 2 * len(listed)
