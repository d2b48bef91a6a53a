"""Overrides that have no effect, to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.model import Action
from generator.overrides import Idle
from generator.pages import draft
from generator.pages.acting import Act, kept
from generator.pages.rows import FIELDS, proof, spoken
from generator.pages.site import Site
from generator.pages.task import Sort, Task, Work, quoted
from generator.problems import Problem

IDLE = {
    "UNKNOWN-FACT": "文章里已经没有这个编号：换成新的编号，或者删去这一条",
    "NO-CHANGE": "机器自己已经读成这样：改成 confirm，或者删去这一条",
    "DOUBLE-OVERRIDE": "同一个事实有两条更正，只用了前面一条：合成一条",
    "WRONG-FILE": "这个事实归在别的园区：移到那个园区的文件里",
    "UNKNOWN-ZONE": "没有文章说到这个园区：核对名称",
    "UNKNOWN-DOCUMENT": "没有这篇文章：核对文件名",
    "UNKNOWN-QUOTE": "引的话不在那篇文章里：照原文抄",
}


def overrides(site: Site, page: str, work: Work, most: int) -> Sort:
    """Overrides that change nothing on the site, and files that could not be read."""
    found: list[Idle | Problem] = [*work.idle, *work.broken]
    about = "这些更正没有起作用。照下面的条目改过的，替换原来那一条。"
    made = [_idle(site, page, one) if isinstance(one, Idle) else _broken(site, one) for one in found[:most]]
    return Sort("overrides", "没有生效的更正", about, len(found), tuple(made))


def _idle(site: Site, page: str, idle: Idle) -> Task:
    override, problem = idle.override, idle.problem
    reason, text = IDLE.get(problem.code, problem.message), draft.standing(override)
    now = idle.fact.record() if idle.fact else {}
    if problem.code == "STALE-EXPECT":
        reason = _stale(override.expect, dict(override.set), now)
        text = draft.standing(override, expect={name: now[name] for name, _ in override.expect})
    if problem.code == "NO-CHANGE" and override.set:
        text = draft.standing(override, Action.CONFIRM, {name: now[name] for name, _ in override.set})
    edit = site.desk().edit(override.file)
    act = replace(kept(site.desk(), override.file, text), edit=f"{edit}#L{override.line}" if edit else "")
    shown = proof(site, page, idle.fact) if idle.fact and idle.fact.id in site.facts else None
    return Task(
        text=spoken(idle.fact.content) if idle.fact else f"{override.fact or override.action.value}",
        reason=f"{override.file} 第 {override.line} 行：{reason}",
        link=site.fact_link(page, idle.fact.id) if shown and idle.fact else "",
        act=act,
        **quoted(shown),
    )


def _stale(expect: Iterable[tuple[str, object]], changes: dict[str, object], now: dict[str, object]) -> str:
    """The three values side by side, for each field that is read otherwise now."""
    parts = []
    for name, seen in expect:
        if now.get(name) != (list(seen) if isinstance(seen, tuple) else seen):
            right = f"，更正成{_said(changes[name])}" if name in changes else ""
            parts.append(f"{FIELDS.get(name, name)}当时读作{_said(seen)}，现在读作{_said(now.get(name))}{right}")
    return "；".join(parts) + "。再看一遍引文，仍要更正的，照下面改 expect；不必的，删去这一条"


def _said(value: object) -> str:
    return f"“{'—'.join(map(str, value)) if isinstance(value, list | tuple) else value}”"


def _broken(site: Site, problem: Problem) -> Task:
    edit = site.desk().edit(problem.file) if problem.file in site.desk().files else ""
    act = Act(problem.file, "", False, "", f"{edit}#L{problem.line}" if edit else "", _line(problem), None)
    return Task(text=_line(problem), reason="写法不对，没有读进来", raw=problem.text(), act=act)


def _line(problem: Problem) -> str:
    return f"{problem.file} 第 {problem.line} 行" if problem.line else problem.file
