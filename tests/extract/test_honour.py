import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import honour
from generator.extract.honour_awards import awards, listing
from generator.extract.honour_words import number, tidy
from generator.model import Honour
from generator.reading import Context, Draft
from tests.extract.told import ZONE, assert_within_its_sentence, cases, told


def said(draft: Draft) -> str:
    content = draft.content
    assert isinstance(content, Honour)
    parts = [content.title]
    parts += [f"{key}={value}" for key in ("issuer", "date", "rank") if (value := getattr(content, key))]
    return " | ".join(parts) + ("" if draft.owner.zone == ZONE else f" @{draft.owner.zone}")


def found(context: Context) -> list[str]:
    return [said(draft) for draft in honour.find(context)]


@pytest.mark.parametrize("case", cases("honour"), ids=lambda case: case["text"][:24])
def test_honour(case: dict) -> None:
    assert found(told(case["text"])) == case["found"]


def test_a_listing_holds_for_the_ranks_that_follow() -> None:
    article = told("日前，省商务厅公布2022年全省开发区考核评价结果。在全省96家开发区中，云州高新区排名第七。")
    assert found(article) == ["2022年全省开发区考核评价第七 | issuer=省商务厅 | date=2022 | rank=7"]


def test_a_listing_does_not_hold_far_below() -> None:
    article = told("省商务厅公布2022年全省开发区考核评价结果。", "园区环境优美。", "道路宽阔。", "云州高新区排名第七。")
    assert found(article) == []


def test_what_stands_under_a_heading_of_honours_is_one() -> None:
    article = told("国家低碳工业园区；某省首批智慧园区(2014年)。", headings=("五、荣誉",))
    assert list(found(article)) == ["国家低碳工业园区", "某省首批智慧园区 | date=2014"]


def test_a_table_of_honours_is_read_row_by_row() -> None:
    article = told(
        "时间 荣誉名称 授予单位",
        "2011 国家绿色照明产业基地 科技部",
        "中国县域园区二十强 2015年 县域经济研究中心",
        "2016年5月 云海省信用示范园区",
        headings=("5 所获荣誉",),
    )
    assert list(found(article)) == [
        "国家绿色照明产业基地 | issuer=科技部 | date=2011",
        "中国县域园区二十强 | issuer=县域经济研究中心 | date=2015",
        "云海省信用示范园区 | date=2016-05",
    ]


def test_what_a_heading_repeats_is_told_once() -> None:
    article = told("2023年，云州高新区在全省开发区考核中位列第3位。", headings=("云州高新区全省第三",))
    assert found(article) == ["全省开发区考核第3位 | date=2023 | rank=3"]


def test_the_fullest_title_is_kept() -> None:
    article = told("云州高新区被认定为国家级绿色园区。", "园区荣获第三批国家级绿色园区称号。")
    assert found(article) == ["第三批国家级绿色园区"]


def test_the_same_honour_is_told_once() -> None:
    assert len(found(told("园区获评国家双创示范基地。", "园区获评国家双创示范基地。"))) == 1


def test_no_owner_no_honour() -> None:
    text = told("园区获评国家双创示范基地。")
    nobody = Context(text.article, tuple(type(s)(s.mapped, 0, 0, False) for s in text.sentences))
    assert found(nobody) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("七", 7),
        ("十", 10),
        ("十二", 12),
        ("三十八", 38),
        ("一百零三", 103),
        ("两", 2),
        ("若干", None),
        ("", None),
    ],
)
def test_number(text: str, value: int | None) -> None:
    assert number(text) == value


def test_tidy_puts_the_year_first_and_leaves_counts_out() -> None:
    assert tidy("全省48家开发区2019年综合考评") == "2019年全省开发区综合考评"


def test_listing_names_itself_and_its_author() -> None:
    name, issuer, _ = listing("近日，市科技局联合发布2023年度瞪羚企业名单。") or ("", "", (0, 0))
    assert (name, issuer) == ("2023年度瞪羚企业", "市科技局")


def test_awards_tell_who_gives() -> None:
    assert [one.issuer for one in awards("园区被省总工会授予全省模范职工小家称号")] == ["省总工会"]
    assert [one.issuer for one in awards("园区被中国物流协会授予五星级园区称号")] == ["中国物流协会"]


@given(
    st.text(
        alphabet="第一二三十位名居列全省国首家个批的在中，。、“”()（）获评授予称号名单云州高新区12年强升至由和 \n",
        max_size=200,
    )
)
def test_honours_never_raise_and_stay_in_their_sentence(text: str) -> None:
    for draft in honour.find(told(text)):
        assert_within_its_sentence(draft)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    list(honour.find(told(text)))
