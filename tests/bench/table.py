"""Rows of the table of benchmarks, and the projects that they share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.synthetic.project import make_project

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Result:
    """What a row measured: the figure that the goal is about, as text, whether the goal is met, how it came about."""

    shown: str
    met: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Row:
    """A benchmark: its name on the command line, what it measures, its goal in words."""

    name: str
    what: str
    goal: str
    measure: Callable[[Stage], Result]


class Stage:
    """Where the rows of one run work: a folder that is thrown away, and how large everything is."""

    def __init__(self, folder: Path, scale: float = 1.0) -> None:
        self.folder, self.scale = folder, scale

    def sized(self, count: int) -> int:
        """A count of zones or articles, as large as this run wants it."""
        return max(4, round(count * self.scale))

    @cache  # noqa: B019 - a stage lives as long as the run
    def project(self, zones: int) -> Path:
        """A project of so many zones with three articles each, built."""
        folder = make_project(self.folder / f"{zones} zones", self.sized(zones))
        run(folder, "generator", "build")
        return folder

    @cache  # noqa: B019
    def site(self, zones: int) -> Path:
        """The site of that project, in its folder `site`."""
        folder = self.project(zones)
        run(folder, "mkdocs", "build")
        return folder / "site"


def environment() -> dict[str, str]:
    """What the Makefile sets."""
    return {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}


def run(folder: Path, *arguments: str) -> None:
    """`python -m …` in a folder. Raises RuntimeError with what was printed where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)}\n{done.stdout}\n{done.stderr}")
