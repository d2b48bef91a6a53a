"""What articles told, sorted by zone on the disk and not in memory, however much it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from generator.problems import Problem, ProblemError

TABLES = """
create table article (doc text primary key, date text not null, text text not null) without rowid;
create table told (zone text, doc text, text text not null, primary key (zone, doc)) without rowid;
"""


class Spool:
    """A nameless file that the system removes. Raises ProblemError where there is no room for it."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(f"pragma journal_mode = off; pragma synchronous = off; {TABLES} begin;")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._base.close()

    def add(self, doc: str, date: str, text: str, zones: Iterable[tuple[str, str]]) -> bool:
        """What the sources' file and each zone's file hold of one article; False where its name was added before."""
        try:
            taken = self._base.execute("insert or ignore into article values (?, ?, ?)", (doc, date, text)).rowcount
            if taken:
                rows = ((zone, doc, told) for zone, told in zones)
                self._base.executemany("insert into told values (?, ?, ?)", rows)
        except sqlite3.Error as error:
            raise ProblemError(_full(error)) from error
        return bool(taken)

    def sources(self) -> Iterator[str]:
        """The texts of the articles, newest first, those of one day by name."""
        return self._column("select text from article order by date desc, doc")

    def zones(self) -> list[str]:
        """The zones of which something is told, in order."""
        return list(self._column("select distinct zone from told order by zone"))

    def told(self, zone: str) -> Iterator[str]:
        """What is told of a zone, by the articles' names."""
        return self._column("select text from told where zone = ? order by doc", zone)

    def _column(self, query: str, *values: str) -> Iterator[str]:
        try:
            for (text,) in self._base.execute(query, values):
                yield text
        except sqlite3.Error as error:
            raise ProblemError(_full(error)) from error


def _full(error: sqlite3.Error) -> Problem:
    return Problem(
        code="FILE-UNWRITABLE",
        file="a temporary file",
        message=f"cannot be written: {error}",
        fix="make room in the folder for temporary files, or name another one in SQLITE_TMPDIR",
    )
