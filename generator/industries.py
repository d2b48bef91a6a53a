"""What is known of industries: their names, the groups that zones are compared by, their sections of GB/T 4754."""

from __future__ import annotations

from functools import cache

from generator import rules

GENERAL_ENDINGS = (
    "产业链集群",
    "产业集群",
    "产业链",
    "产业",
    "行业",
    "领域",
    "板块",
    "制造业",
    "制造",
    "业",
    "装备",
    "技术",
)
"""What a name may carry at its end and still belong to the same group."""


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Names to group and section (`none` where a name spans several)."""
    return {
        name: (entry["group"], section)
        for entry in rules.load("industries")["groups"]
        for section, names in entry.items()
        if section != "group"
        for name in names
    }


@cache
def names() -> frozenset[str]:
    """All names that the rules know."""
    return frozenset(_known())


def group(name: str) -> str | None:
    """The group that an industry is compared under: 集成电路 → 新一代信息技术; None for an unknown one.

    A name that is not known itself is looked up without its general endings (集成电路产业链),
    then by the longest known name that it ends with or begins with (车规级芯片, 半导体功率模块).
    """
    found = _entry(name)
    return found[0] if found else None


def section(name: str) -> str | None:
    """The section of GB/T 4754-2017 (a letter) where the industry clearly belongs to one, else None."""
    found = _entry(name)
    return found[1] if found and found[1] != "none" else None


def _entry(name: str) -> tuple[str, str] | None:
    known = _known()
    if name in known:
        return known[name]
    for ending in GENERAL_ENDINGS:
        bare = name.removesuffix(ending)
        if bare != name and bare in known:
            return known[bare]
    parts = [name[start:] for start in range(1, len(name) - 1)] + [name[:end] for end in range(len(name) - 1, 1, -1)]
    return known[max(matches, key=len)] if (matches := [part for part in parts if part in known]) else None


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The two letters that known names begin with, and those that they end with."""
    return frozenset(name[:2] for name in _known()), frozenset(name[-2:] for name in _known())


def longest_before(text: str, end: int, longest: int = 14) -> int | None:
    """Where the longest known name that ends at this position begins; None when none does."""
    known = _known()
    for start in range(max(0, end - longest), end - 1) if text[end - 2 : end] in _edges()[1] else ():
        if text[start:end] in known:
            return start
    return None


def longest_after(text: str, start: int, end: int, longest: int = 14) -> int | None:
    """Where the longest known name that begins at this position ends, at `end` at the latest; None when none does."""
    known = _known()
    for stop in range(min(end, start + longest), start + 1, -1) if text[start : start + 2] in _edges()[0] else ():
        if text[start:stop] in known:
            return stop
    return None
