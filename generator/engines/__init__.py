"""Who does the work that falls into many independent pieces: this process, several of them, or a cluster.

An engine maps a plain function over pieces and gives the results in the order of the pieces, so which
engine was taken never shows in what is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from generator.engines.local import Local, Sized, cores
from generator.problems import Problem, UsageError

Piece = TypeVar("Piece", bound=Sized)
Result = TypeVar("Result")


class Engine(Protocol):
    """Maps a function over pieces of work."""

    def map(self, work: Callable[[Piece], Result], pieces: Sequence[Piece]) -> Iterator[Result]:
        """The results in the order of the pieces; only so many are kept waiting as keep everybody busy."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options by which an engine is chosen."""
    parser.add_argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="processes that read articles; default: one a core, one where there is little",
    )
    parser.add_argument("--engine", choices=("local", "dask"), default="local", help="default: local, this machine")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="the Dask scheduler to work with, tcp://HOST:PORT")


def chosen(arguments: argparse.Namespace) -> Engine:
    """The engine that the options name. Raises UsageError where they do not go together, ProblemError without Dask."""
    if arguments.engine == "local":
        if arguments.scheduler:
            raise _usage("--scheduler", "a scheduler is used by --engine dask only", "add --engine dask")
        return Local(arguments.jobs or cores())
    if arguments.jobs:
        raise _usage("--jobs", "the cluster decides how many processes work", "leave it out")
    if not arguments.scheduler:
        raise _usage("--engine", "dask needs to know its scheduler", "add --scheduler tcp://HOST:PORT")
    from generator.engines.dask import Dask  # an extra: only who asks for it needs to have it

    return Dask(arguments.scheduler)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of processes; write 1 or more")
    return int(text)


def _usage(option: str, message: str, fix: str) -> UsageError:
    return UsageError(Problem(code="USAGE", file=option, message=message, fix=fix))
