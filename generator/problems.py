"""A problem is an object: code, place, what was found, what was expected, how to mend it.

It renders as a line for a terminal, as a mapping for JSON and as an annotation for a
pull request. Whoever finds a problem makes one of these; nobody prints free text.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in an input. `file` is relative to the repository; line and column count from 1, 0 is unknown."""

    code: str
    file: str
    message: str
    line: int = 0
    column: int = 0
    key: str = ""
    found: str = ""
    expected: str = ""
    fix: str = ""
    fatal: bool = True

    def text(self) -> str:
        """`path:line:column: CODE: message`, then what to do."""
        place = self.file + (f":{self.line}:{max(self.column, 1)}" if self.line else "")
        parts = [f"{place}: {self.code}: {self.message}"]
        if self.found:
            parts.append(f"found {self.found}")
        if self.expected:
            parts.append(f"expected {self.expected}")
        line = "; ".join(parts)
        return f"{line}. Fix: {self.fix}" if self.fix else line

    def record(self) -> dict[str, Any]:
        """The problem as JSON has it."""
        return {
            "code": self.code,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "key": self.key,
            "message": self.message,
            "found": self.found,
            "expected": self.expected,
            "fix": self.fix,
        }


class ProblemError(Exception):
    """Raised where one problem ends the work on an input; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text())
        self.problem = problem


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or an empty string when none is like it."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return close[0] if close else ""
