"""What a YAML file holds, as nodes that know their place: words, lists and mappings."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.problems import shown

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?P<part>\.[0-9]{1,18})?(?P<power>[eE][+-]?[0-9]{1,3})?")
BREAK = re.compile(r"\r\n|\n|\r")
LITERALS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or a number. `text` is as written; `value` what it means; `quoted` whether it stood in quotes."""

    text: str
    value: str | int | float | bool | None
    quoted: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, in the order of the file, each key once."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Items | Entries


def plain_value(node: Node | None) -> object:
    """The node as plain Python: dicts, lists, text and numbers."""
    match node:
        case Scalar():
            return node.value
        case Items():
            return [plain_value(item) for item in node.items]
        case Entries():
            return {key.text: plain_value(value) for key, value in node.entries}
        case None:
            return None


def kind_name(node: Node) -> str:
    """What a node is, in the words of messages."""
    match node:
        case Items():
            return "a list"
        case Entries():
            return "a mapping"
        case Scalar(value=bool()):
            return f"the truth value {node.text}"
        case Scalar(value=None):
            return "nothing"
        case Scalar(value=int() | float()):
            return f"the number {node.text}"
        case Scalar():
            return f"the text {shown(node.text)}"


def meaning(text: str) -> str | int | float | bool | None:
    """What a word without quotes means: a number, true, false, nothing, or itself."""
    if text in LITERALS:
        return LITERALS[text]
    number = NUMBER.fullmatch(text)
    if not number:
        return text
    if not number["part"] and not number["power"]:
        return int(text)
    value = float(text)
    return value if math.isfinite(value) else text


def line_starts(text: str) -> list[int]:
    """Where the lines of a text begin, as editors count lines."""
    return [0, *(found.end() for found in BREAK.finditer(text))]


def place(starts: list[int], index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character, given where lines begin."""
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1
