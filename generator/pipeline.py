"""The way of the data, step by step. Each step is a plain function of its input.

    seeds/articles/*.txt
      │ ingest       bytes → Article               encoding, title, publisher, date, address
      │ clean        Article → Document            glosses, script, byte damage, furniture, columns: stories, paragraphs
      │ annotate     Document → Context            sentences with zones, names, numbers, times, whose facts they are
      │ extract      Context → Drafts              one module a fact kind
      │ settle       Drafts → Facts                the place in the source, the evidence, the id; numbers left over
      ▼ store        Facts → docs/data/zones/*.yml
    seeds/overrides/*.yml
      │ overrides    Facts → Published             correct, reject, confirm, add; what is stale is reported
      │ resolve      Published → Published         the same fact twice, rival values
      │ publish      Published → Archive           zones with addresses, aliases, facts
      ▼ pages        Archive → docs/**/*.md        profiles, comparisons, sources; downloads beside them
    mkdocs build → site/

The first half is here. `commands/build.py` runs both halves and writes what they give.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.annotate import annotate
from generator.clean import clean
from generator.extract import find
from generator.facts import settle
from generator.ingest import read_article
from generator.model import Article, Fact
from generator.problems import Problem
from generator.unread import Unread, find_unread


def read_facts(path: Path) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts in an article's file, and what in it could not be read with certainty.

    Raises ProblemError where the file is no article.
    """
    return article_facts(read_article(path))


def article_facts(article: Article) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts of an article, in reading order, and what could not be mended in it."""
    told = tell(article)
    return told.facts, told.problems


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells: facts in reading order, what could not be mended, numbers that no rule could read."""

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Unread, ...]


def tell(article: Article) -> Told:
    """All that an article tells."""
    document = clean(article)
    context = annotate(document)
    drafts = tuple(find(context))
    return Told(settle(document, drafts), document.problems, find_unread(context, drafts))
