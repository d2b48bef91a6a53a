import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import industries
from generator.extract import industry
from generator.extract.industry_words import bare, could_be, is_known, is_plausible
from generator.model import Industry
from generator.reading import Context
from tests.extract.told import assert_within_its_sentence, cases, told


def found(context: Context) -> list[str]:
    return [
        f"{draft.content.role.value} {draft.content.name}"
        for draft in industry.find(context)
        if isinstance(draft.content, Industry)
    ]


@pytest.mark.parametrize("case", cases("industry"), ids=lambda case: case["text"][:24])
def test_industry(case: dict) -> None:
    assert sorted(found(told(case["text"]))) == sorted(case["found"])


def test_an_industry_is_told_once_where_its_role_is_told_best() -> None:
    article = told("园区集聚储能企业40家。", "主导产业为储能、光伏。", "储能产业产值达90亿元。")
    assert found(article) == ["主导 储能", "主导 光伏"]


def test_each_zone_has_its_own() -> None:
    drafts = list(industry.find(told("云州高新区主导产业为储能。", "临川经开区主导产业为储能。")))
    assert [draft.owner.zone for draft in drafts] == ["云州高新区", "临川经开区"]


def test_the_evidence_holds_the_list() -> None:
    (draft, *_) = industry.find(told("目前，园区已形成轴承、齿轮箱、模具三大主导产业。"))
    assert draft.sentence.text[slice(*draft.evidence)] == "轴承、齿轮箱、模具三大主导产业"
    assert draft.sentence.text[slice(*draft.anchor)] == "轴承"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("智能装备(含机器人)产业链", "智能装备"),
        ("绿色产业", "绿色产业"),
        ("“数字经济新赛道”", "数字经济"),
        ("新型显示产业集群", "新型显示"),
        ("、", "、"),
        ("", ""),
    ],
)
def test_bare(text: str, name: str) -> None:
    assert bare(text) == name


def test_what_a_fuller_name_tells_is_not_told_again() -> None:
    assert found(told("主导产业为稀土永磁材料、风电叶片。", "风电产业产值达90亿元。")) == [
        "主导 稀土永磁材料",
        "主导 风电叶片",
    ]
    assert found(told("主导产业为风电叶片、风电。")) == ["主导 风电叶片", "主导 风电"]


def test_names_made_of_known_ones_are_known() -> None:
    assert is_known("核聚变装备")
    assert is_known("智能农机装备")
    assert not is_known("精密装备制造业务")
    assert not is_known("高端服务大厅")


def test_what_may_be_an_industry() -> None:
    assert is_plausible("车规级芯片")
    assert not is_plausible("创新链")
    assert not could_be("重大项目建设")
    assert not could_be("湖南")


@pytest.mark.parametrize(
    ("name", "group", "section"),
    [
        ("集成电路", "新一代信息技术", "C"),
        ("工业软件", "新一代信息技术", "I"),
        ("集成电路产业链", "新一代信息技术", "C"),
        ("车规级芯片", "新一代信息技术", "C"),
        ("数字经济", "新一代信息技术", None),
        ("跨境电商", "现代服务业", "F"),
        ("陨石雕刻", None, None),
        ("", None, None),
    ],
)
def test_group_and_section(name: str, group: str | None, section: str | None) -> None:
    assert (industries.group(name), industries.section(name)) == (group, section)


def test_longest_before_takes_the_longest_known_name() -> None:
    text = "打造新能源汽车产业"
    assert industries.longest_before(text, 7) == 2
    assert industries.longest_before("打造云雾产业", 4) is None


@given(
    st.text(
        alphabet="、和与及等产业链集群主导重点发展聚焦以为打造半导体新材料生物医药三大领域()“”‘’，。云州高新区12亿 ",
        max_size=200,
    )
)
def test_industries_never_raise_and_stay_in_their_sentence(text: str) -> None:
    for draft in industry.find(told(text)):
        assert_within_its_sentence(draft)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    list(industry.find(told(text)))
