"""Files written whole or not at all.

A crash, a full disk or a lost power line at any moment leaves the old file or the
new one. The text goes to a file of its own in the same folder, is forced to the
disk, and takes the name in one step.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

MARK = ".yuanjian-"
"""How the names of unfinished files begin; what a killed run left behind is known by it."""


@contextlib.contextmanager
def writer(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file, line ends as given, that takes the place of `path` when the block ends without an error.

    Missing folders are made. Raises OSError, which names `path`, where the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=MARK, suffix=".tmp", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.chmod(_mode(path))
        unfinished.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, name, unfinished):
            error.filename, error.filename2 = str(path), None
        raise


def write(path: Path, text: str) -> None:
    """Put the text into the file, all at once. Raises OSError where that cannot be done."""
    with writer(path) as stream:
        stream.write(text)


def write_changed(path: Path, text: str) -> bool:
    """Write only where the file says something else, so that watchers see true changes; True when written."""
    try:
        if path.read_bytes() == text.encode("utf-8"):
            return False
    except OSError:
        pass
    write(path, text)
    return True


def write_changed_lines(path: Path, lines: Callable[[], Iterable[str]]) -> bool:
    """The same for a text too long for memory; `lines` gives it piece by piece, twice where it has changed."""
    if says(path, lines()):
        return False
    with writer(path) as stream:
        stream.writelines(lines())
    return True


def says(path: Path, lines: Iterable[str]) -> bool:
    """Whether the file holds these texts one after the other, and nothing more."""
    try:
        with path.open("rb") as stream:
            return all(stream.read(len(data)) == data for line in lines if (data := line.encode("utf-8"))) and (
                not stream.read(1)
            )
    except OSError:
        return False


def leftovers(folder: Path) -> list[Path]:
    """Unfinished files that a killed run left anywhere in this folder, sorted; links are not followed."""
    return sorted(folder.rglob(f"{MARK}*.tmp"))


def sweep(folder: Path) -> None:
    """Remove what killed runs left unfinished. Only for whoever is alone in writing here. Raises OSError."""
    for path in leftovers(folder):
        path.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The rights that the file has, or those of a file that anybody would make."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0o022)
        os.umask(mask)
        return 0o666 & ~mask
