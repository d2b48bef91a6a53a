"""`python -m generator COMMAND`."""

from __future__ import annotations

import argparse
import os
import sys

from generator.commands import build, check, diff, explain, extract, floor, override, render, score
from generator.lock import unwritable
from generator.problems import ProblemError, UsageError

COMMANDS = (extract, build, render, check, explain, override, diff, score, floor)
INTERRUPTED = 130
PIPE_CLOSED = 141


def main(arguments: list[str] | None = None) -> int:
    """Run a command; its exit status is 0 for all well, 1 for a problem in an input, 2 for wrong usage.

    130 tells that Ctrl-C ended it, 141 that nobody reads its output any more: the shell's own numbers.
    """
    for stream in (sys.stdout, sys.stderr):
        _utf8(stream)
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except UsageError as error:
        print(error.problem.text(), file=sys.stderr)
        return 2
    except ProblemError as error:
        print(error.problem.text(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; no file was left half-written", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return PIPE_CLOSED
    except OSError as error:
        print(unwritable(str(error.filename or "a file"), error).text(), file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Facts about development zones, from articles to a site."
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(subparsers)
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


if __name__ == "__main__":
    sys.exit(main())
