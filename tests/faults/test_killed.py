"""A run that is killed loses nothing, at whatever moment; `make faults` tries 200 moments of each command."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.faults.killing import KINDS, torn

MOMENTS = 10


@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_any_moment_nothing_is_lost_and_the_next_build_is_as_a_clean_one(kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", str(MOMENTS), kind],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{kind}: {MOMENTS} tried, ")
    assert done.stdout.endswith(" of them after changes, 0 files lost\n")
    assert " 0 killed" not in done.stdout


def test_a_torn_file_would_be_noticed() -> None:
    old, new = {"a": b"old", "b": b"same"}, {"a": b"new!", "b": b"same"}
    assert list(torn({"a": b"new!", "b": b"same", ".yuanjian-1.tmp": b"n"}, old, new)) == []
    assert list(torn({"a": b"ne"}, old, new)) == ["a is neither the old file nor the new one", "b is gone"]
