"""Names of files that make trouble elsewhere: each article is read, and has a page of its own inside the site."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cli import main
from generator.store import read_sources
from tests.faults.killing import project, put

TEXT = "2023年，凤山高新区规上工业产值达到{}亿元，同比增长8.5%。\n"
LONGEST = 255
"""Bytes of a file's name on most file systems."""
NAMES = [
    "a b  c",
    " 前后有空格 ",
    "园区 新闻（一）",
    "行\n行",
    "\t",
    "-rf",
    "--root=x",
    "a..b",
    "a..",
    "index",
    "Index",
    "con",
    "%2e%2e%2f",
    "a#b?c&d=e",
    "a'b\"c`d",
    "$(touch x)",
    "{{ 7 * 7 }}",
    "<script>alert(1)</script>".replace("/", ""),
    "甲\u202e乙",
    "e\u0301",
    "\u00e9",
    "😀",
    "x" * (LONGEST - len(".txt")),
    "字" * ((LONGEST - len(".txt")) // 3),
]


def build(folder: Path) -> int:
    return main(["build", "--root", str(folder)])


def test_every_article_is_read_and_has_a_page_of_its_own(tmp_path: Path) -> None:
    where = project(tmp_path / "project")
    put(where, {name: TEXT.format(number + 1) for number, name in enumerate(NAMES)})
    before = {path for path in tmp_path.rglob("*") if "project" not in path.relative_to(tmp_path).parts[:1]}
    assert build(where) == 0
    sources = read_sources(where / "docs" / "data")
    assert {source.article.doc for source in sources} == {f"{name}.txt" for name in NAMES}
    assert all(source.facts for source in sources)
    pages = [path for path in (where / "docs" / "sources").glob("*.md") if path.name != "index.md"]
    assert len({path.name.lower() for path in pages}) == len(NAMES)
    assert {path for path in tmp_path.rglob("*") if "project" not in path.relative_to(tmp_path).parts[:1]} == before
    assert build(where) == 0


def test_links_that_lead_outside_are_left_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(TEXT.format(777), encoding="utf-8")
    where = project(tmp_path / "project")
    put(where, {"a": TEXT.format(1)})
    seeds = where / "seeds" / "articles"
    (seeds / "file.txt").symlink_to(outside / "secret.txt")
    (seeds / "folder").symlink_to(outside)
    (seeds / "round").symlink_to(seeds)
    (seeds / "inside.txt").symlink_to(seeds / "a.txt")
    assert build(where) == 0
    assert {source.article.doc for source in read_sources(where / "docs" / "data")} == {"a.txt", "inside.txt"}


def test_a_folder_of_pages_that_is_a_link_is_not_written_through(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    where = project(tmp_path / "project")
    put(where, {"a": TEXT.format(1)})
    (where / "docs").mkdir()
    (where / "docs" / "sources").symlink_to(outside)
    assert build(where) == 1
    assert "docs/sources/a.md: PAGE-IN-THE-WAY: " in capsys.readouterr().err
    assert list(outside.iterdir()) == []


def test_a_name_that_is_not_utf8_is_told_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = project(tmp_path / "project")
    put(where, {"a": TEXT.format(1)})
    (where / "seeds" / "articles" / os.fsdecode(b"\xff\xfe.txt")).write_text(TEXT.format(2), encoding="utf-8")
    assert build(where) == 1
    told = capsys.readouterr().err
    assert "FILE-NAME: the file's name is not UTF-8, so no fact can name its source. Fix: rename the file" in told
    assert "1 of 2 articles read" in told
