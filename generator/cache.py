"""What was worked out before, kept by what it was worked out from. It may be lost at any time.

A cache is one file. Whatever is wrong with it (damaged, of another form, not to be written), the
work is done as if nothing had been kept: what cannot be read is None, what cannot be kept is not.
Values are plain (JSON), each with a checksum, so that no damage passes for a result.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

FORM = 1
"""Raised whenever the tables below change: a file of another form is made anew."""
RUNS = 8
"""Runs after which an entry that none of them asked for is dropped."""
DAMAGE = (sqlite3.Error, ValueError)
"""What reading a damaged file raises; ValueError where its own words are no UTF-8."""
CHECK_BYTES = 16
LEVEL = 1
"""Of compression: the fastest."""
COMMIT_EVERY = 2_000
"""Entries after which what was kept survives a kill."""
TABLES = """
create table entry (key text primary key, used integer not null, value blob not null) without rowid;
create index entry_used on entry (used);
create table run (number integer not null);
insert into run values (0);
"""
Result = TypeVar("Result")


class Cache:
    """Values by keys in a file. `sound` is asked before anything is kept for good: where it says no, all is dropped."""

    def __init__(self, path: Path, sound: Callable[[], bool] = lambda: True) -> None:
        self._path = path
        self._sound = sound
        self._run = 0
        self._pending = 0
        self._base: sqlite3.Connection | None = None
        self._base = self._open() or self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def get(self, key: str) -> Any:
        """The value kept under a key; None where none is or what is kept is damaged."""
        row = self._try(lambda base: base.execute("select used, value from entry where key = ?", (key,)).fetchone())
        if row is None:
            return None
        value = _unpacked(key, row[1])
        if value is not None and row[0] != self._begun():
            self._write("update entry set used = ? where key = ?", (self._begun(), key))
        return value

    def __contains__(self, key: str) -> bool:
        """Whether something is kept under a key; it may yet turn out to be damaged."""
        return bool(self._try(lambda base: base.execute("select 1 from entry where key = ?", (key,)).fetchone()))

    def put(self, key: str, value: Any) -> None:
        """Keep a value of plain mappings, lists, texts and numbers under a key."""
        self._write("insert or replace into entry values (?, ?, ?)", (key, self._begun(), _packed(key, value)))

    def close(self) -> None:
        """Keep what was put, drop what was not asked for in a long time."""
        if self._run:
            self._write("delete from entry where used <= ?", (self._run - RUNS,))
            self._commit()
        if self._base is not None:
            self._base.close()
            self._base = None

    def _begun(self) -> int:
        """The number of this run, which counts from the first entry that it touches."""
        if not self._run:
            row = self._try(lambda base: base.execute("select number from run").fetchone())
            self._run = (row[0] if row and isinstance(row[0], int) else 0) + 1
            self._write("update run set number = ?", (self._run,))
        return self._run

    def _write(self, statement: str, values: tuple[Any, ...]) -> None:
        def change(base: sqlite3.Connection) -> None:
            if not base.in_transaction:
                base.execute("begin immediate")
            base.execute(statement, values)

        self._try(change)
        self._pending += 1
        if self._pending >= COMMIT_EVERY:
            self._commit()

    def _commit(self) -> None:
        self._pending = 0
        sound = self._sound()

        def end(base: sqlite3.Connection) -> None:
            if base.in_transaction:
                base.execute("commit" if sound else "rollback")

        self._try(end)

    def _try(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        if self._base is None:
            return None
        try:
            return work(self._base)
        except DAMAGE as error:
            self._give_up(error)
            return None

    def _open(self) -> sqlite3.Connection | None:
        """The file's connection, its tables made where it is new; None, and no file, where it was damaged."""
        base = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(self._path, isolation_level=None)
            base.executescript("pragma synchronous = off; pragma trusted_schema = off;")
            form = base.execute("pragma user_version").fetchone()[0]
            if form == 0:
                base.executescript(f"begin immediate; {TABLES} pragma user_version = {FORM}; commit;")
            elif form != FORM:
                raise sqlite3.DatabaseError
            base.execute("select number from run").fetchone()
        except OSError:
            return None
        except DAMAGE as error:
            self._base = base
            self._give_up(error)
            return None
        return base

    def _give_up(self, error: Exception) -> None:
        """Do without; a file that is damaged is removed, one that is merely in use or not to be written is left."""
        if self._base is not None:
            with contextlib.suppress(sqlite3.Error):
                self._base.close()
        self._base = None
        if not isinstance(error, sqlite3.OperationalError):
            for ending in ("", "-journal"):
                with contextlib.suppress(OSError):
                    self._path.with_name(self._path.name + ending).unlink(missing_ok=True)


def _packed(key: str, value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A name that is not UTF-8 holds surrogates, which json.loads takes back.
    body = zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)
    return _check(key, body) + body


def _unpacked(key: str, kept: Any) -> Any:
    if not isinstance(kept, bytes) or kept[:CHECK_BYTES] != _check(key, kept[CHECK_BYTES:]):
        return None
    return json.loads(zlib.decompress(kept[CHECK_BYTES:]))


def _check(key: str, body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=CHECK_BYTES, key=key.encode("utf-8")[:64]).digest()
