"""Levels that no noun right before the number names: 辖区103平方公里, 甲集团持股56%, 705亿元(地区生产总值)."""

from __future__ import annotations

import re

from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import ends_with
from generator.extract.metrics.phrase import Phrase
from generator.extract.metrics.state import State
from generator.indicators import canonical

PART_ALONE = re.compile(
    r"(?:^|[，、])(?:其中)?(?:单|仅|光|单单|仅仅)(?:是|靠)?(?P<part>[一-龥A-Za-z]{2,12}?)一(?:项|家|个)(?:就|便|即)(?:[一-龥]{0,4})?$"
)
"""单疫苗一项就拿出…: one part of what was told just before."""
BUILT = re.compile(
    r"(?:^|[，、])(?:目前|现)?已?(?P<part>首期|[一二三]期|起步区|核心区|启动区)?(?:已|先)?"
    r"(?P<verb>建成|规划|建设|开发|完成开发|拓展|扩建)?(?:了)?(?:约|近|超)?$"
)
HOLDS = re.compile("(?:^|[，、；其中])(?P<who>[^，、；]{2,16}?)(?:持股|占股|控股)(?:比例)?(?:为|达|约|各)?$")
"""Whose share of a firm it is: 甲集团持股56%."""
REGION = re.compile(
    "(?:^|[，、；])(?:现在?|目前|如今|全部)?(?P<what>辖区|全域|区域|规划区|建成区|控制区)(?:有|共|约|达|为|近|超)?$"
)
"""What has an area that is told without the word: 辖区103平方公里."""
BRACKETED = re.compile("[(（](?P<name>[一-龥A-Z]{2,16})[)）]")
"""What a number is of, behind it in brackets: 705亿元(地区生产总值)."""


def unnamed(state: State, noun: Phrase) -> list[Found] | None:
    """The level that something else than `noun`, the phrase before the number, names; None where nothing does."""
    return (
        _bracketed(state, noun)
        or _held(state)
        or _of_region(state, noun)
        or _people(state)
        or _part(state)
        or _built(state, noun)
    )


def _bracketed(state: State, noun: Phrase) -> list[Found] | None:
    named = BRACKETED.match(state.text, state.q.end)
    if not named or not canonical(named["name"]):
        return None
    if canonical(noun.text) and state.text[noun.end] not in ")）":
        return None
    return [state.metric(named["name"], "metric.described", low=state.q.start, high=named.end(), noun=named["name"])]


def _held(state: State) -> list[Found] | None:
    holds = HOLDS.search(state.left) if state.family == "share" else None
    if not holds:
        return None
    low = state.low + holds.start("who")
    return [state.metric(f"{holds['who']}持股比例", "metric.level", low=low, noun="持股", period="-")]


def _of_region(state: State, noun: Phrase) -> list[Found] | None:
    region = REGION.search(state.left) if state.family == "area" and not noun else None
    if not region:
        return None
    name = f"{region['what']}面积"
    return [state.metric(name, "metric.level", low=state.low + region.start("what"), noun=name)]


def _people(state: State) -> list[Found] | None:
    """派出干部7批、82人次: the second number is of the same people."""
    heads = state.last if state.family == "visits" and state.left == "、" else None
    if heads is None or heads.family not in ("count", "people", "times"):
        return None
    return [state.metric(f"{heads.noun}人次", "metric.level", low=heads.low, noun=heads.noun, wider=heads.wider)]


def _part(state: State) -> list[Found] | None:
    part, last = PART_ALONE.search(state.left), state.last
    head = ends_with("heads").search(last.indicator) if part and last is not None and last.value is not None else None
    if not part or last is None or not head:
        return None
    name = part["part"] + head[0]
    return [state.metric(name, "metric.level", low=state.low + part.start(), noun=name, wider=last.wider)]


def _built(state: State, noun: Phrase) -> list[Found] | None:
    built = BUILT.search(state.left) if state.family == "area" else None
    if not built or not (built["part"] or built["verb"]) or (noun and noun.text not in (built["verb"], built["part"])):
        return None
    name = f"{built['part'] or ''}{built['verb'] or ''}面积"
    return [state.metric(name, "metric.level", low=state.low + built.start(), noun=name)]
