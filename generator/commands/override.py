"""`override`: writes a correction into the zone's file, with what the machine says now as its `expect`."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from generator import store, yamlfile
from generator.calendar import is_date
from generator.commands import project
from generator.commands.lookup import facts_near, unknown_fact
from generator.commands.project import Project
from generator.model import Action, Fact, plain
from generator.overrides import OverrideFile, read_folder
from generator.overrides.form import TELLING, FieldType, fields_of
from generator.overrides.merging import merged
from generator.overrides.values import WrongValueError, field_value
from generator.overrides.write import append
from generator.problems import Problem, ProblemError, UsageError, nearest, shown
from generator.yamlnodes import Node, Scalar

WRITTEN = (Action.CORRECT, Action.REJECT, Action.CONFIRM)


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("override", help="write a correction of a fact into the zone's override file")
    parser.add_argument("fact", metavar="FACT_ID", help="the id that the fact's page shows, such as m-5f2c9a0b1d")
    parser.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE", help="what is right; may be repeated"
    )
    parser.add_argument("--action", choices=[action.value for action in WRITTEN], help="default: correct")
    parser.add_argument("--reason", required=True, help="why, with the source that shows it")
    parser.add_argument("--by", default=os.environ.get("USER", ""), help="who says so; default: the name of the user")
    parser.add_argument("--date", default="", metavar="DAY", help="when, such as 2024-04-02; default: today")
    project.add_root(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when the entry was written, 1 when something stands against it, 2 for wrong usage."""
    where = project.find(arguments)
    action = _action(arguments)
    facts = {fact.id: fact for fact in facts_near(where, arguments.fact)}
    fact = facts.get(arguments.fact)
    if fact is None:
        raise unknown_fact(arguments.fact, facts)
    changes = dict(_change(fact, text) for text in arguments.set)
    entry = _entry(arguments, action, fact, changes)
    with where.correcting("override"):
        zone = _refuse(where, fact, action, changes)
        path = where.overrides / store.file_names([zone])[zone]
        line = append(path, where.name(path), zone, entry)
    sys.stdout.write(f"{where.name(path)}:{line}: {action.value} {fact.id}\n")
    return 0


def _action(arguments: argparse.Namespace) -> Action:
    """What the entry does. Raises UsageError where the options do not go together."""
    action = Action(arguments.action or "correct")
    if (action is Action.CORRECT) != bool(arguments.set):
        given = "--set goes with --action correct only" if arguments.set else "a correction needs --set FIELD=VALUE"
        raise _usage("--set", given, "name what is right, or use --action reject or --action confirm")
    if not arguments.by.strip():
        raise _usage("--by", "nobody is named as the author", "add --by NAME")
    if not arguments.reason.strip():
        raise _usage("--reason", "the reason is empty", "say why, with the source that shows it")
    if arguments.date and not (is_date(arguments.date) and len(arguments.date) == len("2024-04-02")):
        raise _usage("--date", "no such day", "write a day like 2024-04-02")
    return action


def _change(fact: Fact, text: str) -> tuple[str, Any]:
    """A field and its new value from FIELD=VALUE. Raises UsageError."""
    name, equals, value = text.partition("=")
    forms = fields_of(fact.kind)
    if not equals or name not in forms:
        near = nearest(name, forms)
        fix = f"write {near}=…" if near else "write FIELD=VALUE with one of " + ", ".join(forms)
        raise _usage(f"--set {text}", f"a fact of the kind {fact.kind.value} has no field {shown(name)}", fix)
    node: Node = Scalar(value, value, True, 1, 1)
    if forms[name].type not in (FieldType.TEXT, FieldType.CHOICE):
        parsed, problems = yamlfile.parse(value or "null", f"--set {name}")
        if parsed is None:
            raise UsageError(problems[0]) if problems else _usage(f"--set {name}", "no value", "write FIELD=VALUE")
        node = parsed
    try:
        return name, field_value(node, forms[name], f"--set {name}", name)
    except WrongValueError as error:
        raise UsageError(error.problem) from error


def _entry(arguments: argparse.Namespace, action: Action, fact: Fact, changes: Mapping[str, Any]) -> dict[str, Any]:
    machine = fact.record()
    entry: dict[str, Any] = {"fact": fact.id, "action": action.value}
    entry["expect"] = {name: machine[name] for name in (changes or TELLING[fact.kind])}
    if changes:
        entry["set"] = {name: plain(value) for name, value in changes.items()}
    day = arguments.date or datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return entry | {"reason": arguments.reason.strip(), "by": arguments.by.strip(), "date": day}


def _refuse(where: Project, fact: Fact, action: Action, changes: Mapping[str, Any]) -> str:
    """The zone whose file the entry goes to. Raises ProblemError where the entry would be wrong from the start."""
    files, problems = read_folder(where.overrides, where.name(where.overrides))
    zone = _zone(files, fact)
    path = where.overrides / store.file_names([zone])[zone]
    broken = [problem for problem in problems if problem.file == where.name(path)]
    if broken:
        raise ProblemError(broken[0])
    machine = fact.record()
    if action is Action.CORRECT and all(machine[name] == plain(value) for name, value in changes.items()):
        raise ProblemError(
            Problem(
                code="NO-CHANGE",
                file=fact.id,
                message="the machine reads this by itself",
                fix="nothing is to be corrected; use --action confirm to say that it is right",
            )
        )
    for entry in (entry for file in files for entry in file.entries):
        if entry.override.fact == fact.id:
            raise ProblemError(
                entry.problem(
                    "DOUBLE-OVERRIDE", f"{fact.id} has an override already", "fact", fix="change this entry by hand"
                )
            )
    return zone


def _zone(files: Iterable[OverrideFile], fact: Fact) -> str:
    """The zone that the fact is published under."""
    return merged(tuple(files))[0].get(fact.owner.zone, fact.owner.zone)


def _usage(option: str, message: str, fix: str) -> UsageError:
    return UsageError(Problem(code="USAGE", file=option, message=message, fix=fix))
