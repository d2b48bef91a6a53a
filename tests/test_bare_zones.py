"""A zone that an article never names."""

import pytest

from generator.bare_zones import bare_zone


@pytest.mark.parametrize(
    ("prose", "titles", "found"),
    [
        (["绵阳市今年发力。高新区新开工项目20个。高新区税收增长。绵阳出台新政。"], [], ("高新区", "绵阳高新区")),
        (["高新区新开工项目20个。高新区税收增长。"], ["绵阳日报"], ("高新区", "绵阳高新区")),
        (["高新区新开工项目20个。高新区税收增长。"], [], None),
        (["绵阳有一家高新区。绵阳市很大。"], [], None),
        (["国家高新区很多，全国高新区争先。绵阳市，绵阳市。"], [], None),
    ],
)
def test_a_bare_word_means_the_zone_of_the_city_at_hand(
    prose: list[str], titles: list[str], found: tuple[str, str] | None
) -> None:
    assert bare_zone(prose, titles, {}) == found


def test_it_is_filed_as_the_rules_say() -> None:
    known = {"绵阳高新区": "绵阳科技城高新区"}
    assert bare_zone(["高新区、高新区。"], ["绵阳日报"], known) == ("高新区", "绵阳科技城高新区")
