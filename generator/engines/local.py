"""Work on this machine: in this process where there is little of it, else in several."""

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
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Protocol, TypeVar

from generator.problems import Problem, ProblemError


class Sized(Protocol):
    """A piece of work that knows how large it is."""

    @property
    def size(self) -> int:
        """Bytes to be read."""


Piece = TypeVar("Piece", bound=Sized)
Result = TypeVar("Result")
WARM = 16 * 1024
"""Bytes worked on before others are started: rules are loaded by then and shared with them."""
LITTLE = 160 * 1024
"""Bytes that are done sooner than processes are started."""
BATCH = 48 * 1024
"""Bytes that are handed over at once, and how many pieces at most."""
BATCH_PIECES = 32
AHEAD = 3
"""Batches a process that are handed over before the first result is asked for."""


@dataclass(frozen=True, slots=True)
class Local:
    """At most so many processes."""

    jobs: int = 1

    def map(self, work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
        """The results in order. Raises ProblemError where a process was ended from outside."""
        first = _few(pieces) if self.jobs > 1 else len(pieces)
        yield from map(work, pieces[:first])
        if first < len(pieces):
            yield from _spread(work, pieces[first:], self.jobs)


def cores() -> int:
    """The cores that this process may use."""
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else os.cpu_count() or 1


def batches(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces in their order, as many together as are worth handing over."""
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += piece.size
        if size >= BATCH or len(batch) == BATCH_PIECES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def do(work: Callable[[Piece], Result], batch: list[Piece]) -> list[Result]:
    """The results of a batch, in whatever process this is called."""
    return [work(piece) for piece in batch]


def _few(pieces: Sequence[Piece]) -> int:
    """How many pieces from the first on are done here: all where there is little work."""
    if sum(piece.size for piece in pieces) <= LITTLE:
        return len(pieces)
    size = 0
    for number, piece in enumerate(pieces):
        if size >= WARM:
            return number
        size += piece.size
    return len(pieces)


def _spread(work: Callable[[Piece], Result], pieces: Sequence[Piece], jobs: int) -> Iterator[Result]:
    context = _context()
    watched, stop = context.Pipe(duplex=False)
    gc.collect()
    gc.freeze()  # what is loaded by now stays in memory that the processes share
    pool = ProcessPoolExecutor(jobs, context, _begin, (watched,))
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for batch in batches(pieces):
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
