"""One value of `set` or `expect`: its node in the file to the model's plain value, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.calendar import is_date
from generator.measures import known_unit, known_units
from generator.overrides.form import FILLED, FieldForm, FieldType, is_period
from generator.problems import Problem, nearest, shown
from generator.yamlnodes import Items, Node, Scalar, kind_name


class WrongValueError(Exception):
    """Carries the problem of a value."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text())
        self.problem = problem


def field_value(node: Node, form: FieldForm, file: str, key: str) -> Any:
    """The value as a fact's record has it: numbers, texts, lists. Raises WrongValueError."""
    value = READERS[form.type](node, form, file, key)
    if form.name in FILLED and value == "":
        raise wrong(node, file, key, "WRONG-TYPE", f"{form.name} is empty", expected="a text", fix="write what it is")
    if form.type is FieldType.TEXT and value:
        _checked(node, form.name, value, file, key)
    return value


def text_value(node: Node, file: str, key: str) -> str:
    """A text; a number or date written without quotes is one too. Raises WrongValueError."""
    if isinstance(node, Scalar) and node.value is None:
        return ""
    if not isinstance(node, Scalar) or isinstance(node.value, bool):
        raise _type(
            node, file, key, FieldType.TEXT, "put it in quotes" if isinstance(node, Scalar) else "write one text"
        )
    return node.text


def wrong(node: Node, file: str, key: str, code: str, message: str, **more: str) -> WrongValueError:
    """The error for a value at its place."""
    return WrongValueError(
        Problem(code=code, file=file, message=message, line=node.line, column=node.column, key=key, **more)  # type: ignore[arg-type]
    )


def _checked(node: Node, name: str, value: str, file: str, key: str) -> None:
    """Refuse times that no calendar has and units that no rule knows."""
    if name == "date" and not is_date(value):
        raise wrong(
            node,
            file,
            key,
            "IMPOSSIBLE-DATE",
            "no such date",
            found=shown(value),
            expected="2024, 2024-03 or 2024-03-01",
            fix="write a date that the calendar has",
        )
    if name == "period" and not is_period(value):
        raise wrong(
            node,
            file,
            key,
            "IMPOSSIBLE-DATE",
            "no such period",
            found=shown(value),
            expected="2024, 2024-03, 2024-01/2024-06, ../2024-03 or 2010/..",
            fix="write a period that the calendar has",
        )
    if name == "unit" and not known_unit(value):
        near = nearest(value, known_units())
        raise wrong(
            node,
            file,
            key,
            "UNKNOWN-UNIT",
            "no rule knows this unit",
            found=shown(value),
            expected="a unit of generator/rules/units.yml",
            fix=f"write {near}, or add the unit there" if near else "add the unit there",
        )


def _text(node: Node, form: FieldForm, file: str, key: str) -> str:
    return text_value(node, file, key)


def _choice(node: Node, form: FieldForm, file: str, key: str) -> str:
    text = text_value(node, file, key)
    if text not in form.choices:
        near = nearest(text, form.choices)
        raise wrong(
            node,
            file,
            key,
            "UNKNOWN-WORD",
            f"{form.name} is none of the model's words",
            found=shown(text),
            expected="one of " + ", ".join(form.choices),
            fix=f"write {near}" if near else "take one of these",
        )
    return text


def _value(node: Node, form: FieldForm, file: str, key: str) -> Any:
    if not isinstance(node, Items):
        return _number(node, form, file, key)
    numbers = [_number(item, form, file, key) for item in node.items]
    ends = [number for number in numbers if number is not None]
    if len(numbers) != 2 or len(ends) != 2 or ends[0] > ends[1]:
        raise wrong(
            node,
            file,
            key,
            "WRONG-TYPE",
            f"{form.name} is no range",
            found=shown(numbers),
            expected=form.type.value,
            fix="write the lower number, then the higher one",
        )
    return tuple(ends)


def _number(node: Node, form: FieldForm, file: str, key: str) -> int | float | None:
    if isinstance(node, Scalar) and node.value is None and not node.quoted:
        return None
    if isinstance(node, Scalar) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return node.value
    raise _type(node, file, key, form.type, "write digits only; the unit has a field of its own")


def _integer(node: Node, form: FieldForm, file: str, key: str) -> int | None:
    number = _number(node, form, file, key)
    if isinstance(number, float):
        raise _type(node, file, key, form.type, "write a whole number")
    return number


def _texts(node: Node, form: FieldForm, file: str, key: str) -> tuple[str, ...]:
    if not isinstance(node, Items):
        raise _type(node, file, key, form.type, "write it as [one, another]")
    return tuple(text_value(item, file, key) for item in node.items)


READERS: dict[FieldType, Callable[[Node, FieldForm, str, str], Any]] = {
    FieldType.TEXT: _text,
    FieldType.CHOICE: _choice,
    FieldType.VALUE: _value,
    FieldType.NUMBER: _number,
    FieldType.INTEGER: _integer,
    FieldType.TEXTS: _texts,
}


def _type(node: Node, file: str, key: str, expected: FieldType, fix: str) -> WrongValueError:
    return wrong(
        node,
        file,
        key,
        "WRONG-TYPE",
        f"{key.rpartition('.')[2]} has the wrong type",
        found=kind_name(node),
        expected=expected.value,
        fix=fix,
    )
