"""YAML that people write, read safely and with the place of every word.

Only plain data is taken: no tags, no anchors and aliases, no second document, no
nesting or size that a person would not write. What is refused is told as a problem
with line and column. Lines are counted as editors count them.

Scalars follow the JSON schema of YAML 1.2: `no` is a word and `012` is text, so that a
name or a code never turns into something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml import events
from yaml.reader import Reader

from generator.problems import Problem, nearest, shown
from generator.yamlnodes import Entries, Items, Node, Scalar, kind_name, line_starts, meaning, place

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SIZE_LIMIT = 1 << 18
"""Bytes of a file that a person wrote; a larger one is something else."""
DEPTH_LIMIT = 20
UNPRINTABLE: re.Pattern[str] = Reader.NON_PRINTABLE
TAB_INDENT = re.compile(r" {0,200}\t")


class _Refused(Exception):  # noqa: N818 - a way out of nested reading, never seen outside
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read(path: Path, file: str) -> tuple[Node | None, list[Problem]]:
    """The content of a YAML file and what is wrong in it; `file` names it in problems. None where nothing can be read.

    Raises OSError where the system does not give the file.
    """
    with path.open("rb") as stream:
        return parse_bytes(stream.read(SIZE_LIMIT + 1), file)


def parse_bytes(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """The same of a file's bytes, of which no more than one over the limit need be there."""
    if len(data) > SIZE_LIMIT:
        return None, [
            Problem(
                code="YAML-TOO-LARGE",
                file=file,
                message="the file is larger than a person writes",
                found=f"more than {SIZE_LIMIT} bytes",
                expected=f"at most {SIZE_LIMIT} bytes",
                fix="split it, or remove what does not belong here",
            )
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_encoding(file, data, error)]
    return parse(text, file)


def parse(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The content of a YAML text and what is wrong in it; `file` names it in problems."""
    reader = _Reader(text, file)
    try:
        return reader.document(), reader.problems
    except _Refused as refused:
        return None, [*reader.problems, refused.problem]


class _Reader:
    """One reading of one text: events in, nodes out, problems kept."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.problems: list[Problem] = []
        self.starts = line_starts(text)
        self.events = self._events()

    def document(self) -> Node | None:
        bad = UNPRINTABLE.search(self.text)
        if bad:
            raise self._refuse(
                bad.start(),
                "YAML-CHARACTER",
                "a character that YAML does not allow",
                found=f"U+{ord(bad.group()):04X}",
                fix="remove it",
            )
        found = None
        for event in self.events:
            if isinstance(event, events.DocumentStartEvent) and found is not None:
                raise self._refuse(
                    _index(event),
                    "YAML-DOCUMENTS",
                    "a second document begins here",
                    expected="one document a file",
                    fix="remove the line `---`",
                )
            if isinstance(event, events.NodeEvent):
                found = self._node(event, 1)
        return found

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, from 1, of a character."""
        return place(self.starts, min(index, len(self.text)))

    def _events(self) -> Iterator[events.Event]:
        try:
            yield from yaml.parse(self.text, Loader=PARSER)
        except yaml.MarkedYAMLError as error:
            raise self._broken(error) from error

    def _node(self, event: events.NodeEvent, depth: int) -> Node:
        index = _index(event)
        line, column = self.place(index)
        self._plain_data_only(event, index)
        if isinstance(event, events.ScalarEvent):
            quoted = event.style is not None and event.style != ""
            return Scalar(event.value, event.value if quoted else meaning(event.value), quoted, line, column)
        if depth > DEPTH_LIMIT:
            raise self._refuse(
                index,
                "YAML-DEPTH",
                "nested deeper than a person writes",
                found=f"level {depth}",
                expected=f"at most {DEPTH_LIMIT} levels",
                fix="remove the nesting",
            )
        if isinstance(event, events.SequenceStartEvent):
            return Items(tuple(self._items(depth)), line, column)
        return Entries(tuple(self._entries(depth)), line, column)

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if isinstance(event, events.SequenceEndEvent):
                return
            if isinstance(event, events.NodeEvent):
                yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        for event in self.events:
            if isinstance(event, events.MappingEndEvent):
                return
            if not isinstance(event, events.NodeEvent):
                continue
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if not isinstance(key, Scalar):
                self._keep(
                    key, "YAML-KEY", "a key must be a word", found=kind_name(key), fix="write a word before the colon"
                )
            elif key.text in seen:
                self._duplicate(key, seen[key.text])
            else:
                seen[key.text] = key
                yield key, value

    def _next(self) -> events.NodeEvent:
        event = next(self.events)
        if not isinstance(event, events.NodeEvent):
            raise TypeError(f"a mapping's value, not {event}")
        return event

    def _plain_data_only(self, event: events.NodeEvent, index: int) -> None:
        if isinstance(event, events.AliasEvent):
            raise self._refuse(
                index,
                "YAML-ALIAS",
                "aliases are not allowed, as they can expand without end",
                found=f"*{event.anchor}",
                fix="write the value out",
            )
        if event.anchor is not None:
            raise self._refuse(
                index, "YAML-ANCHOR", "anchors are not allowed", found=f"&{event.anchor}", fix="remove the anchor"
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise self._refuse(
                index,
                "YAML-TAG",
                "tags are not allowed, as they can build objects",
                found=shown(tag),
                fix="remove the tag",
            )

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        self._keep(
            key,
            "YAML-DUPLICATE-KEY",
            f"the key {shown(key.text)} stands here and in line {first.line}",
            key=key.text,
            fix="keep one of them",
        )

    def _keep(self, node: Node, code: str, message: str, **more: str) -> None:
        self.problems.append(
            Problem(code=code, file=self.file, message=message, line=node.line, column=node.column, **more)  # type: ignore[arg-type]
        )

    def _refuse(self, index: int, code: str, message: str, **more: str) -> _Refused:
        line, column = self.place(index)
        return _Refused(Problem(code=code, file=self.file, message=message, line=line, column=column, **more))  # type: ignore[arg-type]

    def _broken(self, error: yaml.MarkedYAMLError) -> _Refused:
        mark = error.problem_mark or error.context_mark
        index = mark.index if mark else 0
        line, _ = self.place(index)
        tab = TAB_INDENT.match(self.text, self.starts[line - 1])
        if tab:
            return self._refuse(
                tab.end() - 1,
                "YAML-TAB",
                "a tab in the indentation",
                expected="spaces",
                fix="replace the tab by two spaces",
            )
        return self._refuse(
            index,
            "YAML-SYNTAX",
            f"the file is not YAML: {error.problem or error.context}",
            fix="compare the indentation, colons and quotes of this line and the one before",
        )


def _index(event: events.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _encoding(file: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode("utf-8", "replace")
    line, column = place(line_starts(before), len(before))
    return Problem(
        code="YAML-ENCODING",
        file=file,
        message="the file is not UTF-8",
        line=line,
        column=column,
        found=_encoding_name(data),
        expected="UTF-8",
        fix="save the file as UTF-8",
    )


def _encoding_name(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "what looks like UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "bytes of no known encoding"
    return "what looks like GB18030"


def unknown_key(file: str, key: Scalar, known: tuple[str, ...], where: str) -> Problem:
    """A key that this place does not know, with the nearest that it does."""
    near = nearest(key.text, known)
    return Problem(
        code="UNKNOWN-KEY",
        file=file,
        message=f"{where} has no key {shown(key.text)}",
        line=key.line,
        column=key.column,
        key=key.text,
        expected="one of " + ", ".join(known),
        fix=f"write {near}" if near else "remove it",
    )
