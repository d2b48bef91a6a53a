"""A disk that is full or may only be read: it is told, nothing is half-written, and the next build mends it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.atomic import leftovers
from generator.cli import main
from generator.model import Kind
from generator.pipeline import read_facts
from tests.faults.killed import Command
from tests.faults.killing import FIRST, SECOND, State, clean, project, put, state, torn, whole

FIX = "Fix: make room or give the right to write there, then run the command again; every file is whole, old or new\n"
SIZE = 1 << 20


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, State]:
    """What clean builds make of the two states of the articles."""
    folder = tmp_path_factory.mktemp("clean")
    return clean(folder / "first", FIRST), clean(folder / "second", SECOND)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    if not _mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place):
        pytest.skip("no disk may be mounted here; a limit of a file's size is tried instead")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _mount(*arguments: object) -> bool:
    try:
        return subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def build(folder: Path) -> int:
    return main(["build", "--root", str(folder)])


def started(folder: Path) -> Path:
    """A project that was built, and whose articles have changed since."""
    where = project(folder)
    put(where, FIRST)
    assert build(where) == 0
    put(where, SECOND)
    return where


@pytest.mark.parametrize("room", [0, 1, 2, 3])
def test_a_full_disk(disk: Path, room: int, states: tuple[State, State], capsys: pytest.CaptureFixture[str]) -> None:
    where = started(disk / "project")
    filler = disk / "filler"
    page = os.statvfs(disk).f_frsize
    with filler.open("wb") as stream:
        stream.write(bytes((os.statvfs(disk).f_bavail - room) * page))
    capsys.readouterr()
    assert build(where) == 1
    told = capsys.readouterr().err
    assert told.endswith(f": FILE-UNWRITABLE: cannot be written: No space left on device. {FIX}")
    assert "Traceback" not in told
    assert list(torn(state(where), *states)) == []
    filler.unlink()
    assert build(where) == 0
    assert state(where) == states[1]


def test_a_disk_that_may_only_be_read(
    disk: Path, states: tuple[State, State], capsys: pytest.CaptureFixture[str]
) -> None:
    where = started(disk / "project")
    before = state(where)
    assert _mount("-o", "remount,ro", disk)
    capsys.readouterr()
    fact = next(fact.id for fact in read_facts(where / "seeds" / "articles" / "a.txt")[0] if fact.kind is Kind.METRIC)
    override = ["override", fact, "--root", str(where), "--set", "value=1", "--reason", "x", "--by", "b"]
    for command in (["build", "--root", str(where)], ["render", "--root", str(where)], override):
        assert main(command) == 1
        out, told = capsys.readouterr()
        assert out == ""
        assert told.endswith(f": FILE-UNWRITABLE: cannot be written: Read-only file system. {FIX}")
    assert main(["extract", str(where / "seeds" / "articles")]) == 0
    assert state(where) == before
    assert _mount("-o", "remount,rw", disk)
    assert build(where) == 0
    assert state(where) == states[1]


def test_files_may_only_grow_so_far(tmp_path: Path, states: tuple[State, State]) -> None:
    where = started(tmp_path / "project")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(where)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.endswith(f": FILE-UNWRITABLE: cannot be written: File too large. {FIX}")
    assert list(torn(state(where), *states)) == []
    assert leftovers(where) == []
    whole(Command("build", "--root", str(where)))
    assert state(where) == states[1]
