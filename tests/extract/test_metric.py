from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import metric
from generator.mapped import MappedText
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
    assert found(counted(*case["text"].split("\n"))) == case["found"]


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


def test_a_year_that_leads_in_holds_for_the_points_after_it() -> None:
    article = counted(
        "到2030年，",
        "——总量上，工业总产值1500亿元；",
        "——创新上，高新技术企业增至300家。",
        "云州高新区规划面积90平方公里，企业20家。",
    )
    assert found(article) == [
        "工业总产值 | 1500 亿元 | 2030 | target",
        "高新技术企业数 | 300 家 | 2030 | target",
        "规划面积 | 90 平方公里",
        "企业数 | 20 家",
    ]


def test_a_year_that_is_asked_for_holds_for_the_answer() -> None:
    article = counted("问：到2030年，会是怎样的园区？", "答：地区生产总值3000亿元，高企8000家。")
    assert found(article) == ["地区生产总值 | 3000 亿元 | 2030 | target", "高企数 | 8000 家 | 2030 | target"]


def test_a_label_with_its_number_is_read_where_it_is_taken_for_a_heading() -> None:
    article = counted("园区人口多。", headings=("常住人口：12.3万人", "12个项目落户"))
    assert found(article) == ["常住人口 | 12.3 万人"]


def test_the_rows_of_a_table_are_read_under_its_head() -> None:
    article = counted(
        headings=("年份 | 生产总值 | 企业", "2019年 | 30亿元 | 约20家", "2020年 | 36亿元 | -", "2021年 | 40亿元")
    )
    assert found(article) == [
        "生产总值 | 30 亿元 | 2019",
        "企业数 | ~ 20 家 | 2019",
        "生产总值 | 36 亿元 | 2020",
    ]


def test_a_fact_box_is_no_table() -> None:
    article = counted("名称 北岭高新区 | 别名 北岭新城", "面积 80平方公里 | 常住人口 30万人(2021年末)")
    assert found(article) == ["面积 | 80 平方公里", "常住人口 | 30 万人 | ../2021"]


def test_what_stands_under_a_heading_of_goals_is_hoped_for() -> None:
    article = counted("床位从3000张提高到5000张；新增重点实验室10个。", "目前已有实验室2个。")
    goal = replace(article.sentences[0], mapped=MappedText.of("二、主要任务"), heading=True, quantities=())
    assert found(replace(article, sentences=(goal, *article.sentences))) == [
        "床位数 | 3000 张",
        "床位数 | 5000 张 | target",
        "新增重点实验室数 | 10 个 | target",
        "实验室数 | 2 个 | ../2024-03",
    ]


def test_another_time_in_the_next_sentence_is_of_the_same_measure() -> None:
    assert found(counted("去年，税收30亿元；前年是24亿元。")) == ["税收 | 30 亿元 | 2023", "税收 | 24 亿元 | 2022"]


def test_a_part_of_the_year_is_of_the_one_year_that_an_article_without_a_date_names() -> None:
    context = told("上半年，投资增长15%。计划在2021年开工9个项目。", date="")
    article = replace(
        context, sentences=tuple(replace(s, quantities=find_quantities(s.text)) for s in context.sentences)
    )
    assert found(article)[0] == "投资 |  | 2021-01/2021-06 | +15%"


def test_what_answers_a_question_for_goals_is_hoped_for_until_a_box_beside_the_story() -> None:
    article = counted("今年有什么目标？新增企业30家。", "【链接】园区有企业200家。")
    assert found(article) == ["新增企业数 | 30 家 | 2024 | target", "企业数 | 200 家"]


def test_the_heading_of_a_fact_box_dates_its_lines() -> None:
    article = told("工业总产值：265亿元", "入驻企业：318家", headings=("2021年主要指标",))
    sentences = tuple(replace(s, quantities=find_quantities(s.text)) for s in article.sentences)
    assert found(replace(article, sentences=sentences)) == [
        "工业总产值 | 265 亿元 | 2021",
        "入驻企业数 | 318 家 | 2021",
    ]


def test_a_heading_with_a_year_says_of_what_time_its_section_is() -> None:
    context = counted(
        "经济稳中有进。",
        "规上企业利润增长6%，新增上市企业3家。",
        headings=("2023年工作回顾",),
    )
    assert found(context) == ["规上企业利润 |  | 2023 | +6%", "新增上市企业数 | 3 家 | 2023"]


def test_under_a_heading_of_plans_all_is_hoped_for() -> None:
    context = counted("新增规上企业20家。", headings=("2024年工作打算",))
    assert found(context) == ["新增规上企业数 | 20 家 | 2024 | target"]
