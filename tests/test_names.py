"""Names of organisations and projects in a sentence, and the short forms of an article's names."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.names import ShortForms, find_names, fullest_names
from generator.reading import Mention

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "names.yml").read_text(encoding="utf-8"))
PIECES = [
    *"与和等、，。()“”·+10A的在为龘",
    "苏州",
    "高新区",
    "产业园",
    "研究院",
    "有限公司",
    "科技",
    "企业",
    "3家",
    "项目",
    "龙头",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_names_in_a_sentence(case):
    assert {mention.name: mention.type for mention in find_names(case["text"])} == case["names"]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join))
def test_mentions_are_ordered_apart_and_true_to_the_text(text):
    end = 0
    for mention in find_names(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.name
        end = mention.end


@pytest.mark.parametrize(
    "piece", ["(", "7", "、", "产业园和", "中科信息产业有限公司", "东江、西江等", "“”", "高新区产业园"]
)
def test_a_line_without_stops_is_read_to_its_end(piece):
    text = piece * (200_000 // len(piece))
    assert all(mention.end <= len(text) for mention in find_names(text))


def article(*sentences):
    return [(sentence, find_names(sentence)) for sentence in sentences]


@pytest.mark.parametrize(
    ("sentences", "short", "full"),
    [
        (["江海智控信息产业有限公司投产。", "江海智控产值翻番。"], "江海智控", "江海智控信息产业有限公司"),
        (
            ["常熟飞鹰坚质材料科技股份有限公司上市。", "飞鹰坚科研发新品。"],
            "飞鹰坚科",
            "常熟飞鹰坚质材料科技股份有限公司",
        ),
        (["盐城东麟振动仪器有限公司获奖。", "东麟公司介绍了设备。"], "东麟公司", "盐城东麟振动仪器有限公司"),
        (["宿迁国际环保科技产业园(以下简称环科园)开园。", "环科园来了客人。"], "环科园", "宿迁国际环保科技产业园"),
        (["镇江·金山创新基地启用。", "镇江金山创新基地满园。"], "镇江金山创新基地", "镇江·金山创新基地"),
        (["长沙岳麓国际生物城签约。", "岳麓国际生物城扩区。"], "岳麓国际生物城", "长沙岳麓国际生物城"),
    ],
)
def test_a_short_form_leads_to_the_fullest_name(sentences, short, full):
    assert fullest_names(article(*sentences))[short] == full


def test_a_form_that_two_names_share_leads_nowhere():
    read = article("恒远光电材料有限公司和恒远生物制药有限公司入驻。", "恒远去年上市。")
    assert "恒远" not in fullest_names(read)


def test_no_form_of_a_name_that_is_a_place_or_a_zone():
    assert fullest_names(article("青岛高新区投资有限公司发债。", "青岛高新区增长。")) == {}


def test_short_forms_are_mentions_of_the_fullest_name():
    first, second = "江海智控信息产业有限公司投产。", "去年江海智控产值翻番。"
    read = article(first, second)
    forms = ShortForms.of(fullest_names(read))
    assert forms.find(second, read[1][1]) == (Mention(2, 6, "江海智控信息产业有限公司", "企业"),)
    assert [mention.name for mention in forms.find(first, read[0][1])] == ["江海智控信息产业有限公司"]


def test_without_short_forms_the_names_stay_as_they_are():
    names = find_names("南宁软件园开园。")
    assert ShortForms.of({}).find("南宁软件园开园。", names) == names
