"""`build`: articles to stored facts, then pages."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from generator import atomic, engines, fingerprint, store
from generator.cache import Cache
from generator.commands import project
from generator.commands.progress import progress, say
from generator.commands.project import Project
from generator.commands.render import render
from generator.engines import Engine
from generator.engines.local import Local, cores
from generator.harvest import Job, parts, version
from generator.ingest import find_articles
from generator.problems import Problem
from generator.schema import schema_files
from generator.spool import Spool

PARTS = "articles.sqlite"
"""What articles told before, in the project's cache."""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("build", help="read the articles, store their facts, write the pages")
    engines.add_options(parser)
    parser.add_argument("--strict", action="store_true", help="exit with 1 where an override is wrong")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all was read and written, 1 when an input could not be read."""
    where = project.find(arguments)
    engine = engines.chosen(arguments)
    with where.locked("build"):
        status = extract(where, engine)
        return max(status, render(where, strict=arguments.strict))


def extract(where: Project, engine: Engine | None = None) -> int:
    """Read all articles and store their facts and metadata; 1 where an article could not be read."""
    engine = engine or Local(cores())
    status = articles = facts = 0
    paths = find_articles([where.articles]) if where.articles.is_dir() else []
    jobs = [Job(str(path), where.name(path), _size(path)) for path in paths]
    with where.locked("build"), Spool() as spool, Cache(where.cache / PARTS, _unchanged) as kept:
        for job, part in zip(jobs, progress(parts(jobs, engine, kept), "articles", len(jobs)), strict=True):
            if part.left_out:
                say(f"{job.name}: left out: {part.left_out}")
                continue
            for problem in part.problems:
                say(problem.text())
            if part.read and spool.add(part.doc, part.date, part.source, part.zones):
                articles += 1
                facts += part.facts
                continue
            status = 1
            if part.read:
                say(_twice(job).text())
        written, removed = keep(where, spool)
    say(f"{articles} of {len(jobs)} articles read, {facts} facts; {written} files written, {removed} removed")
    return status


def keep(where: Project, spool: Spool) -> tuple[int, int]:
    """Store the facts: files that changed are written, those of zones without facts removed. Counts of both."""
    names = store.file_names(spool.zones())
    written = sum(
        atomic.write_changed(where.data / store.ZONES / name, "".join(store.zone_lines(zone, spool.told(zone))))
        for zone, name in names.items()
    )
    written += atomic.write_changed_lines(where.data / store.SOURCES, lambda: store.sources_lines(spool.sources()))
    for place, text in schema_files().items():
        atomic.write_changed(where.docs / place, text)
    folder, kept = where.data / store.ZONES, set(names.values())
    stale = [path for path in sorted(folder.glob("*.yml")) if path.name not in kept]
    for path in stale:
        path.unlink()
    return written, len(stale)


def _unchanged() -> bool:
    """Whether rules and code are still what they were when reading began."""
    return fingerprint.reading() == version()


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0


def _twice(job: Job) -> Problem:
    return Problem(
        code="SAME-NAME",
        file=job.name,
        message="another article has the same file name, by which facts name their source; this one was left out",
        fix="rename one of the files",
    )
