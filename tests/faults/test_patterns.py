"""No regular expression of the rules or the code goes back and forth: time grows with the text, whatever the text."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.faults import patterns
from tests.faults.backtracking import attacks, slow
from tests.faults.patterns import tried


def test_no_expression_is_slowed_down_by_a_text_made_for_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.patterns"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    count = re.fullmatch(r"([0-9]+) expressions tried, 0 too slow\n", done.stdout)
    assert count
    assert int(count[1]) > 600


@pytest.mark.parametrize("pattern", ["[0-9]+家", "(?:甲|乙)*丙", "甲(?![一-龥]*乙)"])
def test_an_expression_that_can_be_slowed_down_is_noticed(pattern: str) -> None:
    assert "times as long as linear" in dict(tried([("甲", 0, False), (pattern, 0, False)]))[1]


def test_an_expression_that_never_ends_does_not_keep_the_others_from_being_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(patterns, "LONGEST", 1)
    told = dict(tried([("甲", 0, False), ("^(?:a+)+$", 0, False), ("[0-9]+家", 0, False)]))
    assert told[1] == "not at an end after 1 seconds"
    assert list(told) == [1, 2]


@pytest.mark.parametrize("pattern", ["[0-9]{1,12}家", "(?<!甲)甲++乙", "^甲*$"])
def test_an_expression_that_cannot_is_left_alone(pattern: str) -> None:
    assert slow(re.compile(pattern)) is None


def test_attacks_repeat_what_each_repeat_takes() -> None:
    assert ("甲1", "1", "\x00") in set(attacks("甲[0-9]+乙"))
    assert ("", "甲乙", "\x00") in set(attacks("(?:甲乙|丙)*丁"))
    assert list(attacks("甲{0,9}")) == []
