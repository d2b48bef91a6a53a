"""What most needs a person's eye: the facts whose rules are least often right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.confidence import confidence
from generator.model import Published
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.rows import Proof, proof, spoken
from generator.pages.site import Site

MOST = 100
"""Facts that the page lists: more than anyone looks at in a day."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to look at, with the rule that read it."""

    id: str
    text: str
    zone: str
    subject: str
    link: str
    rule: str
    proof: Proof


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The page for editors."""
    page = addresses.REVIEW
    waiting = [item for item in site.facts.values() if item.override is None]
    yield (
        page,
        environment()
        .get_template("review.md.j2")
        .render(
            doubts=tuple(_doubt(site, page, item) for item in sorted(waiting, key=_sureness)[:MOST]),
            waiting=len(waiting),
            method=addresses.link(page, addresses.METHOD, "scores"),
            correct=addresses.link(page, addresses.CORRECT),
        ),
    )


def _sureness(item: Published) -> tuple[float, str, int, int, str]:
    """The least sure first; facts as sure as one another by their place."""
    fact = item.fact
    return confidence(fact.rule).share, fact.doc, fact.span.start, fact.span.end, fact.id


def _doubt(site: Site, page: str, item: Published) -> Doubt:
    fact = item.fact
    return Doubt(
        id=fact.id,
        text=spoken(fact.content),
        zone=site.homes[fact.id].name,
        subject=fact.owner.subject,
        link=site.fact_link(page, fact.id),
        rule=fact.rule,
        proof=proof(site, page, fact),
    )
