from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mapped import MappedText, join
from generator.model import Span


def test_source():
    mapped = join([MappedText.of("创", 0), MappedText.of("新区", 9)])
    assert mapped.text == "创新区"
    assert mapped.source(0, 2) == Span(0, 10)
    assert mapped.source(1, 3) == Span(9, 11)


def test_source_of_joined_columns_spans_both():
    mapped = join([MappedText.of("后", 50), MappedText.of("前", 3)])
    assert mapped.source(0, 2) == Span(3, 51)


@pytest.mark.parametrize(("start", "end"), [(1, 1), (-1, 1), (0, 3), (2, 1)])
def test_no_text_no_source(start, end):
    with pytest.raises(ValueError, match=rf"^no text at {start}:{end}$"):
        MappedText.of("园区").source(start, end)


def test_lengths_must_agree():
    with pytest.raises(ValueError, match=r"^a mapped text needs one source span for each character$"):
        MappedText("园区", array("I", [0]), array("I", [1]))


def test_at_maps_all_to_one_place():
    mapped = MappedText.at("海》", Span(4, 9))
    assert mapped.source(0, 1) == mapped.source(1, 2) == Span(4, 9)


def test_strip_and_without():
    mapped = MappedText.of("  园(a)区 ").strip()
    assert (mapped.text, mapped.starts[0]) == ("园(a)区", 2)
    shorter = mapped.without([(1, 4)])
    assert (shorter.text, list(shorter.starts)) == ("园区", [2, 6])
    assert MappedText.of("  ").strip().text == ""


def test_keep_and_recast():
    mapped = MappedText.of("甲乙丙").keep([2, 0])
    assert (mapped.text, list(mapped.starts)) == ("丙甲", [2, 0])
    assert mapped.recast("丁戊").source(0, 1) == Span(2, 3)


@given(st.text(max_size=40), st.data())
def test_what_is_cut_stands_where_it_says(text, data):
    mapped = MappedText.of(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = mapped.cut(start, end)
    assert all(text[a:b] == character for character, a, b in zip(part.text, part.starts, part.ends, strict=True))
    rest = mapped.without([(start, end)])
    assert rest.text == text[:start] + text[end:]
    assert join([mapped.cut(0, start), mapped.cut(end, len(text))]) == rest
