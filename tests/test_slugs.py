import pytest

from generator import rules
from generator.slugs import order, slug, slugs


@pytest.mark.parametrize(
    ("zone", "address"),
    [
        ("昆山高新区", "kunshan-gaoxinqu"),
        ("阅海湾中央商务区", "yuehaiwan-zhongyangshangwuqu"),
        ("长治高新区", "changzhi-gaoxinqu"),
        ("六合经开区", "luhe-jingkaiqu"),
        ("TCL开发区", "tcl-kaifaqu"),
        ("../x y", "x-y"),
    ],
)
def test_an_address_is_pinyin(zone: str, address: str):
    assert slug(zone) == address


def test_a_name_without_letters_has_an_address():
    assert slug("・・").startswith("zone-")
    assert slug("・・") != slug("・・・")


def test_a_long_name_is_cut_at_a_word():
    address = slug("现代海洋产业创新服务综合体" * 20)
    assert len(address) <= 85
    assert address.count("-") > 3


def test_names_that_sound_the_same_have_different_addresses():
    found = slugs(["临水高新区", "林水高新区", "昆山高新区"])
    assert len(set(found.values())) == 3
    assert found["昆山高新区"] == "kunshan-gaoxinqu"
    assert all(found[name].startswith("linshui-gaoxinqu-") for name in ("临水高新区", "林水高新区"))
    assert slugs(["林水高新区", "昆山高新区", "临水高新区"]) == found


def test_a_known_zone_keeps_its_address_when_another_sounds_the_same():
    found = slugs(["昆山高新区", "坤山高新区"])
    assert found["昆山高新区"] == "kunshan-gaoxinqu"
    assert found["坤山高新区"].startswith("kunshan-gaoxinqu-")


def test_words_that_the_site_needs_are_no_address():
    assert slugs(["index"])["index"].startswith("index-")


def test_the_zones_of_the_rules_have_different_addresses():
    names = [zone["name"] for zone in rules.load("zones")]
    assert len(set(slugs(names).values())) == len(set(names))


def test_order_is_by_pinyin():
    assert sorted(["紫竹", "长治", "昆山", "重庆", "Alpha"], key=order) == ["Alpha", "长治", "重庆", "昆山", "紫竹"]
