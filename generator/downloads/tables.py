"""The tables as CSV: their columns with types and meanings, and cells that no spreadsheet takes for formulas.

CSV after RFC 4180, in UTF-8 with a byte order mark: without one, Excel reads a file that is
opened by a double click in the system's own encoding, and Chinese is lost.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.model import Kind, Qualifier
from generator.pages.words import number

MARK = "\ufeff"
END = "\r\n"
LIST = "；"
"""What stands between the entries of a list in one cell."""
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that some spreadsheet would run; full-width signs count in Chinese and Japanese editions."""
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that readers of CSV or XML refuse."""
_REMEMBERED = 1 << 12

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `name` and `type` as Table Schema has them, its meaning, and how its value is got from a row."""

    name: str
    type: str
    meaning: str
    get: Callable[[Row], Any]
    required: bool = False
    enum: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the data package."""

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


def text_of(table: Table, rows: Iterable[Row]) -> str:
    """The table with these rows as CSV."""
    return whole(table, (line(table.columns, row) for row in rows))


def whole(table: Table, lines: Iterable[str]) -> str:
    """The table with these lines, which `line` made."""
    return head(table) + "".join(f"{one}{END}" for one in lines)


def head(table: Table) -> str:
    """How a table begins: the mark, and the names of its columns."""
    return f"{MARK}{_written([column.name for column in table.columns])}{END}"


def line(columns: Iterable[Column], row: Row) -> str:
    """A row's cells for these columns, without the line's end."""
    return _written([cell(value, column.type) if (value := column.get(row)) is not None else "" for column in columns])


def _written(cells: list[str]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator=END).writerow(cells)
    return stream.getvalue().removesuffix(END)


def cell(value: Any, kind: str) -> str:
    """A value as a cell. A text that begins like a formula gets an apostrophe before it; a number stays a number."""
    if value is None:
        return ""
    if kind == "boolean":
        return "true" if value else "false"
    if kind in ("number", "integer"):
        return number(value)
    return _safe(LIST.join(map(str, value)) if isinstance(value, list | tuple) else str(value))


@lru_cache(_REMEMBERED)
def _safe(text: str) -> str:
    known = writable(text)
    return f"'{known}" if FORMULA.match(known) else known


def writable(text: str) -> str:
    """The text with a replacement character for whatever readers refuse."""
    return UNWRITABLE.sub("\ufffd", text)


def _field(name: str) -> Callable[[Row], Any]:
    return lambda row: row.get(name)


def _part(group: str, name: str) -> Callable[[Row], Any]:
    return lambda row: (row.get(group) or {}).get(name)


def _low(name: str) -> Callable[[Row], Any]:
    """A number, or the lower end of a range; nothing for text."""

    def get(row: Row) -> Any:
        value = row.get(name)
        return value[0] if isinstance(value, list) else value if isinstance(value, int | float) else None

    return get


def _high(name: str) -> Callable[[Row], Any]:
    """The upper end of a range."""
    return lambda row: row[name][-1] if isinstance(row.get(name), list) else None


def _qualifier(row: Row) -> str | None:
    return Qualifier(row["qualifier"]).name.lower() if row.get("qualifier") else None


def _stated(row: Row) -> Any:
    return row.get("value") if row["kind"] == Kind.IDENTITY.value else None


def _compact(group: str) -> Callable[[Row], str | None]:
    """A group of values as JSON in one cell."""
    return lambda row: json.dumps(row[group], ensure_ascii=False, sort_keys=True) if row.get(group) else None


def _plainly(name: str, meaning: str, kind: str = "string", **more: Any) -> Column:
    return Column(name, kind, meaning, _field(name), **more)


FACT = (
    _plainly("id", "事实的编号，改正数值后不变", required=True),
    _plainly("kind", "事实的种类", required=True, enum=tuple(kind.value for kind in Kind)),
    _plainly("zone", "园区", required=True),
    _plainly("subject", "园区里的主体；说园区整体时为空"),
    _plainly("statement", "用一行话说出的事实", required=True),
    _plainly("indicator", "指标（metric）"),
    Column("value", "number", "数值，区间取下限（metric）", _low("value")),
    Column("value_to", "number", "区间的上限（metric）", _high("value")),
    _plainly("unit", "单位，依原文（metric）"),
    Column("qualifier", "string", "exact 确数，about 约，over 超，under 不足（metric）", _qualifier,
           enum=tuple(entry.name.lower() for entry in Qualifier)),
    _plainly("period", "时间：2022、2022-06、2025-01/2025-06、../2023-02（截至）（metric）"),
    _plainly("change", "变化，%（metric）", "number"),
    _plainly("status", "actual 实际，target 目标（metric）", enum=("actual", "target")),
    _plainly("date", "日期，精确到原文所说（event、cooperation、honour）"),
    _plainly("type", "类型（event、cooperation、organisation）"),
    _plainly("title", "名称（event、honour）"),
    _plainly("partner", "对方（cooperation）"),
    _plainly("partners", "各方，以；分开（event）"),
    _plainly("about", "内容（cooperation）"),
    _plainly("name", "名称（industry、organisation、person）"),
    _plainly("role", "地位或职务（industry、person）"),
    _plainly("issuer", "颁发方（honour）"),
    _plainly("rank", "名次（honour）", "integer"),
    _plainly("attribute", "属性（identity）"),
    Column("attribute_value", "string", "属性的值（identity）", _stated),
    _plainly("evidence", "证据：来源里的原文"),
    _plainly("sentence", "整理后的原句"),
    _plainly("mended", "证据里修补过什么，以；分开"),
    Column("doc", "string", "来源文件", _part("source", "doc")),
    Column("source_title", "string", "文章标题", _part("source", "title")),
    Column("source_publisher", "string", "发布者", _part("source", "publisher")),
    Column("source_date", "string", "发布日期", _part("source", "date")),
    Column("source_url", "string", "原文链接", _part("source", "url")),
    Column("start", "integer", "证据在来源里从第几个字符起（自 0 数）", _part("source", "start")),
    Column("end", "integer", "证据在来源里到第几个字符止（不含）", _part("source", "end")),
    _plainly("page", "在本站的地址，相对于首页", required=True),
    _plainly("rule", "读出它的规则"),
    _plainly("chosen", "各说不一时是否采用", "boolean", required=True),
    _plainly("why", "取舍的理由"),
    _plainly("same", "说同一件事的其他事实，以；分开"),
    _plainly("rivals", "与它各说不一的事实，以；分开"),
    Column("override_action", "string", "correct 更正，confirm 核实，add 补充", _part("override", "action")),
    Column("override_reason", "string", "理由", _part("override", "reason")),
    Column("override_by", "string", "何人", _part("override", "by")),
    Column("override_date", "string", "何日", _part("override", "date")),
    Column("override_file", "string", "更正所在的文件", _part("override", "file")),
    Column("override_line", "integer", "更正所在的行", _part("override", "line")),
    Column("override_set", "string", "人改成了什么（JSON）", lambda row: _compact("set")(row.get("override") or {})),
    Column("machine", "string", "机器原来读作什么（JSON）", _compact("machine")),
)  # fmt: skip

COMPARED = (
    _plainly("comparison", "比较的指标", required=True),
    _plainly("inside", "比的是园区里的主体，不是园区整体", "boolean", required=True),
    _plainly("common_unit", "比较所用的单位"),
    Column("common_value", "number", "换成该单位的数值，区间取下限", _low("common_value")),
    Column("common_value_to", "number", "换成该单位的区间上限", _high("common_value")),
    _plainly("ranked", "是否进入排序（每个园区一个数）", "boolean", required=True),
    _plainly("warnings", "比较前请留意，以；分开"),
)

ZONE = (
    _plainly("zone", "园区", required=True),
    _plainly("aliases", "别名，以；分开"),
    _plainly("profile", "是否有自己的档案；否则仅被提及", "boolean", required=True),
    _plainly("facts", "事实的条数", "integer", required=True),
    _plainly("page", "在本站的地址，相对于首页", required=True),
)

SOURCE = (
    _plainly("doc", "来源文件", required=True),
    _plainly("title", "文章标题"),
    _plainly("publisher", "发布者"),
    _plainly("author", "作者"),
    _plainly("date", "发布日期"),
    _plainly("url", "原文链接"),
    _plainly("facts", "读出的事实的条数", "integer", required=True),
)

CSV_TABLES = {
    "zones": Table("zones", "园区", ("zone",), ZONE),
    "sources": Table("sources", "来源", ("doc",), SOURCE),
    "facts": Table("facts", "事实", ("id",), FACT),
    "comparisons": Table("comparisons", "比较", (), (*COMPARED, *FACT)),
}
