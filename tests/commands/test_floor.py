import json
from pathlib import Path

import pytest
import yaml

from tests.commands.project_folder import run
from tests.commands.test_score import folder  # noqa: F401 - a fixture

FLOOR = Path("tests") / "gold" / "floor.json"


def kept(folder: Path) -> dict:  # noqa: F811
    return json.loads((folder / FLOOR).read_text(encoding="utf-8"))


def set_floor(folder: Path, f1: float) -> None:  # noqa: F811
    floor = kept(folder)
    floor["scores"]["both"]["metric"]["f1"] = f1
    (folder / FLOOR).write_text(json.dumps(floor), encoding="utf-8")


def test_what_was_reached_is_kept_with_the_gold_it_was_measured_on(folder: Path, capsys):  # noqa: F811
    assert run(folder, "floor", "--keep") == 0
    assert capsys.readouterr().out == "the scores reached are the floor now\n"
    floor = kept(folder)
    assert set(floor["gold"]) == {"seeds.jsonl", "corpus.jsonl"}
    assert floor["scores"]["both"]["metric"]["f1"] == 1.0
    assert floor["lowered"] == []


def test_the_site_gets_the_figures_and_the_rules_their_precision(folder: Path):  # noqa: F811
    run(folder, "floor", "--keep")
    saved = json.loads((folder / "docs" / "data" / "scores.json").read_text(encoding="utf-8"))
    assert saved["metric"]["gold"] == 2
    rules = yaml.safe_load((folder / "generator" / "rules" / "precision.yml").read_text(encoding="utf-8"))
    assert [counts for rule, counts in rules.items() if rule.startswith("metric.")] == [[2, 2]]


def test_nothing_fell(folder: Path, capsys):  # noqa: F811
    run(folder, "floor", "--keep")
    capsys.readouterr()
    before = (folder / FLOOR).read_bytes()
    assert run(folder, "floor") == 0
    assert capsys.readouterr().out == "no score is under the floor\n"
    assert (folder / FLOOR).read_bytes() == before


@pytest.mark.parametrize("options", [[], ["--keep"]])
def test_a_fall_is_told_and_not_kept(folder: Path, capsys, options: list[str]):  # noqa: F811
    run(folder, "floor", "--keep")
    set_floor(folder, 1.2)
    capsys.readouterr()
    assert run(folder, "floor", *options) == 1
    told = capsys.readouterr().err.splitlines()[-2:]
    assert told == [
        "both: metric fell from 1.200 to 1.000",
        "mend the extraction, or keep the lower scores with --lower REASON",
    ]
    assert kept(folder)["scores"]["both"]["metric"]["f1"] == 1.2


def test_a_lower_floor_needs_a_reason_and_keeps_it(folder: Path):  # noqa: F811
    run(folder, "floor", "--keep")
    set_floor(folder, 1.2)
    assert run(folder, "floor", "--lower", "the gold had a wrong fact") == 0
    floor = kept(folder)
    assert floor["scores"]["both"]["metric"]["f1"] == 1.0
    assert floor["lowered"] == [
        {"reason": "the gold had a wrong fact", "fallen": ["both: metric fell from 1.200 to 1.000"]}
    ]


def test_another_gold_is_told(folder: Path, capsys):  # noqa: F811
    run(folder, "floor", "--keep")
    gold = folder / "tests" / "gold" / "seeds.jsonl"
    gold.write_text(gold.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert run(folder, "floor") == 1
    assert "the gold facts are not those that the floor was measured on" in capsys.readouterr().err
