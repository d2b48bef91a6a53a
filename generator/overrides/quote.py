"""Words that a person quotes, found in an article: as they stand there, or as they read after cleaning."""

from __future__ import annotations

from generator.clean import clean
from generator.facts import EVIDENCE_LIMIT
from generator.model import Article, Span


def find_quote(article: Article, quote: str) -> Span | None:
    """Where the words first stand in the article's text; None where they do not, or are longer than evidence may be."""
    words = quote.strip()
    if not words or len(words) > EVIDENCE_LIMIT:
        return None
    start = article.text.find(words)
    if start >= 0:
        return Span(start, start + len(words))
    for story in clean(article).stories:
        for paragraph in story.paragraphs:
            start = paragraph.text.text.find(words)
            if start >= 0:
                span = paragraph.text.source(start, start + len(words))
                return span if span.end - span.start <= EVIDENCE_LIMIT else None
    return None
