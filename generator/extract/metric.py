"""Facts of the kind metric: numbers with what they measure, of what time, whether reached or hoped for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.metrics.found import Found
from generator.extract.metrics.reader import read
from generator.model import Metric, Owner
from generator.period import is_weak
from generator.reading import Context, Draft, Sentence


def find(context: Context) -> Iterator[Draft]:
    """The metric facts of an article, sentence by sentence; headings repeat what the text says and are left out."""
    told = (-1, -1)
    for sentence in context.sentences:
        place = (sentence.story, sentence.paragraph)
        near = told == place
        if any(not is_weak(sentence.text[m.start : m.end]) for m in sentence.periods):
            told = place
        if sentence.heading or not sentence.quantities or not sentence.owners:
            continue
        for found in read(sentence, context.month, near=near):
            owner = sentence.owner(found.number[0])
            if owner is not None:
                yield _draft(sentence, found, owner, context.month)


def _draft(sentence: Sentence, found: Found, owner: Owner, month: str) -> Draft:
    period = (f"../{month}" if month else "") if found.period == "now" else found.period
    return Draft(
        content=Metric(
            indicator=found.indicator,
            value=found.value,
            unit=found.unit,
            qualifier=found.qualifier,
            period=period,
            change=found.change,
            status=found.status,
        ),
        owner=Owner(owner.zone, found.subject) if found.subject else owner,
        sentence=sentence,
        evidence=(found.low, found.high),
        anchor=found.number,
        rule=found.rule,
    )
