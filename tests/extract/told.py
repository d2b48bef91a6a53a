"""Sentences of one article as extractors get them: zones marked, times read, whose facts they tell."""

from pathlib import Path
from typing import Any

import yaml

from generator.mapped import MappedText
from generator.model import Article, Owner
from generator.reading import Context, Draft, Mention, Ownership, Sentence
from generator.sentences import split
from generator.timeline import timed

ZONE, OTHER, DATE = "云州高新区", "临川经开区", "2024-03-15"
NAMES = {
    "上海云州高新区": ZONE,
    "云州国家高新区": ZONE,
    "云州高新技术产业开发区": ZONE,
    "云州高新区": ZONE,
    "临川经济技术开发区": OTHER,
    "临川经开区": OTHER,
}


def cases(kind: str) -> list[dict[str, Any]]:
    """The cases of one kind of fact."""
    return yaml.safe_load((Path(__file__).parents[1] / "cases" / f"{kind}.yml").read_text(encoding="utf-8"))


def zones_in(text: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for name in sorted(NAMES, key=len, reverse=True):
        at = text.find(name)
        while at >= 0:
            if all(at >= other.end or at + len(name) <= other.start for other in found):
                found.append(Mention(at, at + len(name), NAMES[name], "zone"))
            at = text.find(name, at + len(name))
    return tuple(sorted(found, key=lambda mention: mention.start))


def told(*paragraphs: str, date: str = DATE, headings: tuple[str, ...] = ()) -> Context:
    """An article of these headings and paragraphs that is about 云州高新区 until it names another zone."""
    sentences = []
    for number, text in enumerate((*headings, *paragraphs)):
        for mapped in split(MappedText.of(text)):
            zones = zones_in(mapped.text)
            owners = (Ownership(0, Owner(ZONE)), *(Ownership(zone.start, Owner(zone.name)) for zone in zones))
            heading = number < len(headings)
            sentences.append(Sentence(mapped, 0, number, heading, zones=zones, owners=owners))
    return Context(Article("a.txt", "\n".join(paragraphs), "utf-8", date=date), tuple(timed(sentences, date)))


def mentions(text: str, names: list[str], kind: str) -> tuple[Mention, ...]:
    """The first place of each of these names in a text."""
    found = (Mention(at, at + len(name), name, kind) for name in names if (at := text.find(name)) >= 0)
    return tuple(sorted(found, key=lambda mention: mention.start))


def naming(text: str, zones: list[str], names: list[str], *, zone: str, date: str) -> Context:
    """An article of one paragraph about one zone, with just these zones and organisations found in it."""
    sentences = [
        Sentence(
            mapped=mapped,
            story=0,
            paragraph=0,
            heading=False,
            zones=mentions(mapped.text, zones, "zone"),
            names=mentions(mapped.text, names, "企业"),
            owners=(Ownership(0, Owner(zone)),) if zone else (),
        )
        for mapped in split(MappedText.of(text))
    ]
    return Context(Article("a.txt", text, "utf-8", date=date), tuple(timed(sentences, date)))


def assert_within_its_sentence(draft: Draft, longest: int = 80) -> None:
    """The anchor lies in the evidence, the evidence in the sentence, and it can be read at a glance."""
    start, end = draft.evidence
    left, right = draft.anchor
    assert 0 <= start <= left < right <= end <= len(draft.sentence.text)
    assert end - start <= longest
