"""Which zone is told of under which other name: the merges of all files, and what contradicts itself among them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.overrides.entry import Merge, OverrideFile
from generator.problems import Problem


def merged(files: Sequence[OverrideFile]) -> tuple[dict[str, str], list[Problem]]:
    """Names to the zones that they were merged into, and the merges that do not count because they contradict others.

    Of two merges of one name the first counts. A zone that others were merged into is merged into none itself.
    """
    whole = {file.zone for file in files if any(merge.zone != file.zone for merge in file.merges)}
    found: dict[str, tuple[str, str]] = {}
    problems = []
    for file in files:
        for merge in file.merges:
            problem = _against(file, merge, whole, found)
            if problem:
                problems.append(problem)
            else:
                found[merge.zone] = file.zone, f"{file.file}:{merge.line}"
    return {name: zone for name, (zone, _) in found.items()}, problems


def _against(file: OverrideFile, merge: Merge, whole: set[str], found: dict[str, tuple[str, str]]) -> Problem | None:
    """What stands against a merge, if anything does."""
    if merge.zone == file.zone:
        return _problem(file, merge, "SAME-ZONE", "a zone is merged into itself", "remove it, or name the other zone")
    if merge.zone in found:
        zone, place = found[merge.zone]
        message = f"{merge.zone} is merged into {zone} already, in {place}"
        return _problem(file, merge, "DOUBLE-MERGE", message, "keep one of the two")
    if merge.zone in whole:
        message = f"{merge.zone} has zones merged into itself"
        return _problem(file, merge, "MERGE-CHAIN", message, f"merge those into {file.zone} as well, in its file")
    return None


def _problem(file: OverrideFile, merge: Merge, code: str, message: str, fix: str) -> Problem:
    return Problem(
        code=code,
        file=file.file,
        message=message,
        line=merge.line,
        column=merge.column,
        key="merge",
        found=merge.zone,
        fix=fix,
    )
