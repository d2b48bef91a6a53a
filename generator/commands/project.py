"""Where a project's files lie. Its root is the folder with mkdocs.yml, looked for from the current folder upwards."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import atomic, lock
from generator.commands.progress import say
from generator.problems import Problem, ProblemError, UsageError

MARKER = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folders, all under its root."""

    root: Path

    @property
    def articles(self) -> Path:
        """The source documents."""
        return self.root / "seeds" / "articles"

    @property
    def overrides(self) -> Path:
        """The corrections by people."""
        return self.root / "seeds" / "overrides"

    @property
    def docs(self) -> Path:
        """What the site's generator reads."""
        return self.root / "docs"

    @property
    def data(self) -> Path:
        """The extracted facts."""
        return self.docs / "data"

    @property
    def cache(self) -> Path:
        """What may be lost at any time: caches and the lock, outside the tracked files."""
        return self.root / ".cache" / "generator"

    @contextmanager
    def locked(self, command: str) -> Iterator[None]:
        """Only this run writes the project's generated files meanwhile; another waits. Raises ProblemError.

        What killed runs left unfinished is removed first.
        """
        with lock.alone(self.cache, self.name(self.root), command, say):
            self._sweep(self.docs)
            if atomic.leftovers(self.overrides):
                with self.correcting(command):
                    pass
            yield

    @contextmanager
    def correcting(self, command: str) -> Iterator[None]:
        """Only this run writes overrides meanwhile, in the way of `locked`."""
        with lock.alone(self.cache / "overrides", self.name(self.overrides), command, say):
            self._sweep(self.overrides)
            yield

    def _sweep(self, folder: Path) -> None:
        try:
            atomic.sweep(folder)
        except OSError as error:
            raise ProblemError(lock.unwritable(self.name(folder), error)) from error

    def name(self, path: Path) -> str:
        """The path as messages name it: relative to the root where it lies there; a link by its own name."""
        root = self.root.resolve()
        for place in (path.parent.resolve() / path.name, path.resolve()):
            if place.is_relative_to(root):
                return place.relative_to(root).as_posix()
        return path.as_posix()


def add_root(parser: argparse.ArgumentParser) -> None:
    """Declare the option that names the root."""
    parser.add_argument(
        "--root", type=Path, metavar="FOLDER", help="the project's folder (found by its mkdocs.yml where not given)"
    )


def find(arguments: argparse.Namespace) -> Project:
    """The project that the arguments or the current folder point to. Raises UsageError where there is none."""
    start = Path.cwd() if arguments.root is None else arguments.root
    folders = (start, *start.parents) if arguments.root is None else (start,)
    for folder in folders:
        if (folder / MARKER).is_file():
            return Project(Path(os.path.relpath(folder)) if arguments.root is None else folder)
    raise UsageError(
        Problem(
            code="NO-PROJECT",
            file=str(start),
            message=f"no {MARKER} here or above",
            fix="run the command inside the project or name its folder with --root",
        )
    )
