"""A zone as a list shows it, and what is known of it in a word: its province, its level, its industries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Attribute, Industry, Metric, Published, Status, Zone
from generator.pages.profile import headline
from generator.pages.rows import Row, rows
from generator.pages.site import Site
from generator.pages.whereabouts import identity, province

SHORT_LIST = 4
"""Industries that a list names of each zone."""


@dataclass(frozen=True, slots=True)
class ZoneEntry:
    """A zone in a list."""

    zone: Zone
    link: str
    province: str
    level: str
    industries: tuple[str, ...]
    all_industries: tuple[str, ...]
    more_industries: int
    figures: tuple[Row, ...]
    facts: int
    sources: int
    until: str


def zone_entry(site: Site, page: str, zone: Zone) -> ZoneEntry:
    """A zone as a list on a page shows it."""
    return site.once(("entry", page, zone.slug), (zone,), lambda known: _entry(known, page, zone))


def _entry(site: Site, page: str, zone: Zone) -> ZoneEntry:
    named = tuple(dict.fromkeys(_industry_names(zone)))
    figures = rows(site, page, _own_figures(zone))
    docs = {item.fact.doc for item in zone.facts}
    return ZoneEntry(
        zone=zone,
        link=site.zone_link(page, zone),
        province=province(zone),
        level="、".join(identity(zone, Attribute.LEVEL)),
        industries=named[:SHORT_LIST],
        all_industries=named,
        more_industries=max(0, len(named) - SHORT_LIST),
        figures=headline(figures),
        facts=len(zone.facts),
        sources=len(docs),
        until=until(site, docs),
    )


def until(site: Site, docs: Iterable[str]) -> str:
    """The date of the latest of these articles."""
    return max((site.articles[doc].date for doc in docs if doc in site.articles), default="")


def _own_figures(zone: Zone) -> list[Published]:
    return [
        item
        for item in zone.facts
        if isinstance(item.fact.content, Metric)
        and item.fact.content.status is Status.ACTUAL
        and not item.fact.owner.subject
    ]


def _industry_names(zone: Zone) -> Iterator[str]:
    """The zone's own industries, the leading ones first."""
    own = [item.fact.content for item in zone.facts if item.chosen and not item.fact.owner.subject]
    found = [content for content in own if isinstance(content, Industry)]
    order = list(type(found[0].role)) if found else []
    return (content.name for content in sorted(found, key=lambda content: order.index(content.role)))
