import multiprocessing
import os
import platform
import re
from pathlib import Path

import pytest

from generator import lock
from generator.problems import ProblemError


def hold(folder: Path, held: "multiprocessing.synchronize.Event", go: "multiprocessing.synchronize.Event") -> None:
    with lock.alone(folder, "项目", "build", print):
        held.set()
        go.wait()


def test_the_second_waits_and_says_for_whom(tmp_path: Path):
    fresh = multiprocessing.get_context("spawn")
    held, go = fresh.Event(), fresh.Event()
    other = fresh.Process(target=hold, args=(tmp_path, held, go))
    other.start()
    held.wait()
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        go.set()

    with lock.alone(tmp_path, "项目", "render", say):
        assert other.join() is None
    (line,) = said
    assert re.fullmatch(
        rf"项目: build, process {other.pid} on {re.escape(platform.node())} since "
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d is at work here; this run waits until it has ended \(Ctrl-C to give up\)",
        line,
    )


def test_a_run_that_was_killed_holds_nothing(tmp_path: Path):
    fresh = multiprocessing.get_context("spawn")
    held, go = fresh.Event(), fresh.Event()
    other = fresh.Process(target=hold, args=(tmp_path, held, go))
    other.start()
    held.wait()
    other.kill()
    other.join()
    said: list[str] = []
    with lock.alone(tmp_path, "项目", "render", said.append):
        assert said == []
        assert (tmp_path / lock.HOLDER).read_text(encoding="utf-8").startswith(f"render, process {os.getpid()} ")
    assert not (tmp_path / lock.HOLDER).exists()


def test_who_holds_it_may_take_it_again(tmp_path: Path):
    with lock.alone(tmp_path, "项目", "build", pytest.fail):
        with lock.alone(tmp_path, "项目", "render", pytest.fail):
            pass
        assert (tmp_path / lock.HOLDER).read_text(encoding="utf-8").startswith("build, ")


def test_a_lock_leaves_no_trace_of_its_time(tmp_path: Path):
    with lock.alone(tmp_path, "项目", "build", pytest.fail):
        pass
    before = (tmp_path / lock.LOCK).stat().st_mtime_ns
    with lock.alone(tmp_path, "项目", "build", pytest.fail):
        pass
    assert (tmp_path / lock.LOCK).stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_written_to(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ProblemError) as raised, lock.alone(tmp_path / "file" / "x", "项目", "build", pytest.fail):
        pass
    assert raised.value.problem.text() == (
        f"{tmp_path}/file/x: FILE-UNWRITABLE: cannot be written: Not a directory. Fix: make room or give the right to "
        "write there, then run the command again; every file is whole, old or new"
    )
