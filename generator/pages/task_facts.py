"""Facts to look at: rivals, the least sure, those whose indicator no rule knows."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.compare.naming import headline_rank, registered, topic
from generator.confidence import confidence
from generator.indicators import indicators
from generator.model import Metric, Published
from generator.pages import draft
from generator.pages.acting import drafted, kept
from generator.pages.editing import RULES
from generator.pages.rows import proof, sure_words
from generator.pages.site import Site
from generator.pages.task import Sort, Task, Work, fact_task, quoted
from generator.problems import likeliest
from generator.quantity import family

RIVALS = 3
"""Rivals of a fact that are shown beside it."""
INDICATORS = f"{RULES}/indicators.yml"


def rivals(site: Site, page: str, work: Work, most: int) -> Sort:
    """Facts that say something else of the same thing and time; key figures first."""
    found = [
        item
        for item in site.facts.values()
        if item.chosen and item.override is None and any(other in site.facts for other in item.rivals)
    ]
    about = (
        "同一件事、同一时间，几处说的不一样。看过引文，把对的一条写作 confirm，网站就取它；有读错的，改正读错的那条。"
    )
    return Sort(
        "rivals",
        "互相矛盾的说法",
        about,
        len(found),
        tuple(_rival(site, page, one) for one in heapq.nsmallest(most, found, key=_prominence)),
    )


def _rival(site: Site, page: str, item: Published) -> Task:
    others = [site.facts[other] for other in item.rivals if other in site.facts][:RIVALS]
    return replace(
        _confirmed(site, page, item, f"现在取这一说：{item.why}" if item.why else "现在取这一说"),
        others=tuple(_confirmed(site, page, other, "另一说") for other in others),
    )


def _confirmed(site: Site, page: str, item: Published, reason: str) -> Task:
    body = draft.confirmation(item.machine or item.fact)
    act = drafted(site.desk(), site.homes[item.fact.id].name, body)
    return replace(fact_task(site, page, item, reason), act=act)


def _prominence(item: Published) -> tuple[int, str, int, str]:
    """Key figures first, then by place."""
    content = item.fact.content
    rank = headline_rank(content.indicator) if isinstance(content, Metric) else 0
    return rank, item.fact.doc, item.fact.span.start, item.fact.id


def doubts(site: Site, page: str, work: Work, most: int) -> Sort:
    """Facts that nobody has checked, those of the least sure rules first."""
    found = [item for item in site.facts.values() if item.override is None]
    tasks = tuple(fact_task(site, page, item, _doubt(item)) for item in heapq.nsmallest(most, found, key=_sureness))
    about = "读出这些事实的规则最不可靠；不可靠不等于错。对照引文看一眼，对的写 confirm，错的改正或写 reject。"
    return Sort("doubts", "最没有把握的事实", about, len(found), tasks)


def _sureness(item: Published) -> tuple[float, str, int, int, str]:
    """The least sure first; facts as sure as one another by their place."""
    fact = item.fact
    return confidence(fact.rule).share, fact.doc, fact.span.start, fact.span.end, fact.id


def _doubt(item: Published) -> str:
    return f"规则 {item.fact.rule} 的可靠度 {sure_words(item.fact.rule)}"


def names(site: Site, page: str, work: Work, most: int) -> Sort:
    """Names of indicators that no rule knows, the most used first."""
    using: dict[str, list[Published]] = defaultdict(list)
    for item in site.facts.values():
        content = item.fact.content
        if isinstance(content, Metric) and not registered(content.indicator):
            using[content.indicator].append(item)
    found = sorted(using, key=lambda name: (-len(using[name]), name))
    about = (
        "规则里没有登记的指标，同别的园区比不起来。是已有指标的另一种写法，就写进那个指标的 synonyms；"
        "是新的指标，照条目登记。"
    )
    tasks = tuple(_name(site, page, name, using[name]) for name in found[:most])
    return Sort("indicators", "没有登记的指标", about, len(found), tasks)


def _name(site: Site, page: str, name: str, using: Sequence[Published]) -> Task:
    first = using[0].fact
    shown = proof(site, page, first)
    unit = first.content.unit if isinstance(first.content, Metric) else ""
    near = likeliest(name, [indicator.name for indicator in indicators()], 2)
    hint = f"，最像的是{'、'.join(near)}" if near else ""
    body = draft.registration(name, topic(name).name, (family(unit) or "count") if unit else "change")
    return Task(
        text=name,
        reason=f"{len(using)} 个事实用了它{hint}",
        link=site.fact_link(page, first.id),
        beside=site.homes[first.id].name,
        act=kept(site.desk(), INDICATORS, body),
        **quoted(shown),
    )
