"""A system that knows no Chinese: the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.killing import FIRST, clean, project, put, state


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
    ],
    ids=lambda locale: " ".join(f"{name}={value}" for name, value in locale.items()),
)
def test_whatever_the_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    where = project(tmp_path / "一个 项目")
    put(where, FIRST)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(where)],
        env={"PATH": os.environ["PATH"], **locale},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert state(where) == clean(tmp_path / "clean", FIRST)
