import io
import sys
from collections.abc import Iterator

import pytest

from generator.commands import progress
from generator.commands.progress import say


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that says what it is set to."""
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def slowly(clock: list[float], count: int, seconds: float) -> Iterator[int]:
    for number in range(count):
        clock[0] += seconds
        yield number


def test_off_a_terminal_a_plain_line_every_ten_seconds(clock: list[float], capsys: pytest.CaptureFixture[str]):
    assert list(progress.progress(slowly(clock, 12, 2.5), "articles", 12)) == list(range(12))
    assert capsys.readouterr().err == "3 of 12 articles\n7 of 12 articles\n11 of 12 articles\n"


def test_short_work_is_not_spoken_of(clock: list[float], capsys: pytest.CaptureFixture[str]):
    list(progress.progress(slowly(clock, 9, 1.0), "articles", 9))
    assert capsys.readouterr().err == ""


def test_no_more_than_all_is_ever_done(clock: list[float], capsys: pytest.CaptureFixture[str]):
    list(progress.progress(slowly(clock, 3, 60.0), "sources", 1))
    assert capsys.readouterr().err == "0 of 1 sources\n1 of 1 sources\n1 of 1 sources\n"


def test_on_a_terminal_a_bar_with_counts_and_the_time_left(monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "DELAY", 0)
    list(progress.progress(range(3), "articles", 3))
    assert " 0/3 [00:00<?, ? articles/s]" in terminal.getvalue()


def test_on_a_terminal_short_work_is_not_spoken_of(monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    list(progress.progress(range(3), "articles", 3))
    assert terminal.getvalue() == ""


def test_a_line_in_between(monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    for _ in progress.progress(range(1), "articles", 1):
        say("a.txt: left out")
    assert "\ra.txt: left out\n" in terminal.getvalue()


def test_a_bar_starts_no_thread(monkeypatch: pytest.MonkeyPatch):
    import threading

    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(progress, "DELAY", 0)
    before = threading.active_count()
    assert {threading.active_count() for _ in progress.progress(range(3), "articles", 3)} == {before}
