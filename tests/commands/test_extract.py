import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.commands import extract
from tests.commands.project_folder import TEXT

FIELDS = {
    "metric": {"indicator", "value", "unit", "qualifier", "period", "change", "status"},
    "event": {"date", "type", "title", "partners"},
    "cooperation": {"partner", "type", "date", "about"},
    "industry": {"name", "role"},
    "organisation": {"name", "type"},
    "honour": {"title", "issuer", "date", "rank"},
    "person": {"name", "role"},
    "identity": {"attribute", "value"},
}
COMMON = {"id", "doc", "kind", "zone", "subject", "evidence", "start", "end"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_one_object_a_fact_with_the_fields_of_the_fact_model(article: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["extract", str(article)]) == 0
    out, err = capsys.readouterr()
    facts = [json.loads(line) for line in out.splitlines()]
    assert facts
    for fact in facts:
        assert set(fact) == COMMON | FIELDS[fact["kind"]]
        assert fact["evidence"] == TEXT[fact["start"] : fact["end"]]
        assert fact["doc"] == "a.txt"
    assert len({fact["id"] for fact in facts}) == len(facts)
    assert err.splitlines()[-1] == f"1 of 1 articles read, {len(facts)} facts"


def test_a_figure_is_read_with_all_that_belongs_to_it(article: Path, capsys: pytest.CaptureFixture[str]):
    main(["extract", str(article)])
    (figure,) = [fact for fact in map(json.loads, capsys.readouterr().out.splitlines()) if fact["kind"] == "metric"]
    assert (figure["zone"], figure["value"], figure["unit"], figure["period"]) == ("临水高新区", 512.6, "亿元", "2023")


def test_offsets_count_characters_of_the_decoded_file_with_its_line_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    text = TEXT.replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(text.encode("gb18030"))
    assert main(["extract", str(tmp_path)]) == 0
    facts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert facts
    assert all(fact["evidence"] == text[fact["start"] : fact["end"]] for fact in facts)


def test_yaml_says_the_same(article: Path, capsys: pytest.CaptureFixture[str]):
    main(["extract", str(article)])
    lines = capsys.readouterr().out.splitlines()
    main(["extract", "--format", "yaml", str(article)])
    assert yaml.safe_load(capsys.readouterr().out) == [json.loads(line) for line in lines]


def test_yaml_without_facts_is_an_empty_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["extract", "--format", "yaml", str(tmp_path)]) == 0
    assert yaml.safe_load(capsys.readouterr().out) == []


def test_output_goes_to_a_file(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(["extract", str(article)])
    printed = capsys.readouterr().out
    assert main(["extract", "--output", str(tmp_path / "new" / "out.jsonl"), str(article)]) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "new" / "out.jsonl").read_bytes() == printed.encode()


def test_an_output_that_cannot_be_written(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["extract", "--output", str(tmp_path / "file" / "out"), str(article)]) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path}/file/out: cannot be written: ")


def test_an_input_that_cannot_be_read_is_named_and_the_others_are_read(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["extract", str(tmp_path / "none.txt"), str(article)]) == 1
    out, err = capsys.readouterr()
    assert out
    assert err.splitlines()[0] == (
        f"{tmp_path}/none.txt: FILE-UNREADABLE: cannot be read: No such file or directory. "
        "Fix: give a file or folder that exists and may be read"
    )


def test_an_empty_and_a_binary_file_are_named_and_the_others_are_read(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 10)
    assert main(["extract", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out
    assert "empty.txt" in err
    assert "binary.txt" in err


def test_a_file_given_twice_is_read_once(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(["extract", str(article)])
    once = capsys.readouterr().out
    main(["extract", str(article), str(tmp_path), str(article)])
    assert capsys.readouterr().out == once


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "--format", "xml", "x"], ["extrct"], []])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def start(*arguments: str, **more: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "extract", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path):
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(TEXT * 40, encoding="utf-8")
    process = start(str(tmp_path))
    process.stdout.readline()
    process.stdout.close()
    error = process.stderr.read().decode()
    assert process.wait() == 141
    assert "Traceback" not in error


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path):
    articles = tmp_path / "in"
    articles.mkdir()
    for number in range(400):
        (articles / f"{number}.txt").write_text(TEXT * 40, encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("old", encoding="utf-8")
    process = start("--output", str(tmp_path / "out.jsonl"), str(articles))
    while not list(tmp_path.glob(".yuanjian-*")) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    error = process.communicate()[1].decode()
    assert process.returncode == 130
    assert error.splitlines()[-1] == "interrupted; no file was left half-written"
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl"]


def test_chinese_is_utf8_whatever_the_locale(article: Path):
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": os.environ["PATH"]}
    out, _ = start(str(article), env=plain).communicate()
    assert "临水高新区" in out.decode("utf-8")


@pytest.mark.parametrize("name", ["空 格.txt", "-r.txt", "两\n行.txt", "x" * 251 + ".txt"])
def test_files_of_any_name(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]):
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert main(["extract", "--", str(tmp_path / name)]) == 0
    facts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {fact["doc"] for fact in facts} == {name}


def test_a_name_that_is_not_utf8_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "wb") as stream:  # noqa: PTH123
        stream.write(TEXT.encode())
    assert main(["extract", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == (
        f"{tmp_path}/\\udcff.txt: FILE-NAME: the file's name is not UTF-8, so no fact can name its source. "
        "Fix: rename the file"
    )


def test_a_fact_is_one_line_for_every_reader():
    line = extract._json_line({"evidence": "一\u2028二\x85三\u2029四\x0b五"})
    assert line.splitlines() == [line.removesuffix("\n")]
    assert json.loads(line) == {"evidence": "一\u2028二\x85三\u2029四\x0b五"}
