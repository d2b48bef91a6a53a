"""How well articles are read: scores against the gold facts, the floor that they may not fall under, rules' precision.

The scoring itself is the script beside the gold facts (tests/gold/score.py); here its
tables are kept, compared and turned into what readers and editors see.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.model import Fact

TOLERANCE = 0.0005
"""Scores are kept with three digits."""
MEASURES = ("precision", "recall", "f1")
WHOLE = ("macro F1", "evidence true", "evidence overlaps")
Scores = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Fall:
    """A score under the floor."""

    lot: str
    name: str
    floor: float
    now: float

    def text(self) -> str:
        """One line for a terminal."""
        return f"{self.lot}: {self.name} fell from {self.floor:.3f} to {self.now:.3f}"


def gold_hash(paths: Iterable[Path]) -> dict[str, str]:
    """SHA-256 of each gold file, by its name: scores against another gold are not comparable."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(paths)}


def kept(result: Mapping[str, Any]) -> Scores:
    """What the floor keeps of the scoring script's result (`score.py --json`)."""
    scores: Scores = {}
    for name, value in result.items():
        if isinstance(value, dict) and "f1" in value:
            scores[name] = {measure: value[measure] for measure in MEASURES}
        elif name in WHOLE:
            scores[name] = {"value": value}
    return scores


def falls(floor: Mapping[str, Scores], now: Mapping[str, Scores]) -> list[Fall]:
    """Where the F1 of a kind or a score of the whole is under the floor; a kind that is gone has fallen to nothing."""
    found = []
    for lot, scores in sorted(floor.items()):
        for name, values in scores.items():
            measure = "f1" if "f1" in values else "value"
            reached = now.get(lot, {}).get(name, {}).get(measure, 0.0)
            if reached < values[measure] - TOLERANCE:
                found.append(Fall(lot, name, values[measure], reached))
    return found


def scorer(path: Path) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no scoring script at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rule_precision(
    script: ModuleType, gold: Sequence[Path], facts: Sequence[Fact], texts: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """For each rule, how many of its facts are right and how many it found, by the gold.

    A fact that only one of two annotators has counts neither way. `texts` are the
    articles' decoded texts by the names of their files.
    """
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for path in gold:
        for line in path.read_text(encoding="utf-8").splitlines():
            fact = json.loads(line)
            start = texts[fact["doc"]].find(fact["evidence"])
            fact["_span"] = (start, start + len(fact["evidence"]))
            wanted[fact["doc"], fact["kind"]].append(fact)
    docs = {doc for doc, _ in wanted}
    read: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for one in facts:
        if one.doc in docs:
            read[one.doc, one.kind.value].append(one)
    for key, own in sorted(read.items()):
        for one, verdict in _verdicts(script, key[1], wanted[key], own):
            if verdict is not None:
                found[one.rule] += 1
                right[one.rule] += verdict
    return {rule: (right[rule], found[rule]) for rule in sorted(found)}


def _verdicts(
    script: ModuleType, kind: str, gold: list[dict[str, Any]], facts: list[Fact]
) -> list[tuple[Fact, bool | None]]:
    """Each fact with whether the gold has it; None where people disagree on it. One to one, best match first."""
    records = [{**fact.record(), "_span": (fact.span.start, fact.span.end)} for fact in facts]
    pairs = sorted(
        (
            (script.core(kind, a, b), not a.get("optional"), -i, -j)
            for i, a in enumerate(gold)
            for j, b in enumerate(records)
        ),
        reverse=True,
    )
    used: set[int] = set()
    verdicts: dict[int, bool | None] = {}
    for score, sure, i, j in pairs:
        if score > 0 and -i not in used and -j not in verdicts:
            used.add(-i)
            verdicts[-j] = True if sure else None
    return [(fact, verdicts.get(number, False)) for number, fact in enumerate(facts)]
