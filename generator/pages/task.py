"""One thing that waits for a person's eye, and a sort of such things."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from generator.model import Published
from generator.overrides import Idle
from generator.pages.acting import Act
from generator.pages.marking import Piece
from generator.pages.rows import Proof, proof, spoken
from generator.pages.site import Site
from generator.problems import Problem
from generator.store import Source


@dataclass(frozen=True, slots=True)
class Work:
    """What was found out beside the facts: overrides without effect, what is wrong in files, articles as stored."""

    idle: tuple[Idle, ...] = ()
    broken: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to look at. `act` holds the entry; `others` what contradicts it, each with an entry of its own."""

    text: str
    reason: str
    link: str = ""
    beside: str = ""
    pieces: tuple[Piece, ...] = ()
    raw: str = ""
    source: str = ""
    source_link: str = ""
    act: Act | None = None
    others: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of tasks: its name in addresses, its title, what to do, how many there are, the first of them."""

    name: str
    title: str
    about: str
    total: int
    tasks: tuple[Task, ...]


def fact_task(site: Site, page: str, item: Published, reason: str) -> Task:
    """A fact to look at, with its own drafted correction."""
    shown = proof(site, page, item.fact)
    zone, subject, text = site.homes[item.fact.id].name, item.fact.owner.subject, spoken(item.fact.content)
    return Task(
        text=text,
        reason=reason,
        link=site.fact_link(page, item.fact.id),
        beside=f"{zone} · {subject}" if subject and subject not in text else zone,
        act=replace(shown.act, report=None),
        **quoted(shown),
    )


def quoted(shown: Proof | None) -> dict[str, Any]:
    """A task's quotation: its pieces, the source's own words, the source."""
    if shown is None:
        return {}
    return {"pieces": shown.pieces, "raw": shown.raw, "source": shown.title, "source_link": shown.link}
