"""Rows of the downloads as files have them: each fact is written once, and put together for every file that has it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.compare import Comparison
from generator.downloads import records, tables
from generator.model import Zone
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class Line:
    """A row as an object of JSON and as cells of CSV."""

    json: str
    csv: str


def facts(site: Site) -> dict[str, tuple[Line, ...]]:
    """The facts of each zone by its name."""
    return {
        zone.name: site.once(("lines", zone.name), (zone,), partial(_lines, zone=zone)) for zone in site.archive.zones
    }


def _lines(site: Site, zone: Zone) -> tuple[Line, ...]:
    return tuple(_line(tables.FACT, records.record(site, zone, item)) for item in zone.facts)


def compared(comparison: Comparison, known: Mapping[str, Line]) -> list[Line]:
    """The readings of a comparison in its order: what is compared, then the row of the fact, `known` by its id."""
    found = []
    for reading in comparison.readings:
        own, fact = _line(tables.COMPARED, records.compared(comparison, reading)), known[reading.published.fact.id]
        found.append(Line(f"{own.json[:-1]}, {fact.json[1:]}", f"{own.csv},{fact.csv}"))
    return found


def csv_text(table: tables.Table, lines: Iterable[Line]) -> str:
    """A table of these lines."""
    return tables.whole(table, (line.csv for line in lines))


def json_text(name: str, lines: Iterable[Line]) -> str:
    """The lines as JSON, one on each line of the text; `name` says whose they are."""
    rows = ",\n".join(line.json for line in lines)
    return f'{{"name": {_json(name)}, "rows": [\n{rows}\n]}}\n'


def _line(columns: tuple[tables.Column, ...], row: dict[str, Any]) -> Line:
    return Line(_json(row), tables.line(columns, row))


def _json(value: Any) -> str:
    # A lone surrogate can be escaped in JSON and not in UTF-8.
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "replace").decode()
