"""A folder of generated files kept in step: what changed is written, what is stale is removed, nothing else is touched.

A list of the files that the generator made lies beside them. It is what tells them
from files that people wrote, which are never overwritten and never removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator import atomic
from generator.following import Follow, silently
from generator.problems import Problem

MANIFEST = ".generated"


@dataclass(frozen=True, slots=True)
class Change:
    """What keeping a folder in step did, by paths relative to it."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


Stamp = tuple[int, int]
Known = dict[str, tuple[str, Stamp]]
"""Texts as they were written, with the size and the time of their files."""


def update(
    folder: Path, files: Mapping[str, str], shown: str, known: Known | None = None, follow: Follow = silently
) -> Change:
    """Make the generated files of a folder be exactly these. `shown` is the folder's name in messages.

    What is `known` from the time before, and noted there for the next, is compared with no file that nobody touched.

    The list is written before the files and again after, so that a run that is killed
    leaves no generated file that the next run would take for a person's.
    """
    before = read_manifest(folder)
    problems = [_blocked(path, shown) for path in sorted(files) if not _free(folder, path, files[path], before)]
    refused = {problem.key for problem in problems}
    wanted = {path: files[path] for path in sorted(files) if path not in refused}
    _write_manifest(folder, before | set(wanted))
    every = follow(wanted.items(), "files", len(wanted))
    written = tuple(path for path, text in every if _write(folder / path, path, text, known))
    removed = tuple(path for path in sorted(before - set(wanted)) if _remove(folder, path))
    _write_manifest(folder, set(wanted))
    return Change(written, removed, tuple(problems))


def _write(place: Path, path: str, text: str, known: Known | None) -> bool:
    if known is None:
        return atomic.write_changed(place, text)
    before = known.get(path)
    if before and before[0] == text and before[1] == _stamp(place):
        return False
    written = atomic.write_changed(place, text)
    known[path] = (text, _stamp(place))
    return written


def _stamp(place: Path) -> Stamp:
    try:
        found = place.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def read_manifest(folder: Path) -> set[str]:
    """The files that earlier runs made in the folder; those that would lie outside it are not believed."""
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {line for line in lines if line and inside(folder, line)}


def inside(folder: Path, path: str) -> bool:
    """Whether a relative path stays in the folder, links followed."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts:
        return False
    return (folder / path).parent.resolve().is_relative_to(folder.resolve())


def _free(folder: Path, path: str, text: str, generated: set[str]) -> bool:
    """Whether the generator may write here: inside the folder, and nothing of a person's is lost by it."""
    if not inside(folder, path):
        return False
    place = folder / path
    if path in generated or not place.exists():
        return True
    return place.is_file() and place.read_bytes() == text.encode("utf-8")


def _blocked(path: str, shown: str) -> Problem:
    return Problem(
        code="PAGE-IN-THE-WAY",
        file=f"{shown}/{path}",
        key=path,
        message="the generator has a page of this name, and the file here was not written by it",
        fix="give your file another name, or remove it",
    )


def _remove(folder: Path, path: str) -> bool:
    place = folder / path
    if not place.is_file():
        return False
    place.unlink()
    for parent in place.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
    return True


def _write_manifest(folder: Path, paths: set[str]) -> None:
    atomic.write_changed(folder / MANIFEST, "".join(f"{path}\n" for path in sorted(paths)))
