import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import event
from generator.model import Event
from generator.reading import Context
from tests.extract.told import cases, naming

ZONE, DATE = "临江高新区", "2021-06-15"


def read(text: str, zones: list[str], names: list[str], date: str = DATE, zone: str = ZONE) -> Context:
    return naming(text, zones, names, zone=zone, date=date)


def events(context: Context) -> list[list[str]]:
    contents = [draft.content for draft in event.find(context)]
    return [[c.date, c.type.value, c.title] for c in contents if isinstance(c, Event)]


@pytest.mark.parametrize("case", cases("event"), ids=lambda case: case["text"])
def test_what_happened_at_a_time_is_an_event(case: dict):
    text = case.get("before", "") + case["text"]
    context = read(text, case.get("zones", [ZONE]), case.get("names", []))
    assert events(context) == [[str(date), kind, title] for date, kind, title in case["want"]]


def test_evidence_holds_the_date_and_the_verb():
    text = "据介绍，2019年3月，临江高新区与安河市签署协议，前景广阔。"
    (draft,) = event.find(read(text, [ZONE], []))
    assert text[slice(*draft.evidence)] == "2019年3月，临江高新区与安河市签署协议"
    assert text[slice(*draft.anchor)] == "签署协议"
    assert draft.rule == "event.dated-verb"


def test_nothing_happens_outside_of_zones():
    assert events(read("2019年3月，某地与安河市签署协议。", [], [], zone="")) == []


PIECES = [
    "2020年",
    "今年",
    "5月",
    "，",
    "的",
    "了",
    "于",
    "双方",
    "与",
    "园区",
    "签约",
    "成立",
    "获批",
    "20周年",
    "以来",
    "名单",
]
MARKS = ["公布", "入选", "《", "》", "“", "”", "在", "——", "企业", "。"]


@given(st.lists(st.sampled_from(PIECES + MARKS), max_size=14).map("".join))
def test_any_sentence_gives_events_of_at_most_thirty_characters(text: str):
    for draft in event.find(read(text, [ZONE], ["园区"])):
        assert isinstance(draft.content, Event)
        assert 0 < len(draft.content.title) <= 30
        assert 0 <= draft.evidence[0] <= draft.anchor[0] < draft.anchor[1] <= len(draft.sentence.text)
