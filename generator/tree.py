"""A folder of generated files kept in step: what changed is written, what is stale is removed, nothing else is touched.

A list of the files that the generator made lies beside them. It is what tells them
from files that people wrote, which are never overwritten and never removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator import atomic
from generator.problems import Problem

MANIFEST = ".generated"


BATCH = 8_000_000
"""Characters of texts that are held before they are written."""


@dataclass(frozen=True, slots=True)
class Same:
    """A file of which nothing has changed: it lies where it belongs as it was made."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A file's text, made now."""

    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A file put together from others of the same run: what stands in them after `opening` and before `closing`.

    `make` gives a part's text where its file could not be written.
    """

    parts: tuple[str, ...]
    head: str
    opening: str
    between: str
    closing: str
    tail: str
    make: Callable[[str], str]


SAME = Same()
File = Same | Fresh
AnyFile = File | Joined


@dataclass(frozen=True, slots=True)
class Change:
    """What keeping a folder in step did, by paths relative to it."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def update(
    folder: Path, files: Mapping[str, str] | Iterable[tuple[str, AnyFile]], shown: str, longest: int | None = None
) -> Change:
    """Make the generated files of a folder be exactly these. `shown` is the folder's name in messages.

    They are written as they come, so that no more of them than a few need be in memory. Joined files
    whose parts have more bytes than `longest` stay as they are, where they are there at all.

    The list names a file before it is written and is put right at the end, so that a run that
    is killed leaves no generated file that the next run would take for a person's.
    """
    given = ((path, Fresh(text)) for path, text in files.items()) if isinstance(files, Mapping) else files
    return _Update(folder, shown, longest).done(given)


class _Update:
    """One run over the files."""

    def __init__(self, folder: Path, shown: str, longest: int | None) -> None:
        self._folder, self._shown, self._longest = folder, shown, longest
        self._before = read_manifest(folder)
        self._listed = set(self._before)
        self._placed: set[str] = set()
        self._written: list[str] = []
        self._problems: list[Problem] = []
        self._inside = _inside_of(folder)

    def done(self, files: Iterable[tuple[str, AnyFile]]) -> Change:
        joined: dict[str, Joined] = {}
        batch: dict[str, File] = {}
        size = 0
        for path, file in files:
            if isinstance(file, Joined):
                joined[path] = file
                continue
            batch[path] = file
            size += len(file.text) if isinstance(file, Fresh) else 0
            if size >= BATCH:
                self._write(batch)
                batch, size = {}, 0
        self._write(batch)
        self._join(joined)
        stale = sorted(self._before - self._placed)
        removed = tuple(path for path in stale if _remove(self._folder, path))
        _write_manifest(self._folder, self._placed)
        problems = tuple(sorted(self._problems, key=lambda problem: problem.file))
        return Change(tuple(sorted(self._written)), removed, problems)

    def _write(self, batch: Mapping[str, File]) -> None:
        allowed = [path for path in sorted(batch) if self._take(path, batch[path])]
        self._list(allowed)
        for path in allowed:
            file = batch[path]
            if isinstance(file, Fresh) and atomic.write_changed(self._folder / path, file.text):
                self._written.append(path)

    def _join(self, joined: Mapping[str, Joined]) -> None:
        allowed = [path for path in sorted(joined) if self._take(path, joined[path])]
        self._list(allowed)
        for path in allowed:
            file, place = joined[path], self._folder / path
            if self._longest is not None and place.exists() and self._bytes(file) > self._longest:
                continue
            if atomic.write_changed_lines(place, lambda file=file: self._pieces(file)):  # type: ignore[misc]
                self._written.append(path)

    def _take(self, path: str, file: AnyFile) -> bool:
        """Whether the generator may write here: inside the folder, and nothing of a person's is lost by it."""
        if not self._inside(path) or not (path in self._before or self._is_free(path, file)):
            self._problems.append(_blocked(path, self._shown))
            return False
        self._placed.add(path)
        return True

    def _is_free(self, path: str, file: AnyFile) -> bool:
        place = self._folder / path
        if not place.exists() or isinstance(file, Same):
            return True
        if not place.is_file():
            return False
        pieces = self._pieces(file) if isinstance(file, Joined) else (file.text,)
        return atomic.says(place, pieces)

    def _list(self, paths: list[str]) -> None:
        if not self._listed.issuperset(paths):
            self._listed.update(paths)
            _write_manifest(self._folder, self._listed)

    def _bytes(self, file: Joined) -> int:
        return sum((self._folder / part).stat().st_size for part in file.parts if part in self._placed)

    def _pieces(self, file: Joined) -> Iterator[str]:
        return pieces(file, lambda part: _text(self._folder / part) if part in self._placed else file.make(part))


def pieces(file: Joined, text_of: Callable[[str], str]) -> Iterator[str]:
    """The text of a joined file, piece by piece; `text_of` gives that of a part."""
    yield file.head
    begun = False
    for part in file.parts:
        body = text_of(part).removeprefix(file.opening).removesuffix(file.closing)
        if body:
            yield file.between + body if begun else body
            begun = True
    yield file.tail


def _text(place: Path) -> str:
    with place.open(encoding="utf-8", newline="") as stream:
        return stream.read()


def read_manifest(folder: Path) -> set[str]:
    """The files that earlier runs made in the folder; those that would lie outside it are not believed."""
    try:
        lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    is_inside = _inside_of(folder)
    return {line for line in lines if line and is_inside(line)}


def inside(folder: Path, path: str) -> bool:
    """Whether a relative path stays in the folder, links followed."""
    return _inside_of(folder)(path)


def _inside_of(folder: Path) -> Callable[[str], bool]:
    """The same for many paths of one folder: each folder in it is looked at once."""
    root = folder.resolve()
    known: dict[str, bool] = {}

    def is_inside(path: str) -> bool:
        if path.startswith("/") or ".." in path.split("/") or not PurePosixPath(path).parts:
            return False
        parent = path.rpartition("/")[0]
        if parent not in known:
            known[parent] = (root / parent).resolve().is_relative_to(root)
        return known[parent]

    return is_inside


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
