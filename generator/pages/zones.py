"""The list of zones and the profile of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator import rules
from generator.compare.dates import date_words
from generator.model import Attribute, Identity, Industry, Metric, Published, Status, Zone
from generator.pages.addresses import ZONES
from generator.pages.environment import environment
from generator.pages.linked import linked
from generator.pages.profile import HOSTS, Group, Profile, headline, profile
from generator.pages.rows import Row, rows
from generator.pages.site import Site
from generator.pages.sources import entry
from generator.pages.summary import summary

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
        until=_until(site, docs),
    )


def _until(site: Site, docs: Iterable[str]) -> str:
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


def identity(zone: Zone, attribute: Attribute) -> tuple[str, ...]:
    """What articles and people say of one attribute of the zone itself, each value once."""
    return tuple(
        dict.fromkeys(
            item.fact.content.value
            for item in zone.facts
            if isinstance(item.fact.content, Identity)
            and item.fact.content.attribute is attribute
            and item.chosen
            and not item.fact.owner.subject
        )
    )


def province(zone: Zone) -> str:
    """The zone's province by its facts, else by the register of zones; empty where neither knows it."""
    named = identity(zone, Attribute.PROVINCE)
    if not named:
        return _registered().get(zone.name, "")
    for ending in ("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区", "省", "市"):
        if named[0].endswith(ending):
            return named[0].removesuffix(ending)
    return named[0]


@cache
def _registered() -> dict[str, str]:
    return {str(zone["name"]): str(zone.get("province") or "") for zone in rules.load("zones")}


def render(site: Site, notes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The list of zones and a profile of each that has one."""
    yield (
        ZONES,
        environment()
        .get_template("zones.md.j2")
        .render(
            entries=tuple(zone_entry(site, ZONES, zone) for zone in site.profiles()),
            mentioned=tuple((zone, _others(zone), rows(site, ZONES, zone.facts)) for zone in site.mentioned()),
        ),
    )
    template = environment().get_template("zone.md.j2")
    for zone in site.profiles():
        page = site.zone_page(zone)
        shown = profile(site, page, zone)
        sources = tuple(entry(site, page, site.articles[doc]) for doc in shown.docs)
        yield (
            page,
            template.render(
                zone=zone,
                aliases=_others(zone),
                description=_description(zone, shown),
                linked=linked(site, shown, _description(zone, shown)),
                until=date_words(_until(site, shown.docs)),
                profile=shown,
                summary=summary(shown),
                note=notes.get(zone.name, ""),
                host_kinds=_host_kinds(shown),
                sources=sources,
            ),
        )


def _others(zone: Zone) -> tuple[str, ...]:
    return tuple(alias for alias in dict.fromkeys(zone.aliases) if alias != zone.name)


def _description(zone: Zone, shown: Profile) -> str:
    figures = "，".join(row.text for row in shown.headline[:3])
    return f"{zone.name}：{figures}" if figures else f"{zone.name}的事实与出处"


def _host_kinds(shown: Profile) -> tuple[Group, ...]:
    """Parks and platforms of which only the name is known, by type."""
    bare = [row for subject in shown.hosts if not subject.known for row in subject.named]
    return tuple(
        Group(kind.value, kind.name.lower(), tuple(row for row in bare if row.tag == kind.value)) for kind in HOSTS
    )
