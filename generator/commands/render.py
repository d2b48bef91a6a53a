"""`render`: pages from the extracted facts and the overrides."""

from __future__ import annotations

import argparse
import gc
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import Any, TypeVar

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator import downloads, tree
from generator.cache import Cache
from generator.commands import project, steps
from generator.commands.progress import progress, say
from generator.commands.project import MARKER, Project
from generator.commands.steps import Outcome
from generator.following import Follow, silently
from generator.ingest import find_articles, read_article
from generator.ledger import Ledger
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
MADE = "pages.sqlite"
"""What pages were made from, in the project's cache."""
SCORES = "scores.json"
"""What was measured, in the data folder."""
Item = TypeVar("Item")


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
    """What a process that renders again and again keeps from one time to the next, so that only changes cost time.

    A command that renders once has one too: it finds what pages were made from in the project's cache.
    """

    def __init__(self, where: Project, known: Ledger | None = None) -> None:
        """`known` is the project's ledger where somebody has it open already."""
        self.where = where
        self.known = known or steps.ledger(where)
        self.state = steps.read_for_rendering(self.known)
        self.shelf = Shelf(where.data, where.cache / PARSED)
        self.memory = Memory(lambda path, digest: self.known.digest(where.docs / path) == digest)
        self.archive: Archive | None = None

    @contextmanager
    def round(self) -> Iterator[Memory]:
        """A rendering; what it notes outlasts this process if code and templates are still those that it began with."""
        with Cache(self.where.cache / MADE, self._sound) as notes:
            self.memory.begin(notes, self.state)
            yield self.memory

    def _sound(self) -> bool:
        return steps.read_for_rendering(self.known) == self.state


LARGE = 4_000_000
"""Bytes of downloads of the whole archive above which a live site leaves them as they were when it started."""


def rendered(where: Project, strict: bool = False, kept: Kept | None = None) -> Outcome:
    """The same, with its summary still to be said; not certain where a person's file is in the way of a page.

    What is `kept` from a time before spares the work on all that has not changed since.
    """
    kept = kept or Kept(where)
    chosen = settings(where)
    corrected = load(where, kept.shelf, chosen.republish, progress)
    longest = LARGE if kept.archive else None
    kept.archive = settled(corrected.archive, kept.archive)
    told: Counter[str] = Counter()
    with kept.round() as memory, at_rest():
        site = Site.of(kept.archive, chosen, memory)
        todo = work(corrected, kept.shelf.sources())
        pages = render_site(site, scores(where), dict(corrected.notes), todo, progress)
        taken = downloads.render_site(site, corrected.rejected)
        made = chain(_counted(pages, "pages", told), _counted(taken, "downloads", told))
        change = tree.update(where.docs, made, where.name(where.docs), longest)
    done = Outcome(certain=not change.problems)
    for problem in (*corrected.problems, *change.problems):
        done.tell(problem.text())
    counts = f"{told['pages']} pages, {told['downloads']} downloads"
    done.summary = f"{counts}: {len(change.written)} written, {len(change.removed)} removed"
    done.idle = f"{counts}: 0 written, 0 removed"
    done.status = 1 if change.problems or (strict and corrected.problems) else 0
    return done


@contextmanager
def at_rest() -> Iterator[None]:
    """What is in memory now is not looked through for garbage again and again: an archive is large and no garbage."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _counted(files: Iterable[Item], what: str, told: Counter[str]) -> Iterator[Item]:
    for file in files:
        told[what] += 1
        yield file


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
