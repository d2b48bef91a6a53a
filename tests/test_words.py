"""Words with tags: the segmenter behind one door."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.words import between, known, words


@settings(deadline=None)
@given(st.text(max_size=60))
def test_words_joined_are_the_text_again(text):
    found = words(text)
    assert "".join(word.text for word in found) == text
    assert all(text[word.start : word.end] == word.text for word in found)


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("当地的算力很强", "算力", "n"),
        ("附近有产业园", "产业园", "n"),
        ("融入长三角一体化", "长三角", "ns"),
        ("继续引培企业", "引培", "v"),
    ],
)
def test_words_of_the_field_hold_together(text, word, tag):
    assert (word, tag) in [(one.text, one.tag) for one in words(text)]


def test_between_gives_whole_words_only():
    found = words("苏州的研究院")
    assert [word.text for word in between(found, 2, 6)] == ["的", "研究院"]
    assert [word.text for word in between(found, 1, 5)] == ["的"]


def test_a_guessed_word_is_not_known():
    assert known("研究院")
    assert not known("麦垛")


@settings(deadline=None)
@given(st.text(alphabet="潍淄岷沱岐麟翎曜晟，、", min_size=2, max_size=12))
def test_a_guessed_word_of_several_characters_is_never_taken_for_a_mark(text):
    assert not [word for word in words(text) if word.tag == "x" and len(word.text) > 1 and word.text.isalpha()]
