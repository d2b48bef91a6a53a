"""Persons: name and role, once each, as people are introduced in news."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import person
from generator.mapped import MappedText
from generator.model import Article, Owner
from generator.names import find_names
from generator.reading import Context, Mention, Ownership, Sentence

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "person.yml").read_text(encoding="utf-8"))
PIECES = ["董事长", "主任", "王", "李明", "说", "表示", "，", "、", "公司", "记者", "兼", "(", "书记", "\n", "欧阳"]


def context(*paragraphs, zone="临江高新区"):
    owners = (Ownership(0, Owner(zone)),) if zone else ()
    sentences = [
        Sentence(MappedText.of(text), 0, number, heading=False, names=find_names(text), owners=owners)
        for number, text in enumerate(paragraphs)
    ]
    return Context(Article("a.txt", "\n".join(paragraphs), "utf-8"), tuple(sentences))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][0][:24])
def test_who_is_introduced(case):
    found = {draft.content.name: draft.content.role for draft in person.find(context(*case["text"]))}
    assert found == case["persons"]


def test_the_anchor_is_the_name_and_the_evidence_holds_the_role():
    text = "会上，临江高新区管委会主任陆建华表示，今年再上台阶。"
    (draft,) = person.find(context(text))
    assert text[slice(*draft.anchor)] == "陆建华"
    assert text[slice(*draft.evidence)] == "临江高新区管委会主任陆建华"
    assert draft.rule == "person.title-name"


def test_a_sentence_about_no_zone_has_no_persons_of_it():
    assert list(person.find(context("云海省省长陆建华表示祝贺。", zone=""))) == []


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=2)), max_size=30).map("".join))
def test_any_text_can_be_read(text):
    for draft in person.find(context(text)):
        start, end = draft.anchor
        assert draft.evidence[0] <= start < end <= draft.evidence[1] <= len(text)
        assert text[start:end] == draft.content.name


def test_who_holds_an_office_of_another_zone_is_a_person_of_that_one():
    text = "望川高新区管委会主任陆建华出席。"
    guest = Sentence(
        MappedText.of(text),
        0,
        0,
        heading=False,
        zones=(Mention(0, 5, "望川高新区", "zone"),),
        owners=(Ownership(0, Owner("临江高新区")),),
    )
    (draft,) = person.find(Context(Article("a.txt", text, "utf-8"), (guest,)))
    assert draft.owner == Owner("望川高新区")
