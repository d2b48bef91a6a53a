"""A command in a process of its own that is killed at a moment of one's choice.

The process is forked from this one, so that nobody pays for imports 200 times, and it does real writes; SIGKILL ends
it, which no program can catch.
"""

from __future__ import annotations

import os
import signal
import sys
import time

from generator.cli import main

CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"})
"""Audited changes to the disk, beside the opening of a file to write."""


class Command:
    """A command of the generator with its arguments."""

    def __init__(self, *arguments: str) -> None:
        self.arguments = arguments

    def whole(self) -> int:
        """Let it end by itself; its exit status."""
        return _status(self._start(Counter()))

    def seconds(self) -> float:
        """How long a run takes."""
        start = time.perf_counter()
        self.whole()
        return time.perf_counter() - start

    def changes(self) -> int:
        """How many changes to the disk a run makes."""
        out, into = os.pipe()
        child = self._start(Counter(tell=into))
        os.close(into)
        with os.fdopen(out, "rb") as stream:
            count = len(stream.read())
        _status(child)
        return count

    def killed_after(self, seconds: float) -> bool:
        """Kill it after some time; False where it had ended before."""
        child = self._start(Counter())
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return _status(child) == -signal.SIGKILL

    def killed_before(self, change: int) -> bool:
        """Kill it right before its change to the disk of this number, from 0; False where it makes fewer."""
        return _status(self._start(Counter(change))) == -signal.SIGKILL

    def _start(self, counter: Counter) -> int:
        child = os.fork()
        if child:
            return child
        status = 99
        try:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            sys.addaudithook(counter)
            status = main([*self.arguments])
        finally:
            os._exit(status)


class Counter:
    """An audit hook that counts a process's changes to the disk, tells each to a pipe, and kills it before one."""

    def __init__(self, left: int = -1, tell: int = -1) -> None:
        self.left, self.tell = left, tell

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in CHANGES and not (event == "open" and _to_write(arguments[2])):
            return
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1
        if self.tell >= 0:
            os.write(self.tell, b".")


def _to_write(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def _status(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
