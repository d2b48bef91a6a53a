"""What can be taken away: the facts as CSV and JSON, as a Frictionless data package, and feeds of what changed.

`records.py` knows what a row holds, `lines.py` how it is written, `tables.py` what a table is in CSV, `package.py` how
the tables are described, `feed.py` the Atom feeds. Beside them lie the data that scripts of
pages ask for. The same archive gives the same bytes:
no clock is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from generator.compare import Comparison
from generator.downloads import feed, lines, package, page, records, tables
from generator.downloads.tables import CSV_TABLES, text_of
from generator.model import Archive, Published, Zone
from generator.pages import addresses, beside, chronicle
from generator.pages.site import Settings, Site
from generator.site import names
from generator.tree import AnyFile, File, Fresh, Joined, pieces

FOLDER = "download"
"""Where all of this lies, below the documents' folder."""


def render(archive: Archive, settings: Settings | None = None, rejected: Iterable[Published] = ()) -> dict[str, str]:
    """All downloads by their paths below the documents' folder. The feeds tell of `rejected` facts by their ids."""
    made = dict(render_site(Site.of(archive, settings or Settings()), rejected))
    texts = {path: file.text for path, file in made.items() if isinstance(file, Fresh)}
    joined = {path: file for path, file in made.items() if isinstance(file, Joined)}
    return dict(
        sorted((texts | {path: "".join(pieces(file, texts.__getitem__)) for path, file in joined.items()}).items())
    )


def render_site(site: Site, rejected: Iterable[Published] = ()) -> Iterator[tuple[str, AnyFile]]:
    """The same for a site that is known already, one by one; those of all zones are put together from those of each."""
    zones = {f"{FOLDER}/zones/{zone.slug}": zone for zone in site.archive.zones}
    compared = {f"{FOLDER}/comparisons/{_name(site, comparison)}": comparison for comparison in site.comparisons}
    for stem, zone in zones.items():
        yield from _both(site, stem, (zone,), partial(_zone, zone=zone))
        yield feed.of_zone(site, rejected, zone)
    for stem, comparison in compared.items():
        yield from _both(site, stem, (comparison,), partial(_compared, comparison=comparison))
    for path, text in _alone(site, rejected):
        yield f"{FOLDER}/{path}", Fresh(text)
    for path, text in page.render(site, [PurePosixPath(stem).name for stem in compared]):
        yield path, Fresh(text)
    yield from ((f"{FOLDER}/{path}", file) for path, file in beside.scripts(site))
    yield from _whole(site, "facts", tuple(zones), lambda stem: _zone(site, zones[stem]))
    yield from _whole(site, "comparisons", tuple(compared), lambda stem: _compared(site, compared[stem]))


def _alone(site: Site, rejected: Iterable[Published]) -> Iterator[tuple[str, str]]:
    yield "zones.csv", text_of(CSV_TABLES["zones"], records.zones(site))
    yield "sources.csv", text_of(CSV_TABLES["sources"], records.sources(site))
    yield "datapackage.json", package.render(site)
    yield "feed.atom", feed.render(site, rejected)
    yield names.FILE, names.render(site.archive, lambda zone: addresses.built(site.zone_page(zone)))
    yield from chronicle.scripts(site)


def _both(
    site: Site, stem: str, arguments: tuple[Any, ...], make: Callable[[Site], tuple[str, str]]
) -> Iterator[tuple[str, File]]:
    """A table as CSV and as JSON, which are made from the same rows."""
    paths = (f"{stem}.csv", f"{stem}.json")
    yield from zip(paths, site.files(paths, arguments, make), strict=True)


def _zone(site: Site, zone: Zone) -> tuple[str, str]:
    found = lines.of_zone(site, zone)
    return lines.csv_text(CSV_TABLES["facts"], found), lines.json_text(site.settings.name, found)


def _compared(site: Site, comparison: Comparison) -> tuple[str, str]:
    found = lines.compared(site, comparison)
    return lines.csv_text(CSV_TABLES["comparisons"], found), lines.json_text(site.settings.name, found)


def _whole(
    site: Site, table: str, stems: tuple[str, ...], make: Callable[[str], tuple[str, str]]
) -> Iterator[tuple[str, Joined]]:
    """The rows of all parts in one table, as CSV and as JSON."""
    head, opening = tables.head(CSV_TABLES[table]), lines.json_head(site.settings.name)
    forms = ((".csv", head, "", ""), (".json", opening, lines.BETWEEN, lines.TAIL))
    for place, (ending, begin, between, end) in enumerate(forms):
        yield (
            f"{FOLDER}/{table}{ending}",
            Joined(
                parts=tuple(f"{stem}{ending}" for stem in stems),
                head=begin,
                opening=begin,
                between=between,
                closing=end,
                tail=end,
                make=lambda part, place=place: make(part.rpartition(".")[0])[place],  # type: ignore[misc]
            ),
        )


def _name(site: Site, comparison: Comparison) -> str:
    return PurePosixPath(site.indicator_pages[comparison.name, comparison.unit, comparison.inside]).stem
