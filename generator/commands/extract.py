"""`extract`: the facts of articles, one JSON object a line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from generator.ingest import find_articles
from generator.pipeline import read_facts
from generator.problems import ProblemError


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("extract", help="print the facts of articles")
    parser.add_argument("--format", choices=("jsonl", "yaml"), default="jsonl")
    parser.add_argument("--output", type=Path)
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all was read, 1 when an input could not be."""
    status, lines = 0, []
    for path in find_articles(arguments.paths):
        try:
            facts, problems = read_facts(path)
        except ProblemError as error:
            print(error.problem.text(), file=sys.stderr)
            status = 1
            continue
        for problem in problems:
            print(problem.text(), file=sys.stderr)
        lines += [json.dumps(fact.record(), ensure_ascii=False) + "\n" for fact in facts]
    if arguments.output:
        arguments.output.write_text("".join(lines), encoding="utf-8")
    else:
        sys.stdout.writelines(lines)
    return status
