import json
from pathlib import Path

import pytest

from tests.commands.project_folder import NAME, TEXT, project, run

SCORER = Path(__file__).parents[1] / "gold" / "score.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(tmp_path)
    gold = tmp_path / "tests" / "gold"
    gold.mkdir(parents=True)
    (tmp_path / "tests" / "corpus").mkdir()
    (tmp_path / "tests" / "corpus" / "d.txt").write_text(TEXT, encoding="utf-8")
    (gold / "score.py").write_bytes(SCORER.read_bytes())
    fact = {"kind": "metric", "zone": "临水高新区", "subject": "", "evidence": "512.6亿元", "indicator": "规上工业产值"}
    fact |= {"value": 512.6, "unit": "亿元", "qualifier": "=", "period": "2023", "change": 8.5, "status": "actual"}
    for lot, doc in (("seeds", NAME), ("corpus", "d.txt")):
        (gold / f"{lot}.jsonl").write_text(json.dumps(fact | {"doc": doc}) + "\n", encoding="utf-8")
    return tmp_path


def test_tables_for_seeds_corpus_both_and_each_document(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert run(folder, "score") == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert [line for line in lines if line in ("seeds", "corpus", "both", "by document")] == [
        "seeds",
        "corpus",
        "both",
        "by document",
    ]
    rows = [line.split() for line in lines if line.startswith("metric  ")]
    assert [row[3:] for row in rows] == [["1.000", "1", "1"], ["1.000", "1", "1"], ["1.000", "2", "2"]]
    assert [line.split()[0] for line in lines[-2:]] == ["a.txt", "d.txt"]
    assert lines[-1].split()[-1] == "1.000"


def test_misses_are_shown_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert run(folder, "score", "--misses", "1") == 0
    assert "spurious" in capsys.readouterr().out


def test_how_often_each_rule_is_right(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert run(folder, "score", "--rules") == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line.startswith("metric.")]
    assert [row[1:] for row in rows] == [["2", "2"]]


def test_an_article_that_cannot_be_read(folder: Path):
    (folder / "tests" / "corpus" / "empty.txt").write_bytes(b"")
    assert run(folder, "score") == 1
