"""The small YAML file beside an article that mends or adds to its metadata.

# 000_x.yml beside 000_x.txt
date: 2024-03
publisher: 某某日报
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Protocol

import yaml

from generator.problems import Problem, ProblemError, nearest


class Mark(Protocol):
    """A place in a YAML text; lines and columns count from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


LARGEST = 64 * 1024
"""Bytes that a file of metadata may have."""
DEEPEST = 3
SHAPE = "lines like `date: 2024-03`"
WHEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


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
    """The metadata beside an article's file, None where there is no such file. Raises ProblemError."""
    path = sidecar_path(article)
    if path == article or not path.is_file():
        return None
    if path.stat().st_size > LARGEST:
        raise _error(
            path,
            "META-SIZE",
            "too large for metadata",
            found=f"{path.stat().st_size} bytes",
            expected=f"at most {LARGEST}",
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"a bad byte at offset {error.start}"
        raise _error(path, "META-ENCODING", "not UTF-8", found=found, fix="save it as UTF-8") from None
    return parse_sidecar(text, path)


def parse_sidecar(text: str, path: Path) -> Sidecar:
    """The metadata in a sidecar's text. Raises ProblemError with the line of what is wrong."""
    values: dict[str, str] = {}
    for key, value in _pairs(text, path):
        name = _key(key, path)
        if name in values:
            raise _error(
                path, "META-DUPLICATE", "given twice", node=key, key=name, found=name, fix="keep one of the two"
            )
        values[name] = _value(name, value, path)
    return Sidecar(**values)


def _pairs(text: str, path: Path) -> list[tuple[yaml.Node, yaml.Node]]:
    """The nodes of the mapping. Nodes, and no values, because these know their lines and build nothing."""
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise _error(path, "META-SHAPE", "not a list of key: value", mark=event.start_mark, expected=SHAPE)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _error(path, "META-ALIAS", "anchors and aliases are not used here", mark=event.start_mark)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _error(
            path, "META-YAML", f"broken YAML: {error.problem or 'cannot be read'}", mark=mark, fix="mend the line"
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = str(getattr(error, "reason", "")) or "cannot be read"
        raise _error(path, "META-YAML", f"broken YAML: {reason}", fix="mend the file") from None
    if node is None:
        return []
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, "META-SHAPE", "not a list of key: value", node=node, expected=SHAPE)
    return list(node.value)


def _key(node: yaml.Node, path: Path) -> str:
    name = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
    if name in KEYS:
        return name
    near = nearest(name, KEYS)
    fix = f"write {near}" if near else "remove it"
    raise _error(path, "META-KEY", "unknown key", node=node, key=name, found=name, expected=", ".join(KEYS), fix=fix)


def _value(name: str, node: yaml.Node, path: Path) -> str:
    if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
        found = "nothing" if isinstance(node, yaml.ScalarNode) else _kind(node)
        raise _error(
            path, "META-TYPE", "not a text", node=node, key=name, found=found, expected="a text", fix="write one value"
        )
    if node.tag not in TAGS:
        raise _error(
            path,
            "META-TYPE",
            "not a text",
            node=node,
            key=name,
            found=node.tag,
            expected="a text",
            fix="remove the tag",
        )
    value = node.value.strip()
    if name == "date" and not is_date(value):
        expected = "2024, 2024-03 or 2024-03-01"
        raise _error(
            path, "META-DATE", "no such date", node=node, key=name, found=value, expected=expected, fix="write it so"
        )
    if name == "url" and not value.startswith(("http://", "https://")):
        expected = "an address that begins with http:// or https://"
        raise _error(
            path, "META-URL", "no address", node=node, key=name, found=value, expected=expected, fix="write it in full"
        )
    if name == "exclude" and not value:
        raise _error(
            path, "META-REASON", "no reason given", node=node, key=name, expected="why it is left out", fix="say why"
        )
    return str(value)


TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "timestamp"))


def is_date(text: str) -> bool:
    """Whether the text is a year, month or day that exists: 2024, 2024-03, 2024-03-01."""
    match = WHEN.fullmatch(text)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _kind(node: yaml.Node) -> str:
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"


def _error(
    path: Path,
    code: str,
    message: str,
    *,
    node: yaml.Node | None = None,
    mark: Mark | None = None,
    key: str = "",
    found: str = "",
    expected: str = "",
    fix: str = "",
) -> ProblemError:
    mark = mark or (node.start_mark if node else None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return ProblemError(
        Problem(
            code=code,
            file=str(path),
            message=message,
            line=line,
            column=column,
            key=key,
            found=found,
            expected=expected,
            fix=fix,
        )
    )
