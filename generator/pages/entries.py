"""A zone as a list shows it, and what is known of it in a word: its province, its level, its industries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compare.headline import key_figures
from generator.model import Attribute, Industry, Metric, Published, Status, Zone
from generator.pages.rows import Row, folded, row_of
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
    docs = {item.fact.doc for item in zone.facts}
    return ZoneEntry(
        zone=zone,
        link=site.zone_link(page, zone),
        province=province(zone),
        level="、".join(identity(zone, Attribute.LEVEL)),
        industries=named[:SHORT_LIST],
        all_industries=named,
        more_industries=max(0, len(named) - SHORT_LIST),
        figures=_headline(site, page, zone),
        facts=len(zone.facts),
        sources=len(docs),
        until=until(site, docs),
    )


def _headline(site: Site, page: str, zone: Zone) -> tuple[Row, ...]:
    """The rows of the key figures, the first one first; only these are worked out."""
    folds = {fold.item.fact.id: fold for fold in folded(_own_figures(zone))}
    contents = ((fact_id, fold.item.fact.content) for fact_id, fold in folds.items())
    keys = key_figures((fact_id, content) for fact_id, content in contents if isinstance(content, Metric))
    return tuple(row_of(site, page, folds[fact_id]) for fact_id in keys)


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
