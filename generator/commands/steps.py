"""The two steps of a build, done only where something that they read or wrote has changed since."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator import fingerprint
from generator.commands.progress import say
from generator.commands.project import MARKER, Project
from generator.ledger import Ledger

LEDGER = "ledger.json"
WORDS = re.compile(r"\w+")
TEMPLATES = Path(__file__).parents[2] / "templates"


@dataclass(slots=True)
class Outcome:
    """What a step did. `said` was told while it was done, `summary` sums it up, `idle` would if nothing were written.

    `certain` is False where the same inputs may give something else another time.
    """

    status: int = 0
    said: list[str] = field(default_factory=list)
    summary: str = ""
    idle: str = ""
    certain: bool = True

    def tell(self, line: str) -> None:
        """Say a line, and note that it was said."""
        self.said.append(line)
        say(line)


@dataclass(frozen=True, slots=True)
class Step:
    """A step by its name, with what its result hangs on and what files it leaves behind."""

    name: str
    inputs: Callable[[Ledger], str]
    outputs: Callable[[], Iterable[Path]]
    work: Callable[[], Outcome]


def run(ledger: Ledger, step: Step) -> int:
    """Do a step, or say again what it said when it was done from the same inputs. Its exit status."""
    inputs = step.inputs(ledger)
    before = ledger.done(step.name, inputs, step.outputs())
    if before is not None:
        for line in (*before["said"], before["idle"]):
            say(line)
        return int(before["status"])
    outcome = step.work()
    say(outcome.summary)
    if outcome.certain and step.inputs(ledger) == inputs:
        note = {"said": outcome.said, "idle": outcome.idle, "status": outcome.status}
        ledger.settle(step.name, inputs, step.outputs(), note)
    return outcome.status


def ledger(where: Project) -> Ledger:
    """The project's ledger, as it was left."""
    return Ledger(where.cache / LEDGER, where.root)


def read_for_facts(where: Project, known: Ledger) -> str:
    """The state of all that facts are extracted from and by."""
    code = fingerprint.reading_files()
    return known.state(*_installed(), files=[*code, *files(where.articles)])


def read_for_pages(where: Project, known: Ledger, *more: str) -> str:
    """The state of all that pages are rendered from and by; `more` are words that count as well."""
    own = (where.articles, where.overrides, where.data)
    found = [path for folder in own for path in files(folder)]
    configuration = where.root / MARKER
    code = fingerprint.all_files(TEMPLATES)
    return known.state(*_installed(), *more, *_environment(configuration), files=[configuration, *code, *found])


def read_for_rendering(known: Ledger) -> str:
    """The state of what makes pages of facts: code, rules, templates, packages."""
    return known.state(*_installed(), files=fingerprint.all_files(TEMPLATES))


def files(folder: Path) -> Iterator[Path]:
    """All files under a folder but those that no command reads: hidden ones."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _installed() -> list[str]:
    return [part.decode("utf-8", "surrogateescape") for part in fingerprint.installed()]


def _environment(configuration: Path) -> list[str]:
    """The variables of the environment that the configuration names, with their values."""
    try:
        words = set(WORDS.findall(configuration.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError):
        return []
    return [f"{name}={os.environ[name]}" for name in sorted(words & set(os.environ))]
