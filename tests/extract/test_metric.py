from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import metric
from generator.model import Metric, Qualifier, Status
from generator.quantity import find_quantities
from generator.reading import Context, Draft
from tests.extract.told import ZONE, cases, told

PIECES = (
    "2023年，",
    "云州高新区",
    "新增",
    "企业",
    "总投资",
    "产值",
    "占全市",
    "同比增长",
    "从",
    "由",
    "增至",
    "分别",
    "各",
)
NUMBERS = (
    "12家",
    "3.5亿元",
    "40%",
    "1.2个百分点",
    "两倍",
    "一番",
    "百亿级",
    "5个",
    "300亩",
    "3年",
    "88分",
    "的",
    "、",
    "和",
    "，",
    "。",
)


def counted(*paragraphs: str, headings: tuple[str, ...] = ()) -> Context:
    context = told(*paragraphs, headings=headings)
    return replace(context, sentences=tuple(replace(s, quantities=find_quantities(s.text)) for s in context.sentences))


def said(draft: Draft) -> str:
    content = draft.content
    assert isinstance(content, Metric)
    value = "–".join(map(str, content.value)) if isinstance(content.value, tuple) else content.value
    sign = "" if content.qualifier is Qualifier.EXACT else f"{content.qualifier.value} "
    parts = [content.indicator, sign + ("" if value is None else f"{value} {content.unit}".strip())]
    parts += [content.period] if content.period else []
    parts += [] if content.change is None else [f"{content.change:+g}%"]
    parts += ["target"] if content.status is Status.TARGET else []
    return " | ".join(parts) + (f" @{draft.owner.subject}" if draft.owner.subject else "")


def found(context: Context) -> list[str]:
    return [said(draft) for draft in metric.find(context)]


@pytest.mark.parametrize("case", cases("metric"), ids=lambda case: case["text"][:24])
def test_metric(case: dict) -> None:
    assert found(counted(case["text"])) == case["found"]


def test_the_time_of_a_sentence_holds_for_the_next_of_its_paragraph() -> None:
    article = counted("2022年，云州高新区实现营业收入860亿元。规上企业利润增长6%，技改投资45亿元。")
    assert found(article) == [
        "营业收入 | 860 亿元 | 2022",
        "规上企业利润 |  | 2022 | +6%",
        "技改投资 | 45 亿元 | 2022",
    ]


def test_the_time_of_another_paragraph_does_not_hold() -> None:
    assert found(counted("2019年，园区迎来转机。", "公司拥有专利36项。")) == ["专利数 | 36 项"]


def test_headings_only_repeat_what_the_text_says() -> None:
    article = counted("园区新增企业12家。", headings=("云州高新区新增企业12家",))
    assert found(article) == ["新增企业数 | 12 家"]


def test_what_belongs_to_no_zone_is_no_fact() -> None:
    context = counted("园区新增企业12家。")
    assert found(replace(context, sentences=tuple(replace(s, owners=()) for s in context.sentences))) == []


def test_evidence_reaches_from_the_indicator_to_the_growth() -> None:
    (draft,) = metric.find(counted("去年，全区实现税收58亿元，同比增长9%，再创新高。"))
    text = draft.sentence.text
    assert text[slice(*draft.evidence)] == "税收58亿元，同比增长9%"
    assert text[slice(*draft.anchor)] == "58亿"
    assert (draft.owner.zone, draft.rule) == (ZONE, "metric.level")


@given(st.lists(st.sampled_from(PIECES + NUMBERS), max_size=20).map("".join))
def test_any_text_gives_metrics_with_proof_around_their_number(text: str) -> None:
    for draft in metric.find(counted(text)):
        (low, high), (start, end) = draft.evidence, draft.anchor
        assert 0 <= low <= start < end <= high <= len(draft.sentence.text)
        assert isinstance(draft.content, Metric)
        assert draft.content.indicator


def test_ten_thousand_numbers_in_one_sentence_are_all_read() -> None:
    assert len(list(metric.find(counted("引进企业12家、" * 10_000)))) == 10_000
