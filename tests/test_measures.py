import pytest

from generator.measures import base_quantity, known_unit, known_units, split_unit


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        (634.21, "亿元", ((63421000000.0,), "元")),
        (3, "万平方米", ((30000.0,), "平方米")),
        ((1, 2), "平方公里", ((1e6, 2e6), "平方米")),
        (5, "家", ((5.0,), "个")),
        (2, "亿", ((2e8,), "元")),
        (2, "朵", ((2.0,), "朵")),
        (None, "", None),
    ],
)
def test_values_in_base_units(value: object, unit: str, base: object):
    assert base_quantity(value, unit) == base


def test_a_scale_is_split_from_its_unit():
    assert split_unit("万美元") == (1e4, "美元")
    assert split_unit("千瓦") == (1.0, "千瓦")


@pytest.mark.parametrize("unit", ["", "%", "家", "万亩", "万欧元", "个百分点"])
def test_units_that_rules_know(unit: str):
    assert known_unit(unit)


def test_units_that_no_rule_knows():
    assert not known_unit("亿园")
    assert "亿元" in known_units()
