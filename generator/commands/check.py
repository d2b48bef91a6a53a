"""`check`: everything that is wrong in what people wrote, in one run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator import rules, store
from generator.articles import read_one, unreadable
from generator.commands import project
from generator.commands.progress import say
from generator.commands.project import Project
from generator.commands.render import article_texts
from generator.ingest import find_articles
from generator.ingest.sidecar import check_sidecar, sidecar_path
from generator.model import Fact
from generator.overrides import apply, in_order, read_folder
from generator.problems import Problem, ProblemError
from generator.rulebook import check_rules


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("check", help="check overrides, metadata of articles, and rules")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="default: text")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all is well, 1 when something is wrong."""
    problems = check(project.find(arguments))
    sys.stdout.write(FORMATS[arguments.format](problems))
    say(f"{len(problems)} problems" if len(problems) != 1 else "1 problem")
    return 1 if problems else 0


def check(where: Project) -> tuple[Problem, ...]:
    """All problems in a project's overrides, metadata of articles and rules, by file and place."""
    return in_order((*override_problems(where), *metadata_problems(where), *rule_problems(where)))


def override_problems(where: Project) -> Iterator[Problem]:
    """What is wrong in the overrides, alone and against the facts."""
    shown_as = where.name(where.overrides)
    files, problems = read_folder(where.overrides, shown_as)
    yield from problems
    yield from apply(files, _facts(where), article_texts(where), shown_as).problems


def metadata_problems(where: Project) -> Iterator[Problem]:
    """What is wrong in the files beside articles."""
    articles = find_articles([where.articles]) if where.articles.is_dir() else []
    for article in articles:
        file = where.name(sidecar_path(article))
        try:
            yield from check_sidecar(article, file)
        except OSError as error:
            yield replace(unreadable(sidecar_path(article), error), file=file)
    beside = {sidecar_path(article) for article in articles}
    for path in sorted(where.articles.rglob("*.yml")) if where.articles.is_dir() else []:
        if path not in beside:
            yield Problem(
                code="LONE-METADATA",
                file=where.name(path),
                message="there is no article beside this file of metadata",
                fix="give it the article's name with the ending .yml, or remove it",
            )


def rule_problems(where: Project) -> Iterator[Problem]:
    """What is wrong in the files of rules: the project's own, where it has some."""
    own = where.root / "generator" / "rules"
    folder = own if own.is_dir() else rules.RULES
    yield from check_rules(folder, where.name(folder))


def _facts(where: Project) -> Sequence[Fact]:
    """The stored facts, or freshly extracted ones where nothing is stored or it cannot be read."""
    try:
        stored = store.read_facts(where.data)
    except ProblemError:
        stored = ()
    if stored or not where.articles.is_dir():
        return stored
    return [fact for path in find_articles([where.articles]) for fact in read_one(path).facts]


def as_text(problems: Sequence[Problem]) -> str:
    """One line a problem."""
    return "".join(f"{problem.text()}\n" for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects."""
    return json.dumps([problem.record() for problem in problems], ensure_ascii=False, indent=2) + "\n"


def as_annotations(problems: Sequence[Problem]) -> str:
    """One annotation a line, for GitHub Actions."""
    return "".join(f"{problem.annotation()}\n" for problem in problems)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
}
