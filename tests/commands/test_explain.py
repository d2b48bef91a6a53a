from pathlib import Path

import pytest

from tests.commands.project_folder import ZONE, project, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(tmp_path)
    run(tmp_path, "build")
    return tmp_path


def fact_id(folder: Path, kind: str) -> str:
    stored = (folder / "docs" / "data" / "zones" / f"{ZONE}.yml").read_text(encoding="utf-8")
    return next(line.split()[-1] for line in stored.splitlines() if line.startswith(f"- id: {kind}-"))


def explained(folder: Path, fact: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert run(folder, "explain", fact) == 0
    return capsys.readouterr().out.splitlines()


def line(lines: list[str], name: str) -> str:
    (found,) = [line for line in lines if line.startswith(f"  {name} ")]
    return found[14:]


def test_a_fact_with_its_sentence_place_rule_and_overrides(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "m")
    lines = explained(folder, fact, capsys)
    assert lines[0] == f"{fact}  metric"
    assert line(lines, "value") == "512.6"
    assert line(lines, "sentence") == "2023年，临水高新区规上工业产值达到512.6亿元，同比增长8.5%。"
    assert line(lines, "source").startswith("a.txt:3:")
    assert line(lines, "source").endswith("of the text decoded from utf-8")
    assert "规上工业产值达到512.6亿元" in line(lines, "decoded")
    assert line(lines, "rule").startswith("metric")
    assert line(lines, "override") == "none"


def test_what_was_mended(folder: Path, capsys: pytest.CaptureFixture[str]):
    path = folder / "seeds" / "articles" / "a.txt"
    path.write_text(
        "臨水高新區簡介\n2023年，臨水高新區科創(chuàng)產(chǎn)業(yè)園破土開工。\n臨水高新區創(chuàng)新創(chuàng)業(yè)園區(qū)。\n",
        encoding="utf-8",
    )
    run(folder, "build")
    lines = explained(folder, fact_id(folder, "o"), capsys)
    assert any(line.startswith("  mended      gloss at 2:") for line in lines)


def test_what_a_person_changed(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "m")
    run(folder, "override", fact, "--set", "value=513", "--reason", "公报", "--by", "bianji", "--date", "2024-04-02")
    lines = explained(folder, fact, capsys)
    assert line(lines, "override") == f"correct by bianji on 2024-04-02, seeds/overrides/{ZONE}.yml:4"
    assert line(lines, "reason") == "公报"
    assert lines[-1] == "  value       512.6 → 513"


def test_a_rejected_fact_is_explained_too(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "o")
    run(folder, "override", fact, "--action", "reject", "--reason", "不在区内", "--by", "bianji")
    assert line(explained(folder, fact, capsys), "override").startswith("reject by bianji on ")


def test_an_override_that_was_not_applied_is_named(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "m")
    run(folder, "override", fact, "--set", "value=513", "--reason", "公报", "--by", "bianji")
    path = folder / "seeds" / "overrides" / f"{ZONE}.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("512.6", "500"), encoding="utf-8")
    lines = explained(folder, fact, capsys)
    assert line(lines, "override") == "none"
    assert line(lines, "not applied").startswith(
        f"seeds/overrides/{ZONE}.yml:6:21: STALE-EXPECT: value: you saw 500, the machine now says 512.6, you set 513. "
    )


def test_a_fact_that_a_person_added(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "seeds" / "overrides").mkdir()
    (folder / "seeds" / "overrides" / f"{ZONE}.yml").write_text(
        f"zone: {ZONE}\noverrides:\n  - fact: i-000own\n    action: add\n"
        "    set: {kind: industry, name: 光伏, role: 未来, source: 规划处答复}\n"
        "    reason: 规划\n    by: bianji\n    date: 2024-04-02\n",
        encoding="utf-8",
    )
    lines = explained(folder, "i-000own", capsys)
    assert line(lines, "source") == "a person's own: 规划处答复"
    assert line(lines, "rule") == "override"


def test_an_unknown_id_names_the_nearest(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "m")
    capsys.readouterr()
    assert run(folder, "explain", f"{fact[:-1]}z") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"{fact[:-1]}z: UNKNOWN-FACT: no fact has this id; expected an id that a page shows, such as {fact}. "
        "Fix: copy the id from the page or from docs/data/zones\n"
    )


def test_without_stored_facts_articles_are_read(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "m")
    (folder / "docs" / "data" / "zones" / f"{ZONE}.yml").unlink()
    assert explained(folder, fact, capsys)[0] == f"{fact}  metric"


def test_odd_characters_are_shown_as_escapes(folder: Path, capsys: pytest.CaptureFixture[str]):
    path = folder / "seeds" / "articles" / "a.txt"
    path.write_text("临水高新区简介\n2023年，\u202e临水高新区\u3000工业产值512亿元。\n", encoding="utf-8")
    run(folder, "build")
    out = "\n".join(explained(folder, fact_id(folder, "m"), capsys))
    assert "\u202e" not in out
