from pathlib import Path

import pytest
import yaml

from generator.indicators import canonical, indicators, known_ending
from generator.rules import load

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "indicator.yml").read_text(encoding="utf-8"))
TOPICS = {"经济规模", "产业", "企业", "创新", "人才", "投资", "开放", "空间"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"] or "empty")
def test_canonical(case: dict) -> None:
    entry = canonical(case["name"])
    assert (entry.name if entry else "") == case["canonical"]


def test_every_name_means_one_indicator() -> None:
    names = [name for entry in indicators() for name in (entry.name, *entry.synonyms)]
    assert len(names) == len(set(names))


def test_what_must_not_be_compared_is_known_and_no_synonym() -> None:
    names = {entry.name for entry in indicators()}
    for entry in indicators():
        assert set(entry.not_with) <= names - {entry.name}
        assert not set(entry.not_with) & set(entry.synonyms)


def test_topics_and_families_are_those_of_the_rules() -> None:
    families = set(load("units")["families"]) | {""}
    assert {entry.topic for entry in indicators()} <= TOPICS
    assert {entry.family for entry in indicators()} <= families


def test_the_longest_known_name_before_a_place() -> None:
    text = "全区规上工业总产值"
    assert known_ending(text, len(text)) == 2
    assert known_ending("天气很好", 4) == 4
