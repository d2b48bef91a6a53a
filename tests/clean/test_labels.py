import pytest

from generator.clean.labels import close_up
from generator.mapped import MappedText


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("面  积  88平方公里", "面积  88平方公里"),
        ("人 口：12万人", "人口：12万人"),
        ("级   别 ：省级", "级别 ：省级"),
        ("邮 政 编 码  100000", "邮政编码  100000"),
        ("  电 话: 1234", "  电话: 1234"),
    ],
)
def test_a_spread_label_is_closed_up(line: str, closed: str):
    assert close_up(MappedText.of(line))[0].text == closed


@pytest.mark.parametrize(
    "line", ["云州 高新区", "东 西 两翼齐飞", "园区面 积 88平方公里", "本报记者 王 平 报道", "甲 乙 丙 丁"]
)
def test_other_blanks_stay(line: str):
    assert close_up(MappedText.of(line))[0].text == line


def test_every_line_of_a_table_is_looked_at_and_the_places_in_the_source_are_kept():
    mapped, repairs = close_up(MappedText.of("级  别  国家级\n面  积  88平方公里"))
    assert mapped.text == "级别  国家级\n面积  88平方公里"
    place = mapped.source(mapped.text.index("88"), len(mapped.text))
    assert (place.start, place.end, repairs) == (16, 22, [])
