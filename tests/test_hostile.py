"""The whole pipeline on texts that no journalist wrote: nothing is raised, and what is found is true to the source."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.facts import EVIDENCE_LIMIT
from generator.ingest import read_article
from generator.model import Article
from generator.pipeline import article_facts
from generator.problems import ProblemError

SIZE = 12_000
"""Characters of a hostile text: past every limit of a single step, and still quick to read."""
HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
PROSE = (
    "2023年6月，凤山高新区实现产值12.5亿元，同比增长8.1%。凤山高新区与海州大学签订战略合作协议，"
    "引进华腾光电科技有限公司等3家企业，获评国家级示范基地，排名全省第2位，重点发展生物医药产业。\n"
)


def read(text, **metadata):
    """The facts of a text, each checked against it."""
    article = Article("a.txt", text, "utf-8", date="2023-07-01", **metadata)
    facts, _ = article_facts(article)
    check(text, facts)
    return facts


def check(text, facts):
    ids = {}
    for fact in facts:
        assert fact.evidence == text[fact.span.start : fact.span.end]
        assert 0 < len(fact.evidence) <= EVIDENCE_LIMIT
        assert fact.owner.zone
        assert ids.setdefault(fact.id, fact) is fact
    assert [fact.span.start for fact in facts] == sorted(fact.span.start for fact in facts)


def filled(piece, size=SIZE):
    return (piece * (size // len(piece) + 1))[:size]


def numbered(form, count):
    """The form `count` times, with a number and two Chinese characters that differ each time."""
    return "".join(form.format(i=i, a=HAN[i % 3000], b=HAN[i * 7 % 2999]) for i in range(count))


@pytest.mark.parametrize(
    "piece",
    [
        *"1一亿万，。、（“《的?!年第aー中\t",
        *("高新区", "凤山高新区", "企业", "2023年", "成立", "产业", "国家级", "公司、", "有限公司", "等3家", "\ufffd"),
        *("(", "((（", "“凤山高新区“企业‘", "“‘《(企业", "公司)》’”", "《", "\\", "</p>", "%s{0}", "\u202e", "\x1b[0m"),
    ],
)
def test_the_same_again_and_again(piece):
    read(filled(piece))


@pytest.mark.parametrize(
    "noise", ["\ufffd", "\x00", "\x07", "\x7f", "\u200b", "\ufeff", "\u202e", "(", "“", "1", " ", "\r"]
)
def test_noise_between_all_characters(noise):
    read(noise.join(PROSE * 8))


@pytest.mark.parametrize(
    "text",
    [
        "凤山高新区、" + "1" * 80 + "、甲等" + "2" * 80 + "企业。",
        "凤山高新区5家企业" + "在已已" * 80 + "。",
        "凤山高新区重点发展" + "等" * 80 + "、" + "等的" * 80 + "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚产业。",
        "凤山高新区产值占全市" + "连续保持保持保持" * 80 + "的5%。",
        "凤山高新区与" + "企业" * 80 + "签约，与" + "3家" * 80 + "签订战略合作协议，" + "由" * 80 + "大学签约。",
        "凤山高新区从" + "5增长到" * 80 + "9亿元，" + "已累计共" * 80 + "达到5家。",
        "凤山" + "股份集团控股" * 80 + "甲公司。" + "科技" * 80 + "有限公司在凤山高新区投产。",
        "凤山高新区" + "党工委副书记、管委会主任、" * 80 + "王明说，“" + "我们公司" * 80 + "”。",
    ],
)
def test_words_that_can_be_told_apart_in_many_ways(text):
    read(text)


def test_halves_of_characters():
    read("\ud800".join(PROSE * 8), title="凤山\udc00高新区")


@pytest.mark.parametrize("cycle", ["0123456789", "()（）[]《》“”", "0(1)", "。，", "\r\n"])
def test_every_second_character_is_noise(cycle):
    read("".join(itertools.chain(*zip(filled(PROSE, 6000), itertools.cycle(cycle), strict=False))))


@pytest.mark.parametrize("opening", ["“", "‘", "(", "《", "“‘《("])
def test_what_is_opened_and_closed_a_thousand_times(opening):
    closing = opening[::-1].translate(str.maketrans("“‘《(", "”’》)"))
    read(opening * 2000 + PROSE.strip() + closing * 2000)
    read((opening + "凤山高新区的企业") * 1000 + closing * 1000)


def test_an_article_of_many_pages_is_read_to_its_end():
    facts = read(PROSE + numbered("凤山高新区{a}{b}项目投资{i}亿元。\n", 800) + PROSE.replace("12.5", "98.7"))
    assert any(getattr(fact.content, "value", None) == 98.7 for fact in facts)
    assert len(facts) > 500


def test_one_line_without_a_stop_is_read_to_its_end():
    facts = read("凤山高新区2022年" + numbered("，{a}{b}园区产值达到{i}亿元", 800))
    assert {fact.content.value for fact in facts if hasattr(fact.content, "value")} >= {5, 400, 799}


def test_thousands_of_numbers_in_one_list():
    read("凤山高新区产值分别为" + "、".join(map(str, range(2500))) + "亿元。")
    read("凤山高新区" + "".join(f"，引进{i}家企业、同比增长{i % 90}%" for i in range(600)) + "。")
    read("凤山高新区产值" + "9" * SIZE + "亿元。")


def test_thousands_of_zones():
    facts = read(numbered("{a}{b}高新区产值{i}亿元。", 1000) * 2)
    assert len({fact.owner.zone for fact in facts}) > 500


def test_zones_whose_names_begin_and_end_alike():
    read(numbered("凤山{a}{b}高新区{i}万人。", 800) * 2)


def test_zones_whose_names_end_in_places():
    places = ["苏州", "无锡", "长沙", "武汉", "成都", "西安", "福州"]
    read("，".join(f"{places[i % 7]}{HAN[i % 3000]}{HAN[i * 7 % 2999]}高新区" for i in range(1500)) + "。")


def test_thousands_of_organisations():
    facts = read("凤山高新区迎来签约。" + numbered("{a}{b}科技有限公司落户凤山高新区。", 700))
    assert len({fact.content.name for fact in facts if fact.kind == "organisation"}) > 300


def test_organisations_whose_names_begin_alike():
    read("凤山高新区迎来" + numbered("海州华腾{a}{b}光电科技有限公司、华腾{a}公司、", 400) + "华腾。")


def test_thousands_of_events_of_one_zone_and_year():
    read(numbered("2022年5月，凤山高新区{a}{b}项目{i}开工。", 600))


def test_one_fact_told_again_and_again_has_one_id_each_time():
    facts = read("凤山高新区产值5亿元。\n" * 300)
    assert len(facts) == len({fact.id for fact in facts}) > 200


@pytest.mark.parametrize("title", ["", "凤山高新区" * 200, "（" * 500, "\x00"])
def test_any_title(title):
    read(PROSE, title=title)


@pytest.mark.parametrize("date", ["", "2023", "2023-13", "9999-12-31", "0000", "某日"])
def test_any_date(date):
    article = Article("a.txt", PROSE + "去年，凤山高新区投产。3月，凤山高新区开园。", "utf-8", date=date)
    check(article.text, article_facts(article)[0])


@pytest.mark.parametrize(
    "data",
    [
        PROSE.encode("gb18030") * 50,
        "\ufeff".encode() + PROSE.encode() * 50,
        PROSE.replace("\n", "\r\n").encode() * 20,
        PROSE.replace("\n", "").encode() * 100,
    ],
)
def test_files_as_they_come(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    article = read_article(path)
    facts, _ = article_facts(article)
    check(article.text, facts)
    assert facts


MARKS = "，。、；：！？“”‘’（）()《》…—\n\r\t 的与和在为零一万亿年月%?!"
PHRASES = """
    2023年6月 去年
    昆山高新区 凤山高新区 海州经济技术开发区 高新区 苏州 该区 我们公司 华腾光电科技有限公司 海州大学 产业园
    研究院 企业 等3家 以下简称 王明表示 党工委书记李强
    产值 12.5亿元 增长8% 1,200家 第2位 占地 平方公里 超过 分别 三成 翻一番
    从5增长到9 成立 开工
    签订战略合作协议 获评 国家级示范基地 位于 前身为 更名为 重点发展 生物医药产业 創(chuàng)新 ?!敝锌
    來源： 责任编辑：李强 △图为 一、
"""
PIECES = [*MARKS, *PHRASES.split(), "\ufffd", "\x00", "𠮷", "\ud83d", "记者 王明"]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from(["", "2023-07-01", "2021"]), st.sampled_from(["", "凤山高新区新闻"]))
def test_any_text_gives_true_facts_and_the_same_ones_again(text, date, title):
    article = Article("a.txt", text, "utf-8", title=title, date=date)
    facts, problems = article_facts(article)
    check(text, facts)
    assert (facts, problems) == article_facts(article)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(max_size=200), texts.map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_an_article_or_a_problem(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("bytes") / "a.txt"
    path.write_bytes(data)
    article, problem = _read(path)
    if article is None:
        assert problem.file == str(path)
        assert problem.fix
    else:
        check(article.text, article_facts(article)[0])


def _read(path):
    try:
        return read_article(path), None
    except ProblemError as error:
        return None, error.problem
