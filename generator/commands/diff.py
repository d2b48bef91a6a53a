"""`diff`: which facts a change adds, alters and removes, as a Markdown table for a pull request."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.commands.project import Project
from generator.commands.render import load
from generator.model import Published

ROWS = 200
"""Rows of each table; a summary on GitHub takes a mebibyte."""
VALUE_LIMIT = 60
PLACES = ("id", "doc", "kind", "zone", "start", "end", "evidence")
"""What a record says of where a fact stands; the rest is what it says."""
ACTIVE = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&@:$])")
SPACE = re.compile(r"\s+")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact's record before and after; one of the two is None where it is new or gone.

    `why` is the reason that a person gave for the correction which makes the difference.
    """

    before: Record | None
    after: Record | None
    why: str = ""


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("diff", help="print which facts differ between two copies of the project")
    parser.add_argument("old", type=Path, metavar="OLD", help="a project's folder before the change")
    parser.add_argument("new", type=Path, metavar="NEW", help="the same after it")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0, whether or not anything differs. Raises ProblemError where a file of facts cannot be read."""
    sys.stdout.write(markdown(changes(facts_of(arguments.old), facts_of(arguments.new))))
    return 0


def facts_of(root: Path) -> tuple[Published, ...]:
    """The facts that a project's site shows, corrections made. Raises ProblemError for a damaged store."""
    return tuple(published for zone in load(Project(root)).archive.zones for published in zone.facts)


def changes(before: Iterable[Published], after: Iterable[Published]) -> tuple[Change, ...]:
    """What differs, by zone, article and place; a fact is the same as long as its id is."""
    old = {published.fact.id: published for published in before}
    new = {published.fact.id: published for published in after}
    compared = [_compare(old.get(key), new.get(key)) for key in old | new]
    return tuple(sorted((change for change in compared if not _agree(change)), key=_place))


def markdown(changed: Iterable[Change]) -> str:
    """Three tables under a heading each, or a line that nothing has changed."""
    added, altered, removed = [], [], []
    for change in changed:
        if change.before is None and change.after is not None:
            added.append(_row(change.after, change.why))
        elif change.after is None and change.before is not None:
            removed.append(_row(change.before, change.why))
        elif change.before is not None and change.after is not None:
            altered.append(_altered(change.before, change.after, change.why))
    if not (added or altered or removed):
        return "## 事实的变化\n\n没有变化。\n"
    parts = [f"## 事实的变化\n\n新增 {len(added)} 条，改动 {len(altered)} 条，删去 {len(removed)} 条。\n"]
    parts += _table("新增", ("园区", "类别", "内容", "原文", "理由", "编号"), added)
    parts += _table("改动", ("园区", "类别", "之前", "之后", "理由", "编号"), altered)
    parts += _table("删去", ("园区", "类别", "内容", "原文", "理由", "编号"), removed)
    return "\n".join(parts)


def escape(text: str) -> str:
    """Text of a source or a value as Markdown and HTML show it and nothing else, on one line."""
    return ACTIVE.sub(r"\\\1", SPACE.sub(" ", text).strip()).replace("\\<", "&lt;").replace("\\&", "&amp;")


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    if not rows:
        return []
    lines = [heads, ("---",) * len(heads), *(tuple(escape(cell) for cell in row) for row in rows[:ROWS])]
    table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    rest = f"\n另有 {len(rows) - ROWS} 条未列出。\n" if len(rows) > ROWS else ""
    return [f"### {title}\n\n{table}{rest}"]


def _row(record: Record, why: str) -> tuple[str, ...]:
    return (record["zone"], record["kind"], _said(record, _content(record)), record["evidence"], why, record["id"])


def _altered(before: Record, after: Record, why: str) -> tuple[str, ...]:
    names = [name for name in _content(after) | _content(before) if before.get(name) != after.get(name)]
    if before["zone"] != after["zone"]:
        names.insert(0, "zone")
    return (after["zone"], after["kind"], _said(before, names), _said(after, names), why, after["id"])


def _said(record: Record, names: Iterable[str]) -> str:
    return "; ".join(f"{name}={_short(record[name])}" for name in names if record.get(name) not in ("", None, []))


def _short(value: Any) -> str:
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= VALUE_LIMIT else text[: VALUE_LIMIT - 1] + "…"


def _content(record: Record) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in PLACES}


def _compare(before: Published | None, after: Published | None) -> Change:
    decided = (after and after.override) or (before and before.override)
    return Change(
        before.fact.record() if before else None,
        after.fact.record() if after else None,
        decided.reason if decided else "",
    )


def _agree(change: Change) -> bool:
    """Whether before and after say the same; where in its article a fact stands may have moved."""
    if change.before is None or change.after is None:
        return False
    return change.before["zone"] == change.after["zone"] and _content(change.before) == _content(change.after)


def _place(change: Change) -> tuple[str, str, int, str]:
    record = change.after or change.before or {}
    return record["zone"], record["doc"], record["start"], record["id"]
