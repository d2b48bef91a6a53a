from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.compare import Standing, compare, standings
from generator.model import Archive, Metric, Published, Qualifier, Status, Zone
from tests.pages.small_archive import south_facts


def figure(number: int, value: float, **changes: Any) -> Published:
    fact = south_facts()[0]
    assert isinstance(fact.content, Metric)
    content = replace(fact.content, **{"value": value, "unit": "亿元", **changes})
    return Published(fact=replace(fact, id=f"m-{number}", content=content))


def places(*zones: list[Published]) -> dict[str, Standing]:
    made = tuple(Zone(name=f"第{n}经开区", slug=f"z{n}", facts=tuple(facts)) for n, facts in enumerate(zones))
    return standings(compare(Archive(zones=made, articles=())))


def test_the_largest_of_three_zones_comes_first_and_equals_share_a_place() -> None:
    found = places([figure(1, 50)], [figure(2, 900000, unit="万元")], [figure(3, 50)])
    assert found == {"m-1": Standing(2, 3), "m-2": Standing(1, 3), "m-3": Standing(2, 3)}


def test_two_zones_are_too_few() -> None:
    assert places([figure(1, 50)], [figure(2, 60)]) == {}


def test_figures_that_cannot_be_compared_give_no_place() -> None:
    two = [figure(1, 50)], [figure(2, 60)]
    assert places(*two, [figure(3, 70, period="2023")]) == {}
    assert places(*two, [figure(3, 70, status=Status.TARGET)]) == {}
    assert places(*two, [figure(3, 70, qualifier=Qualifier.OVER)]) == {}
    assert places([figure(1, 5, period="")], [figure(2, 6, period="")], [figure(3, 7, period="")]) == {}


def test_a_zone_with_two_figures_of_one_kind_is_not_counted() -> None:
    found = places([figure(1, 50)], [figure(2, 60)], [figure(3, 70)], [figure(4, 80), figure(5, 90)])
    assert found == {"m-1": Standing(3, 3), "m-2": Standing(2, 3), "m-3": Standing(1, 3)}


def test_zones_that_are_run_together_with_a_district_are_counted_apart() -> None:
    alone = [Zone(name=f"第{n}经开区", slug=f"z{n}", facts=(figure(n, 10 + n),)) for n in (1, 2, 3)]
    merged = Zone(name="苏州高新区", slug="z4", facts=(figure(4, 90),))
    found = standings(compare(Archive(zones=(*alone, merged), articles=())))
    assert found == {"m-3": Standing(1, 3), "m-2": Standing(2, 3), "m-1": Standing(3, 3)}
