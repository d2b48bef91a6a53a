"""The way of the data, from an article's bytes to its facts, step by step.

    file → ingest → Article → clean → Document → annotate → Context → extract → Drafts → settle → Facts

Each step is a plain function of its input.
"""

from __future__ import annotations

from pathlib import Path

from generator.annotate import annotate
from generator.clean import clean
from generator.extract import find
from generator.facts import settle
from generator.ingest import read_article
from generator.model import Article, Fact
from generator.problems import Problem


def read_facts(path: Path) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts in an article's file, and what in it could not be read with certainty.

    Raises ProblemError where the file is no article.
    """
    return article_facts(read_article(path))


def article_facts(article: Article) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts of an article, in reading order, and what could not be mended in it."""
    document = clean(article)
    return settle(document, find(annotate(document))), document.problems
