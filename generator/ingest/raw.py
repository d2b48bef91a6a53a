"""An article's bytes, from a file or from any address that fsspec opens (s3://…, https://…, memory://…)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from generator.ingest.sidecar import sidecar_path
from generator.problems import Problem, ProblemError
from generator.yamlfile import SIZE_LIMIT

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

TRIES = 3
"""Times that a file is read which changes meanwhile."""
REMOTE = "://"
ARTICLE = ".txt"
BESIDE = ".yml"


@dataclass(frozen=True, slots=True)
class Raw:
    """An article's file as bytes, and those of the metadata beside it. `file` and `beside_file` name both in problems.

    `doc` is the file's own name.
    """

    doc: str
    file: str
    data: bytes
    beside: bytes | None = None
    beside_file: str = ""


def is_remote(address: str) -> bool:
    """Whether fsspec is needed to open it."""
    return REMOTE in address


def read_raw(address: str, file: str = "") -> Raw:
    """The bytes at a path or address, called `file` in problems. Raises ProblemError where they cannot be had."""
    shown = file or address
    if is_remote(address):
        return _read_remote(address, shown)
    path = Path(address)
    beside = sidecar_path(path) if path.name else path
    found = beside != path and beside.is_file()
    return Raw(
        doc=path.name,
        file=shown,
        data=_read(path, shown),
        beside=_read(beside, _beside(shown), SIZE_LIMIT + 1) if found else None,
        beside_file=_beside(shown),
    )


def find_remote(address: str) -> Iterator[tuple[str, int]]:
    """Addresses and sizes of the articles under an address, or of the article that it is, in order.

    Raises ProblemError where nothing can be read there.
    """
    try:
        files, path = _filesystem(address)
        if not files.isdir(path):
            yield address, int(files.size(path) or 0)
            return
        for name, known in sorted(files.find(path, detail=True).items()):
            if name.endswith(ARTICLE) and not any(part.startswith(".") for part in PurePosixPath(name).parts):
                yield str(files.unstrip_protocol(name)), int(known.get("size") or 0)
    except ProblemError:
        raise
    except Exception as error:  # each kind of address fails in its own way
        raise ProblemError(_unreadable(address, error)) from error


def _read_remote(address: str, file: str) -> Raw:
    try:
        files, path = _filesystem(address)
        beside = str(PurePosixPath(path).with_suffix(BESIDE))
        return Raw(
            doc=PurePosixPath(path).name,
            file=file,
            data=files.cat_file(path),
            beside=files.cat_file(beside, end=SIZE_LIMIT + 1) if beside != path and files.isfile(beside) else None,
            beside_file=_beside(file),
        )
    except ProblemError:
        raise
    except Exception as error:  # each kind of address fails in its own way
        raise ProblemError(_unreadable(file, error)) from error


def _filesystem(address: str) -> tuple[AbstractFileSystem, str]:
    try:
        import fsspec.core  # an extra: only who reads from elsewhere needs to have it
    except ImportError:
        raise ProblemError(
            Problem(
                code="NOT-INSTALLED",
                file=address,
                message="addresses are opened by fsspec, which is not installed",
                fix="run pip install -r requirements-dask.txt, or give a path",
            )
        ) from None
    found: tuple[Any, str] = fsspec.core.url_to_fs(address)
    return found


def _read(path: Path, file: str, most: int = -1) -> bytes:
    """The file's bytes, all of one moment. Raises ProblemError where there is no file to read."""
    try:
        for _ in range(TRIES):
            with path.open("rb") as stream:
                before = _stamp(stream.fileno())
                data = stream.read(most)
                if _stamp(stream.fileno()) == before:
                    return data
        problem = Problem(
            code="FILE-CHANGING",
            file=file,
            message="the file was written to each time that it was read",
            fix="run it again when nobody writes to the file",
        )
    except FileNotFoundError:
        problem = Problem(code="FILE-MISSING", file=file, message="no such file", fix="check the path")
    except IsADirectoryError:
        problem = Problem(code="FILE-FOLDER", file=file, message="a folder, not a file", fix="name the file in it")
    except PermissionError:
        problem = Problem(code="FILE-UNREADABLE", file=file, message="no permission to read it", fix="change its mode")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a name of a file"
        problem = Problem(code="FILE-UNREADABLE", file=file, message=f"cannot be read: {reason}", fix="check the file")
    raise ProblemError(problem)


def _stamp(handle: int) -> tuple[int, int]:
    found = os.fstat(handle)
    return found.st_size, found.st_mtime_ns


def _beside(file: str) -> str:
    stem, dot, _ = file.rpartition(".")
    return f"{stem if dot else file}{BESIDE}"


def _unreadable(address: str, error: Exception) -> Problem:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Problem(
        code="FILE-UNREADABLE",
        file=address,
        message=f"cannot be read: {reason}",
        fix="check the address, the rights, and that fsspec's package for this kind of address is installed",
    )
