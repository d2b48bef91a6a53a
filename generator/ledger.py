"""Which step of the build has been done from which inputs, so that it is not done again while nothing has changed.

A step is known by a hash of the contents of all that it reads, and by the contents of all that it
wrote. Contents are read again only where a file's size, times or number differ from when they were
read last. The ledger may be lost or damaged: then everything is done again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator import atomic

FORM = 1
SETTLED = 2_000_000_000
"""Nanoseconds that a file must have been left alone before its times are believed: file systems round them."""
MISSING = "-"
Stamp = list[int]


class Ledger:
    """What is known of files by their paths relative to a root, and of steps by their names."""

    def __init__(self, path: Path, root: Path) -> None:
        self._path = path
        self._root = root
        kept = _read(path)
        self._files: dict[str, tuple[Stamp, str]] = kept.get("files", {})
        self._steps: dict[str, dict[str, Any]] = kept.get("steps", {})
        self._asked: dict[str, tuple[Stamp, str]] = {}
        self._changed = False

    def digest(self, path: Path) -> str:
        """A hash of the file's contents; `MISSING` where there is no file that can be read."""
        name = os.path.relpath(path, self._root)
        try:
            status = os.stat(path)  # noqa: PTH116 - thousands of files: a Path would double the time
            if not stat.S_ISREG(status.st_mode):
                return MISSING  # a pipe or device, which nobody reads
            stamp = _stamp(status)
            known = self._files.get(name)
            if known is None or known[0] != stamp or not _old(stamp):
                known = (stamp, hashlib.sha256(path.read_bytes()).hexdigest())
                self._changed = True
        except OSError:
            return MISSING
        if _old(stamp):
            self._files[name] = self._asked[name] = known
        return known[1]

    def state(self, *parts: str, files: Iterable[Path] = ()) -> str:
        """One hash over words and over names and contents of files, whatever the order of the files."""
        names = sorted((os.path.relpath(path, self._root), self.digest(path)) for path in files)
        return hashlib.sha256(json.dumps([parts, names]).encode()).hexdigest()

    def done(self, step: str, inputs: str, outputs: Iterable[Path]) -> Any:
        """What was noted of a step that was done from these inputs, and left these files as they are now; else None."""
        known = self._steps.get(step)
        if known is None or known["inputs"] != inputs or known["outputs"] != self._contents(outputs):
            return None
        return known["note"]

    def settle(self, step: str, inputs: str, outputs: Iterable[Path], note: Any) -> None:
        """Note that a step was done from these inputs, and what it wrote."""
        self._steps[step] = {"inputs": inputs, "outputs": self._contents(outputs), "note": note}
        self._changed = True

    def _contents(self, paths: Iterable[Path]) -> dict[str, str]:
        return {os.path.relpath(path, self._root): self.digest(path) for path in paths}

    def save(self) -> None:
        """Keep what is known, without the files that nobody asked for this time. What cannot be kept is lost."""
        if not self._changed:
            return
        body = json.dumps({"form": FORM, "files": self._asked, "steps": self._steps})
        with contextlib.suppress(OSError):
            atomic.write(self._path, f"{_check(body)}\n{body}")
        self._changed = False


def _read(path: Path) -> dict[str, Any]:
    try:
        check, _, body = path.read_text(encoding="utf-8").partition("\n")
        kept = json.loads(body) if check == _check(body) else {}
    except (OSError, ValueError):
        return {}
    return kept if kept.get("form") == FORM else {}


def _check(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def _stamp(found: os.stat_result) -> Stamp:
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _old(stamp: Stamp) -> bool:
    return max(stamp[1], stamp[2]) < time.time_ns() - SETTLED
