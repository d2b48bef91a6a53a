"""Documents to contexts: sentences with the zones, names, quantities and times in them."""

from __future__ import annotations

from generator.attribution import attribute
from generator.names import find_names, fullest_names
from generator.period import find_periods
from generator.quantity import find_quantities
from generator.reading import Context, Document, Sentence
from generator.sentences import split
from generator.zones import ZoneFinder


def annotate(document: Document) -> Context:
    """The document's sentences with all that is mentioned in them and whom they are about."""
    finder = ZoneFinder.of(document)
    sentences, current, place = [], "", (-1, -1)
    for story_number, story in enumerate(document.stories):
        for paragraph_number, paragraph in enumerate(story.paragraphs):
            if place[0] != story_number:
                current = ""
            place = (story_number, paragraph_number)
            for mapped in split(paragraph.text):
                periods = find_periods(mapped.text, document.article.date, current)
                sentence = Sentence(
                    mapped=mapped,
                    story=story_number,
                    paragraph=paragraph_number,
                    heading=paragraph.heading,
                    zones=finder.find(mapped.text),
                    names=find_names(mapped.text),
                    quantities=find_quantities(mapped.text),
                    periods=periods,
                    period=current,
                )
                current = periods[-1].period if periods else current
                sentences.append(sentence)
    fullest = fullest_names((sentence.text, sentence.names) for sentence in sentences)
    return attribute(Context(document.article, tuple(sentences), fullest))
