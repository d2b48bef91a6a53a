"""Bytes to articles. A new input format is one new module here."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.ingest.decode import decode
from generator.ingest.metadata import read_metadata, read_title
from generator.ingest.raw import Raw, read_raw
from generator.ingest.sidecar import Sidecar, sidecar_of
from generator.model import Article


def read_article(path: Path) -> Article:
    """The article in a file, with its metadata. Raises ProblemError where it cannot be read.

    What the YAML file beside it says (`name.yml` beside `name.txt`) goes before what the text says.
    """
    return article_of(read_raw(str(path)))


def article_of(raw: Raw) -> Article:
    """The article in a file's bytes. Raises ProblemError where they are none, or what is beside them is wrong."""
    text, encoding = decode(raw.data, raw.file)
    found = read_metadata(text)
    article = Article(
        doc=raw.doc,
        text=text,
        encoding=encoding,
        title=read_title(text),
        publisher=found.publisher,
        date=found.date,
        url=found.url,
        author=found.author,
    )
    beside = metadata_beside(raw)
    return replace(article, **beside.metadata()) if beside else article


def metadata_beside(raw: Raw) -> Sidecar | None:
    """What a person says of the article; None where nothing is. Raises ProblemError with the first thing wrong."""
    return None if raw.beside is None else sidecar_of(raw.beside, raw.beside_file)


def find_articles(paths: Iterable[Path]) -> list[Path]:
    """The article files that these files and folders hold, each once.

    Files are taken as they are. Folders are searched for *.txt, all the way down, in
    order of name; a link that leads out of its folder is left alone, and so is a pipe or
    device, which may never end.
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
    files = [file for file in files if not file.is_symlink() or file.resolve().is_relative_to(inside)]
    return sorted(file for file in files if _ends(file))


def _ends(file: Path) -> bool:
    """Whether what is read here has an end; what is not there is told by whoever reads it."""
    try:
        return stat.S_IFMT(file.stat().st_mode) in (stat.S_IFREG, stat.S_IFDIR)
    except OSError:
        return True


__all__ = ["Raw", "Sidecar", "article_of", "find_articles", "metadata_beside", "read_article", "read_raw"]
