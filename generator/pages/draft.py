"""Entries drafted for people: complete but for what only the editor knows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.model import Action, Article, Fact, Override, plain
from generator.overrides.form import FACT_ID, TELLING
from generator.pages.escape import UNSEEN, visible
from generator.schema import ARTICLE_LINE, FIRST_LINE
from generator.unread import Unread

_PLAIN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9（）《》“”、·]*")
_BREAKS = re.compile("[\x85\u2028\u2029]")
UNFILLED = (("reason", "凭什么：哪份公开材料"), ("by", "谁"), ("date", "哪天，如 2024-04-02"))
DATES = "知道多少写多少：2024、2024-03 或 2024-03-01"
"""What only the editor knows, with a word on what belongs there."""


def entry(fact: Fact) -> str:
    """A correction as an item of a file's `overrides`: `fact` is what the machine read.

    `set` holds what is read now, to be overwritten where it is wrong; an entry in which
    nothing was overwritten changes nothing, and the check says so.
    """
    fields = _fields(fact.record(), TELLING[fact.kind])
    return (
        f"  - fact: {_id(fact)}\n"
        "    action: correct   # 不成立写 reject，没有错写 confirm，都删去 set\n"
        f"    expect: {fields}\n"
        f"    set: {fields}   # 改成应当的样子，没错的删去\n" + _unfilled()
    )


def confirmation(fact: Fact) -> str:
    """An entry that says that a fact is right as it was read."""
    record = fact.record()
    return (
        f"  - fact: {_id(fact)}\n    action: confirm\n    expect: {_fields(record, TELLING[fact.kind])}\n" + _unfilled()
    )


def standing(override: Override, action: Action | None = None, expect: Mapping[str, Any] | None = None) -> str:
    """An override's entry as it stands, or with another action or another expectation."""
    done = action or override.action
    expected = dict(override.expect) if expect is None else expect
    lines = [f"fact: {override.fact}"] if override.fact else []
    lines.append(f"action: {done.value}")
    if expected:
        lines.append(f"expect: {_fields(expected, expected)}")
    if override.set and done in (Action.CORRECT, Action.ADD):
        lines.append(f"set: {_fields(dict(override.set), dict(override.set))}")
    lines += [f"reason: {scalar(override.reason)}", f"by: {scalar(override.by)}", f"date: {override.date}"]
    return "  - " + "\n    ".join(lines) + "\n"


def addition(doc: str, number: Unread) -> str:
    """An entry that adds a number which became no fact; what it measures is left to be said."""
    said = {"value": number.value, "unit": number.unit}
    said |= {"qualifier": number.qualifier} if number.qualifier != "=" else {}
    said |= {"period": number.period} if number.period else {}
    return _added("metric", "      indicator:   # 指标名\n", said | {"doc": doc, "evidence": number.quote})


def saying(doc: str, words: str) -> str:
    """An entry that adds what an article says at a place where the machine could not read on."""
    hints = "      indicator:   # 指标名\n      value:   # 数\n      unit:   # 单位\n"
    return _added("metric", hints, {"doc": doc, "evidence": words})


def registration(name: str, topic: str, family: str) -> str:
    """An entry of `rules/indicators.yml` for a name that it does not know."""
    return f"  {scalar(name)}: {{topic: {scalar(topic)}, family: {scalar(family)}, synonyms: [], not_with: []}}\n"


def metadata(article: Article) -> str:
    """Metadata of an article as the machine read them, each behind a mark that makes it a note, to be taken away."""
    hints = {"date": DATES, "publisher": "哪家报纸、网站或机构", "url": "https://…", "author": "多人用顿号隔开"}
    lines = [f"# {name}: {_noted(getattr(article, name), hints.get(name, ''))}\n" for name in ("title", *hints)]
    head = f"{ARTICLE_LINE}# 要改的一行去掉行首的井号，改成对的；其余不必管\n"
    return f"{head}{''.join(lines)}# exclude: 不采用这篇文章的理由\n"


def _noted(value: str, hint: str) -> str:
    return scalar(value) if value else f"  # {hint}"


def dating(title: str) -> str:
    """Metadata of an article without a date."""
    return f"{ARTICLE_LINE}# {_BREAKS.sub(' ', visible(title))}\ndate:   # {DATES}\n"


def _added(kind: str, hints: str, said: Mapping[str, Any]) -> str:
    lines = "".join(f"      {name}: {scalar(plain(value))}\n" for name, value in said.items())
    return f"  - action: add\n    set:\n      kind: {kind}\n{hints}{lines}" + _unfilled()


def whole_file(zone: str, body: str) -> str:
    """A new override file of a zone with these entries."""
    return f"{FIRST_LINE}zone: {scalar(zone)}\noverrides:\n{body}"


def _id(fact: Fact) -> str:
    return fact.id if FACT_ID.fullmatch(fact.id) else scalar(fact.id)


def _fields(values: Mapping[str, Any], names: Iterable[str]) -> str:
    return "{" + ", ".join(f"{name}: {scalar(plain(values[name]))}" for name in names) + "}"


def _unfilled() -> str:
    return "".join(f"    {name}:   # {hint}\n" for name, hint in UNFILLED)


def scalar(value: Any) -> str:
    """A value as YAML reads it back, on one line, with nothing in it that a reader cannot see."""
    if isinstance(value, list):
        return f"[{', '.join(scalar(part) for part in value)}]"
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    for unseen in (UNSEEN, _BREAKS):
        quoted = unseen.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
    return quoted
