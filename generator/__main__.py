"""`python -m generator COMMAND`."""

from __future__ import annotations

import argparse
import sys

from generator.commands import extract

COMMANDS = (extract,)


def main(arguments: list[str] | None = None) -> int:
    """Run a command; its exit status is 0 for all well, 1 for a problem in an input, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(subparsers)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
