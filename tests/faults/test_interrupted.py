"""Ctrl-C in the midst of a build: the shell's own exit status, one line, nothing half-written, nobody left at work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.atomic import leftovers
from tests.faults.killed import Command
from tests.faults.killing import project, put, state, whole
from tests.synthetic.project import write_articles

ARTICLES, ZONES = 12, 4
PATIENCE = 120


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """What a build makes that nobody interrupts, and how long it takes."""
    where = started(tmp_path_factory.mktemp("whole") / "project")
    start = time.monotonic()
    assert build(where).wait(PATIENCE) == 0
    return state(where), time.monotonic() - start


def started(folder: Path) -> Path:
    where = project(folder)
    put(where, {})
    write_articles(where / "seeds" / "articles", ARTICLES, ZONES, seed=5)
    return where


def build(where: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--jobs", "2", "--root", str(where)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


@pytest.mark.parametrize("moment", [0.5, 0.9])
def test_ctrl_c(moment: float, tmp_path: Path, wanted: tuple[dict[str, bytes], float]) -> None:
    where = started(tmp_path / "project")
    running = build(where)
    time.sleep(wanted[1] * moment)
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate(timeout=PATIENCE)[1]
    assert running.returncode in (0, 130), told
    if running.returncode:
        assert told.splitlines()[-1] == "interrupted; no file was left half-written"
        assert "Traceback" not in told
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
    assert [path for path in leftovers(where) if ".cache" not in path.parts] == []
    left = state(where)
    assert {path: data for path, data in left.items() if path != "docs/.generated"}.items() <= wanted[0].items()
    whole(Command("build", "--root", str(where)))
    assert state(where) == wanted[0]
