"""Extraction is no worse than it was: the scores on the gold facts are not under the floor kept beside them."""

import json
from pathlib import Path

import pytest

from generator import rules
from generator.commands.floor import read, told
from generator.commands.measuring import Measured, measure
from generator.commands.project import Project
from generator.confidence import PRECISION
from generator.evaluation import falls, gold_hash

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure(Project(ROOT))


def test_the_floor_is_of_this_gold(measured: Measured) -> None:
    assert read(measured.where)["gold"] == gold_hash(measured.all_gold)


def test_no_score_fell(measured: Measured) -> None:
    assert [fall.text() for fall in falls(read(measured.where)["scores"], measured.scores())] == []


def test_what_the_site_says_of_the_scores_is_current(measured: Measured) -> None:
    json_told = json.loads((ROOT / "docs" / "data" / "scores.json").read_text(encoding="utf-8"))
    assert json_told == told(measured), "run make floor"


def test_what_the_site_says_of_the_rules_is_current(measured: Measured) -> None:
    kept = {rule: tuple(counts) for rule, counts in rules.load(PRECISION).items()}
    assert kept == measured.precision(), "run make floor"


def test_every_word_of_evidence_is_true(measured: Measured) -> None:
    texts = {article.doc: article.text for article in measured.articles}
    false = [fact.id for fact in measured.facts if texts[fact.doc][fact.span.start : fact.span.end] != fact.evidence]
    assert false == []
    assert all(0 < len(fact.evidence) <= 80 for fact in measured.facts)
