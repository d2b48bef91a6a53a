"""The Frictionless data package: what the tables hold, for programs to check and to load."""

from __future__ import annotations

import json
from typing import Any

from generator.downloads.tables import CSV_TABLES, Column, Table
from generator.pages.site import Site

REFERENCES = {"facts": {"zone": "zones", "doc": "sources"}, "comparisons": {"zone": "zones", "id": "facts"}}
"""Columns whose values stand in another table's column of the same name."""
CELLS = (
    "UTF-8 带字节序标记（BOM），Excel 双击即可打开。文字单元格若以 = + - @、它们的全角形式、制表符或换行开头，"
    "前面加了一个撇号（'），以免电子表格当作公式；JSON 里的文字一字不改。"
)


def render(site: Site) -> str:
    """datapackage.json."""
    described = {
        "profile": "tabular-data-package",
        "name": "yuanjian",
        "title": f"{site.settings.name}：{site.settings.motto}",
        "description": CELLS,
        "resources": [_resource(table) for table in CSV_TABLES.values()],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    references = REFERENCES.get(table.name, {})
    if references:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [column]}}
            for column, other in references.items()
        ]
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.enum:
        constraints["enum"] = list(column.enum)
    return {**described, "constraints": constraints} if constraints else described
