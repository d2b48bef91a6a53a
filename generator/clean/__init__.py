"""Articles to documents: damage mended, script simplified, furniture left out, stories told apart.

The normal form of the cleaned text is stated in `generator.clean.width`.
"""

from __future__ import annotations

import re
from itertools import groupby

from generator.clean.columns import arrange, without_pull_quotes
from generator.clean.damage import mend_bytes, unmended
from generator.clean.furniture import mark_lines
from generator.clean.glosses import remove_glosses
from generator.clean.labels import close_up
from generator.clean.lines import unwrap
from generator.clean.script import simplify
from generator.clean.stories import tell_apart
from generator.clean.width import normalise
from generator.mapped import MappedText
from generator.model import Article
from generator.reading import Document, Paragraph, Repair, Story

MENDS = (unwrap, remove_glosses, unwrap, simplify, normalise, close_up)
"""In this order: a break may cut a gloss, glosses hide a width, and a comma is judged by what stands beside it."""


LONE = re.compile("[\ud800-\udfff]")
"""Halves of characters: no text has them, and most libraries refuse them."""


def clean(article: Article) -> Document:
    """The article as it was meant to be read. Never raises, whatever the text."""
    mapped, repairs, problems = mend_bytes(MappedText.of(LONE.sub("\ufffd", article.text)), article)
    damaged = unmended(mapped.text if not repairs else LONE.sub("\ufffd", article.text), repairs)
    for mend in MENDS:
        mapped, made = mend(mapped)
        repairs += made
    items, titles = tell_apart(mark_lines(mapped), LONE.sub("\ufffd", article.title))
    items, repeats = without_pull_quotes(items)
    items, made, torn = arrange(items, article)
    stories = tuple(
        Story(titles[number], tuple(Paragraph(item.line.text, item.heading) for item in group))
        for number, group in groupby(items, key=lambda item: item.story)
    )
    return Document(article, stories, _sorted(repairs + made), tuple(problems + torn), tuple(repeats), damaged)


def _sorted(repairs: list[Repair]) -> tuple[Repair, ...]:
    """The repairs by place, each place once: what was recovered from damage is no change of script besides."""
    found: list[Repair] = []
    for repair in sorted(repairs, key=lambda repair: (repair.start, -repair.end)):
        if not found or repair.start >= found[-1].end:
            found.append(repair)
    return tuple(found)
