from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.overrides import read_folder
from generator.overrides.write import append
from generator.schema import FIRST_LINE
from tests.commands.project_folder import ZONE, project, run

SIGNED = ("--reason", "见公报", "--by", "bianji", "--date", "2024-04-02")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(tmp_path)
    run(tmp_path, "build")
    return tmp_path


def place(folder: Path) -> Path:
    return folder / "seeds" / "overrides" / f"{ZONE}.yml"


def fact_id(folder: Path, kind: str) -> str:
    stored = (folder / "docs" / "data" / "zones" / f"{ZONE}.yml").read_text(encoding="utf-8")
    return next(line.split()[-1] for line in stored.splitlines() if line.startswith(f"- id: {kind}-"))


def test_a_correction_is_written_with_what_the_machine_says(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "m")
    capsys.readouterr()
    assert run(folder, "override", fact, "--set", "value=513", "--set", "period=2024", *SIGNED) == 0
    assert capsys.readouterr().out == f"seeds/overrides/{ZONE}.yml:4: correct {fact}\n"
    assert place(folder).read_text(encoding="utf-8") == (
        f"{FIRST_LINE}zone: {ZONE}\noverrides:\n  - fact: {fact}\n    action: correct\n"
        '    expect: {value: 512.6, period: "2023"}\n    set: {value: 513, period: "2024"}\n'
        "    reason: 见公报\n    by: bianji\n    date: 2024-04-02\n"
    )
    assert run(folder, "check") == 0


def test_a_rejection_and_a_confirmation_know_their_fact(folder: Path):
    assert run(folder, "override", fact_id(folder, "o"), "--action", "reject", *SIGNED) == 0
    assert run(folder, "override", fact_id(folder, "m"), "--action", "confirm", *SIGNED) == 0
    body = yaml.safe_load(place(folder).read_text(encoding="utf-8"))
    assert [entry["action"] for entry in body["overrides"]] == ["reject", "confirm"]
    assert body["overrides"][0]["expect"] == {"name": "临水芯光半导体有限公司", "type": "企业"}
    assert run(folder, "check") == 0


def test_comments_order_and_quotes_stay(folder: Path):
    place(folder).parent.mkdir()
    before = (
        f'# 临水\n\nzone: "{ZONE}"   # 区\n# 更正\noverrides:\n\n  # 第一条\n  - action: add\n    date: 2024-01-01\n'
        "    set: {kind: industry, name: '光伏', role: 未来, source: 规划}  # 见第 3 页\n    by: a\n"
        "    reason: >-\n      两行\n      理由\n"
    )
    place(folder).write_text(before, encoding="utf-8")
    fact = fact_id(folder, "m")
    assert run(folder, "override", fact, "--set", "value=513", *SIGNED) == 0
    assert place(folder).read_text(encoding="utf-8") == before + (
        f"  - fact: {fact}\n    action: correct\n    expect: {{value: 512.6}}\n    set: {{value: 513}}\n"
        "    reason: 见公报\n    by: bianji\n    date: 2024-04-02\n"
    )


def test_keys_after_the_list_stay_after_it(folder: Path):
    place(folder).parent.mkdir()
    place(folder).write_text(f"zone: {ZONE}\noverrides: []\nnote: |\n  编者\n  # 不是注释\n", encoding="utf-8")
    assert run(folder, "override", fact_id(folder, "m"), "--set", "value=513", *SIGNED) == 0
    body = yaml.safe_load(place(folder).read_text(encoding="utf-8"))
    assert list(body) == ["zone", "overrides", "note"]
    assert body["note"] == "编者\n# 不是注释\n"


def test_line_ends_stay(folder: Path):
    place(folder).parent.mkdir()
    place(folder).write_bytes(f"zone: {ZONE}\r\n".encode())
    assert run(folder, "override", fact_id(folder, "m"), "--set", "value=513", *SIGNED) == 0
    data = place(folder).read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == 9


