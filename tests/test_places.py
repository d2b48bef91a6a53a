"""Places by full and short name."""

import pytest

from generator.places import Level, find_places, places


@pytest.mark.parametrize(
    ("name", "level", "province", "city"),
    [
        ("江苏省", Level.PROVINCE, "江苏", ""),
        ("广西", Level.PROVINCE, "广西", ""),
        ("上海", Level.PROVINCE, "上海", ""),
        ("恩施", Level.CITY, "湖北", "恩施"),
        ("昆山", Level.COUNTY, "江苏", "苏州"),
        ("前郭尔罗斯", Level.COUNTY, "吉林", "松原"),
    ],
)
def test_a_place_by_any_of_its_names(name: str, level: Level, province: str, city: str) -> None:
    place = places()[name]
    assert (place.level, place.province, place.city) == (level, province, city)


def test_a_district_is_not_known_by_its_bare_name() -> None:
    assert "金凤" not in places()
    assert places()["金凤区"].level == Level.COUNTY


def test_a_short_name_belongs_to_the_largest_place() -> None:
    assert places()["吉林"].level == Level.PROVINCE


def test_places_are_found_in_order_and_longest_first() -> None:
    found = [(match.start, match.end, match.full) for match in find_places("银川市金凤区，武汉全市，内蒙古和林格尔")]
    assert found == [(0, 3, True), (3, 6, True), (7, 9, False), (12, 15, False), (15, 19, False)]
