import json
from pathlib import Path

import pytest

from tests.commands.project_folder import ZONE, project, run

FILE = f"seeds/overrides/{ZONE}.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(tmp_path)
    (tmp_path / "seeds" / "overrides").mkdir()
    return tmp_path


def test_all_is_well(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert run(folder, "check") == 0
    assert capsys.readouterr() == ("", "0 problems\n")


def test_everything_wrong_is_told_in_one_run(folder: Path, capsys: pytest.CaptureFixture[str]):
    run(folder, "build")
    capsys.readouterr()
    (folder / FILE).write_text(
        f"zone: {ZONE}\noverrides:\n  - fact: m-1111111111\n    action: reject\n"
        "    reason: 错\n    by: a\n    date: 2024-04-02\n",
        encoding="utf-8",
    )
    (folder / "seeds" / "articles" / "a.yml").write_text("dat: 2024\n", encoding="utf-8")
    (folder / "seeds" / "articles" / "b.yml").write_text("date: 2024\n", encoding="utf-8")
    (folder / "generator" / "rules").mkdir(parents=True)
    (folder / "generator" / "rules" / "zones.yml").write_text("- {name: 甲区, name: 乙区}\n", encoding="utf-8")
    assert run(folder, "check") == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err == "4 problems\n"
    assert lines[0] == (
        'generator/rules/zones.yml:1:14: YAML-DUPLICATE-KEY: the key "name" stands here and in line 1. '
        "Fix: keep one of them"
    )
    assert lines[1].startswith("seeds/articles/a.yml:1:1: ")
    assert lines[2] == (
        "seeds/articles/b.yml: LONE-METADATA: there is no article beside this file of metadata. "
        "Fix: give it the article's name with the ending .yml, or remove it"
    )
    assert lines[3].startswith(f"{FILE}:3:11: UNKNOWN-FACT: no fact has this id; found m-1111111111; ")


def test_as_json(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / FILE).write_text(f"zone: {ZONE}\nnotes: x\n", encoding="utf-8")
    assert run(folder, "check", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "code": "UNKNOWN-KEY",
            "file": FILE,
            "line": 2,
            "column": 1,
            "key": "notes",
            "message": 'an override file has no key "notes"',
            "found": "",
            "expected": "one of zone, aliases, merge, note, overrides",
            "fix": "write note",
        }
    ]


def test_no_problems_as_json(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert run(folder, "check", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_as_annotations(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / FILE).write_text(f"zone: {ZONE}\nnotes: x\n", encoding="utf-8")
    assert run(folder, "check", "--format", "github") == 1
    assert capsys.readouterr().out == (
        f'::error file={FILE},line=2,col=1,title=UNKNOWN-KEY::an override file has no key "notes"; '
        "expected one of zone, aliases, merge, note, overrides. Fix: write note\n"
    )


def test_the_projects_own_files_are_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    root = Path(__file__).parents[2]
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "seeds").symlink_to(root / "seeds")
    (tmp_path / "generator").symlink_to(root / "generator")
    assert run(tmp_path, "check") == 0, capsys.readouterr().out


def test_wrong_usage(folder: Path):
    with pytest.raises(SystemExit) as ended:
        run(folder, "check", "--format", "xml")
    assert ended.value.code == 2


def test_stored_facts_are_checked_against(folder: Path, capsys: pytest.CaptureFixture[str]):
    run(folder, "build")
    (folder / "seeds" / "articles" / "a.txt").unlink()
    (folder / FILE).write_text(f"zone: {ZONE}\n", encoding="utf-8")
    capsys.readouterr()
    assert run(folder, "check") == 0
