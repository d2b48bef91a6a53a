"""Patterns behind gates: none finds less than it finds alone."""

import gc
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import generator
from generator.clean import clean
from generator.gates import Gate, Gated, gated_choice
from generator.ingest import find_articles, read_article
from generator.pipeline import article_facts
from generator.sentences import split

ROOT = Path(__file__).parent.parent
PATTERNS = [
    "签约|开工|投产",
    "(?:再|又)?(?:投资|出资)(?:了|约)?[0-9]",
    "以(?P<list>[^，]{2,9}?)为(?:主导|支柱)",
    "(?<!不)[与和]园(?!区)|第[一二三]期$",
    "(?=一家[，企]|的[^，]{0,3}生产线)",
    "[^，]{0,2}?(?:主任|局长)[^，]{1,3}?说",
    "区?",
]


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """The sentences of the corpus, with all extractors loaded and used once."""
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found = []
    for path in find_articles([ROOT / "tests" / "corpus"]):
        article = read_article(path)
        article_facts(article)
        paragraphs = (paragraph for story in clean(article).stories for paragraph in story.paragraphs)
        found += [sentence.text for paragraph in paragraphs for sentence in split(paragraph.text)]
    return found


def test_a_closed_gate_keeps_nothing_out_of_the_corpus(sentences: list[str]) -> None:
    gated = [thing for thing in gc.get_objects() if isinstance(thing, Gated)]
    assert len(gated) > 50
    for one in gated:
        for text in sentences:
            assert one.opens(text) or one.expression.search(text) is None


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(deadline=None)
@given(text=st.text("签约开工投产再又资出了约3以为主导支柱新材料，与和园区不第一二期家企的生线任局长说李", max_size=24))
def test_a_gated_pattern_finds_what_the_pattern_finds(pattern: str, text: str) -> None:
    alone, gated = re.compile(pattern), Gated(re.compile(pattern))
    assert [m.span() for m in gated.finditer(text)] == [m.span() for m in alone.finditer(text)]
    for by_gate, by_itself in ((gated.search(text), alone.search(text)), (gated.match(text), alone.match(text))):
        assert (by_gate and (by_gate.span(), by_gate.groupdict())) == (
            by_itself and (by_itself.span(), by_itself.groupdict())
        )


@settings(deadline=None)
@given(text=st.text("签约开工投产再又资出了约3以为主导支柱新材料，与和园区不第一二期家企的生线任局长说李", max_size=24))
def test_a_choice_of_patterns_takes_the_one_that_their_alternation_takes(text: str) -> None:
    plain = re.compile("|".join(PATTERNS))
    assert [m.group() for m in gated_choice(PATTERNS).finditer(text)] == [m.group() for m in plain.finditer(text)]


def test_a_part_of_a_text_is_searched_behind_the_gate_of_the_whole() -> None:
    gated = Gated(re.compile("签约"))
    assert gated.opens("今日签约")
    assert gated.search("今日签约", 0, 3) is None
    assert gated.search("今日签约", 1, 4) is not None


def test_one_gate_for_many_opens_where_one_of_them_does() -> None:
    gate = Gate(Gated(re.compile("签约")), Gated(re.compile("开工|投产")), Gate.of(["园区"]))
    assert all(map(gate.opens, ("某地签约", "已投产", "园区里")))
    assert not gate.opens("园外无事")


def test_a_pattern_without_needles_is_always_tried() -> None:
    assert Gated(re.compile("[^，]+")).opens("")


def test_a_gate_made_after_a_text_was_searched_sees_it_too() -> None:
    text = "甲乙丙丁戊己"
    assert not Gated(re.compile("庚辛")).opens(text)
    assert Gated(re.compile("戊己")).opens(text)


def test_the_facts_are_those_that_are_found_with_all_gates_open(
    sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [read_article(path) for path in find_articles([ROOT / "seeds" / "articles", ROOT / "tests" / "corpus"])]
    behind_gates = [article_facts(article) for article in articles]
    monkeypatch.setattr(generator.gates, "marks", lambda text: -1)
    assert behind_gates == [article_facts(article) for article in articles]
