"""Paragraphs to sentences: at their stops, and no sentence longer than prose can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mapped import MappedText
from generator.sentences import LONGEST, split


def texts(paragraph):
    return [sentence.text for sentence in split(MappedText.of(paragraph))]


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("园区开园。企业来了！", ["园区开园。", "企业来了！"]),
        ("“园区开园。”他说。", ["“园区开园。”", "他说。"]),
        (" 园区开园…… 没有句号", ["园区开园……", "没有句号"]),
        ("增长3.5%；下降2%", ["增长3.5%；", "下降2%"]),
        ("   ", []),
        ("", []),
    ],
)
def test_sentences_end_at_their_stops(paragraph, sentences):
    assert texts(paragraph) == sentences


@pytest.mark.parametrize(
    ("piece", "ends"),
    [
        ("产值1,634.21亿元，", "，"),
        ("at 09:30 ", "0"),
        ("引进12家", "引进"),
        ("Kunshan2023园", "园"),
    ],
)
def test_what_is_too_long_is_cut_where_no_word_is_cut(piece, ends):
    found = texts(piece * (5 * LONGEST // len(piece)))
    assert len(found) > 4
    assert all(len(sentence) <= LONGEST for sentence in found)
    assert all(sentence.endswith(ends) for sentence in found[:-1])


def test_what_has_no_place_to_cut_is_cut_all_the_same():
    assert [len(sentence) for sentence in texts("字" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]


@given(st.text(alphabet="，。 1,:字a\n”", max_size=60).map(lambda text: text * 50))
def test_nothing_is_lost_but_white_space(paragraph):
    assert "".join("".join(texts(paragraph)).split()) == "".join(paragraph.split())
