"""An override drafted for a fact: complete but for what only the editor knows."""

from __future__ import annotations

import json
import re
from typing import Any

from generator.model import Fact
from generator.overrides.form import FACT_ID, TELLING
from generator.pages.escape import UNSEEN
from generator.schema import FIRST_LINE

_PLAIN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9（）《》“”、·]*")
_BREAKS = re.compile("[\x85\u2028\u2029]")
UNFILLED = (("reason", "凭什么：哪份公开材料"), ("by", "谁"), ("date", "哪天，如 2024-04-02"))
"""What only the editor knows, with a word on what belongs there."""


def entry(fact: Fact) -> str:
    """A correction as an item of a file's `overrides`: `fact` is what the machine read.

    `set` holds what is read now, to be overwritten where it is wrong; an entry in which
    nothing was overwritten changes nothing, and the check says so.
    """
    record = fact.record()
    fields = ", ".join(f"{name}: {scalar(record[name])}" for name in TELLING[fact.kind])
    return (
        f"  - fact: {fact.id if FACT_ID.fullmatch(fact.id) else scalar(fact.id)}\n"
        "    action: correct   # 不成立写 reject，没有错写 confirm，都删去 set\n"
        f"    expect: {{{fields}}}\n"
        f"    set: {{{fields}}}   # 改成应当的样子，没错的删去\n"
        + "".join(f"    {name}:   # {hint}\n" for name, hint in UNFILLED)
    )


def whole_file(zone: str, body: str) -> str:
    """A new override file of a zone with these entries."""
    return f"{FIRST_LINE}zone: {scalar(zone)}\noverrides:\n{body}"


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
