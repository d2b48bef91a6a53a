"""Inputs that change, vanish or are no files at all while they are read, and builds that meet."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.cli import main
from tests.faults.killing import FIRST, SECOND, clean, project, put, state

TURNS = 6


def build(folder: Path) -> int:
    return main(["build", "--root", str(folder)])


def articles(folder: Path) -> Path:
    return folder / "seeds" / "articles"


def test_articles_that_change_and_vanish_while_they_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = project(tmp_path / "project")
    put(where, FIRST)
    stop = threading.Event()

    def change() -> None:
        for texts in itertools.cycle((FIRST, SECOND)):
            for name in ("a", "b", "c"):
                path = articles(where) / f"{name}.txt"
                if name in texts:
                    path.write_text(texts[name], encoding="utf-8")
                else:
                    path.unlink(missing_ok=True)
            if stop.is_set():
                return

    writer = threading.Thread(target=change)
    writer.start()
    try:
        statuses = {build(where) for _ in range(TURNS)}
    finally:
        stop.set()
        writer.join()
    assert statuses <= {0, 1}
    told = capsys.readouterr().err
    assert "INTERNAL-ERROR" not in told
    put(where, SECOND)
    assert build(where) == 0
    assert state(where) == clean(tmp_path / "clean", SECOND)


def test_what_is_no_file_is_waited_for_by_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = project(tmp_path / "project")
    put(where, FIRST)
    os.mkfifo(articles(where) / "pipe.txt")
    (articles(where) / "folder.txt").mkdir()
    (articles(where) / "nowhere.txt").symlink_to(articles(where) / "not there")
    assert build(where) == 1
    told = capsys.readouterr().err
    assert "seeds/articles/nowhere.txt: FILE-MISSING: no such file. Fix: check the path\n" in told
    assert "2 of 3 articles read" in told
    assert "pipe.txt" not in told


@pytest.mark.parametrize("place", ["docs/index.md", "docs/zones", "docs/data", "docs/data/sources.yml", ".cache"])
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_something_else_stands_where_a_file_belongs(
    tmp_path: Path, place: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    where = project(tmp_path / "project")
    put(where, FIRST)
    path = where / place
    if kind == "folder":
        path.mkdir(parents=True)
        (path / "mine").write_text("mine", encoding="utf-8")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine", encoding="utf-8")
    status = build(where)
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert status == 0 or place.rpartition("/")[2] in told
    kept = path / "mine" if kind == "folder" else path
    assert kept.read_text(encoding="utf-8") == "mine" or place == "docs/data/sources.yml"


def test_two_builds_at_once_make_what_one_makes(tmp_path: Path) -> None:
    where = project(tmp_path / "project")
    put(where, SECOND)
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "build", "--root", str(where)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    told = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    assert state(where) == clean(tmp_path / "clean", SECOND)


def test_a_clock_that_was_set_back(tmp_path: Path) -> None:
    where = project(tmp_path / "project")
    put(where, FIRST)
    assert build(where) == 0
    later = 4_000_000_000
    for path in [path for path in where.rglob("*") if path.is_file()]:
        os.utime(path, (later, later))
    changed = {name: text.replace("512.6", "618.4") for name, text in FIRST.items()}
    put(where, changed)
    for name in changed:
        os.utime(articles(where) / f"{name}.txt", (later, later))
    assert build(where) == 0
    assert state(where) == clean(tmp_path / "clean", changed)


def test_thousands_of_articles_in_one_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number in range(3000):
        text = f"2023年，凤山高新区第{number}号厂房投资{number + 1}亿元。\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert main(["extract", "--format", "jsonl", str(tmp_path)]) == 0
    out, told = capfd.readouterr()
    assert len({line.partition('"doc": "')[2].partition('"')[0] for line in out.splitlines()}) == 3000
    assert "3000" in told
