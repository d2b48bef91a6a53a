from array import array
from pathlib import Path

import pytest
import yaml

from generator.mapped import MappedText
from generator.period import find_periods
from generator.reading import Sentence
from generator.sentences import split
from generator.timeline import carried, period_at, timed

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "timeline.yml").read_text(encoding="utf-8"))


def sentences(*stories: list[str]) -> list[Sentence]:
    return [
        Sentence(mapped=mapped, story=story, paragraph=number, heading=False)
        for story, paragraphs in enumerate(stories)
        for number, paragraph in enumerate(paragraphs)
        for mapped in split(MappedText.of(paragraph))
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_times_are_carried_on(case: dict):
    found = [sentence.period for sentence in timed(sentences(case["paragraphs"]), str(case["date"]))]
    assert found == [str(period) for period in case["want"]]


def test_a_new_story_starts_without_a_time():
    one, two = timed(sentences(["2017年产值过百亿。"], ["税收过十亿。"]), "2018-05-06")
    assert (one.period, two.period) == ("", "")


def test_that_year_means_the_last_one_told_of_even_in_another_paragraph():
    *_, last = timed(sentences(["2011年，一期建成。目前满产。", "同年，二期动工。"]), "2018-05-06")
    assert [mention.period for mention in last.periods] == ["2011"]


def test_a_lone_month_in_a_new_paragraph_is_of_the_article():
    *_, last = timed(sentences(["2011年，一期建成。", "3月，二期动工。"]), "2018-05-06")
    assert [mention.period for mention in last.periods] == ["2018-03"]


def test_no_time_is_carried_from_a_sentence_that_tells_none():
    text = "较2015年增长一成。"
    assert carried(text, find_periods(text, "2018-05-06")) is None


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("2017年产值90亿元，比2015年的30亿元翻番。", "90", "2017"),
        ("2017年产值90亿元，比2015年的30亿元翻番。", "30", "2015"),
        ("2017年产值增长5%，较上年同期快1个点，税收7亿元。", "7", "2017"),
        ("企业由2009年的3家增至90家。", "3", "2009"),
        ("企业由2009年的3家增至90家。", "90", "../2018-05"),
        ("2017年，新厂(2010年建)产值8亿元。", "8", "2017"),
        ("产值8亿元。", "8", ""),
    ],
)
def test_a_number_is_of_the_time_that_governs_it(text: str, number: str, period: str):
    (sentence,) = timed(sentences([text]), "2018-05-06")
    assert period_at(sentence, text.rindex(number), "2018-05") == period


def test_the_mapping_of_a_sentence_is_kept():
    (sentence,) = timed([Sentence(MappedText("今年", array("I", [7, 8]), array("I", [8, 9])), 0, 0, False)], "2018")
    assert sentence.mapped.source(0, 2).start == 7
