"""The list of zones and the profile of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.compare.dates import date_words
from generator.compare.scopes import district
from generator.model import Zone
from generator.pages import addresses
from generator.pages.addresses import ZONES
from generator.pages.entries import until, zone_entry
from generator.pages.environment import environment
from generator.pages.linked import linked
from generator.pages.mentions import by_province_named, other_names
from generator.pages.profile import HOSTS, Group, Profile, profile
from generator.pages.provinces import tiles
from generator.pages.site import Site
from generator.pages.sources import entry
from generator.pages.summary import summary
from generator.tree import File

LISTED = 500
"""Zones that one list shows; of more there is a page a province."""


def render(site: Site, notes: Mapping[str, str]) -> Iterator[tuple[str, str | File]]:
    """The list of zones and a profile of each that has one."""
    entries = tuple(zone_entry(site, ZONES, zone) for zone in site.profiles())
    yield (
        ZONES,
        environment()
        .get_template("zones.md.j2")
        .render(
            entries=entries,
            listed=len(entries) <= LISTED,
            tiles=tiles(site, ZONES),
            root=addresses.root(ZONES),
            industries=addresses.link(ZONES, addresses.INDUSTRIES),
            mentioned=by_province_named(site, ZONES),
        ),
    )
    for zone in site.profiles():
        page, note = site.zone_page(zone), notes.get(zone.name, "")
        yield page, site.page(page, (zone, note), partial(_profile, page=page, zone=zone, note=note))


def _profile(site: Site, page: str, zone: Zone, note: str) -> str:
    shown = profile(site, page, zone)
    return (
        environment()
        .get_template("zone.md.j2")
        .render(
            zone=zone,
            aliases=other_names(zone),
            description=_description(zone, shown),
            linked=linked(site, shown, _description(zone, shown)),
            until=date_words(until(site, shown.docs)),
            profile=shown,
            district=district(zone),
            beside=f"{addresses.link(page, addresses.BESIDE)}?z={zone.slug}",
            summary=summary(shown),
            note=note,
            host_kinds=_host_kinds(shown),
            sources=tuple(entry(site, page, site.articles[doc]) for doc in shown.docs),
            numbers={doc: number for number, doc in enumerate(shown.docs, 1)},
        )
    )


def _description(zone: Zone, shown: Profile) -> str:
    figures = "，".join(row.text for row in shown.headline[:3])
    return f"{zone.name}：{figures}" if figures else f"{zone.name}的事实与出处"


def _host_kinds(shown: Profile) -> tuple[Group, ...]:
    """Parks and platforms of which only the name is known, by type."""
    bare = [row for subject in shown.hosts if not subject.known for row in subject.named]
    return tuple(
        Group(kind.value, kind.name.lower(), tuple(row for row in bare if row.tag == kind.value)) for kind in HOSTS
    )
