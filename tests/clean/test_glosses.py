import pytest

from generator.clean.glosses import remove_glosses, toneless
from generator.mapped import MappedText
from generator.reading import Mend, Repair


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("創(chuàng)新發(fā)展", "創新發展"),
        ("綠(lǜ)色", "綠色"),
        ("营(yíng)业", "营业"),
        ("长（zhǎng）大", "长大"),
        ("行(hang)业", "行业"),
        ("區(qù)", "區"),
        ("嘉禾半導(dǎo)體(蘇州)有限公司", "嘉禾半導體(蘇州)有限公司"),
        ("虚拟现实(VR)产业", "虚拟现实(VR)产业"),
        ("甲级(b)", "甲级(b)"),
        ("新区(jing)", "新区(jing)"),
        ("面积(km)", "面积(km)"),
        ("(chuàng)新", "(chuàng)新"),
    ],
)
def test_glosses(text, clean):
    assert remove_glosses(MappedText.of(text))[0].text == clean


def test_the_rest_keeps_its_place():
    mapped, repairs = remove_glosses(MappedText.of("创(chuàng)新", 10))
    assert list(mapped.starts) == [10, 19]
    assert repairs == [Repair(Mend.GLOSS, 11, 19, "(chuàng)", "")]


def test_toneless():
    assert [toneless(syllable) for syllable in ("lǜ", "nüè", "zhāng", "ê̄", "chuăng")] == [
        "lv",
        "nve",
        "zhang",
        "e",
        "chuang",
    ]
