"""Whose fact it is: the zone and the subject at each place of each sentence.

A reader keeps two things in mind while going through a story: the zone that is spoken
of, and what inside it (a park, a company) was made the topic last. A clause changes
them by naming another zone or name as its topic, by a word that points back (该区,
园区, 公司, 其) or by a figure of the area around (全市), which is nobody's fact here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from generator.attribution.clauses import owners
from generator.attribution.geography import Geography
from generator.attribution.mind import PARKS, Mind
from generator.attribution.speech import quoting
from generator.reading import Context, Mention, Sentence
from generator.zones import is_wide

DOMINANCE = 3
"""How many times as often as any other a story's own zone is named, for the others to come only in passing."""


def attribute(context: Context) -> Context:
    """The context with the owners of its sentences set."""
    geography = Geography.of(mention.name for sentence in context.sentences for mention in sentence.zones)
    stories: dict[int, list[Sentence]] = {}
    for sentence in context.sentences:
        stories.setdefault(sentence.story, []).append(sentence)
    sentences = [sentence for story in stories.values() for sentence in _story(story, geography)]
    return replace(context, sentences=tuple(sentences))


def _story(sentences: list[Sentence], geography: Geography) -> Iterator[Sentence]:
    home = home_zone(sentences)
    mind = Mind(zone=home, home=home, dominant=_dominates(home, sentences), geography=geography)
    people: dict[str, Mention] = {}
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        speakers = quoting(paragraph, people)
        mind.begin_paragraph()
        for number, sentence in enumerate(paragraph):
            if number in speakers:
                mind.listen_to(speakers[number])
            mind.heard.update(mention.name for mention in sentence.zones)
            yield sentence.with_owners(tuple(owners(sentence, mind)))


def home_zone(sentences: list[Sentence]) -> str:
    """The zone that a story is about: the one named first in its title, else the one named most.

    A story that names no zone is about the park that it names most.
    """
    for sentence in sentences:
        if sentence.heading and sentence.zones:
            return next((zone.name for zone in sentence.zones if not is_wide(zone.name)), sentence.zones[0].name)
    counts = Counter(mention.name for sentence in sentences for mention in sentence.zones)
    counts = Counter({name: count for name, count in counts.items() if not is_wide(name)}) or counts
    if not counts:
        counts = Counter(mention.name for sentence in sentences for mention in sentence.names if mention.type in PARKS)
    return max(counts, key=lambda name: (counts[name], name), default="")


def _dominates(home: str, sentences: list[Sentence]) -> bool:
    """Does the story name its own zone so often that the others come only in passing."""
    counts = Counter(mention.name for sentence in sentences for mention in sentence.zones)
    others = [count for name, count in counts.items() if name != home]
    return counts[home] >= DOMINANCE * max(others, default=0)
