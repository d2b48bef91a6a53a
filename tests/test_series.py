from __future__ import annotations

from typing import Any

import pytest

from generator.compare.series import When, all_series, outcome
from generator.model import Metric, Status
from tests.make import metric

Told = tuple[str, Metric]


def told(value: Any, period: str, *, aim: bool = False, indicator: str = "地区生产总值", unit: str = "亿元") -> Told:
    status = Status.TARGET if aim else Status.ACTUAL
    return f"{value} {period}", metric(value, period=period, indicator=indicator, unit=unit, status=status)


def drawn(*known: Told) -> list[tuple[str, list[float]]]:
    return [(series.name, [point.size for point in series.points]) for series in all_series(known)]


def test_figures_of_one_indicator_become_a_series_in_one_unit_by_time() -> None:
    known = told(900000, "2021", unit="万元"), told(120, "2023"), told(105, "2022", indicator="GDP")
    assert drawn(*known) == [("地区生产总值", [90, 105, 120])]
    (series,) = all_series(known)
    assert (series.unit, [point.at for point in series.points]) == ("亿元", [2021, 2022, 2023])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023", "2024-01/2024-06"),
        ("2022", "../2023-06"),
        ("2021", "2022/2024"),
        ("2022", "2023-05"),
        ("2022", "2020/.."),
        ("2022", "2022"),
        ("2022", ""),
    ],
)
def test_times_that_no_line_may_join(one: str, other: str) -> None:
    assert drawn(told(5, one), told(6, other)) == []


def test_scopes_and_units_are_not_joined() -> None:
    assert drawn(told(5, "2021"), told(6, "2022", indicator="人均地区生产总值")) == []
    assert drawn(told(5, "2021"), told(6, "2022", unit="亿美元")) == []


def test_first_halves_of_years_and_states_on_days_make_series_of_their_own() -> None:
    halves = told(5, "2023-01/2023-06"), told(6, "2024-01/2024-06")
    states = told(30, "../2022-12"), told(36, "../2024-03")
    assert drawn(*halves, told(11, "2023"), *states) == [("地区生产总值", [5, 6]), ("地区生产总值", [30, 36])]


def test_a_target_belongs_to_the_series_and_makes_none_alone() -> None:
    assert drawn(told(5, "2021"), told(9, "2025", aim=True)) == []
    (series,) = all_series((told(5, "2021"), told(6, "2022"), told(9, "2025", aim=True)))
    assert [(point.size, point.target) for point in series.points] == [(5, False), (6, False), (9, True)]


def test_of_two_figures_of_one_time_the_first_told_is_taken_and_of_a_range_its_upper_end() -> None:
    assert drawn(told(5, "2021"), told(8, "2021"), told((6, 7), "2022")) == [("地区生产总值", [5, 7])]


def came(target: Told, *known: Told) -> tuple[str, When] | None:
    found = outcome(target[1], known)
    return (found.id, found.when) if found else None


def test_what_came_of_a_target() -> None:
    aim = told(200, "2025", aim=True)
    before, same, later = told(150, "2023"), told(190, "2025"), told(230, "2026")
    assert came(aim, before, same, later) == ("190 2025", When.SAME)
    assert came(aim, later, before) == ("230 2026", When.LATER)
    assert came(aim, told(140, "2022"), before) == ("150 2023", When.BEFORE)
    assert came(aim, aim, told(150, "")) is None
    assert came(aim, told(150, "2025", indicator="财政总收入")) is None
    assert came(aim, told(900, "2021/2025")) is None


@pytest.mark.parametrize(
    ("deadline", "period", "when"),
    [
        ("2025", "../2025-12", When.SAME),
        ("2025", "2025-01/2025-12", When.SAME),
        ("2021/2025", "2021/2025", When.SAME),
        ("2025", "2025-01/2025-06", When.BEFORE),
        ("2025", "2026-01/2026-06", When.LATER),
        ("../2025-06", "2025-01/2025-06", When.SAME),
        ("", "2025", When.BEFORE),
    ],
)
def test_whether_a_figure_is_of_a_targets_own_time(deadline: str, period: str, when: When) -> None:
    assert came(told(200, deadline, aim=True), told(190, period)) == (f"190 {period}", when)
