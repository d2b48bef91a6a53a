"""The same fact told twice, and values that contradict one another.

Facts say the *same* when they are about the same owner, the same thing and the same
time and give the same value. Values are *rivals* when only the value differs. Of
rivals one is chosen by this order, which `why` states for readers:

1. what a person has checked (an override that corrects, confirms or adds);
2. an exact number before an approximate one, a precise date before a vague one;
3. the newer article;
4. the zone's own office before other publishers;
5. what stands first, by article and place.

Numbers without a time are no rivals: nobody knows that they are of one time. Nor are
numbers of one sentence: what tells them apart was not read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.compare.naming import shared_name
from generator.measures import base_quantity
from generator.model import (
    Article,
    Attribute,
    Cooperation,
    Event,
    Fact,
    Honour,
    Identity,
    Industry,
    Metric,
    Organisation,
    Person,
    Published,
    Qualifier,
    Value,
)

Key = tuple[Any, ...]

SINGLE = (Attribute.LEVEL, Attribute.PROVINCE, Attribute.FOUNDED, Attribute.APPROVED)
"""What a zone has one of. It can lie in a county-level city and the city above; aliases and positions are many."""
NOISE = re.compile(r"[\s\W_]+")
PLACE_END = re.compile(r"(?:省|市|自治区)$")


def resolve(facts: Sequence[Published], articles: Mapping[str, Article]) -> tuple[Published, ...]:
    """The facts in their order, each with what says the same, what contradicts it, and whether it was chosen.

    `articles` gives the metadata by a fact's `doc`; a missing one counts as undated.
    """
    topics: dict[Key, list[Published]] = defaultdict(list)
    for published in facts:
        topics[topic(published.fact)].append(published)
    settled: dict[str, Published] = {}
    for group in topics.values():
        for published in _settle(group, articles):
            settled[published.fact.id] = published
    return tuple(settled[published.fact.id] for published in facts)


def topic(fact: Fact) -> Key:
    """What a fact is about, without its value: facts of one topic say the same or contradict one another."""
    content = fact.content
    head: Key = (fact.kind, fact.owner.zone)
    match content:
        case Metric():
            unit = base_quantity(content.value, content.unit)
            measure = (shared_name(content.indicator), unit[1] if unit else "growth")
            return (*head, fact.owner.subject, *measure, content.period, content.status)
        case Event():
            return (*head, content.date, content.type, _squeezed(content.title))
        case Cooperation():
            return (*head, _squeezed(content.partner), content.type)
        case Industry():
            return (*head, _squeezed(content.name), content.role)
        case Organisation():
            return (*head, _squeezed(content.name))
        case Honour():
            return (*head, fact.owner.subject, _squeezed(content.title))
        case Person():
            return (*head, content.name, _squeezed(content.role))
        case Identity():
            return (*head, content.attribute) + (() if content.attribute in SINGLE else (_spoken(content.value),))


def value_key(fact: Fact) -> Key:
    """What a fact says of its topic, so that equal means the same; empty for topics that say it all."""
    content = fact.content
    if isinstance(content, Metric):
        quantity = base_quantity(content.value, content.unit)
        return (quantity[0] if quantity else (content.change,),)
    if isinstance(content, Identity) and content.attribute in SINGLE:
        return (_spoken(content.value),)
    return ()


def value_text(fact: Fact) -> str:
    """A metric's or an identity's value as a reader sees it."""
    content = fact.content
    if isinstance(content, Identity):
        return content.value
    if not isinstance(content, Metric):
        return ""
    if content.value is None:
        return f"{content.change:+g}%" if content.change is not None else ""
    return f"{QUALIFIERS[content.qualifier]}{_number(content.value)}{content.unit}"


QUALIFIERS = {Qualifier.EXACT: "", Qualifier.ABOUT: "约", Qualifier.OVER: "超", Qualifier.UNDER: "不足"}


def _number(value: Value) -> str:
    if isinstance(value, tuple):
        return "—".join(f"{part:.12g}" for part in value)
    return f"{value:.12g}"


def _settle(group: list[Published], articles: Mapping[str, Article]) -> Iterable[Published]:
    """One topic's facts with their relations filled in."""
    if len(group) == 1:
        return group
    camps: dict[Key, list[Published]] = defaultdict(list)
    for published in group:
        camps[value_key(published.fact)].append(published)
    if len(camps) == 1 or not _can_contradict(group):
        return [_with_same(published, camp) for camp in camps.values() for published in camp]
    return _choose(list(camps.values()), articles)


