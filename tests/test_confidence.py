"""How sure a fact is."""

import pytest

from generator.confidence import Confidence, confidence


@pytest.mark.parametrize(("right", "found", "share"), [(0, 0, 0.5), (1, 1, 2 / 3), (40, 40, 41 / 42), (3, 4, 4 / 6)])
def test_few_cases_make_nobody_sure(right: int, found: int, share: float) -> None:
    assert Confidence(right, found).share == pytest.approx(share)


def test_of_a_rule_that_the_gold_never_saw_nothing_is_known() -> None:
    assert confidence("no.such-rule") == Confidence(0, 0)
