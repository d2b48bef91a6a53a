"""The JSON Schema of override files, made from the model, for editors that complete and check while typing."""

from __future__ import annotations

import json
from typing import Any

from generator.facts import PREFIXES
from generator.model import Action, Kind
from generator.overrides.form import ADDED_KEYS, FILE_KEYS, MERGE_KEYS, REQUIRED, FieldForm, FieldType, fields_of

SCHEMA = "assets/schema/override.json"
"""Where the schema lies, relative to docs/."""
FIRST_LINE = f"# yaml-language-server: $schema=../../docs/{SCHEMA}\n"
"""The first line of override files, by which editors find the schema."""
TEXT = {"type": "string"}
FILLED = {"type": "string", "minLength": 1}
DATE = {"type": ["string", "integer"], "description": "2024, 2024-03 或 2024-03-01"}
DAY = {"type": "string", "format": "date"}
TYPES: dict[FieldType, dict[str, Any]] = {
    FieldType.TEXT: TEXT,
    FieldType.NUMBER: {"type": ["number", "null"]},
    FieldType.INTEGER: {"type": ["integer", "null"]},
    FieldType.TEXTS: {"type": "array", "items": TEXT},
    FieldType.VALUE: {
        "oneOf": [
            {"type": ["number", "null"]},
            {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        ]
    },
}
DESCRIPTIONS = {
    "zone": "开发区的名称，与文件名相同",
    "aliases": "别名",
    "merge": "其实是同一个区的其他名称",
    "note": "编者的话，Markdown",
    "overrides": "更正，一条一项",
    "fact": "事实编号，见页面",
    "action": "correct 更正、reject 删去、confirm 确认、add 补充",
    "expect": "写这条更正时机器的读法",
    "set": "正确的内容",
    "reason": "理由",
    "by": "何人",
    "date": "何日",
}


def schema_text() -> str:
    """The schema as JSON, the same bytes for the same model."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The schema as a mapping (JSON Schema draft 2020-12)."""
    file: dict[str, dict[str, Any]] = {
        "zone": FILLED,
        "aliases": {"type": "array", "items": FILLED},
        "merge": {"type": "array", "items": _closed({"zone": FILLED, **_signed()}, MERGE_KEYS)},
        "note": TEXT,
        "overrides": {"type": ["array", "null"], "items": {"oneOf": _entries()}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "seeds/overrides/<zone>.yml",
        **_closed({key: _described(key, file[key]) for key in FILE_KEYS}, ("zone",)),
    }


def _entries() -> list[dict[str, Any]]:
    found = [_entry(action, kind) for kind in Kind for action in (Action.CORRECT, Action.CONFIRM, Action.ADD)]
    return [*found, _rejection()]


def _entry(action: Action, kind: Kind) -> dict[str, Any]:
    forms = fields_of(kind)
    fields = {name: _field(form) for name, form in forms.items()}
    fact = {"type": "string", "pattern": f"^{PREFIXES[kind]}-[0-9a-z]{{4,32}}$"}
    body: dict[str, Any] = {"fact": fact, "action": {"const": action.value}}
    if action is Action.ADD:
        required = ("kind", *(form.name for form in forms.values() if form.required))
        extra = {name: {"const": kind.value} if name == "kind" else FILLED for name in ADDED_KEYS}
        proof = {"oneOf": [{"required": ["doc", "evidence"]}, {"required": ["source"]}]}
        body["set"] = _closed(fields | extra, required) | proof
    else:
        body["expect"] = _closed(fields, ()) | {"minProperties": 1}
        if action is Action.CORRECT:
            body["set"] = _closed(fields, ()) | {"minProperties": 1}
    body |= _signed()
    return _closed({key: _described(key, value) for key, value in body.items()}, ("action", *REQUIRED[action]))


def _rejection() -> dict[str, Any]:
    fact = {"type": "string", "pattern": "^[a-z]-[0-9a-z]{4,32}$"}
    body = {"fact": fact, "action": {"const": Action.REJECT.value}, "expect": {"type": "object"}, **_signed()}
    return _closed({key: _described(key, value) for key, value in body.items()}, ("action", *REQUIRED[Action.REJECT]))


def _field(form: FieldForm) -> dict[str, Any]:
    if form.choices:
        return {"enum": list(form.choices)}
    return DATE if form.name in ("date", "period") else TYPES[form.type]


def _signed() -> dict[str, Any]:
    return {"reason": FILLED, "by": FILLED, "date": DAY}


def _described(key: str, schema: dict[str, Any]) -> dict[str, Any]:
    return schema | {"description": DESCRIPTIONS[key]} if key in DESCRIPTIONS else schema


def _closed(properties: dict[str, Any], required: tuple[str, ...]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(required),
        "additionalProperties": False,
    }
