"""The JSON Schemas of what people write, made from the model, for editors that complete and check while typing."""

from __future__ import annotations

import json
from typing import Any

from generator.facts import PREFIXES
from generator.ingest.sidecar import KEYS
from generator.model import Action, Kind
from generator.overrides.form import ADDED_KEYS, FILE_KEYS, MERGE_KEYS, REQUIRED, FieldForm, FieldType, fields_of

SCHEMA = "assets/schema/override.json"
"""Where the schema of override files lies, relative to docs/."""
ARTICLE_SCHEMA = "assets/schema/article.json"
"""Where the schema of articles' metadata lies, relative to docs/."""
FIRST_LINE = f"# yaml-language-server: $schema=../../docs/{SCHEMA}\n"
"""The first line of override files, by which editors find the schema."""
ARTICLE_LINE = f"# yaml-language-server: $schema=../../docs/{ARTICLE_SCHEMA}\n"
"""The same of articles' metadata."""
DRAFT = "https://json-schema.org/draft/2020-12/schema"
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


ARTICLE: dict[str, dict[str, Any]] = {
    "title": {"type": ["string", "number"], "description": "标题"},
    "publisher": {"type": "string", "description": "哪家报纸、网站或机构发表"},
    "date": {
        "type": ["string", "integer"],
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        "description": "发表的日期，知道多少写多少：2024、2024-03 或 2024-03-01",
    },
    "url": {"type": "string", "pattern": "^https?://", "description": "原文的网址"},
    "author": {"type": "string", "description": "作者，多人用顿号隔开"},
    "exclude": {"type": "string", "minLength": 1, "description": "不采用这篇文章的理由；写了就不采用"},
}


def schema_files() -> dict[str, str]:
    """The schemas as JSON by their places relative to docs/, the same bytes for the same model."""
    return {place: _text(found) for place, found in ((SCHEMA, schema()), (ARTICLE_SCHEMA, article_schema()))}


def schema_text() -> str:
    """The schema of override files as JSON."""
    return _text(schema())


def _text(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def article_schema() -> dict[str, Any]:
    """The schema of articles' metadata as a mapping (JSON Schema draft 2020-12)."""
    return {
        "$schema": DRAFT,
        "title": "seeds/articles/<article>.yml",
        **_closed({key: ARTICLE[key] for key in KEYS}, ()),
    }


def schema() -> dict[str, Any]:
    """The schema of override files as a mapping (JSON Schema draft 2020-12)."""
    file: dict[str, dict[str, Any]] = {
        "zone": FILLED,
        "aliases": {"type": "array", "items": FILLED},
        "merge": {"type": "array", "items": _closed({"zone": FILLED, **_signed()}, MERGE_KEYS)},
        "note": TEXT,
        "overrides": {"type": ["array", "null"], "items": {"oneOf": _entries()}},
    }
    return {
        "$schema": DRAFT,
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
