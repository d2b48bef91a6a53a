"""Documents to contexts: sentences with the zones, names, quantities and times in them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.attribution import attribute
from generator.compounds import compounds
from generator.names import ShortForms, find_names, fullest_names
from generator.quantity import find_quantities
from generator.reading import Context, Document, Sentence
from generator.sentences import split
from generator.timeline import timed
from generator.zone_forms import base
from generator.zones import ZoneFinder

LONG_NAME = 5
"""Characters that a name has at least to be told apart from common words by itself."""


def annotate(document: Document) -> Context:
    """The document's sentences with all that is mentioned in them, of what time and about whom they are."""
    sentences = _joined(list(timed(_sentences(document), document.article.date)))
    fullest = fullest_names((sentence.text, sentence.names) for sentence in sentences)
    forms = ShortForms.of({**_established(sentences), **fullest})
    named = (one.with_names(one.zones, forms.find(one.text, one.names)) for one in sentences)
    return attribute(Context(document.article, tuple(named), fullest))


def _sentences(document: Document) -> Iterator[Sentence]:
    finder = ZoneFinder.of(document)
    for story_number, story in enumerate(document.stories):
        for paragraph_number, paragraph in enumerate(story.paragraphs):
            for mapped in split(paragraph.text):
                yield Sentence(
                    mapped=mapped,
                    story=story_number,
                    paragraph=paragraph_number,
                    heading=paragraph.heading,
                    zones=finder.find(mapped.text),
                    names=find_names(mapped.text),
                    quantities=find_quantities(mapped.text),
                )


def _established(sentences: list[Sentence]) -> dict[str, str]:
    """The names that the article gives once so that they are known: they are the same wherever they stand again."""
    names = (mention for sentence in sentences for mention in sentence.names)
    return {one.name: one.name for one in names if len(one.name) >= LONG_NAME and one.type != "项目"}


def _joined(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences with zones that only begin another name made part of it."""
    bases = frozenset(base(mention.name) for sentence in sentences for mention in sentence.zones)
    joined = []
    for one in sentences:
        if one.zones and one.names:
            zones, names = compounds(one.text, one.zones, one.names, bases)
            joined.append(one.with_names(zones, names))
        else:
            joined.append(one)
    return joined
