"""The pages that a person wrote: how the site is made and what it cannot do, and how to correct a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.model import Kind, Metric
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.site import Site
from generator.pages.words import value_text

KINDS = {
    Kind.METRIC: "数字",
    Kind.EVENT: "事件",
    Kind.COOPERATION: "合作",
    Kind.INDUSTRY: "产业",
    Kind.ORGANISATION: "机构",
    Kind.HONOUR: "荣誉",
    Kind.PERSON: "人物",
    Kind.IDENTITY: "身份",
}
SURENESS = "97%（182/187）"
"""How sure a rule is, as an example of how it is written."""
_PLAIN = re.compile(r"[\w.\- ]+")
MEASURES = {"precision": "准确率", "recall": "召回率", "f1": "F1"}


@dataclass(frozen=True, slots=True)
class Score:
    """How well one kind of facts is read, each between 0 and 1."""

    kind: str
    precision: float
    recall: float
    f1: float


def render(site: Site, measured: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    """The page on method and limits, with the scores when they have been measured, and the page on corrections."""
    by_kind = dict.fromkeys(Kind, 0)
    for item in site.facts.values():
        by_kind[item.fact.kind] += 1
    human = sum(item.override is not None for item in site.facts.values())
    yield (
        addresses.METHOD,
        environment()
        .get_template("method.md.j2")
        .render(
            kinds=tuple((KINDS[kind], count) for kind, count in by_kind.items()),
            scores=scores(measured),
            unseen=scores(_unseen(measured)),
            example=SURENESS,
            human=human,
            articles=len(site.archive.articles),
            correct=addresses.link(addresses.METHOD, addresses.CORRECT),
            review=addresses.link(addresses.METHOD, addresses.REVIEW),
        ),
    )
    yield (
        addresses.CORRECT,
        environment()
        .get_template("correct.md.j2")
        .render(
            example=_example(site),
            method=addresses.link(addresses.CORRECT, addresses.METHOD),
            review=addresses.link(addresses.CORRECT, addresses.REVIEW),
            hosted=bool(site.desk().base),
        ),
    )


def _unseen(measured: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The scores on articles that nobody who wrote rules had read."""
    found = (measured or {}).get("unseen")
    return found if isinstance(found, Mapping) else None


def scores(measured: Mapping[str, Any] | None) -> tuple[Score, ...]:
    """The measured scores by kind and of all; a kind that lacks one is left out."""
    found = []
    rows = {kind.value: name for kind, name in KINDS.items()}
    for key, name in (*rows.items(), ("metric, every field", "数字（时间、主体等各项全对）"), ("all kinds", "全部")):
        row = (measured or {}).get(key)
        if isinstance(row, Mapping) and all(isinstance(row.get(measure), int | float) for measure in MEASURES):
            found.append(Score(name, *(float(row[measure]) for measure in MEASURES)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Example:
    """A fact of the archive as an override would name it."""

    zone: str
    fact: str
    value: str
    doc: str


def _as_it_is(doc: str) -> str:
    """A file's name for a block of code, where nothing is interpreted; another name where that could end the block."""
    return Markup(doc) if _PLAIN.fullmatch(doc) else "kunshan.txt"  # noqa: S704


def _example(site: Site) -> Example:
    for zone in site.profiles():
        for item in zone.facts:
            metric = item.fact.content
            if isinstance(metric, Metric) and isinstance(metric.value, int | float):
                return Example(zone.name, item.fact.id, value_text(metric.value), _as_it_is(item.fact.doc))
    return Example("昆山高新区", "m-5f2c9a1b0d", "6", "kunshan.txt")
