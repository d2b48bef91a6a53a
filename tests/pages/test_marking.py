from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.marking import Piece, pieces, place


@pytest.mark.parametrize(
    ("sentence", "evidence", "marked"),
    [
        ("园区集聚企业36家。", "企业36家", "企业36家"),
        ("园区集聚企业36家。", "園區(qū)集聚企業(yè)", "园区集聚企业"),
        ("园区集聚企业36家。", "园区集\n聚企业", "园区集聚企业"),
        ("园区 集聚 企业36家。", "集聚企业36", "集聚 企业36"),
        ("嘉禾(苏州)公司落户。", "嘉禾(蘇州)公司", "嘉禾(苏州)公司"),
        ("园区集聚企业36家。", "别处的字", None),
        ("园区集聚企业36家。", "", None),
        ("", "企业", None),
    ],
)
def test_the_sources_words_are_found_in_the_cleaned_sentence(sentence: str, evidence: str, marked: str | None) -> None:
    found = place(sentence, evidence)
    assert (sentence[slice(*found)] if found else None) == marked


def test_overlapping_marks_become_one() -> None:
    assert pieces("甲乙丙丁戊", [(1, 3), (2, 4)]) == (Piece("甲", False), Piece("乙丙丁", True), Piece("戊", False))


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple), max_size=5)
)
def test_no_character_is_lost_or_doubled(sentence: str, places: list[tuple[int, int]]) -> None:
    inside = [(start, end) for start, end in places if start < end <= len(sentence)]
    cut = pieces(sentence, inside)
    assert "".join(piece.text for piece in cut) == sentence
    assert all(piece.text for piece in cut)


@given(st.text(max_size=40), st.text(max_size=10))
def test_what_is_found_lies_in_the_sentence(sentence: str, evidence: str) -> None:
    found = place(sentence, evidence)
    assert found is None or 0 <= found[0] < found[1] <= len(sentence)
