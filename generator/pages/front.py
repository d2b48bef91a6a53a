"""The front page: what this is, how much of it there is, the zones, the ways in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import addresses
from generator.pages.entries import zone_entry
from generator.pages.environment import environment
from generator.pages.provinces import tiles
from generator.pages.site import Site
from generator.pages.sources import entry

LATEST = 6
"""Articles that the front page lists."""
CARDS = 60
"""Zones that the front page shows as cards, those with most facts; the list has all."""
FIGURES = 3
"""Key figures on a zone's card."""


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The front page."""
    page = addresses.FRONT
    zones = list(site.profiles())
    shown = [zone_entry(site, page, zone) for zone in sorted(zones, key=lambda zone: -len(zone.facts))[:CARDS]]
    yield (
        page,
        environment()
        .get_template("index.md.j2")
        .render(
            settings=site.settings,
            zones=len(zones),
            mentioned=sum(1 for _ in site.mentioned()),
            fact_count=len(site.facts),
            articles=len(site.archive.articles),
            entries=shown,
            more=len(zones) - len(shown),
            figures_shown=FIGURES,
            latest=tuple(entry(site, page, article) for article in site.archive.articles[:LATEST]),
            comparisons=len(site.comparisons),
            tiles=tiles(site, page),
            to={name: addresses.link(page, getattr(addresses, name)) for name in WAYS},
        ),
    )


WAYS = (
    "ZONES",
    "SOURCES",
    "COMPARE",
    "BESIDE",
    "INDUSTRIES",
    "HONOURS",
    "COOPERATION",
    "TIMELINE",
    "TARGETS",
    "NAMES",
    "METHOD",
    "CORRECT",
)
