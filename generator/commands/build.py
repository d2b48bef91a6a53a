"""`build`: articles to stored facts, then pages."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from generator import atomic, store
from generator.commands import project
from generator.commands.progress import progress, say
from generator.commands.project import Project
from generator.commands.reading import Read, excluded, read_one
from generator.commands.render import render
from generator.ingest import find_articles
from generator.model import Fact
from generator.problems import Problem
from generator.schema import schema_files
from generator.store import Source


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("build", help="read the articles, store their facts, write the pages")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where an override is wrong")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all was read and written, 1 when an input could not be read."""
    where = project.find(arguments)
    with where.locked("build"):
        status = extract(where)
        return max(status, render(where, strict=arguments.strict))


def extract(where: Project) -> int:
    """Read all articles and store their facts and metadata; 1 where an article could not be read."""
    facts: list[Fact] = []
    sources: list[Source] = []
    status, seen = 0, set[str]()
    paths = find_articles([where.articles]) if where.articles.is_dir() else []
    for path in progress(paths, "articles"):
        reason = excluded(path)
        if reason:
            say(f"{where.name(path)}: left out: {reason}")
            continue
        read = read_one(path)
        problems = tuple(_placed(problem, read, where) for problem in read.problems)
        for problem in problems:
            say(problem.text())
        if read.article is None:
            status = 1
            continue
        if read.article.doc in seen:
            status = 1
            say(_twice(read, where).text())
            continue
        seen.add(read.article.doc)
        facts += read.facts
        sources.append(Source(read.article, len(read.facts), problems))
    written, removed = keep(where, facts, sources)
    say(f"{len(sources)} of {len(paths)} articles read, {len(facts)} facts; {written} files written, {removed} removed")
    return status


def keep(where: Project, facts: list[Fact], sources: list[Source]) -> tuple[int, int]:
    """Store the facts: files that changed are written, those of zones without facts removed. Counts of both."""
    files = {**store.zone_files(facts), store.SOURCES: store.sources_text(sources)}
    written = sum(atomic.write_changed(where.data / name, text) for name, text in sorted(files.items()))
    for place, text in schema_files().items():
        atomic.write_changed(where.docs / place, text)
    folder = where.data / store.ZONES
    stale = [path for path in sorted(folder.glob("*.yml")) if f"{store.ZONES}/{path.name}" not in files]
    for path in stale:
        path.unlink()
    return written, len(stale)


def _placed(problem: Problem, read: Read, where: Project) -> Problem:
    """The problem with the article's path as seen from the repository, wherever the command was started."""
    return replace(problem, file=where.name(read.path)) if Path(problem.file).name == read.path.name else problem


def _twice(read: Read, where: Project) -> Problem:
    return Problem(
        code="SAME-NAME",
        file=where.name(read.path),
        message="another article has the same file name, by which facts name their source; this one was left out",
        fix="rename one of the files",
    )
