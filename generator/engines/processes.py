"""Several processes on this machine that end with the one that started them."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import TypeVar

from generator.problems import Problem, ProblemError

Piece = TypeVar("Piece")
Result = TypeVar("Result")
AHEAD = 3
"""Batches a process that are handed over before the first result is asked for."""


def spread(work: Callable[[Piece], Result], batches: Sequence[list[Piece]], jobs: int) -> Iterator[Result]:
    """The results in order. Raises ProblemError where a process was ended from outside."""
    context = _context()
    watched, stop = context.Pipe(duplex=False)
    gc.collect()
    gc.freeze()  # what is loaded by now stays in memory that the processes share
    pool = ProcessPoolExecutor(jobs, context, _begin, (watched,))
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(do, work, batch))
            if len(waiting) > AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ProblemError(_lost()) from error
    except BaseException:
        stop.send_bytes(b"\0")
        raise
    finally:
        gc.unfreeze()
        pool.shutdown(cancel_futures=True)
        stop.close()
        watched.close()


def do(work: Callable[[Piece], Result], batch: list[Piece]) -> list[Result]:
    """The results of a batch, in whatever process this is called."""
    return [work(piece) for piece in batch]


def _context() -> BaseContext:
    """Copies of this process start at once and share its memory; where threads run beside, a copy is not safe."""
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if alone else "spawn")


def _begin(watched: Connection) -> None:
    """A process for work ends with the one that started it, and at its word; Ctrl-C is that one's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(watched,), daemon=True).start()


def _end_with_parent(watched: Connection) -> None:
    parent = multiprocessing.parent_process()
    with contextlib.suppress(OSError):
        wait([watched] if parent is None else [watched, parent.sentinel])
    os._exit(1)


def _lost() -> Problem:
    return Problem(
        code="WORKER-LOST",
        file="--jobs",
        message="a process that read articles was ended by the system, perhaps for want of memory",
        fix="run it again, with --jobs 1 where it happens again",
    )
