import json
from pathlib import Path

import pytest

from tests.commands.project_folder import ZONE, files, project, run


def pages(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in files(folder / "docs").items() if name.endswith(".md")}


def test_pages_come_from_stored_facts_without_reading_articles_again(tmp_path: Path):
    folder = project(tmp_path)
    run(folder, "build")
    before = pages(folder)
    for name in before:
        (folder / "docs" / name).unlink()
    data = files(folder / "docs" / "data")
    assert run(folder, "render") == 0
    assert pages(folder) == before
    assert files(folder / "docs" / "data") == data


def test_a_saved_override_shows_on_the_page(tmp_path: Path):
    folder = project(tmp_path)
    run(folder, "build")
    stored = (folder / "docs" / "data" / "zones" / f"{ZONE}.yml").read_text(encoding="utf-8")
    fact = next(line.split()[-1] for line in stored.splitlines() if line.startswith("- id: m-"))
    (folder / "seeds" / "overrides").mkdir()
    (folder / "seeds" / "overrides" / f"{ZONE}.yml").write_text(
        f"zone: {ZONE}\noverrides:\n  - fact: {fact}\n    action: correct\n    expect: {{value: 512.6}}\n"
        "    set: {value: 787.25}\n    reason: 公报\n    by: bianji\n    date: 2024-04-02\n",
        encoding="utf-8",
    )
    assert run(folder, "render") == 0
    profile = [data.decode() for name, data in pages(folder).items() if name.startswith("zones/linshui")]
    assert any("787.25" in page for page in profile)
    assert (folder / "docs" / "data" / "zones" / f"{ZONE}.yml").read_text(encoding="utf-8") == stored


def test_a_damaged_store_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = project(tmp_path)
    run(folder, "build")
    (folder / "docs" / "data" / "zones" / f"{ZONE}.yml").write_text("zone: [", encoding="utf-8")
    capsys.readouterr()
    assert run(folder, "render") == 1
    assert capsys.readouterr().err.startswith(f"{folder}/docs/data/zones/{ZONE}.yml:2:1: STORE-UNREADABLE: ")


@pytest.mark.parametrize("at", [0, 0.3, 0.7, 1])
def test_damaged_notes_of_pages_change_no_page(at: float, tmp_path: Path):
    folder = project(tmp_path)
    run(folder, "build")
    before = files(folder / "docs")
    (notes,) = (folder / ".cache").rglob("pages.sqlite")
    data = notes.read_bytes()
    cut = int(len(data) * at)
    notes.write_bytes(data[:cut] + b"\xff" * 200 + data[cut + 200 :])
    for name in before:
        if name.endswith(".md"):
            (folder / "docs" / name).unlink()
    assert run(folder, "render") == 0
    assert files(folder / "docs") == before


def test_a_page_that_is_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = project(tmp_path)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("mine", encoding="utf-8")
    assert run(folder, "build") == 1
    assert "docs/index.md: PAGE-IN-THE-WAY: " in capsys.readouterr().err
    assert (folder / "docs" / "index.md").read_text(encoding="utf-8") == "mine"


def test_measured_scores_reach_the_page_on_method(tmp_path: Path):
    folder = project(tmp_path)
    run(folder, "build")
    before = pages(folder)["method.md"]
    row = {"precision": 0.917, "recall": 0.823, "f1": 0.867, "gold": 10, "predicted": 9, "matched": 8}
    (folder / "docs" / "data" / "scores.json").write_text(json.dumps({"metric": row}), encoding="utf-8")
    run(folder, "render")
    assert pages(folder)["method.md"] != before


def test_outside_a_project(tmp_path: Path):
    assert run(tmp_path, "render") == 2
