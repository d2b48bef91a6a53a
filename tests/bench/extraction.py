"""Extraction of cleaned text on one core, against jieba.posseg over the same text."""

from __future__ import annotations

import statistics
from pathlib import Path

import jieba.posseg

from generator.annotate import annotate
from generator.clean import clean
from generator.extract import find
from generator.facts import settle
from generator.ingest import find_articles, read_article
from generator.reading import Document
from tests.bench.timing import in_turn, ratio

ROOT = Path(__file__).parent.parent.parent


def documents() -> list[Document]:
    """The seeds and the corpus, cleaned."""
    paths = find_articles([ROOT / "seeds" / "articles", ROOT / "tests" / "corpus"])
    return [clean(read_article(path)) for path in paths]


def extract(read: list[Document]) -> int:
    """All facts of the documents."""
    return sum(len(settle(document, find(annotate(document)))) for document in read)


def tag(texts: list[str]) -> int:
    """All words of the texts with their parts of speech."""
    return sum(1 for text in texts for _ in jieba.posseg.cut(text))


def report() -> None:
    """Print the speeds and their ratio."""
    read = documents()
    texts = [
        "\n".join(paragraph.text.text for story in document.stories for paragraph in story.paragraphs)
        for document in read
    ]
    size = sum(map(len, texts))
    tagging, extracting = in_turn([lambda: tag(texts), lambda: extract(read)])
    print(f"cleaned text: {size:,} characters, {len(read)} articles, one core, medians of {len(tagging)} runs")
    print(f"  jieba.posseg  {size / statistics.median(tagging):12,.0f} characters/s")
    print(f"  extraction    {size / statistics.median(extracting):12,.0f} characters/s")
    print(f"  extraction is {ratio(tagging, extracting):.2f} times as fast")
