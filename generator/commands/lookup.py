"""A fact by its id, freshly extracted."""

from __future__ import annotations

from collections.abc import Iterable

from generator import store
from generator.articles import read_one
from generator.commands.project import Project
from generator.ingest import find_articles
from generator.model import Fact
from generator.problems import Problem, ProblemError, likeliest


def facts_near(where: Project, fact: str) -> tuple[Fact, ...]:
    """Freshly extracted facts: of the article that the store names for the id, of all where it names none."""
    paths = find_articles([where.articles]) if where.articles.is_dir() else []
    try:
        doc = next((known.doc for known in store.read_facts(where.data) if known.id == fact), None)
    except ProblemError:
        doc = None
    facts: tuple[Fact, ...] = ()
    for chosen in ([path for path in paths if path.name == doc], paths):
        facts = tuple(found for path in chosen for found in read_one(path).facts)
        if any(found.id == fact for found in facts):
            break
    return facts


def unknown_fact(fact: str, known: Iterable[str]) -> ProblemError:
    """The error for an id that no fact has, with the nearest ids."""
    near = likeliest(fact, known)
    return ProblemError(
        Problem(
            code="UNKNOWN-FACT",
            file=fact,
            message="no fact has this id",
            expected="an id that a page shows" + (f", such as {', '.join(near)}" if near else ""),
            fix="copy the id from the page or from docs/data/zones",
        )
    )
