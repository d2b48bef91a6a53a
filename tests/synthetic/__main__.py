"""`python -m tests.synthetic`: synthetic articles, or a whole project of them, in a folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.synthetic.project import make_project, write_articles


def main(arguments: list[str] | None = None) -> int:
    """Write what was asked for; 2 where the folder is not empty."""
    parser = argparse.ArgumentParser(prog="python -m tests.synthetic", description=__doc__)
    parser.add_argument("--articles", type=int, default=2500, metavar="N", help="default: 2500")
    parser.add_argument("--zones", type=int, default=400, metavar="N", help="default: 400")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="other articles for another number; default: 1"
    )
    parser.add_argument("--project", action="store_true", help="a project with these articles, ready to be built")
    parser.add_argument("folder", type=Path, metavar="OUTDIR", help="a new or empty folder")
    given = parser.parse_args(arguments)
    if given.folder.exists() and (not given.folder.is_dir() or any(given.folder.iterdir())):
        print(f"{given.folder} is not an empty folder; name a new one", file=sys.stderr)
        return 2
    if given.project:
        make_project(given.folder, given.zones, given.articles, given.seed)
    else:
        write_articles(given.folder, given.articles, given.zones, given.seed)
    print(f"{given.articles} articles on {given.zones} zones in {given.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
