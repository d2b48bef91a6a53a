"""`render`: pages from the extracted facts and the overrides."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator import downloads, store, tree
from generator.commands import project
from generator.commands.progress import say
from generator.commands.project import MARKER, Project
from generator.commands.steps import Outcome
from generator.ingest import find_articles, read_article
from generator.model import Article
from generator.overrides import Corrected, correct
from generator.pages import Settings, Site, render_site
from generator.pages.editing import BRANCH, Desk
from generator.problems import ProblemError

SCORES = "scores.json"
"""What was measured, in the data folder."""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("render", help="write the pages from the stored facts and the overrides")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where an override is wrong")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all pages were written, 1 when something in the way was wrong."""
    where = project.find(arguments)
    with where.locked("render"):
        return render(where, strict=arguments.strict)


def render(where: Project, strict: bool = False) -> int:
    """Write the pages that changed and remove those that are stale; says what it did. Raises ProblemError."""
    outcome = rendered(where, strict)
    say(outcome.summary)
    return outcome.status


def rendered(where: Project, strict: bool = False) -> Outcome:
    """The same, with its summary still to be said; not certain where a person's file is in the way of a page."""
    corrected = load(where)
    chosen = settings(where)
    site = Site.of(corrected.archive, chosen)
    pages = render_site(site, scores(where), dict(corrected.notes))
    taken = downloads.render_site(site, corrected.rejected)
    change = tree.update(where.docs, {**pages, **taken}, where.name(where.docs))
    done = Outcome(certain=not change.problems)
    for problem in (*corrected.problems, *change.problems):
        done.tell(problem.text())
    told = f"{len(pages)} pages, {len(taken)} downloads"
    done.summary = f"{told}: {len(change.written)} written, {len(change.removed)} removed"
    done.idle = f"{told}: 0 written, 0 removed"
    done.status = 1 if change.problems or (strict and corrected.problems) else 0
    return done


def settings(where: Project) -> Settings:
    """What mkdocs.yml says of the site: its own address, and the address of the repository where its files are edited.

    A configuration that MkDocs cannot read gives neither; MkDocs is the one that reports it.
    """
    try:
        config = yaml_load((where.root / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError, ConfigurationError):
        config = {}
    extra = config.get("extra") if isinstance(config, dict) else None
    known = extra if isinstance(extra, dict) else {}
    return Settings(
        site_url=str(config.get("site_url") or "") if isinstance(config, dict) else "",
        desk=Desk(
            repo=str(known.get("repo_url") or ""),
            branch=str(known.get("repo_branch") or BRANCH),
            files=frozenset(
                where.name(path)
                for folder in (where.overrides, where.articles)
                if folder.is_dir()
                for path in folder.glob("*.yml")
            ),
        ),
    )


def load(where: Project) -> Corrected:
    """The archive as the site shows it, and what is wrong in the overrides. Raises ProblemError for a damaged store."""
    sources = store.read_sources(where.data)
    texts = article_texts(where)
    articles = tuple(texts.get(source.article.doc, source.article) for source in sources)
    return correct(store.read_facts(where.data), articles, where.overrides, where.name(where.overrides))


def scores(where: Project) -> Mapping[str, Any] | None:
    """How well articles are read, as `floor --keep` measured it; None where it has not been measured."""
    try:
        found = json.loads((where.data / SCORES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def article_texts(where: Project) -> Mapping[str, Article]:
    """The articles with their text by their names, those that can be read."""
    found: dict[str, Article] = {}
    if where.articles.is_dir():
        for path in find_articles([where.articles]):
            try:
                article = read_article(path)
            except (ProblemError, OSError):
                continue
            found.setdefault(article.doc, article)
    return found
