"""What cleaning makes of the real articles."""

import json
from collections import Counter
from pathlib import Path

import pytest

from generator.clean import clean
from generator.ingest import find_articles, read_article
from generator.reading import Mend

FILES = find_articles([Path("seeds/articles"), Path("tests/corpus")])
DOCUMENTS = {file.name: clean(read_article(file)) for file in FILES}
FIRST, DAMAGED, PAGE = "000_281d213ca576406f.txt", "001_ef747cae626b9d04.txt", "004_1bd78171d87cf0be.txt"


def text(doc):
    return "\n".join(paragraph.text.text for story in DOCUMENTS[doc].stories for paragraph in story.paragraphs)


def kinds(doc):
    return Counter(repair.kind for repair in DOCUMENTS[doc].repairs)


def test_glosses():
    assert kinds(FIRST)[Mend.GLOSS] == 270
    mended = [repair.before for repair in DOCUMENTS[DAMAGED].repairs if repair.kind == Mend.BYTES]
    assert kinds(DAMAGED)[Mend.GLOSS] + sum(before.endswith(")") for before in mended) == 744


def test_damaged_places():
    assert [repair.after for repair in DOCUMENTS[DAMAGED].repairs if repair.kind == Mend.BYTES] == [
        "海》（簡",
        "。”中科可控董事長",
        "實現",
        "。”成都天府國",
        "在立園",
        "在實",
        "。”高新蜂鳥",
        "。“目前，平臺",
        "。”柏輝",
        "。“全球首個",
        "。“協",
        "。”昆山協",
    ]
    for words in (
        "《哪吒之魔童闹海》(简称《哪吒2》)",
        "创新综合体。”中科可控董事长、总裁聂华说",
        "在立园之初",
        "横亘在实验室与市场之间",
    ):
        assert words in text(DAMAGED)
    assert DOCUMENTS[DAMAGED].problems == ()


def test_stories_of_a_page_cut_up():
    document = DOCUMENTS[PAGE]
    assert [story.title for story in document.stories] == [
        "苏州高新区走集群化发展新路",
        "浙江舟山两园融合并建项目开工",
        "成都高新区发布智慧城市建设机会清单",
        "银川科技服务产业园正式揭牌",
        "河北保定有个“类中关村”",
    ]
    for words in (
        "公布了18家省级特色创新(产业)园区",
        "专心搞好自己的研发、生产和经营",
        "围绕创新创业平台建设、科技企业发展、科技金融深度融合给予重点专项支持",
        "正在设法扩大场地，完善设施，满足不断增长的市场需求",
    ):
        assert words in text(PAGE)
    last = "\n".join(paragraph.text.text for paragraph in document.stories[4].paragraphs)
    assert "保定" not in "".join(paragraph.text.text for paragraph in document.stories[0].paragraphs)
    assert "深化与中关村合作领导小组" in last
    assert [(problem.code, problem.line) for problem in document.problems] == [("TEXT-TORN", 17), ("TEXT-TORN", 23)]


def test_lines_broken_at_a_fixed_width():
    assert "税收收入占合肥市的24.6%，提高近5个百分点" in text("d03.txt")
    assert kinds("d03.txt")[Mend.LINES] > 20


@pytest.mark.parametrize("doc", [name for name in DOCUMENTS if name != PAGE])
def test_other_articles_are_one_story_with_their_title(doc):
    document = DOCUMENTS[doc]
    assert len(document.stories) == 1
    assert document.stories[0].title == document.article.title
    if document.article.title:
        assert document.stories[0].paragraphs[0].heading


@pytest.mark.parametrize("gold", ["seeds", "corpus"])
def test_evidence_is_in_the_cleaned_text(gold):
    """Nothing that a fact hangs on may be taken for furniture; only a pull quote's second voice is."""
    covered = {}
    for doc, document in DOCUMENTS.items():
        places = bytearray(len(document.article.text))
        for story in document.stories:
            for paragraph in story.paragraphs:
                for start, end in zip(paragraph.text.starts, paragraph.text.ends, strict=True):
                    places[start:end] = b"\1" * (end - start)
        covered[doc] = places
    lost = set()
    for line in Path(f"tests/gold/{gold}.jsonl").read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        start = DOCUMENTS[fact["doc"]].article.text.index(fact["evidence"])
        if not any(covered[fact["doc"]][start : start + len(fact["evidence"])]):
            lost.add(fact["evidence"][:10])
    assert lost <= {"到2022年产业链总", "重点布局半导体和集成"}


@pytest.mark.parametrize("gold", ["seeds", "corpus"])
def test_names_of_traditional_articles_stand_in_the_cleaned_text(gold):
    traditional = {doc for doc in DOCUMENTS if kinds(doc)[Mend.SCRIPT]}
    facts = [json.loads(line) for line in Path(f"tests/gold/{gold}.jsonl").read_text(encoding="utf-8").splitlines()]
    named = {(fact["doc"], fact["name"]) for fact in facts if fact["doc"] in traditional and fact.get("name")}
    missing = {name for doc, name in named if name not in text(doc)}
    assert missing <= {"昆山协鑫光电材料有限公司", "和林格尔新区管委会"}
