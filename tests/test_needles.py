"""What a pattern tells of the texts that it matches in."""

import re

import pytest

from generator.needles import MOST, begins_plainly, first_letters, needles


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("签约", {"签约"}),
        ("签约|开工建设", {"签约", "开工建设"}),
        ("(?:正式)?(?:签约|投产)了", {"签约了", "投产了"}),
        ("[与和]企业", {"与企业", "和企业"}),
        ("[^，]{2,9}(?:公司|集团)", {"公司", "集团"}),
        ("(?=获评|入选).{2,4}名单", {"名单"}),
        ("位于[^，]*", {"位于"}),
        ("(?:园区){2}", {"园区"}),
        ("(?<=新)区(?!域)", {"区"}),
        ("批准|批", {"批"}),
    ],
)
def test_one_of_the_words_is_in_every_match(pattern: str, words: set[str]) -> None:
    assert needles(re.compile(pattern)) == words


@pytest.mark.parametrize("pattern", ["[^，]+", ".", "(?:公司)?", "公司|", "(?:公司)*园?", r"\d+", "(?i)gdp", "^$"])
def test_some_patterns_tell_of_no_words(pattern: str) -> None:
    assert needles(re.compile(pattern)) is None


def test_of_two_words_that_must_stand_the_rarer_is_told() -> None:
    assert needles(re.compile("以.{2,9}为主导产业")) == {"为主导产业"}


def test_too_many_words_are_told_by_their_parts() -> None:
    found = needles(re.compile("[0-9][0-9][0-9][0-9][0-9]号"))
    assert found is not None
    assert len(found) <= MOST
    assert "20号" in found


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("签约|开工", "签开"),
        ("(?:再|又)?投资", "再又投"),
        ("(?=成立|创办).*", "成创"),
        ("(?<!不)(?:足|满)", "足满"),
        ("[0-2]月", "012"),
        ("(?:甲|[乙丙])+丁", "甲乙丙"),
    ],
)
def test_a_match_begins_with_one_of_the_letters(pattern: str, letters: str) -> None:
    assert first_letters(re.compile(pattern)) == set(letters)


@pytest.mark.parametrize("pattern", ["[^，]园", ".园", "(?:园)?", "$", r"\w园", "(?i)gdp"])
def test_some_matches_begin_with_anything(pattern: str) -> None:
    assert first_letters(re.compile(pattern)) is None


@pytest.mark.parametrize(
    ("pattern", "plainly"), [("园", True), ("[园区]", True), ("园|区", True), ("(?:园)?区", False)]
)
def test_the_engine_itself_looks_for_a_plain_beginning(pattern: str, plainly: bool) -> None:
    assert begins_plainly(re.compile(pattern)) is plainly
