import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract import cooperation
from generator.model import Cooperation
from generator.reading import Context
from tests.extract.told import cases, naming

ZONE, DATE = "临江高新区", "2021-06-15"


def read(text: str, zones: list[str], names: list[str], zone: str = ZONE) -> Context:
    return naming(text, zones, names, zone=zone, date=DATE)


def found(context: Context) -> list[list[str]]:
    drafts = [(draft.owner.zone, draft.content) for draft in cooperation.find(context)]
    return [[zone, c.partner, c.type.value, c.date] for zone, c in drafts if isinstance(c, Cooperation)]


@pytest.mark.parametrize("case", cases("cooperation"), ids=lambda case: case["text"])
def test_parties_that_work_with_a_zone(case: dict):
    context = read(case.get("before", "") + case["text"], case.get("zones", [ZONE]), case.get("names", []))
    assert sorted(found(context)) == sorted([zone, who, kind, str(date)] for zone, who, kind, date in case["want"])


def test_the_anchor_is_the_party_and_the_evidence_reaches_to_what_is_done():
    text = "2019年3月，临江高新区与海洲大学签订协议。"
    (draft,) = cooperation.find(read(text, [ZONE], ["海洲大学"]))
    assert text[slice(*draft.anchor)] == "海洲大学"
    assert text[slice(*draft.evidence)] == "海洲大学签订协议"
    assert isinstance(draft.content, Cooperation)
    assert draft.content.about == "签订协议"
    assert draft.rule == "cooperation.sign"


def test_nobody_works_with_a_place_outside_of_zones():
    assert found(read("某地与海洲大学签订协议。", [], ["海洲大学"], zone="")) == []


PIECES = [
    "与",
    "和",
    "、",
    "，",
    "。",
    "由",
    "等3所高校",
    "双方",
    "签订",
    "共建",
    "合作",
    "对接",
    "托管",
    "赴",
    "园区",
    "大学",
    "部",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_sentence_gives_partners_other_than_the_zone(text: str):
    for draft in cooperation.find(read(ZONE + text, [ZONE], ["大学"])):
        assert isinstance(draft.content, Cooperation)
        assert draft.content.partner not in ("", draft.owner.zone)
        assert len(draft.content.about) <= 30
        assert (
            0 <= draft.evidence[0] <= draft.anchor[0] < draft.anchor[1] <= draft.evidence[1] <= len(draft.sentence.text)
        )
