from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.period import (
    bounds,
    date_of,
    find_periods,
    is_aside,
    is_now,
    is_valid,
    is_weak,
    overlaps,
    sort_key,
    year_of,
)
from generator.period.values import days_on, months_on

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "period.yml").read_text(encoding="utf-8"))
PIECES = (
    *("2022年", "今年", "去年", "当年", "同年", "上年", "1—6月", "13月", "2月30日", "28日", "底", "年底", "截至", "到"),
    *(
        "自",
        "以来",
        "至今",
        "起",
        "前",
        "三年前",
        "近三年",
        "连续12年",
        "目前",
        "累计",
        "已",
        "十四五",
        "期间",
        "党的十八大",
    ),
    *(
        "《",
        "》",
        "（",
        "）",
        "，",
        "。",
        "企业",
        "上半年",
        "前11个月",
        "一季度",
        "99",
        "0",
        "—",
        "至",
        "的",
        "月",
        "日",
        "年",
    ),
    *("9999年", "2019-02-29"),
)
DATES = ("", "2022", "2022-03", "2022-03-31", "2022-13", "nonsense")


def text_of(value: object) -> str:
    """YAML reads an unquoted day as a date."""
    return str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_times_are_found_and_resolved(case: dict):
    text = case["text"]
    date, current, told = (text_of(case.get(key, "")) for key in ("date", "current", "told"))
    found = [[text[m.start : m.end], m.period] for m in find_periods(text, date, current, told)]
    assert found == [[text_of(words), text_of(period)] for words, period in case["want"]]


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=60),
    st.sampled_from(DATES),
    st.sampled_from(("", "2021", "2021-05-06", "2010/..", "../2020", "2020-01/2020-06")),
)
def test_any_text_gives_ordered_mentions_with_valid_periods(text: str, date: str, current: str):
    end = 0
    for mention in find_periods(text, date, current):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.period == "" or is_valid(mention.period)
        end = mention.end


@pytest.mark.parametrize(
    "period", ["2022", "2022-06", "2022-02-28", "2022-01/2022-06", "../2023-02", "2010/..", "2011/2022"]
)
def test_periods_of_the_fact_model_are_valid(period: str):
    assert is_valid(period)


@pytest.mark.parametrize(
    "period",
    ["", "..", "../..", "2022-13", "2022-02-30", "22", "2022-06/2022-01", "0000", "2022/", "/2022", "今年", "2022-6"],
)
def test_other_strings_are_not(period: str):
    assert not is_valid(period)


def test_a_period_has_bounds():
    assert bounds("2024-02") == ("2024-02-01", "2024-02-29")
    assert bounds("2011/2022") == ("2011-01-01", "2022-12-31")
    assert bounds("../2023-02") == ("0000-00-00", "2023-02-28")
    assert bounds("2010/..") == ("2010-01-01", "9999-99-99")


def test_the_year_of_a_period_is_the_one_it_ends_in():
    assert [year_of(p) for p in ("2011/2022", "../2023-02", "2010/..", "2019-05-06", "")] == [
        2022,
        2023,
        2010,
        2019,
        None,
    ]


def test_periods_are_sorted_by_their_end_and_the_unknown_comes_first():
    periods = ["2022", "", "2021-05", "2022-01/2022-06", "../2020"]
    assert sorted(periods, key=sort_key) == ["", "../2020", "2021-05", "2022-01/2022-06", "2022"]


def test_periods_overlap_where_they_share_a_day():
    assert overlaps("2022", "2022-06")
    assert overlaps("2010/..", "2022")
    assert not overlaps("2021", "2022-01")
    assert not overlaps("", "2022")


def test_the_date_of_an_event_in_a_period():
    dates = {
        "2022-06": "2022-06",
        "2010/..": "2010",
        "../2022": "2022",
        "2022-06-01/2022-06-03": "2022-06-01",
        "2022-01/2022-06": "2022",
        "2021/2022": "",
        "": "",
    }
    assert {period: date_of(period) for period in dates} == dates


def test_months_and_days_are_counted_over_the_ends_of_years():
    assert months_on("2022-01", -1) == "2021-12"
    assert months_on("2022-11", 14) == "2024-01"
    assert months_on("2022", 1) == ""
    assert days_on("2020-02-28", 1) == "2020-02-29"
    assert days_on("2022-01-01", -1) == "2021-12-31"
    assert days_on("9999-12-31", 1) == ""


def test_words_tell_what_kind_of_time_they_name():
    assert is_now("截至目前")
    assert is_weak("累计")
    assert is_weak("连续三年")
    assert is_aside("上年同期")
    assert is_aside("10年前")
    assert not is_weak("2022年")
    assert not is_aside("2022年")
