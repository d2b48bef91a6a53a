"""Zones that no rule knows."""

from pathlib import Path

import pytest
import yaml

from generator.zone_forms import unknown_zones

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "zone_forms.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20])
def test_zones_by_the_form_of_their_names(case: dict) -> None:
    headings = [case["heading"]] if "heading" in case else []
    assert unknown_zones([case["text"]], headings, {}) == case["zones"]


def test_a_long_form_of_a_known_zone_is_filed_under_it() -> None:
    known = {"绵阳高新区": "绵阳高新区"}
    assert unknown_zones(["绵阳国家高新区"], [], known)["绵阳国家高新区"] == "绵阳高新区"


def test_the_form_in_the_title_is_the_name() -> None:
    zones = unknown_zones(["梅州嘉应新区起步。嘉应新区、嘉应新区"], ["梅州嘉应新区这三年"], {})
    assert set(zones.values()) == {"梅州嘉应新区"}


def test_a_shorter_form_of_a_zone_that_the_text_names_is_that_zone() -> None:
    known = {"绵阳星火高新区": "绵阳星火高新区"}
    zones = unknown_zones(["星火高新区，星火高新区"], ["星火高新区"], known, {"绵阳星火高新区": 2})
    assert zones == {"星火高新区": "绵阳星火高新区"}


def test_a_weak_name_is_a_part_of_a_zone_that_is_named_more_often() -> None:
    assert unknown_zones(["绵阳科学城"], [], {}, {"绵阳高新区": 3}) == {}
    assert unknown_zones(["绵阳科学城"], [], {}) == {"绵阳科学城": "绵阳科学城"}
