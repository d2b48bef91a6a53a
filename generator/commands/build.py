"""`build`: articles to stored facts, then pages. What has been done from the same inputs is not done again.

What does the work is imported where there is some: a build with nothing to do is over before it would be loaded.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from generator import engines, fingerprint
from generator.commands import project, steps
from generator.commands.progress import say
from generator.commands.project import Project
from generator.commands.steps import Outcome, Step
from generator.engines.local import Local, cores
from generator.ledger import Ledger
from generator.tree import MANIFEST, read_manifest

fingerprint.at_start()  # before anything that is imported below loads a rule

SOURCES, ZONES = "sources.yml", "zones"
"""What is stored, below the folder of data."""
SCHEMAS = Path("assets", "schema")
"""Where the schemas lie, below the documents' folder."""


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
        known = steps.ledger(where)
        try:
            status = steps.run(known, _extraction(where, engine))
            return max(status, steps.run(known, _rendering(where, known, arguments.strict)))
        finally:
            known.save()


def extract(where: Project) -> int:
    """Read the articles and store their facts and metadata; 1 where an article could not be read."""
    from generator.commands import storing

    with where.locked("build"):
        outcome = storing.extract(where, Local(cores()))
    say(outcome.summary)
    return outcome.status


def _extraction(where: Project, engine: engines.Engine) -> Step:
    def work() -> Outcome:
        from generator.commands import storing

        return storing.extract(where, engine)

    def outputs() -> Iterator[Path]:
        yield where.data / SOURCES
        yield from steps.files(where.data / ZONES)
        yield from steps.files(where.docs / SCHEMAS)

    return Step("extract", lambda known: steps.read_for_facts(where, known), outputs, work)


def _rendering(where: Project, ledger: Ledger, strict: bool) -> Step:
    def work() -> Outcome:
        from generator.commands import render

        return render.rendered(where, strict, render.Kept(where, ledger))

    def outputs() -> Iterator[Path]:
        yield where.docs / MANIFEST
        yield from (where.docs / name for name in sorted(read_manifest(where.docs)))

    return Step("render", lambda known: steps.read_for_pages(where, known, str(strict)), outputs, work)
