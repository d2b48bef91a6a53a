"""One run at a time may write a project's files: a second one waits, and says for whom.

The lock is the operating system's own, so a run that is killed holds nothing. Who holds it
stands in a file beside it, for the message alone.
"""

from __future__ import annotations

import contextlib
import os
import platform
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from generator import atomic
from generator.problems import Problem, ProblemError

LOCK = "lock"
HOLDER = "lock.holder"


@contextlib.contextmanager
def alone(folder: Path, name: str, command: str, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock that lies in a folder; where another run holds it, say so once and wait.

    `name` is the folder's name in messages, `command` what the holder is known by. A run that holds the
    lock may take it again. Raises ProblemError where the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder.resolve() / LOCK, is_singleton=True)
        first = not lock.is_locked
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say(f"{name}: {_holder(folder)} is at work here; this run waits until it has ended (Ctrl-C to give up)")
            lock.acquire()
    except OSError as error:
        raise ProblemError(unwritable(str(error.filename or name), error)) from error
    try:
        if first:
            _sign(folder, command)
        yield
    finally:
        if first:
            with contextlib.suppress(OSError):
                (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def unwritable(name: str, error: OSError) -> Problem:
    """A file or folder that the system does not let us write, or has no room for."""
    return Problem(
        code="FILE-UNWRITABLE",
        file=name,
        message=f"cannot be written: {error.strerror or type(error).__name__}",
        fix="make room or give the right to write there, then run the command again; every file is whole, old or new",
    )


def _sign(folder: Path, command: str) -> None:
    since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
    with contextlib.suppress(OSError):
        atomic.write(folder / HOLDER, f"{command}, process {os.getpid()} on {platform.node()} since {since}")


def _holder(folder: Path) -> str:
    """What the holder said of itself; another run where it has not said it yet."""
    try:
        return (folder / HOLDER).read_text(encoding="utf-8")[:200] or "another run"
    except (OSError, UnicodeDecodeError):
        return "another run"
