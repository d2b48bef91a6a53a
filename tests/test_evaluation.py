"""The floor under the scores, and the precision of rules."""

import json
from pathlib import Path

import pytest

from generator.evaluation import falls, gold_hash, kept, rule_precision, scorer
from generator.model import Fact, Industry, IndustryRole, Owner, Span

SCRIPT = scorer(Path(__file__).parent / "gold" / "score.py")
TEXT = "甲高新区以光伏、氢能、低空经济为主导产业。"


def fact(name: str, rule: str) -> Fact:
    start = TEXT.index(name)
    return Fact(
        id=f"i-{name}",
        doc="a.txt",
        owner=Owner("甲高新区"),
        content=Industry(name=name, role=IndustryRole.LEADING),
        evidence=name,
        span=Span(start, start + len(name)),
        rule=rule,
    )


def gold(path: Path, *names: str, optional: tuple[str, ...] = ()) -> Path:
    facts = [
        {
            "doc": "a.txt",
            "kind": "industry",
            "zone": "甲高新区",
            "subject": "",
            "name": name,
            "role": "主导",
            "evidence": name,
        }
        | ({"optional": True} if name in optional else {})
        for name in (*names, *optional)
    ]
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in facts), encoding="utf-8")
    return path


def test_a_rule_is_as_good_as_its_facts(tmp_path: Path) -> None:
    path = gold(tmp_path / "gold.jsonl", "光伏")
    facts = [fact("光伏", "list"), fact("氢能", "list"), fact("低空经济", "lone")]
    assert rule_precision(SCRIPT, [path], facts, {"a.txt": TEXT}) == {"list": (1, 2), "lone": (0, 1)}


def test_a_fact_that_people_disagree_on_counts_neither_way(tmp_path: Path) -> None:
    path = gold(tmp_path / "gold.jsonl", "光伏", optional=("氢能",))
    facts = [fact("光伏", "list"), fact("氢能", "list")]
    assert rule_precision(SCRIPT, [path], facts, {"a.txt": TEXT}) == {"list": (1, 1)}


def test_facts_of_other_articles_are_not_judged(tmp_path: Path) -> None:
    path = gold(tmp_path / "gold.jsonl")
    assert rule_precision(SCRIPT, [path], [fact("光伏", "list")], {"a.txt": TEXT}) == {}


def test_what_the_floor_keeps_of_a_table() -> None:
    result = {
        "event": {"precision": 0.9, "recall": 0.8, "f1": 0.847, "matched": 8, "gold": 10, "predicted": 9},
        "metric fields": {"period": 0.9},
        "macro F1": 0.847,
    }
    assert kept(result) == {
        "event": {"precision": 0.9, "recall": 0.8, "f1": 0.847},
        "macro F1": {"value": 0.847},
    }


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        ({"event": {"f1": 0.8}, "macro F1": {"value": 0.8}}, []),
        ({"event": {"f1": 0.9}, "macro F1": {"value": 0.9}}, []),
        ({"event": {"f1": 0.7999}, "macro F1": {"value": 0.8}}, []),
        ({"event": {"f1": 0.79}, "macro F1": {"value": 0.8}}, ["both: event fell from 0.800 to 0.790"]),
        ({"macro F1": {"value": 0.8}}, ["both: event fell from 0.800 to 0.000"]),
    ],
)
def test_a_fall_is_told_with_both_figures(now: dict, lines: list[str]) -> None:
    floor = {"both": {"event": {"f1": 0.8}, "macro F1": {"value": 0.8}}}
    assert [fall.text() for fall in falls(floor, {"both": now})] == lines


def test_another_gold_has_another_hash(tmp_path: Path) -> None:
    one = gold(tmp_path / "gold.jsonl", "光伏")
    before = gold_hash([one])
    gold(one, "氢能")
    assert before.keys() == {"gold.jsonl"}
    assert gold_hash([one]) != before
