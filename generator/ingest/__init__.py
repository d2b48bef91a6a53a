"""Bytes to articles. A new input format is one new module here."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.ingest.decode import decode
from generator.ingest.metadata import read_metadata, read_title
from generator.ingest.sidecar import Sidecar, read_sidecar
from generator.model import Article
from generator.problems import Problem, ProblemError


def read_article(path: Path) -> Article:
    """The article in a file, with its metadata. Raises ProblemError where it cannot be read.

    What the YAML file beside it says (`name.yml` beside `name.txt`) goes before what the text says.
    """
    text, encoding = decode(_data(path), str(path))
    found = read_metadata(text)
    article = Article(
        doc=path.name,
        text=text,
        encoding=encoding,
        title=read_title(text),
        publisher=found.publisher,
        date=found.date,
        url=found.url,
        author=found.author,
    )
    beside = read_sidecar(path)
    return replace(article, **beside.metadata()) if beside else article


def find_articles(paths: Iterable[Path]) -> list[Path]:
    """The article files that these files and folders hold, each once.

    Files are taken as they are. Folders are searched for *.txt, all the way down, in
    order of name; a link that leads out of its folder is left alone.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _search(path) if path.is_dir() else [path]:
            found.setdefault(file)
    return list(found)


def _search(folder: Path) -> list[Path]:
    inside = folder.resolve()
    files = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(place)
        files += [here / name for name in names if name.endswith(".txt") and not name.startswith(".")]
    return sorted(file for file in files if not file.is_symlink() or file.resolve().is_relative_to(inside))


def _data(path: Path) -> bytes:
    """The file's bytes. Raises ProblemError where there is no file to read."""
    file = str(path)
    try:
        return path.read_bytes()
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


__all__ = ["Sidecar", "find_articles", "read_article", "read_sidecar"]
