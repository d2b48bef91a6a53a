"""Articles to documents: damage mended, script simplified, furniture left out, stories told apart."""

from __future__ import annotations

from generator.mapped import MappedText
from generator.model import Article
from generator.reading import Document, Paragraph, Story


def clean(article: Article) -> Document:
    """The article as it was meant to be read."""
    paragraphs, start = [], 0
    for line in article.text.splitlines(keepends=True):
        text = line.strip()
        if text:
            paragraphs.append(Paragraph(MappedText.of(text, start + line.index(text))))
        start += len(line)
    return Document(article, (Story(article.title, tuple(paragraphs)),))
