"""The small YAML file beside an article that mends or adds to its metadata.

# 000_x.yml beside 000_x.txt
date: 2024-03
publisher: 某某日报
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from generator.calendar import is_date
from generator.problems import Problem, ProblemError, shown
from generator.yamlfile import parse, parse_bytes, read, unknown_key
from generator.yamlnodes import Entries, Node, Scalar, kind_name

ADDRESS = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What a person says of an article. `exclude` is the reason to leave the article out; None is not said."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    exclude: str = ""

    def metadata(self) -> dict[str, str]:
        """The fields of an Article that are said here."""
        said = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "exclude"}
        return {name: value for name, value in said.items() if value is not None}


KEYS = tuple(field.name for field in fields(Sidecar))


def sidecar_path(article: Path) -> Path:
    """Where the metadata of this article's file stand, if any."""
    return article.with_suffix(".yml")


def read_sidecar(article: Path) -> Sidecar | None:
    """The metadata beside an article's file, None where there is no such file.

    Raises ProblemError with the first thing that is wrong in it, and OSError.
    """
    path = sidecar_path(article)
    if path == article or not path.is_file():
        return None
    return _right(*_checked(*read(path, str(path)), str(path)))


def sidecar_of(data: bytes, file: str) -> Sidecar:
    """The metadata in a file's bytes; `file` names it in problems. Raises ProblemError with the first thing wrong."""
    return _right(*_checked(*parse_bytes(data, file), file))


def parse_sidecar(text: str, file: str) -> Sidecar:
    """The metadata in a text, which is named `file` in problems. Raises ProblemError with the first thing wrong."""
    return _right(*_checked(*parse(text, file), file))


def check_sidecar(article: Path, file: str) -> list[Problem]:
    """All that is wrong in the metadata beside an article's file, named `file` in problems. Raises OSError."""
    path = sidecar_path(article)
    return [] if path == article or not path.is_file() else _checked(*read(path, file), file)[1]


def _right(sidecar: Sidecar, problems: list[Problem]) -> Sidecar:
    if problems:
        raise ProblemError(problems[0])
    return sidecar


def _checked(node: Node | None, problems: list[Problem], file: str) -> tuple[Sidecar, list[Problem]]:
    if node is None:
        return Sidecar(), problems
    if not isinstance(node, Entries):
        fix = "write lines like `date: 2024-03`"
        found = kind_name(node)
        return Sidecar(), [
            *problems,
            _problem("WRONG-TYPE", file, node, "", "the file holds no mapping", found, "", fix),
        ]
    values: dict[str, str] = {}
    for key, value in node.entries:
        if key.text not in KEYS:
            problems.append(unknown_key(file, key, KEYS, "metadata of an article"))
            continue
        wrong = tuple(_wrong(key.text, value, file))
        problems += wrong
        if not wrong and isinstance(value, Scalar):
            values[key.text] = value.text.strip()
    return Sidecar(**values), sorted(problems, key=lambda problem: (problem.line, problem.column))


def _wrong(name: str, node: Node, file: str) -> Iterator[Problem]:
    """What is wrong with the value of a known key."""
    if not isinstance(node, Scalar) or (isinstance(node.value, bool) or node.value is None):
        fix = "put it in quotes" if isinstance(node, Scalar) else "write one text"
        if isinstance(node, Scalar) and node.value is None:
            fix = "write it, or remove the line"
        yield _problem("WRONG-TYPE", file, node, name, f"{name} has the wrong type", kind_name(node), "a text", fix)
        return
    text = node.text.strip()
    if name == "date" and not is_date(text):
        expected = "2024, 2024-03 or 2024-03-01"
        fix = "write a date that the calendar has"
        yield _problem("IMPOSSIBLE-DATE", file, node, name, "no such date", shown(text), expected, fix)
    if name == "url" and not text.startswith(ADDRESS):
        expected = "an address that begins with http:// or https://"
        fix = "copy the whole address from the browser"
        yield _problem("WRONG-ADDRESS", file, node, name, "this is no address", shown(text), expected, fix)
    if name == "exclude" and not text:
        fix = "say why, or remove the line"
        yield _problem("MISSING-REASON", file, node, name, "no reason is given", "", "why it is left out", fix)


def _problem(code: str, file: str, node: Node, key: str, message: str, found: str, expected: str, fix: str) -> Problem:
    return Problem(
        code=code,
        file=file,
        message=message,
        line=node.line,
        column=node.column,
        key=key,
        found=found,
        expected=expected,
        fix=fix,
    )
