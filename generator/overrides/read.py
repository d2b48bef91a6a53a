"""Override files to entries: everything wrong in a file's form is reported, and what is right is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.model import Action, Kind, Override
from generator.overrides.entry import Entry, Merge, OverrideFile, Place
from generator.overrides.form import (
    ADDED_KEYS,
    ENTRY_KEYS,
    FACT_ID,
    FILE_KEYS,
    MERGE_KEYS,
    REQUIRED,
    FieldForm,
    FieldType,
    fields_of,
    kind_of_id,
)
from generator.overrides.nodes import NodeReader
from generator.overrides.values import WrongValueError, field_value
from generator.problems import Problem, shown
from generator.store import file_stem, marked_stem
from generator.yamlfile import read
from generator.yamlnodes import Entries, Node, kind_name


def read_folder(folder: Path, shown_as: str) -> tuple[tuple[OverrideFile, ...], list[Problem]]:
    """All override files of a folder by name, and what is wrong in their form. A missing folder holds none."""
    files, problems = [], []
    for path in sorted(folder.glob("*.y*ml")) if folder.is_dir() else []:
        found, wrongs = read_file(path, f"{shown_as}/{path.name}")
        problems += wrongs
        if found:
            files.append(found)
    return tuple(files), problems


def read_file(path: Path, file: str) -> tuple[OverrideFile | None, list[Problem]]:
    """One override file, named `file` in problems; None where its zone cannot be told."""
    try:
        node, problems = read(path, file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, [Problem(code="FILE-UNREADABLE", file=file, message=f"cannot be read: {reason}")]
    if node is None and problems:
        return None, problems
    reader = _Reader(file, problems)
    return reader.file_of(node, path.name), problems


class _Reader(NodeReader):
    """Reads one file's nodes; problems go to the list it was given."""

    def file_of(self, node: Node | None, name: str) -> OverrideFile | None:
        if not isinstance(node, Entries):
            self.add(node, "WRONG-TYPE", "the file holds no mapping", fix="begin it with `zone: <the zone's name>`")
            return None
        body = self.known(node, FILE_KEYS, "an override file")
        zone = self.text(body.get("zone"), "zone")
        if not zone:
            self.add(
                body.get("zone") or node, "MISSING-KEY", "the file does not say which zone it is about", key="zone",
                expected="zone", fix="begin it with `zone: <the zone's name>`",
            )  # fmt: skip
            return None
        self._file_name(body["zone"], zone, name)
        return OverrideFile(
            file=self.file,
            zone=zone,
            aliases=self._aliases(body.get("aliases")),
            merges=tuple(filter(None, (self._merge(item) for item in self.list(body.get("merge"), "merge")))),
            note=self.text(body.get("note"), "note"),
            entries=tuple(filter(None, (self._entry(item) for item in self.list(body.get("overrides"), "overrides")))),
            places={key: (value.line, value.column) for key, value in body.items()},
        )

    def _file_name(self, node: Node, zone: str, name: str) -> None:
        wanted = f"{file_stem(zone)}.yml"
        if name not in (wanted, f"{marked_stem(zone)}.yml"):
            self.add(
                node, "FILE-NAME", "the file's name and its zone differ", key="zone", found=shown(zone),
                expected=f"the file name {wanted}", fix=f"rename the file to {wanted}, or correct the zone",
            )  # fmt: skip

    def _aliases(self, node: Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        try:
            form = FieldForm("aliases", FieldType.TEXTS, required=False)
            return tuple(alias for alias in field_value(node, form, self.file, "aliases") if alias)
        except WrongValueError as error:
            self.problems.append(error.problem)
            return ()

    def _merge(self, node: Node) -> Merge | None:
        if not isinstance(node, Entries):
            self.add(node, "WRONG-TYPE", "an entry of merge is no mapping", key="merge", found=kind_name(node))
            return None
        body = self.known(node, MERGE_KEYS, "an entry of merge")
        before = len(self.problems)
        self.require(node, body, MERGE_KEYS, "merge")
        texts = {key: self.text(body.get(key), key) for key in ("zone", "reason", "by")}
        day = self.day(body.get("date"))
        if len(self.problems) > before:
            return None
        return Merge(**texts, date=day, line=node.line, column=node.column)

    def _entry(self, node: Node) -> Entry | None:
        """One override; None where something in it is wrong, as half a correction is none."""
        if not isinstance(node, Entries):
            self.add(node, "WRONG-TYPE", "an override is no mapping", key="overrides", found=kind_name(node))
            return None
        before = len(self.problems)
        body = self.known(node, ENTRY_KEYS, "an override")
        action = self._action(node, body.get("action"))
        if action is None:
            return None
        self.require(node, body, REQUIRED[action], action.value)
        self._unused(action, body)
        fact = self.text(body.get("fact"), "fact")
        kind = self._kind(action, fact, body)
        texts = {key: self.text(body.get(key), key) for key in ("reason", "by")}
        day = self.day(body.get("date"))
        places: dict[str, Place] = {key: (value.line, value.column) for key, value in body.items()}
        pairs = {}
        for part in ("expect", "set"):
            pairs[part] = self._pairs(body.get(part), part, kind, action, places) if kind else ()
        if len(self.problems) > before or kind is None:
            return None
        override = Override(
            fact=fact, action=action, expect=pairs["expect"], set=pairs["set"], date=day, file=self.file,
            line=node.line, **texts,
        )  # fmt: skip
        return Entry(override, kind, places)

    def _action(self, node: Entries, action: Node | None) -> Action | None:
        words = tuple(action.value for action in Action)
        if action is None:
            self.add(
                node, "MISSING-KEY", "the override does not say what it does", key="action",
                expected="action: one of " + ", ".join(words), fix="add the line `action: …`",
            )  # fmt: skip
            return None
        form = FieldForm("action", FieldType.CHOICE, required=True, choices=words)
        try:
            return Action(field_value(action, form, self.file, "action"))
        except WrongValueError as error:
            self.problems.append(error.problem)
            return None

    def _unused(self, action: Action, body: dict[str, Node]) -> None:
        """A reject or confirm that sets something would lose what it sets without a word."""
        extra = [key for key in ("expect", "set") if key in body and _useless(action, key)]
        for key in extra:
            self.add(
                body[key], "UNKNOWN-KEY", f"{action.value} has no {key}", key=key,
                fix="write action: correct" if key == "set" else "remove it",
            )  # fmt: skip

    def _kind(self, action: Action, fact: str, body: dict[str, Node]) -> Kind | None:
        """The fact's kind: from the id, or for an added fact from `set`."""
        if action is Action.ADD:
            self._fact_id(body.get("fact"), fact)
            return self._added_kind(body.get("set"))
        if "fact" not in body:
            return None
        return kind_of_id(fact) if self._fact_id(body["fact"], fact) else None

    def _fact_id(self, node: Node | None, fact: str) -> bool:
        if node is None or (FACT_ID.fullmatch(fact) and kind_of_id(fact)):
            return True
        self.add(
            node, "UNKNOWN-FACT", "this is no fact's id", key="fact", found=shown(fact),
            expected="an id like m-5f2c9a0b1d", fix="copy the id from the page",
        )  # fmt: skip
        return False

    def _added_kind(self, node: Node | None) -> Kind | None:
        if not isinstance(node, Entries):
            return None
        words = tuple(kind.value for kind in Kind)
        kind = node.get("kind")
        if kind is None:
            self.add(
                node, "MISSING-KEY", "an added fact needs its kind", key="set.kind",
                expected="kind: one of " + ", ".join(words), fix="add the line `kind: …`",
            )  # fmt: skip
            return None
        form = FieldForm("kind", FieldType.CHOICE, required=True, choices=words)
        try:
            return Kind(field_value(kind, form, self.file, "set.kind"))
        except WrongValueError as error:
            self.problems.append(error.problem)
            return None

    def _pairs(
        self, node: Node | None, part: str, kind: Kind, action: Action, places: dict[str, Place]
    ) -> tuple[tuple[str, Any], ...]:
        """The fields of `set` or `expect` with their values, by the form of the fact's kind."""
        if node is None:
            return ()
        if not isinstance(node, Entries):
            self.add(
                node, "WRONG-TYPE", f"{part} is no mapping", key=part, found=kind_name(node),
                expected="fields with their values", fix=f"write it as {part}: {{value: 6}}",
            )  # fmt: skip
            return ()
        forms = dict(fields_of(kind))
        if action is Action.ADD:
            forms |= {name: FieldForm(name, FieldType.TEXT, required=False) for name in ADDED_KEYS}
        body = self.known(node, tuple(forms), _a(kind))
        pairs = []
        for name, value in body.items():
            places[f"{part}.{name}"] = (value.line, value.column)
            try:
                pairs.append((name, field_value(value, forms[name], self.file, f"{part}.{name}")))
            except WrongValueError as error:
                self.problems.append(error.problem)
        if action is Action.ADD:
            self._complete(node, body, kind)
        elif not node.entries:
            self.add(node, "MISSING-KEY", f"{part} is empty", key=part, expected="a field", fix="name a field")
        return tuple(pairs)

    def _complete(self, node: Entries, body: dict[str, Node], kind: Kind) -> None:
        """An added fact has all fields of its kind, and either a document with its words or a source of its own."""
        needed = [form.name for form in fields_of(kind).values() if form.required and form.name not in body]
        for name in needed:
            self.add(
                node, "MISSING-KEY", f"an added {kind.value} needs {name}", key=f"set.{name}", fix=f"add `{name}: …`"
            )
        document = "doc" in body and "evidence" in body
        if document == ("source" in body) or (("doc" in body) != ("evidence" in body)):
            self.add(
                node, "MISSING-KEY", "an added fact needs its proof, of one sort", key="set.evidence",
                expected="either doc and evidence, or source",
                fix="name the document and quote its words, or say in source how you know it",
            )  # fmt: skip


def _useless(action: Action, key: str) -> bool:
    return (action, key) in {(Action.ADD, "expect"), (Action.REJECT, "set"), (Action.CONFIRM, "set")}


def _a(kind: Kind) -> str:
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"
