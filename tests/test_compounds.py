"""Names that begin with a zone's."""

import pytest

from generator.compounds import compounds
from generator.reading import Mention


@pytest.mark.parametrize(
    ("zone", "name", "zones", "names"),
    [
        ("绵阳高新区", "阆中工业园", [], ["绵阳高新区阆中工业园"]),
        ("绵阳高新区", "白湖工业园", [], ["绵阳高新区白湖工业园"]),
        ("绵阳高新区", "星河科技园", ["绵阳高新区"], ["星河科技园"]),
        ("绵阳高新区", "绵阳软件园", ["绵阳高新区"], ["绵阳软件园"]),
    ],
)
def test_a_zone_that_begins_the_name_of_another_place_is_part_of_it(
    zone: str, name: str, zones: list[str], names: list[str]
) -> None:
    text = f"{zone}{name}开园"
    mentions = (Mention(0, len(zone), zone, "zone"),), (Mention(len(zone), len(zone + name), name, "园区"),)
    found = compounds(text, *mentions, frozenset({"绵阳", "白湖"}))
    assert [[mention.name for mention in part] for part in found] == [zones, names]
    assert all(text[mention.start : mention.end] == mention.name for part in found for mention in part)


def test_a_name_that_is_the_zone_behind_its_province_is_no_other() -> None:
    text = "浙江白湖工业园区开园"
    zone, name = Mention(2, 8, "白湖工业园区", "zone"), Mention(0, 8, "浙江白湖工业园区", "园区")
    assert compounds(text, (zone,), (name,), frozenset()) == ((zone,), ())