def refused(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    before = place(folder).read_bytes() if place(folder).exists() else None
    capsys.readouterr()
    status = run(folder, "override", *arguments)
    assert (place(folder).read_bytes() if place(folder).exists() else None) == before
    out, err = capsys.readouterr()
    assert out == ""
    return status, err


def test_a_fact_that_has_an_override(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "m")
    run(folder, "override", fact, "--set", "value=513", *SIGNED)
    assert refused(folder, capsys, fact, "--set", "value=514", *SIGNED) == (
        1,
        f"seeds/overrides/{ZONE}.yml:4:11: DOUBLE-OVERRIDE: {fact} has an override already. "
        "Fix: change this entry by hand\n",
    )


def test_a_file_that_is_broken_is_not_touched(folder: Path, capsys: pytest.CaptureFixture[str]):
    place(folder).parent.mkdir()
    place(folder).write_text(f"zone: {ZONE}\nnotes: x\n", encoding="utf-8")
    status, err = refused(folder, capsys, fact_id(folder, "m"), "--set", "value=513", *SIGNED)
    assert status == 1
    assert err.startswith(f"seeds/overrides/{ZONE}.yml:2:1: UNKNOWN-KEY: ")


def test_a_correction_of_nothing(folder: Path, capsys: pytest.CaptureFixture[str]):
    fact = fact_id(folder, "m")
    assert refused(folder, capsys, fact, "--set", "value=512.6", *SIGNED) == (
        1,
        f"{fact}: NO-CHANGE: the machine reads this by itself. "
        "Fix: nothing is to be corrected; use --action confirm to say that it is right\n",
    )


def test_an_unknown_fact(folder: Path, capsys: pytest.CaptureFixture[str]):
    status, err = refused(folder, capsys, "m-zzzzzzzzzz", "--set", "value=1", *SIGNED)
    assert status == 1
    assert err.startswith("m-zzzzzzzzzz: UNKNOWN-FACT: no fact has this id; ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--set", "valeu=1", *SIGNED),
            '--set valeu=1: USAGE: a fact of the kind metric has no field "valeu". Fix: write value=…',
        ),
        (
            ("--set", "value", *SIGNED),
            '--set value: USAGE: a fact of the kind metric has no field "value". Fix: write value=…',
        ),
        (("--set", "value=#", *SIGNED), "--set value: USAGE: no value. Fix: write FIELD=VALUE"),
        (
            ("--set", "value=六", *SIGNED),
            '--set value:1:1: WRONG-TYPE: value has the wrong type; found the text "六"; '
            "expected a number, a range [low, high] or null. Fix: write digits only; the unit has a field of its own",
        ),
        (
            ("--set", "period=2024-13", *SIGNED),
            '--set period:1:1: IMPOSSIBLE-DATE: no such period; found "2024-13"; '
            "expected 2024, 2024-03, 2024-01/2024-06, ../2024-03 or 2010/... "
            "Fix: write a period that the calendar has",
        ),
        (
            SIGNED,
            "--set: USAGE: a correction needs --set FIELD=VALUE. "
            "Fix: name what is right, or use --action reject or --action confirm",
        ),
        (
            ("--set", "value=1", "--action", "reject", *SIGNED),
            "--set: USAGE: --set goes with --action correct only. "
            "Fix: name what is right, or use --action reject or --action confirm",
        ),
        (
            ("--set", "value=1", "--reason", " ", "--by", "a"),
            "--reason: USAGE: the reason is empty. Fix: say why, with the source that shows it",
        ),
        (
            ("--set", "value=1", "--reason", "x", "--by", ""),
            "--by: USAGE: nobody is named as the author. Fix: add --by NAME",
        ),
        (
            ("--set", "value=1", "--reason", "x", "--by", "a", "--date", "2024-02-30"),
            "--date: USAGE: no such day. Fix: write a day like 2024-04-02",
        ),
    ],
)
def test_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str):
    assert refused(folder, capsys, fact_id(folder, "m"), *arguments) == (2, f"{message}\n")


def test_a_text_may_hold_whatever_yaml_would_mind(folder: Path):
    fact = fact_id(folder, "o")
    assert run(folder, "override", fact, "--set", "name=甲: [乙] #1 & *2", *SIGNED) == 0
    assert yaml.safe_load(place(folder).read_text(encoding="utf-8"))["overrides"][0]["set"] == {
        "name": "甲: [乙] #1 & *2"
    }


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(TEXT.filter(str.strip), TEXT.filter(str.strip), st.booleans())
def test_whatever_is_written_is_read_back_beside_what_was_there(tmp_path: Path, reason: str, name: str, twice: bool):
    path = tmp_path / "甲区.yml"
    path.unlink(missing_ok=True)
    entry = {"fact": "o-1111", "action": "correct", "expect": {"name": name}, "set": {"name": "新"}}
    entry |= {"reason": reason, "by": "a", "date": "2024-04-02"}
    append(path, "甲区.yml", "甲区", entry)
    lines = [append(path, "甲区.yml", "甲区", entry | {"fact": "o-2222"})] if twice else []
    (file,), problems = read_folder(tmp_path, ".")
    assert problems == []
    assert all(entry.override.reason == reason.strip() for entry in file.entries)
    assert [entry.override.line for entry in file.entries][1:] == lines
