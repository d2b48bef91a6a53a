"""Whose fact it is, case by case."""

from pathlib import Path

import pytest
import yaml

from generator.annotate import annotate
from generator.mapped import MappedText
from generator.model import Article
from generator.reading import Context, Document, Paragraph, Story

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "attribution.yml").read_text(encoding="utf-8"))


def read(lines: list[str]) -> Context:
    text = "\n".join(lines)
    paragraphs, start = [], 0
    for line in lines:
        words = line.removeprefix("#")
        at = start + len(line) - len(words)
        paragraphs.append(Paragraph(MappedText.of(words, at), heading=line.startswith("#")))
        start += len(line) + 1
    title = lines[0].removeprefix("#") if lines[0].startswith("#") else ""
    return annotate(Document(Article("a.txt", text, "utf-8", date="2024-05-06"), (Story(title, tuple(paragraphs)),)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_whose_fact_it_is(case: dict) -> None:
    context = read(case["lines"])
    found = {}
    for words in case["about"]:
        sentence = next(one for one in context.sentences if words in one.text)
        owner = sentence.owner(sentence.text.index(words))
        found[words] = [owner.zone, owner.subject] if owner else None
    assert found == case["about"]


def test_an_article_without_any_zone_is_about_nobody() -> None:
    context = read(["今年以来天气很好。", "收成达300吨。"])
    assert all(sentence.owner(0) is None for sentence in context.sentences)


def test_a_story_does_not_know_the_zone_of_another() -> None:
    one = Paragraph(MappedText.of("绵阳高新区投资20亿元。"))
    two = Paragraph(MappedText.of("又有企业30家。", 20))
    document = Document(Article("a.txt", "x" * 60, "utf-8"), (Story("", (one,)), Story("", (two,))))
    assert annotate(document).sentences[1].owner(0) is None
