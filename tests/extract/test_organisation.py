"""Organisations: who is in the zone, and who is only named beside it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import organisation
from generator.mapped import MappedText
from generator.model import Article, Owner
from generator.names import find_names, fullest_names
from generator.reading import Context, Mention, Ownership, Sentence

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "organisation.yml").read_text(encoding="utf-8"))
PIECES = ["产业园", "有限公司", "与", "签约", "、", "等企业", "烟台", "荣获", "(", "”", "研究院", "项目", "海达"]


def context(*sentences, zone="烟台高新区", subject="", zones=()):
    owners = (Ownership(0, Owner(zone, subject)),) if zone else ()
    read = tuple(
        Sentence(MappedText.of(text), 0, number, heading=False, zones=zones, names=find_names(text), owners=owners)
        for number, text in enumerate(sentences)
    )
    fullest = fullest_names((sentence.text, sentence.names) for sentence in read)
    return Context(Article("a.txt", "".join(sentences), "utf-8"), read, fullest)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][0][:24])
def test_who_is_there(case):
    found = {draft.content.name: draft.content.type.value for draft in organisation.find(context(*case["text"]))}
    assert found == case["there"]


def test_the_anchor_is_the_name_where_it_first_stands():
    first, second = organisation.find(context("胶东软件园和渤海软件园开园。", "胶东软件园满园。"))
    assert [first.anchor, second.anchor] == [(0, 5), (6, 11)]
    assert first.evidence == first.anchor
    assert first.rule == "organisation.suffix"


def test_a_name_inside_a_park_has_the_park_as_subject():
    (draft,) = organisation.find(context("誉恒药业投资3亿元。", subject="胶东医药园"))
    assert draft.owner == Owner("烟台高新区", "胶东医药园")


def test_a_park_is_not_its_own_subject():
    (draft,) = organisation.find(context("胶东软件园开园。", subject="胶东软件园"))
    assert draft.owner == Owner("烟台高新区", "")


def test_a_zone_is_no_organisation_in_itself():
    text = "胶东软件园开园。"
    assert list(organisation.find(context(text, zones=(Mention(0, 5, "胶东软件园", "zone"),)))) == []


def zones_in(text, *names):
    return tuple(Mention(text.index(name), text.index(name) + len(name), name, "zone") for name in names)


def test_the_zones_that_a_zone_is_made_of_are_parks_in_it():
    text = "烟台高新区下辖蓬莱经开区、龙口高新区和牟平经开区。"
    zones = zones_in(text, "烟台高新区", "蓬莱经开区", "龙口高新区", "牟平经开区")
    found = [(one.content.name, one.content.type.value) for one in organisation.find(context(text, zones=zones))]
    assert found == [("蓬莱经开区", "园区"), ("龙口高新区", "园区"), ("牟平经开区", "园区")]


def test_a_zone_beside_another_is_none_of_its_parks():
    text = "烟台高新区与龙口高新区结对。"
    assert list(organisation.find(context(text, zones=zones_in(text, "烟台高新区", "龙口高新区")))) == []


def test_a_sentence_about_no_zone_names_nobody_there():
    assert list(organisation.find(context("胶东软件园开园。", zone=""))) == []


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=2)), max_size=30).map("".join))
def test_any_text_can_be_read(text):
    for draft in organisation.find(context(text)):
        start, end = draft.anchor
        assert 0 <= start < end <= len(text)
