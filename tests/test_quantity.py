from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Qualifier
from generator.quantity import base_value, family, find_quantities
from generator.quantity.numerals import from_chinese, from_digits, tidy

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "quantity.yml").read_text(encoding="utf-8"))
PIECES = (
    "约",
    "近",
    "超",
    "不足",
    "第",
    "数",
    "12",
    "3.5",
    "1,200",
    "三",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "余",
    "多",
    "成",
    "半",
)
ENDS = (
    "家",
    "元",
    "%",
    "个百分点",
    "平方米",
    "年",
    "级",
    "以上",
    "左右",
    "、",
    "和",
    "至",
    "—",
    "分之",
    "倍",
    "番",
    "，",
    "A",
    " ",
)


def found(text: str) -> list[list[object]]:
    return [
        [text[q.start : q.end], list(q.value) if isinstance(q.value, tuple) else q.value, q.unit, q.qualifier]
        for q in find_quantities(text)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_quantity(case: dict) -> None:
    assert found(case["text"]) == case["want"]


def test_a_number_stands_apart_from_its_qualifier_and_unit() -> None:
    text = "今年新增岗位超过1.2万余个。"
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == "超过1.2万余个"
    assert text[quantity.number_start : quantity.number_end] == "1.2万"


def test_full_width_digits_read_as_half_width_ones() -> None:
    assert found("税收９．６亿元，占３８．９％") == [["９．６亿元", 9.6, "亿元", "="], ["３８．９％", 38.9, "%", "="]]


@given(st.lists(st.sampled_from(PIECES + ENDS), max_size=24).map("".join) | st.text(max_size=60))
def test_any_text_gives_quantities_in_order_inside_it_and_apart(text: str) -> None:
    position = 0
    for quantity in find_quantities(text):
        assert position <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end <= len(text)
        assert quantity.qualifier in set(Qualifier)
        position = quantity.end


@pytest.mark.parametrize("text", ["1" * 200_000, "(" * 200_000, "1," * 100_000, "三千" * 100_000, "近半" * 50_000])
def test_hostile_text_ends(text: str) -> None:
    assert all(quantity.end <= len(text) for quantity in find_quantities(text))


def test_ten_thousand_numbers_in_one_sentence_are_all_read() -> None:
    assert len(find_quantities("引进企业12家，" * 10_000)) == 10_000


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("十二", 12), ("二十", 20), ("一百零八", 108), ("三千五", 3500), ("两万五千", 25000), ("百", 100)],
)
def test_chinese_numerals(text: str, value: int) -> None:
    assert from_chinese(text) == value


@pytest.mark.parametrize("text", ["", "三四", "百千", "千百", "零"])
def test_what_is_no_one_numeral(text: str) -> None:
    assert from_chinese(text) is None


@pytest.mark.parametrize(("text", "value"), [("1,200", 1200), ("0.5", 0.5), ("007", None), ("9" * 16, None)])
def test_written_digits(text: str, value: float | None) -> None:
    assert from_digits(text) == value


def test_computed_numbers_are_tidy() -> None:
    assert tidy(0.1 + 0.2) == 0.3
    assert repr(tidy(200.0)) == "200"


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [(9, "万平方米", (90_000, "平方米")), (2, "平方公里", (2_000_000, "平方米")), (1.5, "亿元", (150_000_000, "元"))],
)
def test_values_convert_to_the_base_of_their_family(value: float, unit: str, base: tuple[float, str]) -> None:
    assert base_value(value, unit) == base


@pytest.mark.parametrize(
    ("unit", "name"), [("万家", "count"), ("亿美元", "dollar"), ("万人次", "visits"), ("%", "share"), ("光年", "")]
)
def test_units_have_families(unit: str, name: str) -> None:
    assert family(unit) == name
