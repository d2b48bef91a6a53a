"""What in a file of rules is not of its form, as the validator finds it, told with its place and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from generator.problems import Problem, nearest, shown
from generator.rulebook.file import RuleFile
from generator.yamlnodes import Items, Node, Scalar, kind_name, plain_value

TYPES = {
    "string": "a text",
    "array": "a list",
    "object": "a mapping",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def check_form(rules: RuleFile, form: Mapping[str, Any]) -> Iterator[Problem]:
    """What in a file is not of its form."""
    validator = Draft202012Validator(form, format_checker=FormatChecker())
    for error in sorted(
        validator.iter_errors(rules.data), key=lambda error: [str(step) for step in error.absolute_path]
    ):
        yield from WRONG.get(str(error.validator), _other)(rules, error)


def _extra(rules: RuleFile, error: ValidationError) -> Iterator[Problem]:
    form: Any = error.schema
    known = tuple(form["properties"])
    path = tuple(error.absolute_path)
    said: Any = error.instance
    for name in said:
        key = rules.key(path, str(name))
        if name not in known and key is not None and not _named_in_code(str(name)):
            near = nearest(key.text, known)
            yield rules.problem(
                "UNKNOWN-KEY",
                f"{_where(path)} has no key {shown(key.text)}",
                key,
                key.text,
                expected="one of " + ", ".join(known),
                fix=f"write {near}" if near else "remove it, or declare it in generator/rulebook/forms.py",
            )


def _named_in_code(key: str) -> bool:
    """Whether the generator's code names this key in quotes, so that somebody reads it though no form has it yet."""
    return any(f"{quote}{key}{quote}" in _code() for quote in "\"'")


@cache
def _code() -> str:
    own = Path(__file__).parent
    files = (path for path in sorted(own.parent.rglob("*.py")) if path.parent != own)
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def _missing(rules: RuleFile, error: ValidationError) -> Iterator[Problem]:
    """One of the keys that are not there; each has an error of its own, whose message begins with the key."""
    path = tuple(error.absolute_path)
    name = error.message.split("'")[1]
    yield rules.problem(
        "MISSING-KEY",
        f"{_where(path)} needs {name}",
        rules.at(path),
        name,
        expected=name,
        fix=f"add the line `{name}: …`",
    )


def _type(rules: RuleFile, error: ValidationError) -> Iterator[Problem]:
    node = rules.at(error.absolute_path)
    expected: Any = error.validator_value
    names = [TYPES[name] for name in ([expected] if isinstance(expected, str) else expected)]
    yield rules.problem(
        "WRONG-TYPE",
        f"{_where(error.absolute_path)} has the wrong type",
        node,
        _key(error),
        found=kind_name(node) if node else "",
        expected=" or ".join(names),
        fix="put it in quotes" if names == ["a text"] and isinstance(node, Scalar) else f"write {' or '.join(names)}",
    )


def _choice(rules: RuleFile, error: ValidationError) -> Iterator[Problem]:
    listed: Any = error.validator_value
    words = [str(word) for word in listed]
    path = tuple(error.absolute_path)
    node: Node | None = rules.at(path)
    if "propertyNames" in error.absolute_schema_path:
        node = rules.key(path, str(error.instance))
    near = nearest(str(error.instance), words)
    yield rules.problem(
        "UNKNOWN-WORD",
        f"{_where(path)} does not know this word",
        node,
        _key(error),
        found=shown(error.instance),
        expected="one of " + ", ".join(words),
        fix=f"write {near}" if near else "take one of these",
    )


def _twice(rules: RuleFile, error: ValidationError) -> Iterator[Problem]:
    node = rules.at(error.absolute_path)
    seen: dict[str, Node] = {}
    for item in node.items if isinstance(node, Items) else ():
        text = str(plain_value(item))
        if text in seen:
            yield rules.problem(
                "DUPLICATE-WORD",
                f"{_where(error.absolute_path)} has this word in line {seen[text].line} already",
                item,
                _key(error),
                found=shown(plain_value(item)),
                fix="remove one of them",
            )
        seen.setdefault(text, item)


def _pattern(rules: RuleFile, error: ValidationError) -> Iterator[Problem]:
    yield rules.problem(
        "WRONG-PATTERN",
        f"the pattern does not compile: {error.cause}",
        rules.at(error.absolute_path),
        _key(error),
        found=shown(error.instance),
        expected="a regular expression of Python",
        fix="close its brackets, or write \\ before a mark that stands for itself",
    )


def _empty(rules: RuleFile, error: ValidationError) -> Iterator[Problem]:
    fix = "write a word or remove it"
    yield rules.problem("EMPTY-WORD", "a word is empty", rules.at(error.absolute_path), _key(error), fix=fix)


def _other(rules: RuleFile, error: ValidationError) -> Iterator[Problem]:
    value = error.validator_value
    expected = {
        "minItems": f"at least {value} items",
        "maxItems": f"at most {value} items",
        "pattern": f"text of the form {value}",
    }
    yield rules.problem(
        "WRONG-VALUE",
        f"{_where(error.absolute_path)} is not of its form",
        rules.at(error.absolute_path),
        _key(error),
        found=shown(error.instance),
        expected=expected.get(str(error.validator), f"{error.validator} {value}"),
        fix="write it as its neighbours are written",
    )


WRONG: dict[str, Callable[[RuleFile, ValidationError], Iterator[Problem]]] = {
    "additionalProperties": _extra,
    "required": _missing,
    "type": _type,
    "enum": _choice,
    "uniqueItems": _twice,
    "format": _pattern,
    "minLength": _empty,
}


def _where(path: Iterable[str | int]) -> str:
    """What a path leads to, in the words of messages: indicators.地区生产总值.synonyms."""
    return ".".join(str(step) for step in path if isinstance(step, str)) or "the file"


def _key(error: ValidationError) -> str:
    return next((str(step) for step in reversed(error.absolute_path) if isinstance(step, str)), "")
