"""Dataclasses that are made quickly are what frozen ones are, but for the lock."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from generator.frozen import frozen
from generator.mapped import MappedText
from generator.model import Owner, Span
from generator.reading import Mention, PeriodMention


@frozen(kw_only=True)
class Named:
    """Has fields that are given by name."""

    name: str
    size: int = 1


def test_equal_fields_make_equal_objects() -> None:
    assert {Owner("甲高新区"), Owner("甲高新区", ""), Owner("乙高新区")} == {Owner("甲高新区"), Owner("乙高新区")}
    assert Span(1, 2) != PeriodMention(1, 2, "2024")


def test_fields_given_by_name() -> None:
    assert replace(Named(name="甲"), size=2) == Named(name="甲", size=2)
    with pytest.raises(TypeError):
        Named("甲")  # type: ignore[misc]


def test_no_other_field_can_be_added() -> None:
    with pytest.raises(AttributeError):
        Span(1, 2).length = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("one", [Mention(0, 2, "甲高新区", "zone"), MappedText.of("甲高新区", 3)])
def test_objects_go_from_process_to_process(one: object) -> None:
    assert pickle.loads(pickle.dumps(one)) == one
