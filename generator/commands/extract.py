"""`extract`: the facts of articles, one JSON object a line or one YAML list."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from generator import atomic, engines, store
from generator.articles import read_bytes, unreadable
from generator.commands.progress import progress, say
from generator.harvest import Job, file_size
from generator.ingest import find_articles, read_raw
from generator.ingest.raw import find_remote, is_remote
from generator.problems import Problem, ProblemError

LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one article as they are written; `read` is False where it could not be read."""

    text: str = ""
    facts: int = 0
    read: bool = False
    problems: tuple[Problem, ...] = ()


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser(
        "extract",
        help="print the facts of articles",
        description="Print the facts of articles, in the order of the files and of the text.",
    )
    parser.add_argument("--format", choices=tuple(WRITERS), default="jsonl", help="default: jsonl, one object a line")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write here, all at once, not to standard output")
    engines.add_options(parser)
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="an article or a folder of articles, or an address that fsspec opens"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all was read, 1 when an input could not be."""
    engine = engines.chosen(arguments)
    jobs, status = _jobs(arguments.paths)
    articles = facts = 0
    try:
        with _sink(arguments.output) as stream:
            every = engine.map(partial(tell, form=arguments.format), jobs)
            for told in progress(every, "articles", len(jobs)):
                for problem in told.problems:
                    say(problem.text())
                articles += told.read
                facts += told.facts
                stream.write(told.text)
            if arguments.format == "yaml" and not facts:
                stream.write("[]\n")
    except OSError as error:
        if arguments.output is None or isinstance(error, BrokenPipeError):
            raise
        say(f"{arguments.output}: cannot be written: {error.strerror or type(error).__name__}")
        return 1
    say(f"{articles} of {len(jobs)} articles read, {facts} facts")
    return max(status, int(articles < len(jobs)))


def tell(job: Job, form: str) -> Told:
    """Read an article and write its facts in a form."""
    try:
        read = read_bytes(read_raw(job.address, job.name))
    except ProblemError as error:
        return Told(problems=(error.problem,))
    text = "".join(WRITERS[form](fact.record()) for fact in read.facts)
    return Told(text, len(read.facts), read.article is not None, read.problems)


def _jobs(addresses: list[str]) -> tuple[list[Job], int]:
    """The articles of all paths, each once, and 1 where one of the paths gives none."""
    found: dict[str, Job] = {}
    status = 0
    for address in addresses:
        try:
            for path, name, size in _remote(address) if is_remote(address) else _local(Path(address)):
                found.setdefault(path, Job(path, name, size))
        except ProblemError as error:
            say(error.problem.text())
            status = 1
        except OSError as error:
            say(unreadable(Path(address), error).text())
            status = 1
    return list(found.values()), status


def _local(path: Path) -> Iterator[tuple[str, str, int]]:
    """Paths that hold wherever an engine works, the names that problems have, and sizes."""
    path.stat()
    return ((str(file.absolute()), str(file), file_size(file)) for file in find_articles([path]))


def _remote(address: str) -> Iterator[tuple[str, str, int]]:
    return ((article, article, size) for article, size in find_remote(address))


@contextlib.contextmanager
def _sink(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    with atomic.writer(output) as stream:
        yield stream


def _json_line(record: dict[str, Any]) -> str:
    """One line whatever stands in the fact, for readers too that take more characters for line ends."""
    return json.dumps(record, ensure_ascii=False).translate(LINE_ENDS) + "\n"


def _yaml_item(record: dict[str, Any]) -> str:
    return store.dump([record])


WRITERS: dict[str, Callable[[dict[str, Any]], str]] = {"jsonl": _json_line, "yaml": _yaml_item}
