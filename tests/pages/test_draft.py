"""A drafted override is one that the generator takes once a person has filled it in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.facts import PREFIXES
from generator.ingest.sidecar import Sidecar, parse_sidecar
from generator.model import Article, Metric
from generator.overrides import read_folder
from generator.pages.draft import entry, metadata, scalar, whole_file
from tests.pages.small_archive import north_facts
from tests.pages.test_escape import HOSTILE


def filled(text: str) -> str:
    """The draft with what only the editor knows."""
    for line, value in (("reason:", "见公报"), ("by:", "张三"), ("date:", "2024-04-02")):
        text = text.replace(f"    {line}   #", f"    {line} {value}   #")
    return text


@pytest.mark.parametrize("number", range(10))
def test_a_draft_that_is_filled_in_is_read_without_complaint(number: int, tmp_path: Path) -> None:
    bare = north_facts()[number]
    fact = replace(bare, id=f"{PREFIXES[bare.kind]}-000000000{number}")
    path = tmp_path / "北原高新区.yml"
    path.write_text(filled(whole_file("北原高新区", entry(fact))), encoding="utf-8")
    files, problems = read_folder(tmp_path, "seeds/overrides")
    assert problems == []
    override = files[0].entries[0].override
    record = fact.record()
    assert override.fact == fact.id
    assert override.expect == override.set
    assert {name: record[name] for name, _ in override.expect} == dict(override.expect)


def test_a_draft_that_nobody_filled_in_is_complained_of(tmp_path: Path) -> None:
    path = tmp_path / "北原高新区.yml"
    path.write_text(whole_file("北原高新区", entry(north_facts()[1])), encoding="utf-8")
    files, problems = read_folder(tmp_path, "seeds/overrides")
    assert {problem.key for problem in problems} == {"reason", "by", "date"}
    assert files[0].entries == ()


@pytest.mark.parametrize(
    "text", [*HOSTILE, "", "2022", "是: 否", "# 注", "a\u202eb", "\x00\x7f\u2028", "null", "'", '"']
)
def test_any_text_reads_back_as_it_was(text: str) -> None:
    body = scalar(text)
    assert yaml.safe_load(f"{{k: {body}, l: 1}}") == {"k": text, "l": 1}
    assert "\n" not in body


def test_ranges_and_missing_numbers_are_yaml() -> None:
    fact = north_facts()[1]
    assert isinstance(fact.content, Metric)
    ranged = replace(fact, content=replace(fact.content, value=(1, 2.5)))
    assert yaml.safe_load(entry(ranged))[0]["expect"]["value"] == [1, 2.5]
    assert yaml.safe_load(entry(replace(fact, content=replace(fact.content, value=None))))[0]["set"]["value"] is None


def test_metadata_are_drafted_as_notes_that_say_nothing_until_one_is_taken_up() -> None:
    article = Article(doc="a.txt", text="", encoding="utf-8", title="标题: #1", date="2024-03")
    text = metadata(article)
    assert parse_sidecar(text, "a.yml") == Sidecar()
    taken = text.replace("# title:", "title:").replace("# date:", "date:")
    assert parse_sidecar(taken, "a.yml") == Sidecar(title="标题: #1", date="2024-03")
    assert "# publisher:   # 哪家报纸、网站或机构\n" in text
