"""A problem is an object: code, place, what was found, what was expected, how to mend it.

It renders as a line for a terminal, as a mapping for JSON and as an annotation for a
pull request. Whoever finds a problem makes one of these; nobody prints free text.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

SHOWN = 60
"""Characters of a found value that a message shows."""
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Characters that break a line, hide, or turn the direction of the text around them."""
ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


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
        """`path:line:column: CODE: message`, then what to do; always one line, with nothing in it that hides."""
        place = self.file + (f":{self.line}:{max(self.column, 1)}" if self.line else "")
        return visible(f"{place}: {self.code}: {self._body()}")

    def annotation(self) -> str:
        """The problem as GitHub Actions shows it on the line of a pull request."""
        properties = [f"file={visible(self.file).translate(PROPERTY_ESCAPES)}"]
        if self.line:
            properties += [f"line={self.line}", f"col={max(self.column, 1)}"]
        properties.append(f"title={visible(self.code).translate(PROPERTY_ESCAPES)}")
        level = "error" if self.fatal else "warning"
        return f"::{level} {','.join(properties)}::{visible(self._body()).translate(ESCAPES)}"

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

    def _body(self) -> str:
        parts = [self.message]
        if self.found:
            parts.append(f"found {self.found}")
        if self.expected:
            parts.append(f"expected {self.expected}")
        line = "; ".join(parts)
        return f"{line}. Fix: {self.fix}" if self.fix else line


class ProblemError(Exception):
    """Raised where one problem ends the work on an input; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text())
        self.problem = problem


class UsageError(ProblemError):
    """A command was used in a way that cannot work."""


def visible(text: str) -> str:
    """The text on one line: what breaks lines, hides or turns the direction is written as an escape."""
    return UNSEEN.sub(lambda found: f"\\x{ord(found.group()):02x}" if found.group() < "\x80" else _escape(found), text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def shown(value: Any) -> str:
    """A value as a message quotes it: as JSON writes it, on one line, cut where it is long."""
    text = visible(json.dumps(value, ensure_ascii=False, default=str))
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or an empty string when none is like it."""
    return next(iter(likeliest(word, known, 1)), "")


def likeliest(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """The known words most like this one, the most like first; none when none is like it."""
    return difflib.get_close_matches(word, sorted(known), n=count, cutoff=0.5)
