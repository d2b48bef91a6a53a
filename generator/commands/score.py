"""`score`: how well articles are read, by the script of the gold facts: seeds, corpus, both, each document."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator import atomic
from generator.commands import project
from generator.commands.progress import progress, say
from generator.commands.project import Project
from generator.commands.reading import read_one
from generator.commands.render import SCORES
from generator.ingest import find_articles

LOTS = ("seeds", "corpus")
HEAD = f"{'':26}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}{'metric F1':>11}"


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("score", help="compare the extracted facts with those found by hand")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N missed and N spurious facts a kind")
    parser.add_argument("--save", action="store_true", help="keep the figures of both for the page on method")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all was scored, 1 when an article could not be read."""
    where = project.find(arguments)
    sources = {"seeds": where.articles, "corpus": where.root / "tests" / "corpus"}
    gold = {lot: where.root / "tests" / "gold" / f"{lot}.jsonl" for lot in LOTS}
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        status = _extract(list(sources.values()), predicted)
        for title, lots in (("seeds", LOTS[:1]), ("corpus", LOTS[1:]), ("both", LOTS)):
            sys.stdout.write(f"{title}\n")
            more = ["--misses", str(arguments.misses)] if arguments.misses else []
            sys.stdout.write(_scored(where, [gold[lot] for lot in lots], sources.values(), predicted, more) + "\n")
        if arguments.save:
            both = json.loads(_scored(where, gold.values(), sources.values(), predicted, ["--json"]))
            text = json.dumps(both, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
            atomic.write_changed(where.data / SCORES, text)
        sys.stdout.write(f"by document\n{HEAD}\n")
        for lot in LOTS:
            for doc, lines in _by_document(gold[lot]):
                part = Path(folder) / "gold.jsonl"
                part.write_text("".join(lines), encoding="utf-8")
                result = json.loads(_scored(where, [part], sources.values(), predicted, ["--json"]))
                sys.stdout.write(_row(doc, result))
    return status


def _extract(folders: list[Path], predicted: Path) -> int:
    status = 0
    with predicted.open("w", encoding="utf-8") as stream:
        for path in progress(find_articles(folders), "articles"):
            read = read_one(path)
            for problem in read.problems:
                say(problem.text())
            status = max(status, int(read.article is None))
            stream.writelines(json.dumps(fact.record(), ensure_ascii=False) + "\n" for fact in read.facts)
    return status


def _scored(where: Project, gold: Iterable[Path], sources: Iterable[Path], predicted: Path, more: list[str]) -> str:
    """What the scoring script prints."""
    command = [sys.executable, str(where.root / "tests" / "gold" / "score.py"), str(predicted), *more]
    for path in gold:
        command += ["--gold", str(path)]
    for folder in sources:
        command += ["--sources", str(folder)]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S603


def _by_document(gold: Path) -> Iterable[tuple[str, list[str]]]:
    """The gold facts' lines by document."""
    found: dict[str, list[str]] = {}
    for line in gold.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.strip():
            found.setdefault(json.loads(line)["doc"], []).append(line)
    return sorted(found.items())


def _row(doc: str, result: dict[str, Any]) -> str:
    total = result["all kinds"]
    numbers = "".join(f"{total[name]:7.3f}" for name in ("precision", "recall", "f1"))
    counts = f"{total['gold']:7}{total['predicted']:7}"
    return f"{doc:26}{numbers}{counts}{result['metric']['f1']:11.3f}\n"
