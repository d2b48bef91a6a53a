"""Bytes to articles. A new input format is one new module here."""

from __future__ import annotations

from pathlib import Path

from generator.model import Article


def read_article(path: Path) -> Article:
    """The article in a file, with its metadata. Raises ProblemError where it cannot be read."""
    data = path.read_bytes()
    try:
        return Article(path.name, data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        return Article(path.name, data.decode("gb18030"), "gb18030")


def find_articles(paths: list[Path]) -> list[Path]:
    """The article files that these files and folders hold, sorted."""
    found = []
    for path in paths:
        found += sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    return found
