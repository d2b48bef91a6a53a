"""The command line: which command is meant, and what its end tells the shell."""

from __future__ import annotations

import argparse
import importlib
import os
import sys

from generator.lock import unwritable
from generator.problems import ProblemError, UsageError

COMMANDS = ("extract", "build", "render", "check", "explain", "override", "diff", "score", "floor")
"""The modules of `generator.commands`, in the order of the help."""
PIPE_CLOSED = 141


def main(arguments: list[str] | None = None) -> int:
    """Run a command; its exit status is 0 for all well, 1 for a problem in an input, 2 for wrong usage.

    141 tells that nobody reads its output any more: the shell's own number. Ctrl-C comes out as KeyboardInterrupt.
    """
    for stream in (sys.stdout, sys.stderr):
        _utf8(stream)
    try:
        given = sys.argv[1:] if arguments is None else arguments
        options = _parser(given).parse_args(given)
        status: int = options.run(options)
        sys.stdout.flush()
    except UsageError as error:
        print(error.problem.text(), file=sys.stderr)
        return 2
    except ProblemError as error:
        print(error.problem.text(), file=sys.stderr)
        return 1
    except BrokenPipeError:
        _close_output()
        return PIPE_CLOSED
    except OSError as error:
        print(unwritable(str(error.filename or "a file"), error).text(), file=sys.stderr)
        return 1
    return status


def _parser(given: list[str]) -> argparse.ArgumentParser:
    """The parser of the one command that is given, which alone is loaded; of all where it is none of them."""
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Facts about development zones, from articles to a site."
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in given[:1] if given and given[0] in COMMANDS else COMMANDS:
        importlib.import_module(f"generator.commands.{name}").add(subparsers)
    return parser


def _utf8(stream: object) -> None:
    """Chinese goes out as UTF-8 whatever the locale, and a name that is not UTF-8 breaks no message."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "strict", newline="\n")


def _close_output() -> None:
    """Python flushes standard output once more at its end; what it holds goes nowhere, quietly."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
