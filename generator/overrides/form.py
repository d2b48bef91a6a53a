"""The form of an override file, made from the model: which keys there are and what each may hold."""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

from generator.calendar import is_date
from generator.facts import PREFIXES
from generator.model import CONTENTS, Action, Kind, Number, Value

FILE_KEYS = ("zone", "aliases", "merge", "note", "overrides")
ENTRY_KEYS = ("fact", "action", "expect", "set", "reason", "by", "date")
MERGE_KEYS = ("zone", "reason", "by", "date")
ADDED_KEYS = ("kind", "doc", "evidence", "source")
"""What `set` of an added fact holds beside its fields."""
REQUIRED = {
    Action.CORRECT: ("fact", "expect", "set", "reason", "by", "date"),
    Action.REJECT: ("fact", "reason", "by", "date"),
    Action.CONFIRM: ("fact", "expect", "reason", "by", "date"),
    Action.ADD: ("set", "reason", "by", "date"),
}
"""The keys that an entry must have beside `action`."""
FILLED = frozenset({"indicator", "title", "partner", "name", "zone", "role"})
"""Texts that must not be empty."""
TELLING = {
    Kind.METRIC: ("indicator", "value", "unit", "period"),
    Kind.EVENT: ("date", "title"),
    Kind.COOPERATION: ("partner", "type"),
    Kind.INDUSTRY: ("name", "role"),
    Kind.ORGANISATION: ("name", "type"),
    Kind.HONOUR: ("title",),
    Kind.PERSON: ("name", "role"),
    Kind.IDENTITY: ("attribute", "value"),
}
"""The fields by which an override knows the fact that it was made for."""
FACT_ID = re.compile(r"[a-z]-[0-9a-z]{4,32}")


class FieldType(StrEnum):
    """What a field holds, in the words of messages."""

    TEXT = "a text"
    CHOICE = "one of the model's words"
    VALUE = "a number, a range [low, high] or null"
    NUMBER = "a number or null"
    INTEGER = "a whole number or null"
    TEXTS = "a list of texts"


@dataclass(frozen=True, slots=True)
class FieldForm:
    """One field of a fact's record. `choices` are the words it may hold, where these are fixed."""

    name: str
    type: FieldType
    required: bool
    choices: tuple[str, ...] = ()


@cache
def fields_of(kind: Kind) -> dict[str, FieldForm]:
    """The fields of a kind that a person may set, by name: whom it is about, then what it says."""
    found = {name: FieldForm(name, FieldType.TEXT, required=False) for name in ("zone", "subject")}
    hints = get_type_hints(CONTENTS[kind])
    for field in fields(CONTENTS[kind]):
        hint = hints[field.name]
        choices = tuple(word.value for word in hint) if isinstance(hint, type) and issubclass(hint, StrEnum) else ()
        kind_of = FieldType.CHOICE if choices else _type(hint)
        found[field.name] = FieldForm(field.name, kind_of, field.default is MISSING, choices)
    return found


def kind_of_id(fact: str) -> Kind | None:
    """The kind that a fact's id begins with."""
    return next((kind for kind, prefix in PREFIXES.items() if fact.startswith(f"{prefix}-")), None)


def _type(hint: Any) -> FieldType:
    types = {
        Value: FieldType.VALUE,
        Number | None: FieldType.NUMBER,
        int | None: FieldType.INTEGER,
        tuple[str, ...]: FieldType.TEXTS,
        str: FieldType.TEXT,
    }
    return types[hint]


def is_period(text: str) -> bool:
    """Whether this is a time of the fact model: a date, two of them, or one with an open end."""
    start, slash, end = text.partition("/")
    if not slash:
        return is_date(start)
    if start == "..":
        return is_date(end)
    if end == "..":
        return is_date(start)
    return is_date(start) and is_date(end) and start <= end
