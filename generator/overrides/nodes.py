"""Nodes of an override file to plain values; whatever is wrong goes to one list of problems."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from generator.overrides.values import WrongValueError, text_value, wrong
from generator.problems import Problem, shown
from generator.yamlfile import unknown_key
from generator.yamlnodes import Entries, Items, Node, Scalar, kind_name


class NodeReader:
    """Reads nodes of one file, which is named `file` in problems."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file, self.problems = file, problems

    def require(self, node: Entries, body: dict[str, Node], keys: Sequence[str], what: str) -> None:
        """Report the keys that are not there or hold nothing; `what` needs them."""
        for key in keys:
            value = body.get(key)
            if value is None or (isinstance(value, Scalar) and not value.text.strip()):
                self.add(
                    value or node, "MISSING-KEY", f"{what} needs {key}", key=key, expected=key,
                    fix=f"add the line `{key}: …`",
                )  # fmt: skip

    def day(self, node: Node | None) -> str:
        """The day on which the entry was written."""
        text = self.text(node, "date")
        if node is None or not text:
            return ""
        try:
            return datetime.strptime(text, "%Y-%m-%d").date().isoformat()
        except ValueError:
            problem = wrong(
                node, self.file, "date", "IMPOSSIBLE-DATE", "no such day", found=shown(text),
                expected="a day like 2024-04-02", fix="write the day on which you made the entry",
            ).problem  # fmt: skip
            self.problems.append(problem)
            return ""

    def text(self, node: Node | None, key: str) -> str:
        """A text without space around it; empty where there is none."""
        if node is None:
            return ""
        try:
            return text_value(node, self.file, key).strip()
        except WrongValueError as error:
            self.problems.append(error.problem)
            return ""

    def list(self, node: Node | None, key: str) -> tuple[Node, ...]:
        """The items of a list; none where nothing is given."""
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return ()
        if isinstance(node, Items):
            return node.items
        self.add(
            node, "WRONG-TYPE", f"{key} is no list", key=key, found=kind_name(node), expected="a list",
            fix="begin each entry with `- `",
        )  # fmt: skip
        return ()

    def known(self, node: Entries, keys: tuple[str, ...], where: str) -> dict[str, Node]:
        """The entries of a mapping whose keys are known; the others are reported."""
        known = {}
        for key, value in node.entries:
            if key.text in keys:
                known[key.text] = value
            else:
                self.problems.append(unknown_key(self.file, key, keys, where))
        return known

    def add(self, node: Node | None, code: str, message: str, **more: str) -> None:
        """Report a problem at a node, or at the start of the file."""
        line, column = (node.line, node.column) if node else (1, 1)
        self.problems.append(
            Problem(code=code, file=self.file, message=message, line=line, column=column, **more)  # type: ignore[arg-type]
        )
