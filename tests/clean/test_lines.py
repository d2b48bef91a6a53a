import pytest

from generator.clean.lines import unwrap
from generator.mapped import MappedText
from generator.reading import Mend

PROSE = (
    "临江高新区今年新增高新技术企业二十家，规上工业产值达到一百五十六点三亿元，同比增长百分之八，"
    "增速比上年同期加快两个百分点，在全省高新区中排名第六，比上年前移一位，综合实力稳步提升。"
)


def wrapped(text, width):
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


@pytest.mark.parametrize("width", [20, 25, 30])
def test_broken_at_a_fixed_width(width):
    text = f"标题在这里\n{wrapped(PROSE, width)}\n{wrapped(PROSE, width)}\n"
    assert unwrap(MappedText.of(text))[0].text == f"标题在这里\n{PROSE}\n{PROSE}\n"


def test_a_break_inside_a_number():
    lines = [
        "临江高新区今年规上工业产值15",
        "6.3亿元，比上年同期增长8.",
        "5%，在全省高新区中列第6，比",
        "上年前移一位，其中园区企业占",
        "比超过六成。",
    ]
    assert unwrap(MappedText.of("\n".join(lines)))[0].text == "".join(lines)


def test_a_repair_for_each_break():
    text = wrapped(PROSE, 20)
    repairs = unwrap(MappedText.of(text))[1]
    assert len(repairs) == text.count("\n")
    assert {(repair.kind, repair.before, repair.after) for repair in repairs} == {(Mend.LINES, "\n", "")}


def test_indented_lines_begin_paragraphs():
    text = "\n".join(wrapped("　　" + PROSE, 20) for _ in range(2))
    assert unwrap(MappedText.of(text))[0].text == f"　　{PROSE}\n　　{PROSE}"


@pytest.mark.parametrize(
    "text",
    [
        f"标题\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}",
        "企业一家\n企业二家\n企业三家\n企业四家\n企业五家",
        "园区新增企业二十家，总数过百。\n园区新增平台二十个，总数过千。\n园区新增人才二十名，总数过万。\n园区新增项目二十个，总数过百。",
        "",
    ],
)
def test_other_texts_stay(text):
    assert unwrap(MappedText.of(text)) == (MappedText.of(text), [])
