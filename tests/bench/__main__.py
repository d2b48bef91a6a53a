"""`python -m tests.bench [--scale N] [ROW...]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import extraction, sites
from tests.bench.table import Row, Stage

ROWS = {row.name: row for row in (*extraction.ROWS, *sites.ROWS)}


def main(arguments: list[str] | None = None) -> int:
    """Print the rows as a Markdown table; 1 where a goal is missed, unless the run was a small one."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="How fast everything is.")
    parser.add_argument(
        "rows", nargs="*", choices=[*ROWS, []], metavar="ROW", help=f"of {', '.join(ROWS)}; default: all"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, metavar="N", help="part of the articles and zones; default: 1"
    )
    given = parser.parse_args(arguments)
    met = True
    print("| what | goal | measured | |\n| --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), given.scale)
        for name in given.rows or ROWS:
            met &= tell(ROWS[name], stage)
    return 0 if met or given.scale != 1 else 1


def tell(row: Row, stage: Stage) -> bool:
    """Measure a row and print it; whether its goal was met."""
    result = row.measure(stage)
    mark = "✓" if result.met else "✗"
    print(f"| {row.what} | {row.goal} | {mark} {result.shown} | {result.detail} |", flush=True)
    return result.met


if __name__ == "__main__":
    sys.exit(main())
