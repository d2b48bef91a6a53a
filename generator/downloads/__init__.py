"""What can be taken away: the facts as CSV and JSON, as a Frictionless data package, and feeds of what changed.

`records.py` knows what a row holds, `tables.py` what a table is in CSV, `package.py` how
the tables are described, `feed.py` the Atom feeds. The same archive gives the same bytes:
no clock is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from generator.compare import Comparison
from generator.downloads import feed, package, page, records
from generator.downloads.tables import CSV_TABLES, text_of
from generator.model import Archive, Published
from generator.pages.site import Settings, Site
from generator.site import names

FOLDER = "download"
"""Where all of this lies, below the documents' folder."""


def render(archive: Archive, settings: Settings | None = None, rejected: Iterable[Published] = ()) -> dict[str, str]:
    """All downloads by their paths below the documents' folder. The feeds tell of `rejected` facts by their ids."""
    site = Site.of(archive, settings or Settings())
    rows = {zone.name: [records.record(site, zone, item) for item in zone.facts] for zone in archive.zones}
    compared = {_name(site, comparison): records.compared(site, comparison) for comparison in site.comparisons}
    made = {
        "facts.csv": text_of(CSV_TABLES["facts"], [row for group in rows.values() for row in group]),
        "facts.json": _json(site, [row for group in rows.values() for row in group]),
        "comparisons.csv": text_of(CSV_TABLES["comparisons"], [row for group in compared.values() for row in group]),
        "comparisons.json": _json(site, [row for group in compared.values() for row in group]),
        "zones.csv": text_of(CSV_TABLES["zones"], records.zones(archive)),
        "sources.csv": text_of(CSV_TABLES["sources"], records.sources(site)),
        "datapackage.json": package.render(site),
        "feed.atom": feed.render(site, rejected),
        "index.md": page.render(site, list(compared)),
        names.FILE: names.render(archive),
    }
    for zone in archive.zones:
        made[f"zones/{zone.slug}.csv"] = text_of(CSV_TABLES["facts"], rows[zone.name])
        made[f"zones/{zone.slug}.json"] = _json(site, rows[zone.name])
        made[f"zones/{zone.slug}.atom"] = feed.render(site, rejected, zone)
    for name, readings in compared.items():
        made[f"comparisons/{name}.csv"] = text_of(CSV_TABLES["comparisons"], readings)
        made[f"comparisons/{name}.json"] = _json(site, readings)
    return {f"{FOLDER}/{path}": text for path, text in sorted(made.items())}


def _name(site: Site, comparison: Comparison) -> str:
    return PurePosixPath(site.indicator_pages[comparison.name, comparison.unit, comparison.inside]).stem


def _json(site: Site, rows: list[dict[str, Any]]) -> str:
    found = {"name": site.settings.name, "rows": rows}
    # A lone surrogate can be escaped in JSON and not in UTF-8.
    text = json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "replace").decode() + "\n"
