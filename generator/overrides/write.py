"""A new entry into an override file: comments, order and quotes of what stands there are kept."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from generator import atomic, yamlfile
from generator.problems import Problem, ProblemError
from generator.schema import FIRST_LINE
from generator.yamlnodes import Entries, Items, plain_value

ENDLESS = 1 << 20
"""A line width that folds nothing."""


def append(path: Path, file: str, zone: str, entry: Mapping[str, Any]) -> int:
    """Put an entry at the end of a zone's override file, made where there is none; the line on which it begins.

    Raises ProblemError where the file is broken, so that nothing in it is lost, and OSError where it cannot be written.
    """
    before = path.read_bytes().decode("utf-8-sig") if path.exists() else f"{FIRST_LINE}zone: \noverrides:\n"
    node, problems = yamlfile.parse(before, file)
    if problems or not isinstance(node, Entries):
        raise ProblemError(problems[0] if problems else _spoilt(file))
    after = _with_entry(before, node, zone, entry)
    line = _checked(node, after, file, zone, entry)
    atomic.write(path, after.replace("\n", "\r\n") if "\r\n" in before else after)
    return line


def _with_entry(text: str, node: Entries, zone: str, entry: Mapping[str, Any]) -> str:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.width = ENDLESS
    listed = node.get("overrides")
    offset = listed.column - 1 if isinstance(listed, Items) and listed.items else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    body = yaml.load(text)
    body["zone"] = body.get("zone") or zone
    if not body.get("overrides"):
        body["overrides"] = CommentedSeq()
    body["overrides"].append(_styled(entry))
    stream = io.StringIO()
    yaml.dump(body, stream)
    return stream.getvalue()


def _styled(entry: Mapping[str, Any]) -> CommentedMap:
    """The entry as people write it: expect and set on one line each, the date without quotes."""
    styled = CommentedMap()
    for key, value in entry.items():
        if isinstance(value, Mapping):
            fields = CommentedMap({name: _quoted(part) for name, part in value.items()})
            fields.fa.set_flow_style()
            styled[key] = fields
        else:
            styled[key] = date.fromisoformat(value) if key == "date" else _quoted(value)
    return styled


def _quoted(value: Any) -> Any:
    """A text in quotes where it would mean something else without, in a line of its own or between braces."""
    if isinstance(value, list):
        return [_quoted(part) for part in value]
    if not isinstance(value, str) or all(_reads_as(value, text) for text in (f"k: {value}", f"{{k: {value}}}")):
        return value
    return DoubleQuotedScalarString(value)


def _reads_as(value: str, text: str) -> bool:
    node, problems = yamlfile.parse(text, "")
    return not problems and plain_value(node) == {"k": value}


def _checked(before: Entries, after: str, file: str, zone: str, entry: Mapping[str, Any]) -> int:
    """The new entry's line, once the new text is known to say what the old one said and the entry, and no more."""
    node, problems = yamlfile.parse(after, file)
    old, new = plain_value(before), plain_value(node)
    if not isinstance(old, dict) or not isinstance(new, dict) or not isinstance(node, Entries):
        raise ProblemError(_spoilt(file))
    wanted = old | {"zone": old.get("zone") or zone, "overrides": [*(old.get("overrides") or ()), _plain(entry)]}
    listed = node.get("overrides")
    if problems or new != wanted or not isinstance(listed, Items):
        raise ProblemError(_spoilt(file))
    return listed.items[-1].line


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: dict(value) if isinstance(value, Mapping) else value for key, value in entry.items()}


def _spoilt(file: str) -> Problem:
    return Problem(
        code="NOT-WRITTEN",
        file=file,
        message="the entry cannot be put into this file without changing what stands there",
        fix="write the entry into the file by hand",
    )