def _can_contradict(group: Sequence[Published]) -> bool:
    """Whether different values are rivals: nobody contradicts himself in one sentence, so there they differ in kind."""
    first = group[0].fact
    sentences = {(one.fact.doc, one.fact.sentence or one.fact.id) for one in group}
    timed = not isinstance(first.content, Metric) or bool(first.content.period)
    return timed and len(sentences) > 1


def _with_same(published: Published, camp: Iterable[Published]) -> Published:
    same = tuple(sorted(other.fact.id for other in camp if other is not published))
    return replace(published, same=same)


def _choose(camps: list[list[Published]], articles: Mapping[str, Article]) -> list[Published]:
    """The camps of rival values, the chosen one known by its best fact."""

    def rank(published: Published) -> Key:
        article = articles.get(published.fact.doc)
        return tuple(measure(published, article) for measure, _ in MEASURES) + _place(published.fact)

    champions = sorted((min(camp, key=rank) for camp in camps), key=rank)
    winner, second = champions[0], champions[1]
    reason = _reason(winner, second, articles)
    found = []
    for camp in camps:
        rivals = tuple(sorted(other.fact.id for others in camps if others is not camp for other in others))
        chosen = winner in camp
        others = "、".join(dict.fromkeys(value_text(item.fact) for item in champions if item not in camp))
        why = f"另有说法：{others}；采用这一说法，因为{reason}" if chosen else ""
        why = why or f"采用了另一说法：{value_text(winner.fact)}，因为{reason}"
        found += [replace(_with_same(item, camp), rivals=rivals, chosen=chosen, why=why) for item in camp]
    return found


def _reason(winner: Published, second: Published, articles: Mapping[str, Article]) -> str:
    first, other = articles.get(winner.fact.doc), articles.get(second.fact.doc)
    for measure, reason in MEASURES:
        if measure(winner, first) != measure(second, other):
            return reason
    return "它出现在先"


def _unchecked(published: Published, _: Article | None) -> int:
    return 0 if published.override else 1


def _vagueness(published: Published, _: Article | None) -> int:
    content = published.fact.content
    if isinstance(content, Metric):
        return int(content.qualifier is not Qualifier.EXACT) + int(isinstance(content.value, tuple))
    return -len(content.value) if isinstance(content, Identity) and content.attribute in DATES else 0


DATES = (Attribute.FOUNDED, Attribute.APPROVED)


def _age(_: Published, article: Article | None) -> Key:
    """Sorts newer dates first: each digit's complement, and a date that is missing last."""
    digits = article.date.ljust(10, "0") if article and article.date else ""
    return tuple(-ord(digit) for digit in digits) or (0,)


def _foreign(published: Published, article: Article | None) -> int:
    zone = published.fact.owner.zone
    return 0 if article and zone and zone in article.publisher else 1


MEASURES: tuple[tuple[Callable[[Published, Article | None], Any], str], ...] = (
    (_unchecked, "经人工核对"),
    (_vagueness, "它更精确"),
    (_age, "文章日期较新"),
    (_foreign, "出自该区自己的发布"),
)


def _place(fact: Fact) -> Key:
    return fact.doc, fact.span.start, fact.span.end, fact.id


def _spoken(value: str) -> str:
    """An identity's value without what is often left out: 望江市 is 望江."""
    return PLACE_END.sub("", _squeezed(value))


def _squeezed(text: str) -> str:
    return NOISE.sub("", text).casefold()
