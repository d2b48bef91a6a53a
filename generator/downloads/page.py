"""The page that leads to all downloads."""

from __future__ import annotations

from collections.abc import Iterable

from generator.downloads.package import CELLS
from generator.downloads.tables import CSV_TABLES
from generator.pages.environment import environment
from generator.pages.site import Site


def render(site: Site, comparisons: Iterable[str]) -> str:
    """download/index.md; `comparisons` are the names of the comparisons' files."""
    titles = {
        path.rpartition("/")[2].removesuffix(".md"): name + ("（园区里的主体）" if inside else "")
        for (name, _, inside), path in site.indicator_pages.items()
    }
    return (
        environment()
        .get_template("downloads.md.j2")
        .render(
            tables=tuple(CSV_TABLES.values()),
            zones=site.archive.zones,
            comparisons=tuple((name, titles[name]) for name in comparisons),
            cells=CELLS,
            site_name=site.settings.name,
        )
    )
