"""A file of rules as read: what it says, and where each word of it stands."""

from __future__ import annotations

from collections.abc import Iterable

from generator.problems import Problem
from generator.yamlnodes import Entries, Items, Node, Scalar, plain_value


class RuleFile:
    """A file of rules that could be read: its nodes and what they say."""

    def __init__(self, file: str, node: Node | None) -> None:
        self.file, self.node = file, node
        self.data = plain_value(node)

    def at(self, path: Iterable[str | int]) -> Node | None:
        """The node at a path of keys and numbers of items, or the last one on the way that there is."""
        node = self.node
        for step in path:
            below = _below(node, step)
            if below is None:
                break
            node = below
        return node

    def key(self, path: Iterable[str | int], name: str) -> Scalar | None:
        """The word of a key of the mapping at a path."""
        node = self.at(path)
        names = (key for key, _ in node.entries) if isinstance(node, Entries) else ()
        return next((key for key in names if key.text == name), None)

    def problem(self, code: str, message: str, node: Node | None, key: str = "", **more: str) -> Problem:
        """A problem at a node."""
        line, column = (node.line, node.column) if node else (1, 1)
        return Problem(code=code, file=self.file, message=message, line=line, column=column, key=key, **more)  # type: ignore[arg-type]


def _below(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Entries):
        return node.get(str(step))
    if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
