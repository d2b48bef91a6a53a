from __future__ import annotations

from itertools import pairwise

from generator.compare.series import all_series
from generator.model import Metric, Status
from generator.pages.curves import BOTTOM, TOP, Curve, curve
from tests.make import metric


def drawn(*told: tuple[float, str], hoped: tuple[float, str] | None = None) -> Curve:
    known: list[tuple[str, Metric]] = [
        (f"m-{n}", metric(value, period=period, unit="亿元", indicator="总产值"))
        for n, (value, period) in enumerate(told)
    ]
    if hoped:
        aim = metric(hoped[0], period=hoped[1], unit="亿元", indicator="总产值", status=Status.TARGET)
        known.append(("m-aim", aim))
    (series,) = all_series(known)
    return curve(series)


def test_points_stand_in_the_order_of_time_as_high_as_their_values() -> None:
    made = drawn((30, "2023"), (15, "2021"), (60, "2025"))
    assert [(spot.value, spot.time) for spot in made.spots] == [("15", "2021"), ("30", "2023"), ("60", "2025")]
    first, middle, last = made.spots
    assert middle.x - first.x == last.x - middle.x
    assert (last.y, BOTTOM - middle.y, BOTTOM - first.y) == (TOP, (BOTTOM - TOP) / 2, (BOTTOM - TOP) / 4)


def test_the_picture_is_told_in_words() -> None:
    made = drawn((15, "2021"), (30.5, "2023"), hoped=(60, "2025"))
    assert made.title == "总产值：2021年至2023年"
    assert made.description == "2021年 15 亿元；2023年 30.5 亿元；2025年 60 亿元（目标）"


def test_a_target_is_joined_by_a_line_of_its_own() -> None:
    made = drawn((15, "2021"), (30, "2023"), hoped=(60, "2025"))
    assert made.line.count("L") == 1
    assert made.hope.startswith(f"M {made.spots[1].x} {made.spots[1].y} L ")
    assert drawn((15, "2021"), (30, "2023")).hope == ""
    assert drawn((15, "2021"), (30, "2025"), hoped=(20, "2023")).hope == ""


def test_labels_that_would_meet_are_left_out_and_the_last_one_never() -> None:
    made = drawn(*((value, str(2000 + value)) for value in range(1, 21)))
    labelled = [spot for spot in made.spots if spot.value]
    assert labelled[-1].value == "20"
    assert all(right.x - left.x >= 50 for left, right in pairwise(labelled))


def test_two_states_of_one_year_are_told_by_their_months() -> None:
    made = drawn((15, "../2023-03"), (18, "../2023-12"), (20, "../2024-06"))
    assert [spot.time for spot in made.spots if spot.time][-1] == "2024-06"


def test_what_has_fallen_below_zero_stays_in_the_picture() -> None:
    made = drawn((-10, "2021"), (10, "2023"))
    assert [spot.y for spot in made.spots] == [BOTTOM, TOP]
