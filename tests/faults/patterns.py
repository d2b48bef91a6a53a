"""`python -m tests.faults.patterns`: every regular expression of the generator against texts made to slow it down.

The expressions are collected while the whole package is loaded and a project is built, checked and exported, so that
those are among them which are made of rules when first needed.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import pkgutil
import re
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.faults.backtracking import slow

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "generator"
SHOWN = 200
LONGEST = 30
"""Seconds that one expression may take for all its texts; most take hundredths of one."""
USE = re.compile(r"\b(_?[A-Z][A-Z0-9_]*)\.(match|fullmatch|search|finditer|findall|sub|subn|split)\b")
FRAMES = 4
"""How far above the compiler the package's own code is."""


class Collector:
    """Stands where Python compiles expressions and keeps those that the package asks for."""

    def __init__(self, compiler: Callable[..., re.Pattern[str]]) -> None:
        self.compiler = compiler
        self.found: dict[tuple[str, int], str] = {}

    def __call__(self, pattern: Any, flags: int) -> re.Pattern[str]:
        compiled = self.compiler(pattern, flags)
        if isinstance(compiled.pattern, str) and (module := _asked_by()):
            self.found.setdefault((compiled.pattern, compiled.flags), module)
        return compiled


def _asked_by() -> str:
    frame = sys._getframe(2)
    for _ in range(FRAMES):
        name = str(frame.f_globals.get("__name__", ""))
        if f"{name}.".startswith(f"{PACKAGE}."):
            return name
        if frame.f_back is None:
            break
        frame = frame.f_back
    return ""


def collect() -> dict[tuple[str, int], str]:
    """All expressions with their flags, and the module that has each."""
    if any(f"{name}.".startswith(f"{PACKAGE}.") for name in sys.modules):
        raise RuntimeError(f"{PACKAGE} is loaded already, and its expressions are made")
    collector = Collector(re._compile)  # type: ignore[attr-defined]
    re._compile = collector  # type: ignore[attr-defined]
    re.purge()
    package = importlib.import_module(PACKAGE)
    for module in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    main = importlib.import_module(f"{PACKAGE}.cli").main
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()), _quiet():
        root = Path(folder)
        for name in ("mkdocs.yml", "seeds"):
            (root / name).symlink_to(ROOT / name)
        for command in ("build", "check"):
            main([command, "--root", folder])
        main(["extract", str(ROOT / "tests" / "corpus")])
        schemas = [json.loads(path.read_text("utf-8")) for path in sorted(root.glob("docs/assets/schema/*.json"))]
    for schema in schemas:
        for pattern in _of_schema(schema):
            collector.found.setdefault((pattern, re.compile(pattern).flags), "schema")
    return collector.found


def _quiet() -> contextlib.AbstractContextManager[Any]:
    return contextlib.redirect_stderr(io.StringIO())


def _of_schema(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for part in node for found in _of_schema(part)]
    if not isinstance(node, dict):
        return []
    own = [node["pattern"]] if isinstance(node.get("pattern"), str) else []
    return own + [found for part in node.values() for found in _of_schema(part)]


def main() -> int:
    """Print each expression whose time does not grow with its text; 1 where there is one."""
    found = sorted(collect().items(), key=lambda item: (item[1], item[0]))
    starting = only_at_start()
    tasks = [(pattern, flags, (pattern, flags) in starting) for (pattern, flags), _ in found]
    slow_ones = list(tried(tasks))
    for number, told in slow_ones:
        (pattern, _), module = found[number]
        print(f"{module}: {told}: {pattern[:SHOWN]!r}", flush=True)
    print(f"{len(found)} expressions tried, {len(slow_ones)} too slow")
    return 1 if slow_ones else 0


def tried(tasks: Sequence[tuple[str, int, bool]]) -> Iterator[tuple[int, str]]:
    """Numbers of the expressions that are too slow, and how slow; in a process of its own, as one may never end."""
    first = 0
    while first < len(tasks):
        out, into = os.pipe()
        child = os.fork()
        if not child:
            with os.fdopen(into, "w", encoding="utf-8") as stream:
                for number in range(first, len(tasks)):
                    pattern, flags, from_start = tasks[number]
                    signal.alarm(LONGEST)
                    grown = slow(re.compile(pattern, flags), from_start)
                    stream.write(f"{number}\t{_told(grown) if grown else ''}\n")
                    stream.flush()
            os._exit(0)
        os.close(into)
        with os.fdopen(out, encoding="utf-8") as stream:
            for line in stream:
                number, _, told = line.rstrip("\n").partition("\t")
                first = int(number) + 1
                if told:
                    yield int(number), told
        if os.waitpid(child, 0)[1]:
            yield first, f"not at an end after {LONGEST} seconds"
            first += 1


def _told(grown: tuple[float, tuple[str, str, str]]) -> str:
    return f"{grown[0]:.1f} times as long as linear for {grown[1]}"


def only_at_start() -> set[tuple[str, int]]:
    """Expressions that the code, by the names it gives them, tries only at the start of a text."""
    source = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / PACKAGE).rglob("*.py")))
    used: dict[str, set[str]] = {}
    for name, method in USE.findall(source):
        used.setdefault(name, set()).add(method)
    return {
        (value.pattern, value.flags)
        for module in [module for name, module in sorted(sys.modules.items()) if name.startswith(PACKAGE)]
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern) and used.get(name, {""}) <= {"match", "fullmatch"}
    }


if __name__ == "__main__":
    sys.exit(main())
