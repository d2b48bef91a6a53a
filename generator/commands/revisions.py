"""A project as it is in a folder, or as it was in a revision of its repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.commands.project import MARKER, Project
from generator.problems import Problem, UsageError

NEEDED = ("docs/data/", "seeds/", MARKER)
"""What the values on the site are made from."""


@contextmanager
def project_at(name: str) -> Iterator[Project]:
    """The project in a folder, or in a revision (a branch, a tag, a commit) of the repository that the current
    folder lies in. Raises UsageError where there is neither.
    """
    if Path(name).is_dir():
        yield Project(Path(name))
        return
    with TemporaryDirectory(prefix="yuanjian-") as folder:
        _unpack(_archive(name), Path(folder))
        yield Project(Path(folder))


def _archive(name: str) -> bytes:
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        raise UsageError(
            Problem(
                code="UNKNOWN-REVISION",
                file=name,
                message="neither a folder nor a revision of the repository",
                fix="name a folder, a branch, a tag or a commit; `git log --oneline` lists commits",
            )
        )
    return _git("archive", "--format=tar", commit.decode().strip()) or b""


def _git(*arguments: str) -> bytes | None:
    """What git says; None where it fails or is not there."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _unpack(data: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        wanted = [member for member in archive.getmembers() if member.name.startswith(NEEDED)]
        archive.extractall(folder, members=wanted, filter="data")
