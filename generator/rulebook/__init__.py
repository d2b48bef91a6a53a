"""What is wrong in the files of rules: in the form of each, and between what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import yamlfile
from generator.problems import Problem, nearest
from generator.rulebook.between import BETWEEN
from generator.rulebook.file import RuleFile
from generator.rulebook.form import check_form
from generator.rulebook.forms import FORMS


def check_rules(folder: Path, shown_as: str) -> Iterator[Problem]:
    """Everything wrong in a folder of rules, which problems name `shown_as`."""
    files: dict[str, RuleFile] = {}
    for path in sorted(folder.glob("*.yml")):
        file = f"{shown_as}/{path.name}"
        try:
            node, problems = yamlfile.read(path, file)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield Problem(code="FILE-UNREADABLE", file=file, message=f"cannot be read: {reason}", fix="change its mode")
            continue
        yield from problems
        if path.stem not in FORMS:
            yield _unknown(file, path.stem)
        elif node is not None:
            found = RuleFile(file, node)
            wrong = tuple(check_form(found, FORMS[path.stem]))
            yield from wrong
            if not wrong and not problems:
                files[path.stem] = found
    for check in BETWEEN:
        yield from check(files)


def _unknown(file: str, stem: str) -> Problem:
    near = nearest(stem, FORMS)
    return Problem(
        code="UNKNOWN-FILE",
        file=file,
        message="nothing reads a file of rules of this name",
        found=stem,
        expected="one of " + ", ".join(sorted(FORMS)),
        fix=f"rename it to {near}.yml" if near else "remove it",
    )


__all__ = ["check_rules"]
