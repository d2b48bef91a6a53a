from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.clean.columns import MOST_PROBLEMS
from generator.model import Article
from generator.reading import Mend

WORDS = [
    "临江高新区",
    "创(chuàng)新",
    "產業園區",
    "“",
    "”",
    "《",
    "》",
    "(",
    ")",
    "?!敝锌瓶L",
    "?cè)诹@",
    "\n",
    "\n\n\n",
    "\r\n",
    "　　",
    "  ",
    "。",
    "，",
    ",",
    "；",
    "１２",
    "12",
    "3.5",
    "亿元",
    "来源：某报",
    "记者 王明",
    "◎ 本报记者 李丽",
    "2023-05-06",
    "责任编辑：王",
    "△ 图",
    "\ufffd",
    "\x00",
    "\u2028",
    "\ufeff",
    "一、总则",
    "【聚】",
    "某某日报讯（记者王）",
    "著",
    "かな",
    "完成的项目和",
    "素，先后",
    "😀",
    "<b>",
    "€",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map("".join))


@settings(max_examples=300, deadline=None)
@example("0 \ufeff")
@given(TEXTS)
def test_every_cleaned_character_maps_into_the_source(text):
    document = clean(Article("a.txt", text, "utf-8"))
    joins = sum(repair.kind == Mend.COLUMNS for repair in document.repairs)
    for story in document.stories:
        for paragraph in story.paragraphs:
            mapped = paragraph.text
            assert mapped.text.strip() == mapped.text != ""
            for start, end in zip(mapped.starts, mapped.ends, strict=True):
                assert 0 <= start < end <= len(text)
            back = sum(a > b for a, b in zip(mapped.starts, mapped.starts[1:], strict=False))
            assert back <= joins


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_repairs_are_sorted_apart_and_true(text):
    document = clean(Article("a.txt", text, "utf-8"))
    position = 0
    for repair in document.repairs:
        assert position <= repair.start < repair.end <= len(text)
        position = repair.end
    assert len(document.problems) <= 4 * MOST_PROBLEMS
    assert not any(problem.fatal for problem in document.problems)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_is_cleaned_the_same(text):
    article = Article("a.txt", text, "utf-8")
    assert clean(article) == clean(article)
