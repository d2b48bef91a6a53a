"""`render`: pages from the extracted facts and the overrides."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator import downloads, tree
from generator.commands import project
from generator.commands.progress import progress, say
from generator.commands.project import MARKER, Project
from generator.commands.steps import Outcome
from generator.following import Follow, silently
from generator.ingest import find_articles, read_article
from generator.model import Archive, Article
from generator.overrides import Corrected, correct
from generator.pages import Settings, Site, render_site
from generator.pages.editing import BRANCH, Desk
from generator.pages.memory import Memory, settled
from generator.pages.tasks import Work
from generator.problems import ProblemError
from generator.shelf import Shelf, Texts
from generator.store import Source

PARSED = "store.sqlite"
"""What the files of the store hold, in the project's cache."""
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
    return render(project.find(arguments), strict=arguments.strict)


def render(where: Project, strict: bool = False, kept: Kept | None = None) -> int:
    """Write the pages that changed and remove those that are stale; says what it did. Raises ProblemError.

    `kept` is handed in by who renders more than once.
    """
    with where.locked("render"):
        outcome = rendered(where, strict, kept)
    say(outcome.summary)
    return outcome.status


class Kept:
    """What a process that renders again and again keeps from one time to the next, so that only changes cost time."""

    def __init__(self, where: Project) -> None:
        self.shelf = Shelf(where.data, where.cache / PARSED)
        self.memory = Memory()
        self.archive: Archive | None = None
        self.written: tree.Known = {}


def rendered(where: Project, strict: bool = False, kept: Kept | None = None) -> Outcome:
    """The same, with its summary still to be said; not certain where a person's file is in the way of a page.

    What is `kept` from a time before spares the work on all that has not changed since.
    """
    chosen = settings(where)
    shelf = kept.shelf if kept else Shelf(where.data, where.cache / PARSED)
    corrected = load(where, shelf, chosen.republish, progress)
    if kept:
        kept.archive = settled(corrected.archive, kept.archive)
        corrected = replace(corrected, archive=kept.archive)
    site = Site.of(corrected.archive, chosen, kept.memory if kept else None)
    pages = render_site(site, scores(where), dict(corrected.notes), work(corrected, shelf.sources()), progress)
    taken = downloads.render_site(site, corrected.rejected)
    made, before = {**pages, **taken}, kept.written if kept else None
    change = tree.update(where.docs, made, where.name(where.docs), before, progress)
    done = Outcome(certain=not change.problems)
    for problem in (*corrected.problems, *change.problems):
        done.tell(problem.text())
    told = f"{len(pages)} pages, {len(taken)} downloads"
    done.summary = f"{told}: {len(change.written)} written, {len(change.removed)} removed"
    done.idle = f"{told}: 0 written, 0 removed"
    done.status = 1 if change.problems or (strict and corrected.problems) else 0
    return done


def work(corrected: Corrected, sources: tuple[Source, ...]) -> Work:
    """What waits for editors beside the facts."""
    idle = {idle.problem for idle in corrected.idle}
    broken = tuple(problem for problem in corrected.problems if problem not in idle)
    return Work(corrected.idle, broken, sources)


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


def load(where: Project, shelf: Shelf | None = None, whole: bool = False, follow: Follow = silently) -> Corrected:
    """The archive as the site shows it, and what is wrong in the overrides. Raises ProblemError for a damaged store.

    A shelf of an earlier time spares the reading of what has not changed since. The articles have their text where
    they are to be shown `whole`.
    """
    shelf = shelf or Shelf(where.data, where.cache / PARSED)
    sources = shelf.sources()
    texts = Texts(sources, where.articles)
    articles = tuple(texts[source.article.doc] if whole else source.article for source in sources)
    return correct(shelf.facts(follow), articles, where.overrides, where.name(where.overrides), texts)


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
