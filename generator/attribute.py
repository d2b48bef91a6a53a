"""Whose fact it is: the zone and the subject at each place of each sentence."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Owner
from generator.reading import Context, Ownership


def attribute(context: Context) -> Context:
    """The context with the owners of its sentences set."""
    zone, sentences, story = "", [], -1
    for sentence in context.sentences:
        if sentence.story != story:
            story, zone = sentence.story, ""
        owners = [Ownership(0, Owner(zone))]
        for mention in sentence.zones:
            zone = mention.name
            owners.append(Ownership(mention.start, Owner(zone)))
        sentences.append(replace(sentence, owners=tuple(owners)))
    return replace(context, sentences=tuple(sentences))
