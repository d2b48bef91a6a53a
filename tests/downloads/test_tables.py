"""CSV and JSON: what a row holds, and that no text of a source breaks a table or runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import downloads
from generator.downloads.tables import CSV_TABLES, cell, text_of
from generator.model import Action, Override, Published
from tests.pages.small_archive import archive, north_facts
from tests.pages.test_escape import HOSTILE
from tests.pages.test_hostile import poisoned

FACTS = CSV_TABLES["facts"]


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def test_a_row_has_its_fact_its_proof_and_its_source() -> None:
    made = downloads.render(archive())
    row = rows(made["download/facts.csv"])[1]
    assert {name: value for name, value in row.items() if value} == {
        "id": "m-0000000001",
        "kind": "metric",
        "zone": "北原高新区",
        "statement": "地区生产总值 约 120 亿元，增长 8%（2023年）",
        "indicator": "地区生产总值",
        "value": "120",
        "unit": "亿元",
        "qualifier": "about",
        "period": "2023",
        "change": "8",
        "status": "actual",
        "evidence": "地区生产总值约120亿元，同比增长8%",
        "sentence": "北原高新区位于河北省，2023年实现地区生产总值约120亿元，同比增长8%。",
        "doc": "north.txt",
        "source_title": "北原高新区去年交卷",
        "source_publisher": "北原日报",
        "source_date": "2024-01-15",
        "source_url": "https://news.example/a?b=1&c=2",
        "start": "28",
        "end": "47",
        "page": "zones/beiyuan-gaoxinqu/#m-0000000001",
        "rule": "test",
        "chosen": "true",
    }


def test_a_row_has_the_trail_of_its_correction() -> None:
    fact = north_facts()[1]
    override = Override(
        fact=fact.id, action=Action.CORRECT, expect=(("value", 120),), set=(("value", 121.5),),
        reason="见公报", by="编辑", date="2024-02-01", file="seeds/overrides/北原高新区.yml", line=3,
    )  # fmt: skip
    corrected = replace(fact, content=replace(fact.content, value=121.5))
    made = downloads.render(archive(Published(fact=corrected, override=override, machine=fact)))
    [row] = [row for row in rows(made["download/zones/beiyuan-gaoxinqu.csv"]) if row["id"] == fact.id]
    assert row["value"] == "121.5"
    assert {name: row[name] for name in row if name.startswith("override")} == {
        "override_action": "correct",
        "override_reason": "见公报",
        "override_by": "编辑",
        "override_date": "2024-02-01",
        "override_file": "seeds/overrides/北原高新区.yml",
        "override_line": "3",
        "override_set": '{"value": 121.5}',
    }
    assert json.loads(row["machine"])["value"] == 120
    [entry] = json.loads(made["download/zones/beiyuan-gaoxinqu.json"])["rows"]
    assert entry["override"]["expect"] == {"value": 120}
    assert entry["machine"]["value"] == 120
    assert entry["evidence"] == fact.evidence


def test_a_comparison_has_its_common_unit_and_the_rows_of_its_facts() -> None:
    made = downloads.render(archive())
    found = rows(made["download/comparisons.csv"])
    domestic = [row for row in found if row["comparison"] == "地区生产总值"]
    assert [(row["zone"], row["common_value"], row["common_unit"], row["unit"], row["ranked"]) for row in domestic] == [
        ("南湾经开区", "850", "亿元", "万元", "true"),
        ("北原高新区", "200", "亿元", "亿元", "false"),
        ("北原高新区", "120", "亿元", "亿元", "true"),
    ]
    assert all(row["evidence"] and row["doc"] and row["id"] for row in domestic)
    assert len(json.loads(made["download/comparisons.json"])["rows"]) == len(found)


def test_there_is_a_file_of_each_kind_for_everything_each_zone_and_each_comparison() -> None:
    made = downloads.render(archive())
    assert sorted(made) == [
        "download/.names.json",
        "download/comparisons.csv",
        "download/comparisons.json",
        "download/comparisons/di-qu-sheng-chan-zong-zhi.csv",
        "download/comparisons/di-qu-sheng-chan-zong-zhi.json",
        "download/datapackage.json",
        "download/facts.csv",
        "download/facts.json",
        "download/feed.atom",
        "download/index.md",
        "download/side-by-side/index.js",
        "download/side-by-side/zones/beiyuan-gaoxinqu.js",
        "download/side-by-side/zones/nanwan-jingkaiqu.js",
        "download/sources.csv",
        "download/timeline/0.js",
        "download/timeline/index.js",
        "download/zones.csv",
        "download/zones/beiyuan-gaoxinqu.atom",
        "download/zones/beiyuan-gaoxinqu.csv",
        "download/zones/beiyuan-gaoxinqu.json",
        "download/zones/nanwan-jingkaiqu.atom",
        "download/zones/nanwan-jingkaiqu.csv",
        "download/zones/nanwan-jingkaiqu.json",
    ]


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("=1+1", "string", "'=1+1"),
        ("+86", "string", "'+86"),
        ("-3", "string", "'-3"),
        ("@SUM(A1)", "string", "'@SUM(A1)"),
        (" =1", "string", "' =1"),
        ("＝1+1", "string", "'＝1+1"),
        ("\t=1", "string", "'\t=1"),
        ("\r\n", "string", "'\r\n"),
        ("甲=乙", "string", "甲=乙"),
        ("'甲", "string", "'甲"),
        ("甲\x00乙\ud800", "string", "甲\ufffd乙\ufffd"),
        (["=甲", "乙"], "string", "'=甲；乙"),
        ([], "string", ""),
        (None, "number", ""),
        (-3.5, "number", "-3.5"),
        (1e21, "number", "1000000000000000000000"),
        (0.1, "number", "0.1"),
        (7, "integer", "7"),
        (False, "boolean", "false"),
    ],
)
def test_cells(value: object, kind: str, shown: str) -> None:
    assert cell(value, kind) == shown


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_from_csv_and_starts_no_formula(text: str) -> None:
    table = CSV_TABLES["sources"]
    made = text_of(table, [{"doc": text, "title": "after", "facts": 1}])
    made.encode("utf-8")
    [row] = rows(made)
    assert row["title"] == "after"
    assert row["doc"][:1] not in set("=+-@\t\r\n＝＋－＠")
    assert row["doc"].removeprefix("'") == cell(text, "string").removeprefix("'")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    made = downloads.render(poisoned(text))
    calm = downloads.render(poisoned("寻常的字"))
    for path in made:
        made[path].encode("utf-8")
        if path.endswith(".csv"):
            assert len(rows(made[path])) == len(rows(calm[path])), path
        if path.endswith(".json") and path.count("/") > 1:
            assert len(json.loads(made[path])["rows"]) == len(json.loads(calm[path])["rows"]), path


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert downloads.render(archive()) == downloads.render(archive())
    assert list(downloads.render(archive())) == sorted(downloads.render(archive()))
