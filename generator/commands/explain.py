"""`explain`: one fact with its proof, its place in the source, what was mended and what people did to it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from generator.clean import clean
from generator.commands import project
from generator.commands.lookup import facts_near, unknown_fact
from generator.commands.project import Project
from generator.commands.render import article_texts
from generator.model import Article, Fact, Published
from generator.overrides import apply, only, read_folder
from generator.overrides.apply import Applied
from generator.problems import Problem, shown, visible
from generator.yamlnodes import line_starts, place

MARGIN = 20
"""Characters of the source shown on each side of the evidence."""
WIDTH = 12
PROVENANCE = ("id", "doc", "kind", "evidence", "start", "end")


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("explain", help="show where a fact comes from and what was done to it")
    parser.add_argument("fact", metavar="FACT_ID", help="the id that the fact's page shows, such as m-5f2c9a0b1d")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when the fact was found. Raises ProblemError where no fact has the id."""
    where = project.find(arguments)
    articles = article_texts(where)
    facts = facts_near(where, arguments.fact)
    applied = _applied(where, arguments.fact, facts, articles)
    known = {published.fact.id: published for published in (*applied.facts, *applied.rejected)}
    published = known.get(arguments.fact)
    if published is None:
        raise unknown_fact(arguments.fact, known)
    lines = explanation(published, articles.get(published.fact.doc), applied.problems)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def explanation(published: Published, article: Article | None, problems: tuple[Problem, ...] = ()) -> Iterator[str]:
    """The lines of the explanation. `problems` are those of overrides about the fact."""
    fact = published.fact
    yield f"{fact.id}  {fact.kind.value}"
    for name, value in fact.record().items():
        if name not in PROVENANCE and value not in ("", None, []):
            yield _line(name, value)
    yield _line("sentence", fact.sentence)
    if article is not None and fact.span.end:
        yield from _source(fact, article)
    else:
        yield _line("source", f"a person's own: {fact.evidence}")
    yield _line("rule", fact.rule)
    yield from _override(published)
    for problem in problems:
        yield _line("not applied", problem.text())


def _applied(where: Project, fact: str, facts: tuple[Fact, ...], articles: Mapping[str, Article]) -> Applied:
    files, _ = read_folder(where.overrides, where.name(where.overrides))
    files = tuple(file for file in only(files, fact) if file.entries or file.merges)
    return apply(files, facts, articles, where.name(where.overrides))


def _source(fact: Fact, article: Article) -> Iterator[str]:
    """The place of the evidence in the decoded source, the evidence as it stands there, and what was mended in it."""
    starts = line_starts(article.text)
    line, column = place(starts, fact.span.start)
    span = f"characters {fact.span.start} to {fact.span.end} of the text decoded from {article.encoding}"
    yield _line("source", f"{article.doc}:{line}:{column}, {span}")
    before = article.text[max(0, fact.span.start - MARGIN) : fact.span.start]
    after = article.text[fact.span.end : fact.span.end + MARGIN]
    yield _line("decoded", f"{_raw(before)}[{_raw(fact.evidence)}]{_raw(after)}")
    for repair in clean(article).repairs:
        if repair.start < fact.span.end and repair.end > fact.span.start:
            line, column = place(starts, repair.start)
            yield _line(
                "mended", f"{repair.kind.value} at {line}:{column}: {_raw(repair.before)} → {_raw(repair.after)}"
            )


def _override(published: Published) -> Iterator[str]:
    override = published.override
    if override is None:
        yield _line("override", "none")
        return
    yield _line(
        "override", f"{override.action.value} by {override.by} on {override.date}, {override.file}:{override.line}"
    )
    yield _line("reason", override.reason)
    before = published.machine.record() if published.machine else {}
    for name, value in override.set if before else ():
        yield _line(name, f"{shown(before.get(name))} → {shown(value)}")


def _raw(text: str) -> str:
    """The characters as decoded, odd ones as escapes."""
    return repr(text)[1:-1]


def _line(name: str, value: Any) -> str:
    return f"  {name:{WIDTH}}{visible(str(value))}"
