"""`extract`: the facts of articles, one JSON object a line or one YAML list."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

from generator import atomic, store
from generator.articles import read_one, unreadable
from generator.commands.progress import progress, say
from generator.ingest import find_articles
from generator.problems import ProblemError

LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser(
        "extract",
        help="print the facts of articles",
        description="Print the facts of articles, in the order of the files and of the text.",
    )
    parser.add_argument("--format", choices=tuple(WRITERS), default="jsonl", help="default: jsonl, one object a line")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write here, all at once, not to standard output")
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="an article, or a folder of articles")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all was read, 1 when an input could not be."""
    paths, status = _files(arguments.paths)
    articles = facts = 0
    try:
        with _sink(arguments.output) as stream:
            for path in progress(paths, "articles", len(paths)):
                read = read_one(path)
                for problem in read.problems:
                    say(problem.text())
                if read.article is None:
                    status = 1
                    continue
                articles += 1
                facts += len(read.facts)
                stream.writelines(WRITERS[arguments.format](fact.record()) for fact in read.facts)
            if arguments.format == "yaml" and not facts:
                stream.write("[]\n")
    except OSError as error:
        if arguments.output is None or isinstance(error, BrokenPipeError):
            raise
        say(f"{arguments.output}: cannot be written: {error.strerror or type(error).__name__}")
        return 1
    say(f"{articles} of {len(paths)} articles read, {facts} facts")
    return status


def _files(paths: list[Path]) -> tuple[list[Path], int]:
    """The article files of all paths, and 1 where one of the paths gives none."""
    found: list[Path] = []
    status = 0
    for path in paths:
        try:
            path.stat()
            found += find_articles([path])
        except ProblemError as error:
            say(error.problem.text())
            status = 1
        except OSError as error:
            say(unreadable(path, error).text())
            status = 1
    return list(dict.fromkeys(found)), status


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
