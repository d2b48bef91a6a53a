"""Articles to documents: damage mended, script simplified, furniture left out, stories told apart."""

from __future__ import annotations

from generator.clean.glosses import remove_glosses
from generator.clean.script import simplify
from generator.clean.width import normalise
from generator.mapped import MappedText
from generator.model import Article
from generator.reading import Document, Paragraph, Repair, Story


def clean(article: Article) -> Document:
    """The article as it was meant to be read."""
    mapped = MappedText.of(article.text)
    repairs: list[Repair] = []
    for mend in (remove_glosses, simplify, normalise):
        mapped, made = mend(mapped)
        repairs += made
    paragraphs, start = [], 0
    for line in mapped.text.splitlines(keepends=True):
        paragraph = mapped.cut(start, start + len(line)).strip()
        start += len(line)
        if paragraph.text:
            paragraphs.append(Paragraph(paragraph))
    repairs.sort(key=lambda repair: (repair.start, repair.end))
    return Document(article, (Story(article.title, tuple(paragraphs)),), tuple(repairs))
