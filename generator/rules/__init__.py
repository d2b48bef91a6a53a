"""What experts of the field edit, as YAML beside this file, read once and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem, ProblemError

RULES = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LARGEST = 1 << 18
"""Bytes of a file of rules; a larger one is something else."""
UNREADABLE = (OSError, yaml.YAMLError, ValueError, TypeError, RecursionError)


@cache
def load(name: str) -> Any:
    """The rules in `<name>.yml`. Raises ProblemError where the file is none that a person would write."""
    path = RULES / f"{name}.yml"
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ProblemError(_problem(path, f"larger than {LARGEST} bytes"))
        if b"&" in data and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(data, LOADER)):
            raise ProblemError(_problem(path, "with an alias, which can expand without end"))
        return yaml.load(data, LOADER)
    except UNREADABLE as error:
        raise ProblemError(_problem(path, f"not read ({type(error).__name__})")) from error


def _problem(path: Path, what: str) -> Problem:
    return Problem(
        code="RULES-UNREADABLE",
        file=path.as_posix(),
        message=f"a file of rules that is {what}",
        fix="run `python -m generator check`, which tells the line, and mend the file",
    )
