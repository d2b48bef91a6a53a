"""`score`: how well articles are read, by the script of the gold facts: by lot and by document."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.commands import project
from generator.commands.measuring import Measured, measure

HEAD = f"{'':26}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}{'metric F1':>11}"


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("score", help="compare the extracted facts with those found by hand")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N missed and N spurious facts a kind")
    parser.add_argument("--rules", action="store_true", help="show how often each rule is right")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when all was scored, 1 when an article could not be read."""
    measured = measure(project.find(arguments))
    more = ["--misses", str(arguments.misses)] if arguments.misses else []
    for lot in measured.lots:
        sys.stdout.write(f"{lot}\n{measured.table(measured.gold(lot), *more)}\n")
    sys.stdout.write(f"by document\n{HEAD}\n")
    sys.stdout.writelines(_by_document(measured))
    if arguments.rules:
        sys.stdout.write(f"\nby rule\n{'':40}{'right':>7}{'found':>7}\n")
        sys.stdout.writelines(f"{rule:40}{right:7}{found:7}\n" for rule, (right, found) in measured.precision().items())
    return int(measured.unread)


def _by_document(measured: Measured) -> Iterable[str]:
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "gold.jsonl"
        for path in measured.all_gold:
            for doc, lines in _documents(path):
                part.write_text("".join(lines), encoding="utf-8")
                yield _row(doc, measured.result([part]))


def _documents(gold: Path) -> Iterable[tuple[str, list[str]]]:
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
