import pytest

from generator.clean.width import collapse, normalise
from generator.mapped import MappedText
from generator.reading import Mend, Repair


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("总投资１４７８．５亿元，占３８％", "总投资1478.5亿元，占38%"),
        ("产值1,634.21亿元,增长8%", "产值1,634.21亿元，增长8%"),
        ("产值１，６３４亿元", "产值1,634亿元"),
        ("2018年12月,昆北高新区", "2018年12月，昆北高新区"),
        ("分别为3,5亿元", "分别为3,5亿元"),
        ("苏北（集团）有限公司", "苏北(集团)有限公司"),
        ("9：30开始:第一项;第二项?好!", "9:30开始：第一项；第二项？好！"),
        ("http://a.cn/x?id=1", "http://a.cn/x?id=1"),
        ("「平台」『中心』", "“平台”‘中心’"),
        ("紫竹•麦田", "紫竹·麦田"),
        ("1—6月，2～5个，3-5家", "1—6月，2～5个，3-5家"),
        ("２０１９－１１－０６，1－6月", "2019-11-06，1－6月"),
        ("Hello, world", "Hello, world"),
        ("ＧＤＰ", "GDP"),
    ],
)
def test_normal_form(text, normal):
    assert normalise(MappedText.of(text))[0].text == normal


def test_only_numbers_and_words_count_as_repairs():
    repairs = normalise(MappedText.of("（一）占３８％,好"))[1]
    assert repairs == [Repair(Mend.WIDTH, 4, 7, "３８％", "38%")]


def test_one_space_is_left():
    mapped = collapse(MappedText.of("设立时间   1993年\u200b4月"))
    assert mapped.text == "设立时间 1993年4月"
    assert mapped.source(5, 6).start == 7
