"""Work on a cluster, by Dask's own scheduler: it hands out, retries and carries the same functions.

Dask is an extra of this package (requirements-dask.txt).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from generator import fingerprint
from generator.engines.local import Sized, batches
from generator.engines.processes import AHEAD, do
from generator.problems import Problem, ProblemError

if TYPE_CHECKING:
    from distributed import Client, Future

Piece = TypeVar("Piece", bound=Sized)
Result = TypeVar("Result")
PATIENCE = 20
"""Seconds to wait for the scheduler to answer and for its first worker."""


@dataclass(frozen=True, slots=True)
class Dask:
    """The cluster of a running scheduler, by its address."""

    scheduler: str

    def map(self, work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
        """The results in order. Raises ProblemError where the cluster cannot be worked with."""
        if not pieces:
            return
        with _cluster(self.scheduler) as client:
            ahead = AHEAD * max(1, sum(client.nthreads().values()))  # type: ignore[no-untyped-call]
            waiting: deque[Future[list[Result]]] = deque()
            for batch in batches(pieces):
                waiting.append(client.submit(do, work, batch, pure=False))
                if len(waiting) > ahead:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()


@contextmanager
def _cluster(scheduler: str) -> Iterator[Client]:
    """A connection to a cluster whose workers have the same generator. Raises ProblemError, while it is used too."""
    try:
        from distributed import Client
        from distributed.comm.core import CommClosedError
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise ProblemError(_missing()) from None
    try:
        client = Client(scheduler, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise ProblemError(_unreachable(scheduler, error)) from error
    with client:
        _check(client, scheduler)
        try:
            yield client
        except KilledWorker as error:
            raise ProblemError(_deadly(scheduler)) from error
        except (CancelledError, CommClosedError) as error:
            raise ProblemError(_lost(scheduler)) from error


def _check(client: Client, scheduler: str) -> None:
    """Raises ProblemError where there are no workers, or where they have another generator or none."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise ProblemError(_idle(scheduler)) from error
    own = fingerprint.reading()
    theirs = client.run(fingerprint.reading, on_error="return")
    strange = {
        worker: "another state of code, rules or packages" if isinstance(answer, str) else repr(answer)
        for worker, answer in sorted(theirs.items())
        if answer != own and not isinstance(answer, OSError)  # one that was lost meanwhile reads nothing
    }
    if strange:
        worker, reason = next(iter(strange.items()))
        raise ProblemError(_foreign(scheduler, f"{reason} on {worker} ({len(strange)} of {len(theirs)} workers)"))


def _missing() -> Problem:
    return Problem(
        code="NOT-INSTALLED",
        file="--engine",
        message="Dask is not installed",
        fix="run pip install -r requirements-dask.txt, or leave --engine out",
    )


def _unreachable(scheduler: str, error: Exception) -> Problem:
    return Problem(
        code="NO-SCHEDULER",
        file=scheduler,
        message=f"no Dask scheduler answers at this address ({type(error).__name__})",
        fix="start one with `dask scheduler` and give the address that it prints",
    )


def _idle(scheduler: str) -> Problem:
    return Problem(
        code="NO-WORKERS",
        file=scheduler,
        message=f"the scheduler had no worker for {PATIENCE} seconds",
        fix=f"start some with `dask worker {scheduler} --nthreads 1`",
    )


def _foreign(scheduler: str, found: str) -> Problem:
    return Problem(
        code="FOREIGN-WORKER",
        file=scheduler,
        message="the workers would read otherwise than this machine",
        found=found,
        expected="the same generator with the same rules and packages everywhere",
        fix="install this state of the project on every worker and start them in its folder",
    )


def _deadly(scheduler: str) -> Problem:
    return Problem(
        code="WORKER-LOST",
        file=scheduler,
        message="several workers were ended over the same articles, perhaps for want of memory",
        fix="give the workers more memory, then run it again",
    )


def _lost(scheduler: str) -> Problem:
    return Problem(
        code="NO-SCHEDULER",
        file=scheduler,
        message="the scheduler went away in the middle of the work",
        fix="start it again, then run this again",
    )
