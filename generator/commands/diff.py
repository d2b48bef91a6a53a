"""`diff`: which values on the site a change adds, alters and removes, and why, as Markdown for a pull request."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.commands.project import Project
from generator.commands.render import load
from generator.commands.revisions import project_at
from generator.model import Kind, Published
from generator.pages.about import KINDS
from generator.pages.rows import FIELDS

ROWS = 200
"""Rows of each table; a summary on GitHub takes a mebibyte."""
VALUE_LIMIT = 60
PLACES = ("id", "doc", "kind", "zone", "start", "end", "evidence")
"""What a record says of where a fact stands; the rest is what it says."""
USUAL = (("qualifier", "="), ("status", "actual"))
"""What goes without saying."""
NAMES = ("indicator", "title", "name", "partner", "attribute")
"""The fields by which a reader recognises a fact."""
ACTIVE = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&@:$])")
SPACE = re.compile(r"\s+")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact's record before and after; one of the two is None where it is new or gone.

    `why` says where the difference comes from: the reason that a person gave, a new article, another reading.
    """

    before: Record | None
    after: Record | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What a project's site shows: its facts by id, what people rejected, the articles that it read."""

    facts: Mapping[str, Published]
    rejected: Mapping[str, Published] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("diff", help="print which values differ between two revisions of the project")
    parser.add_argument("old", metavar="OLD", help="a folder, a branch, a tag or a commit: before the change")
    parser.add_argument("new", metavar="NEW", help="the same after it")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0, whether or not anything differs; 2 where a revision does not exist.

    Raises ProblemError where a file of facts cannot be read.
    """
    with project_at(arguments.old) as old, project_at(arguments.new) as new:
        sys.stdout.write(markdown(changes(state_of(old), state_of(new))))
    return 0


def state_of(project: Project) -> State:
    """What a project's site shows, corrections made. Raises ProblemError for a damaged store."""
    corrected = load(project)
    return State(
        facts={item.fact.id: item for zone in corrected.archive.zones for item in zone.facts},
        rejected={item.fact.id: item for item in corrected.rejected},
        articles=frozenset(article.doc for article in corrected.archive.articles),
    )


def changes(old: State, new: State) -> tuple[Change, ...]:
    """What differs, by zone, article and place; a fact is the same as long as its id is."""
    compared = [_compare(old, new, fact) for fact in {**old.facts, **new.facts}]
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
    parts += _table("改动", ("园区", "类别", "什么", "之前", "之后", "理由", "编号"), altered)
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
    said = _said(
        record, [name for name, value in _content(record).items() if name != "subject" and (name, value) not in USUAL]
    )
    return (_owner(record), _kind(record), said, record["evidence"], why, record["id"])


def _altered(before: Record, after: Record, why: str) -> tuple[str, ...]:
    names = [name for name in _content(after) | _content(before) if before.get(name) != after.get(name)]
    if before["zone"] != after["zone"]:
        names.insert(0, "zone")
    what = next((str(after[name]) for name in NAMES if after.get(name)), "")
    return (_owner(after), _kind(after), what, _said(before, names), _said(after, names), why, after["id"])


def _owner(record: Record) -> str:
    return f"{record['zone']} {record['subject']}".strip()


def _kind(record: Record) -> str:
    return KINDS[Kind(record["kind"])]


def _said(record: Record, names: Iterable[str]) -> str:
    told = [f"{FIELDS.get(name, name)} {_short(record.get(name))}" for name in names]
    return "；".join(one for one in told if not one.endswith(" "))


def _short(value: Any) -> str:
    if value is None:
        return ""
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= VALUE_LIMIT else text[: VALUE_LIMIT - 1] + "…"


def _content(record: Record) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in PLACES}


def _compare(old: State, new: State, fact: str) -> Change:
    before, after = old.facts.get(fact), new.facts.get(fact)
    return Change(
        before.fact.record() if before else None, after.fact.record() if after else None, _why(old, new, fact)
    )


def _why(old: State, new: State, fact: str) -> str:
    """Why a fact differs: what the person says who decided it, else what happened to its article or its reading."""
    was, now = old.facts.get(fact) or old.rejected.get(fact), new.facts.get(fact) or new.rejected.get(fact)
    if now and now.override:
        return f"{now.override.reason}（{now.override.by}）"
    if was and was.override:
        return f"撤销更正：{was.override.reason}"
    known = now or was
    doc = known.fact.doc if known else ""
    if doc not in old.articles:
        return "新增的文章"
    return "文章不再采用" if doc not in new.articles else "机器的读法变了"


def _agree(change: Change) -> bool:
    """Whether before and after say the same; where in its article a fact stands may have moved."""
    if change.before is None or change.after is None:
        return False
    return change.before["zone"] == change.after["zone"] and _content(change.before) == _content(change.after)


def _place(change: Change) -> tuple[str, str, int, str]:
    record = change.after or change.before or {}
    return record["zone"], record["doc"], record["start"], record["id"]
