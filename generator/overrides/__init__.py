"""Corrections by people: files read and checked, applied to the machine's facts, written by a command."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import Action, Archive, Article, Fact, Published
from generator.overrides.apply import Applied, Idle, apply
from generator.overrides.entry import OverrideFile
from generator.overrides.merging import merged
from generator.overrides.read import read_folder
from generator.problems import Problem
from generator.publish import publish


@dataclass(frozen=True, slots=True)
class Corrected:
    """The archive after corrections. `notes` are editors' own paragraphs by zone, `idle` overrides without effect."""

    archive: Archive
    rejected: tuple[Published, ...]
    notes: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    idle: tuple[Idle, ...] = ()


def correct(
    facts: Iterable[Fact],
    articles: Sequence[Article],
    folder: Path,
    shown_as: str,
    texts: Mapping[str, Article] | None = None,
) -> Corrected:
    """Read the overrides of a folder, apply them, and make the archive. `shown_as` names the folder in problems.

    `texts` gives the articles by name with their text where `articles` have none.
    """
    files, problems = read_folder(folder, shown_as)
    applied = apply(files, facts, texts or {article.doc: article for article in articles}, shown_as)
    aliases: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for file in files:
        aliases[file.zone] += file.aliases
    for name, zone in merged(files)[0].items():
        aliases[zone] += (name,)
    return Corrected(
        archive=publish(applied.facts, articles, aliases),
        rejected=applied.rejected,
        notes=tuple((file.zone, file.note) for file in files if file.note),
        problems=in_order((*problems, *applied.problems)),
        idle=applied.idle,
    )


def only(files: Iterable[OverrideFile], fact: str) -> tuple[OverrideFile, ...]:
    """The files with only the entries that can be about this fact: those that name it and those that add facts."""
    return tuple(
        replace(
            file,
            entries=tuple(
                entry
                for entry in file.entries
                if entry.override.fact == fact or (entry.override.action is Action.ADD and not entry.override.fact)
            ),
        )
        for file in files
    )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file and place."""
    return tuple(sorted(problems, key=_place))


def _place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code


__all__ = ["Applied", "Corrected", "Idle", "OverrideFile", "apply", "correct", "in_order", "only", "read_folder"]
