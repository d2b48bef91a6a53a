"""The page that leads to all downloads, with further pages where the list of them is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.downloads.package import CELLS
from generator.downloads.tables import CSV_TABLES
from generator.pages.environment import environment
from generator.pages.paging import bound
from generator.pages.site import Site

SHORT = 150
"""Files that one page lists, of zones and of comparisons each."""
PAGE = "download/index.md"


def render(site: Site, comparisons: Iterable[str]) -> Iterator[tuple[str, str]]:
    """download/index.md and what follows it; `comparisons` are the names of the comparisons' files."""
    titles = {
        path.rpartition("/")[2].removesuffix(".md"): name + ("（园区里的主体）" if inside else "")
        for (name, _, inside), path in site.indicator_pages.items()
    }
    zones = [("zones", zone.slug, zone.name) for zone in site.archive.zones]
    compared = [("comparisons", name, titles[name]) for name in comparisons]
    chunks = [part[at : at + SHORT] for part in (zones, compared) for at in range(0, len(part), SHORT)]
    together = len(zones) + len(compared) <= SHORT
    for leaf in bound(PAGE, [zones + compared] if together else chunks or [[]]):
        yield (
            leaf.path,
            environment()
            .get_template("downloads.md.j2")
            .render(
                tables=tuple(CSV_TABLES.values()),
                zones=tuple(entry for entry in leaf.entries if entry[0] == "zones"),
                comparisons=tuple(entry for entry in leaf.entries if entry[0] == "comparisons"),
                leaf=leaf,
                cells=CELLS,
                site_name=site.settings.name,
            ),
        )
