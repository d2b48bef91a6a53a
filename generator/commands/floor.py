"""`floor`: the scores that extraction may not fall under, and how often each rule is right."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

import yaml

from generator import atomic
from generator.commands import project
from generator.commands.measuring import Measured, measure
from generator.commands.progress import say
from generator.commands.project import Project
from generator.commands.render import SCORES
from generator.confidence import PRECISION
from generator.evaluation import falls, gold_hash
from generator.rules import RULES

FLOOR = "floor.json"
HEAD = """\
# How often each rule is right on the gold facts: [right, found]. Written by `make floor`.
# What the site says of a fact's certainty comes from here.
"""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("floor", help="check that no score fell, or keep the scores reached")
    parser.add_argument("--keep", action="store_true", help="keep the scores reached as the new floor")
    parser.add_argument("--lower", metavar="REASON", help="keep them though one fell, with the reason")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when nothing fell (and what was reached is kept, where asked), 1 when something did."""
    where = project.find(arguments)
    measured = measure(where)
    old = read(where)
    scores = measured.scores()
    hashes = gold_hash(measured.all_gold)
    fallen = [fall.text() for fall in falls(old.get("scores", {}), scores)]
    if old and old["gold"] != hashes:
        fallen.append("the gold facts are not those that the floor was measured on")
    for line in fallen:
        say(line)
    if fallen and not arguments.lower:
        say("mend the extraction, or keep the lower scores with --lower REASON")
        return 1
    if arguments.keep or arguments.lower:
        lowered = [*old.get("lowered", []), *([{"reason": arguments.lower, "fallen": fallen}] if fallen else [])]
        _write(measured, {"gold": hashes, "scores": scores, "lowered": lowered})
        sys.stdout.write("the scores reached are the floor now\n")
    else:
        sys.stdout.write("no score is under the floor\n")
    return int(measured.unread)


def told(measured: Measured) -> dict[str, Any]:
    """What the site says: the figures of both lots, and under `unseen` those of the articles kept apart."""
    result = measured.result(measured.gold("both"))
    return result | ({"unseen": measured.result(measured.gold("unseen"))} if measured.gold("unseen") else {})


def read(where: Project) -> dict[str, Any]:
    """The floor; empty where none has been kept yet."""
    path = where.root / "tests" / "gold" / FLOOR
    if not path.exists():
        return {}
    floor: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return floor


def _write(measured: Measured, floor: dict[str, Any]) -> None:
    where = measured.where
    atomic.write_changed(where.root / "tests" / "gold" / FLOOR, _json(floor))
    atomic.write_changed(where.data / SCORES, _json(told(measured)))
    rows = {rule: list(counts) for rule, counts in measured.precision().items()}
    text = HEAD + yaml.safe_dump(rows, allow_unicode=True, default_flow_style=None, sort_keys=True)
    atomic.write_changed(where.root / RULES.relative_to(RULES.parent.parent) / f"{PRECISION}.yml", text)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
