"""What results hang on besides their input: the code, the rules, the libraries, Python."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
ENDINGS = (".py", ".yml")
LATER = ("commands", "downloads", "engines", "pages", "site")
"""Parts of the package that come after the reading of an article: a change there changes no fact."""


def reading() -> str:
    """A hash of all that the facts of an article hang on besides the article. A test holds this to what is imported."""
    return _hash((*installed(), *code(_early())))


@cache
def at_start() -> str:
    """The same when this process first asked; who asks before rules are loaded knows what was loaded."""
    return reading()


def reading_files() -> Iterator[Path]:
    """The files of the package that count for `reading`."""
    return (path for top in _early() for path in _files(top) if path.suffix in ENDINGS)


def all_files(*folders: Path) -> Iterator[Path]:
    """All files of the package that count, and all files of more folders."""
    yield from (path for path in _files(PACKAGE) if path.suffix in ENDINGS)
    yield from (path for folder in folders for path in _files(folder))


def code(places: Iterable[Path]) -> Iterator[bytes]:
    """Names and contents of rules and code in these places, all the way down, in order.

    A file that goes away meanwhile counts as empty.
    """
    for top in sorted(places):
        for path in sorted(_files(top)):
            if path.suffix in ENDINGS:
                yield path.relative_to(top.parent).as_posix().encode("utf-8", "surrogateescape")
                yield _data(path)


def installed() -> Iterator[bytes]:
    """Python's version and the packages beside this one, with theirs."""
    yield sys.version.encode()
    folder = sysconfig.get_paths()["purelib"]
    names = os.listdir(folder) if Path(folder).is_dir() else []  # noqa: PTH208 - names are all that is needed
    yield "\n".join(sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))).encode()


def _early() -> Iterator[Path]:
    return (path for path in PACKAGE.iterdir() if path.name not in LATER)


def _files(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(folder, name) for name in names)


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _hash(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
