import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.model import Action, Kind
from generator.overrides.form import fields_of
from generator.schema import (
    ARTICLE_LINE,
    ARTICLE_SCHEMA,
    FIRST_LINE,
    SCHEMA,
    article_schema,
    schema,
    schema_files,
    schema_text,
)

ROOT = Path(__file__).parent.parent
SIGNED = {"reason": "公告", "by": "bianji", "date": "2024-04-02"}
CORRECT = {"fact": "m-5f2c9a", "action": "correct", "expect": {"value": 6}, "set": {"value": 6.2}, **SIGNED}


def valid(entry: dict[str, Any]) -> bool:
    return bool(Draft202012Validator(schema()).is_valid({"zone": "临水高新区", "overrides": [entry]}))


def test_the_schema_is_a_schema_and_always_the_same():
    Draft202012Validator.check_schema(schema())
    assert schema_text() == schema_text()
    assert json.loads(schema_text()) == schema()


def test_the_published_schemas_are_the_models():
    assert sorted(schema_files()) == [ARTICLE_SCHEMA, SCHEMA]
    for place, text in schema_files().items():
        assert (ROOT / "docs" / place).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("line", "folder", "place"), [(FIRST_LINE, "overrides", SCHEMA), (ARTICLE_LINE, "articles", ARTICLE_SCHEMA)]
)
def test_the_first_line_leads_to_the_schema(line: str, folder: str, place: str):
    named = line.strip().partition("$schema=")[2]
    assert (ROOT / "seeds" / folder / named).resolve() == ROOT / "docs" / place


@pytest.mark.parametrize(
    "entry",
    [
        CORRECT,
        CORRECT | {"set": {"value": [5, 7], "period": "2024", "qualifier": "~"}},
        {"fact": "o-5f2c9a", "action": "reject", **SIGNED},
        {"fact": "d-5f2c9a", "action": "confirm", "expect": {"value": "2010"}, **SIGNED},
        {"action": "add", "set": {"kind": "industry", "name": "光伏", "role": "主导", "source": "公告"}, **SIGNED},
    ],
)
def test_right_entries_are_valid(entry: dict[str, Any]):
    assert valid(entry)


@pytest.mark.parametrize(
    "entry",
    [
        CORRECT | {"comment": "x"},
        CORRECT | {"set": {"valeu": 6}},
        CORRECT | {"set": {"value": "六"}},
        CORRECT | {"set": {}},
        CORRECT | {"fact": "e-5f2c9a"},
        {key: value for key, value in CORRECT.items() if key != "reason"},
        {"fact": "o-5f2c9a", "action": "reject", "set": {"name": "x"}, **SIGNED},
        {"action": "add", "set": {"kind": "industry", "name": "光伏", "source": "公告"}, **SIGNED},
        {"action": "add", "set": {"kind": "industry", "name": "光伏", "role": "主导"}, **SIGNED},
    ],
)
def test_wrong_entries_are_not(entry: dict[str, Any]):
    assert not valid(entry)


def test_every_field_of_every_kind_can_be_set():
    text = schema_text()
    assert all(f'"{name}"' in text for kind in Kind for name in fields_of(kind))
    assert all(f'"const": "{action.value}"' in text for action in Action)


@pytest.mark.parametrize("path", sorted((ROOT / "seeds" / "overrides").glob("*.yml")), ids=lambda path: path.stem)
def test_the_overrides_of_the_seeds_are_valid_and_name_the_schema(path: Path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith(FIRST_LINE)
    Draft202012Validator(schema()).validate(json.loads(json.dumps(yaml.safe_load(text), default=str)))


@pytest.mark.parametrize("path", sorted((ROOT / "seeds" / "articles").glob("*.yml")), ids=lambda path: path.stem)
def test_the_metadata_of_the_seeds_are_valid_and_name_the_schema(path: Path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith(ARTICLE_LINE)
    Draft202012Validator(article_schema()).validate(json.loads(json.dumps(yaml.safe_load(text), default=str)))


@pytest.mark.parametrize(
    "metadata", [{"dat": "2024"}, {"date": "2024-3"}, {"date": True}, {"url": "a.cn"}, {"exclude": ""}, {"title": []}]
)
def test_wrong_metadata_are_not_valid(metadata: dict[str, Any]):
    assert Draft202012Validator(article_schema()).is_valid({})
    assert not Draft202012Validator(article_schema()).is_valid(metadata)
