from pathlib import Path

import pytest
import yaml

from generator.clean import clean
from generator.model import Article

CASES = yaml.safe_load(Path("tests/cases/furniture.yml").read_text(encoding="utf-8"))
PROSE = "临江高新区今年新增企业20家，产值达到56亿元，同比增长8%。"


def lines(text):
    document = clean(Article("a.txt", text, "utf-8"))
    return [paragraph.text.text for story in document.stories for paragraph in story.paragraphs]


@pytest.mark.parametrize("line", CASES["removed"])
def test_removed(line):
    assert lines(f"临江高新区的一年\n{PROSE}\n{line}\n") == ["临江高新区的一年", PROSE]


@pytest.mark.parametrize("line", CASES["kept"])
def test_kept(line):
    assert len(lines(f"临江高新区的一年\n{PROSE}\n{line}\n")) == 3


def test_credits_inside_a_paragraph_are_cut():
    assert lines("揭牌\n临江日报讯（王明 通讯员李丽）1月8日，园区揭牌。")[1] == "1月8日，园区揭牌。"
    assert lines("揭牌\n本报北京8月28日电 （记者 方圆） 28日，园区揭牌。")[1] == "本报北京8月28日电 28日，园区揭牌。"
    assert lines("揭牌\n园区昨日揭牌。（作者：王明）")[1] == "园区昨日揭牌。"


def test_a_caption_behind_a_fact_is_cut_and_the_fact_stays():
    assert (
        lines("揭牌\n2018年，研究所的装置在临江通过验收。图为装置的外观。")[1] == "2018年，研究所的装置在临江通过验收。"
    )


def test_rows_of_a_table_are_no_headings():
    document = clean(Article("a.txt", "临江经开区\n\n基本资料\n设立时间  1993年4月\n面  积  137平方公里\n", "utf-8"))
    found = [(paragraph.text.text, paragraph.heading) for paragraph in document.stories[0].paragraphs]
    assert found == [
        ("临江经开区", True),
        ("基本资料", True),
        ("设立时间 1993年4月", False),
        ("面积 137平方公里", False),
    ]
