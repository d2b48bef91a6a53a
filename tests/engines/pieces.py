"""Pieces of work and what is done with them, for tests of engines; in a module of its own, where processes find it."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from generator.engines import local

LARGE = local.LITTLE


@dataclass(frozen=True)
class Piece:
    number: int
    size: int = LARGE


def double(piece: Piece) -> int:
    return 2 * piece.number


def process(piece: Piece) -> int:
    return os.getpid()


def late(piece: Piece) -> int:
    """The first pieces take longest."""
    time.sleep(0.2 / (1 + piece.number))
    return piece.number


def fail(piece: Piece) -> int:
    if piece.number == 5:
        raise ValueError("five")
    return piece.number


@dataclass(frozen=True)
class Deadly:
    """Ends the process that does its piece of this number, the first time."""

    folder: Path
    number: int

    def __call__(self, piece: Piece) -> int:
        mark = self.folder / "killed"
        if piece.number == self.number and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * piece.number
