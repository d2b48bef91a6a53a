"""Rows of the downloads as files have them: each fact is written once, and put together for every file that has it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.compare import Comparison
from generator.downloads import records, tables
from generator.model import Zone
from generator.pages.site import Site

BETWEEN, TAIL = ",\n", "\n]}\n"
"""What stands between two lines of JSON, and behind the last."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row as an object of JSON and as cells of CSV."""

    json: str
    csv: str


def of_zone(site: Site, zone: Zone) -> tuple[Line, ...]:
    """The facts of a zone."""
    return tuple(_line(tables.FACT, records.record(site, zone, item)) for item in zone.facts)


def compared(site: Site, comparison: Comparison) -> list[Line]:
    """The readings of a comparison in its order: what is compared, then the row of the fact."""
    found = []
    for reading in comparison.readings:
        own = _line(tables.COMPARED, records.compared(comparison, reading))
        fact = _line(tables.FACT, records.record(site, reading.zone, reading.published))
        found.append(Line(f"{own.json[:-1]}, {fact.json[1:]}", f"{own.csv},{fact.csv}"))
    return found


def csv_text(table: tables.Table, lines: Iterable[Line]) -> str:
    """A table of these lines."""
    return tables.whole(table, (line.csv for line in lines))


def json_text(name: str, lines: Iterable[Line]) -> str:
    """The lines as JSON, one on each line of the text; `name` says whose they are."""
    return json_head(name) + BETWEEN.join(line.json for line in lines) + TAIL


def json_head(name: str) -> str:
    """What stands before the lines."""
    return f'{{"name": {_json(name)}, "rows": [\n'


def _line(columns: tuple[tables.Column, ...], row: dict[str, Any]) -> Line:
    return Line(_json(row), tables.line(columns, row))


def _json(value: Any) -> str:
    # A lone surrogate can be escaped in JSON and not in UTF-8.
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "replace").decode()
