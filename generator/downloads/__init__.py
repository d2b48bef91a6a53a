"""What can be taken away: the facts as CSV and JSON, as a Frictionless data package, and feeds of what changed.

`records.py` knows what a row holds, `lines.py` how it is written, `tables.py` what a table is in CSV, `package.py` how
the tables are described, `feed.py` the Atom feeds. Beside them lie the data that scripts of
pages ask for. The same archive gives the same bytes:
no clock is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import PurePosixPath

from generator.compare import Comparison
from generator.downloads import feed, lines, package, page, records
from generator.downloads.tables import CSV_TABLES, text_of
from generator.model import Archive, Published
from generator.pages import addresses, beside, chronicle
from generator.pages.site import Settings, Site
from generator.site import names

FOLDER = "download"
"""Where all of this lies, below the documents' folder."""


def render(archive: Archive, settings: Settings | None = None, rejected: Iterable[Published] = ()) -> dict[str, str]:
    """All downloads by their paths below the documents' folder. The feeds tell of `rejected` facts by their ids."""
    return render_site(Site.of(archive, settings or Settings()), rejected)


def render_site(site: Site, rejected: Iterable[Published] = ()) -> dict[str, str]:
    """The same for a site that is known already."""
    archive = site.archive
    rows = lines.facts(site)
    known = {item.fact.id: row for zone in archive.zones for item, row in zip(zone.facts, rows[zone.name], strict=True)}
    compared = {_name(site, comparison): lines.compared(comparison, known) for comparison in site.comparisons}
    facts, comparisons, name = CSV_TABLES["facts"], CSV_TABLES["comparisons"], site.settings.name
    made = {
        "facts.csv": lines.csv_text(facts, chain.from_iterable(rows.values())),
        "facts.json": lines.json_text(name, chain.from_iterable(rows.values())),
        "comparisons.csv": lines.csv_text(comparisons, chain.from_iterable(compared.values())),
        "comparisons.json": lines.json_text(name, chain.from_iterable(compared.values())),
        "zones.csv": text_of(CSV_TABLES["zones"], records.zones(site)),
        "sources.csv": text_of(CSV_TABLES["sources"], records.sources(site)),
        "datapackage.json": package.render(site),
        "feed.atom": feed.render(site, rejected),
        names.FILE: names.render(archive, lambda zone: addresses.built(site.zone_page(zone))),
        **dict(beside.scripts(site)),
        **dict(chronicle.scripts(site)),
    }
    for zone in archive.zones:
        made[f"zones/{zone.slug}.csv"] = lines.csv_text(facts, rows[zone.name])
        made[f"zones/{zone.slug}.json"] = lines.json_text(name, rows[zone.name])
        made[f"zones/{zone.slug}.atom"] = feed.of_zone(site, rejected, zone)
    for part, readings in compared.items():
        made[f"comparisons/{part}.csv"] = lines.csv_text(comparisons, readings)
        made[f"comparisons/{part}.json"] = lines.json_text(name, readings)
    pages = dict(page.render(site, list(compared)))
    return dict(sorted((pages | {f"{FOLDER}/{path}": text for path, text in made.items()}).items()))


def _name(site: Site, comparison: Comparison) -> str:
    return PurePosixPath(site.indicator_pages[comparison.name, comparison.unit, comparison.inside]).stem
