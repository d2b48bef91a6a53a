from __future__ import annotations

import pytest

from generator.model import Metric, Number, Qualifier, Value
from generator.pages.words import change_words, figure, growth, number, value_text


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "evidence", "shown"),
    [
        (36, "家", Qualifier.EXACT, "集聚企业36家", "36 家"),
        (9, "万平方米", Qualifier.ABOUT, "面积近9万平方米", "近 9 万平方米"),
        (9, "万平方米", Qualifier.ABOUT, "面积9万平方米左右", "9 万平方米左右"),
        (9, "万平方米", Qualifier.ABOUT, "面积九万平方米上下", "约 9 万平方米"),
        (300, "家", Qualifier.OVER, "企业逾300家", "逾 300 家"),
        (300, "家", Qualifier.OVER, "企业300余家", "300余家"),
        (1.2, "万人", Qualifier.OVER, "员工1.2万多人", "1.2万多人"),
        (10, "%", Qualifier.OVER, "占比10%以上", "10%以上"),
        (300, "家", Qualifier.OVER, "企业三百余家", "超 300 家"),
        (5, "天", Qualifier.UNDER, "用时不到5天", "不到 5 天"),
        (5, "天", Qualifier.UNDER, "用时五天以内", "不足 5 天"),
        ((1, 2), "家", Qualifier.EXACT, "上市1至2家", "1—2 家"),
        (7, "", Qualifier.EXACT, "得分7", "7"),
        (None, "", Qualifier.EXACT, "增长8%", "—"),
    ],
)
def test_a_figure_keeps_the_texts_own_word(
    value: Value, unit: str, qualifier: Qualifier, evidence: str, shown: str
) -> None:
    assert figure(Metric(indicator="x", value=value, unit=unit, qualifier=qualifier), evidence).text == shown


def test_a_growth_without_a_level_is_shown_as_such() -> None:
    assert figure(Metric(indicator="产值", value=None, unit="", change=8.5)).text == "+8.5%"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(634.21, "634.21"), (6.0, "6"), (12000, "12000"), (1e21, "1000000000000000000000"), (1e-7, "0.0000001"), (0, "0")],
)
def test_numbers_are_plain_digits(value: Number, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_a_dash(value: float) -> None:
    assert value_text(value) == "—"


@pytest.mark.parametrize(
    ("change", "sign", "words"),
    [(36, "+36%", "增长 36%"), (-3.5, "−3.5%", "下降 3.5%"), (0, "0%", "持平"), (None, "", "")],
)
def test_changes(change: Number | None, sign: str, words: str) -> None:
    assert (growth(change), change_words(change)) == (sign, words)
