"""Kills `build` and `override` at random moments, again and again, and looks at what is left each time.

    python -m tests.faults.killing 200 build override

Half of the moments lie anywhere in the run's time, half right before one of its changes to the disk. What must hold:
after the kill every file is the old one or the new one, whole; after the next build every file is what a build from
nothing makes.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.cli import main as generator
from generator.store import read_facts
from tests.faults.killed import Command

ZONE = "临水高新区"
OUTPUT = f"{ZONE}半导体产业加快集聚\n2024-03-12\n2023年，{ZONE}规上工业产值达到512.6亿元，同比增长8.5%。\n"
FIRST = {"a": OUTPUT, "b": "海州经开区加快发展\n2024-05-06\n2023年5月，海州经开区与望江大学签订战略合作协议。\n"}
SECOND = {
    "a": OUTPUT.replace("512.6", "734.1") + f"临水芯光半导体有限公司落户{ZONE}。\n",
    "c": "云州科技城今日启用\n2024-06-07\n云州科技城引进企业25家，重点发展生物医药产业。\n",
}
"""Two states of the articles: from one to the other one is changed, one removed, one new."""
OVERRIDES = (
    f"# 人写的\nzone: {ZONE}\noverrides:\n  - action: add\n"
    "    set: {kind: industry, name: 光伏, role: 未来, source: 规划}\n"
    "    reason: 见规划\n    by: a\n    date: 2024-01-01\n"
)
LIST = "docs/.generated"
"""The list of generated files; during a run it holds the old ones and the new ones."""
UNFINISHED = ".yuanjian-"

State = dict[str, bytes]


@dataclass
class Tally:
    """How many runs there were, how many were killed, how many had changed something, and all that was lost."""

    tried: int = 0
    killed: int = 0
    changed: int = 0
    lost: list[str] = field(default_factory=list)


def project(folder: Path) -> Path:
    """An empty project."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text("site_name: 园鉴\n", encoding="utf-8")
    return folder


def put(folder: Path, articles: dict[str, str]) -> None:
    """Make these the project's articles, whatever was there."""
    seeds = folder / "seeds" / "articles"
    shutil.rmtree(seeds, ignore_errors=True)
    seeds.mkdir(parents=True)
    for name, text in articles.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")


def put_override(folder: Path, text: bytes) -> Path:
    """Make this the override file of the zone."""
    path = folder / "seeds" / "overrides" / f"{ZONE}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return path


def building(folder: Path) -> Command:
    """The build of a project."""
    return Command("build", "--root", str(folder))


def state(folder: Path) -> State:
    """All files of the project that people or the generator own, by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in ("docs", "seeds")
        for path in sorted((folder / name).rglob("*"))
        if path.is_file()
    }


def clean(folder: Path, articles: dict[str, str], override: bytes | None = None) -> State:
    """What a build from nothing makes."""
    put(project(folder), articles)
    if override is not None:
        put_override(folder, override)
    whole(building(folder))
    return state(folder)


def warm(folder: Path) -> None:
    """Read all rules once, so that the processes forked from this one need not."""
    put(project(folder), FIRST)
    with contextlib.redirect_stderr(io.StringIO()):
        generator(["build", "--root", str(folder)])


def whole(command: Command) -> None:
    """Let a command run to its end. Raises RuntimeError where it does not end well."""
    if command.whole() != 0:
        raise RuntimeError(f"{command.arguments} failed")


def torn(now: State, old: State, new: State) -> Iterator[str]:
    """What is neither the old file nor the new one."""
    for path in sorted(now):
        both = b"".join(sorted({*old.get(path, b"").splitlines(True), *new.get(path, b"").splitlines(True)}))
        allowed = (old.get(path), new.get(path), both if path == LIST else None)
        if UNFINISHED not in path and now[path] not in allowed:
            yield f"{path} is neither the old file nor the new one"
    yield from (f"{path} is gone" for path in sorted(old.keys() & new.keys()) if path not in now)


def differing(now: State, wanted: State) -> Iterator[str]:
    """Where a build differs from a clean one."""
    for path in sorted(now.keys() | wanted.keys()):
        if now.get(path) != wanted.get(path):
            yield f"{path} is not what a clean build makes"


def moments(command: Command, seed: str, prepare: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Kills at random moments without end, in turn by time and by changes to the disk; each tells whether it hit."""
    pick = random.Random(seed)
    prepare()
    seconds = command.seconds()
    prepare()
    changes = command.changes()
    while True:
        yield lambda: command.killed_after(pick.uniform(0, seconds))
        yield lambda: command.killed_before(pick.randrange(changes))


def kill_builds(folder: Path, count: int, seed: str = "build") -> Tally:
    """Kill builds that go to and fro between two states of the articles, every second time without a cache."""
    articles = (FIRST, SECOND)
    states = (clean(folder / "0", FIRST), clean(folder / "1", SECOND))
    where = project(folder / "project")
    build = building(where)
    shown = 0

    def turn() -> None:
        nonlocal shown
        shown = 1 - shown
        put(where, articles[shown])
        if shown:
            shutil.rmtree(where / ".cache", ignore_errors=True)

    turn()
    whole(build)
    kills = moments(build, seed, turn)
    tally = Tally()
    for kill in (next(kills) for _ in range(count)):
        turn()
        before = made(where)
        tally.tried += 1
        tally.killed += kill()
        tally.changed += made(where) != before
        tally.lost += torn(state(where), states[1 - shown], states[shown])
        whole(build)
        tally.lost += differing(state(where), states[shown])
    return tally


def made(folder: Path) -> State:
    """The files of a project that a build makes."""
    return {path: data for path, data in state(folder).items() if path.startswith("docs/")}


def kill_overrides(folder: Path, count: int, seed: str = "override") -> Tally:
    """Kill the writing of a correction into a file that holds one already."""
    where = project(folder / "project")
    put(where, FIRST)
    path = put_override(where, OVERRIDES.encode())
    build = building(where)
    whole(build)
    fact = next(fact.id for fact in read_facts(where / "docs" / "data") if fact.id.startswith("m-"))
    told = ("--set", "value=513", "--reason", "见公报", "--by", "b", "--date", "2024-04-02")
    override = Command("override", "--root", str(where), fact, *told)
    whole(override)
    texts = (OVERRIDES.encode(), path.read_bytes())
    states = {text: clean(folder / str(number), FIRST, text) for number, text in enumerate(texts)}
    kills = moments(override, seed, lambda: put_override(where, texts[0]) and None)
    tally = Tally()
    for kill in (next(kills) for _ in range(count)):
        put_override(where, texts[0])
        whole(build)
        tally.tried += 1
        tally.killed += kill()
        left = state(where)
        tally.changed += path.read_bytes() == texts[1]
        tally.lost += torn(left, states[texts[0]], {**states[texts[0]], f"seeds/overrides/{path.name}": texts[1]})
        whole(build)
        tally.lost += differing(state(where), states[path.read_bytes()])
    return tally


KINDS = {"build": kill_builds, "override": kill_overrides}


def main(arguments: list[str] | None = None) -> int:
    """Print how it went; 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.killing", description=__doc__)
    parser.add_argument("count", type=int, help="how many runs of each command")
    parser.add_argument("kinds", choices=KINDS, nargs="+")
    given = parser.parse_args(arguments)
    lost = 0
    for kind in given.kinds:
        with tempfile.TemporaryDirectory() as folder:
            warm(Path(folder) / "warm")
            tally = KINDS[kind](Path(folder), given.count)
        print(f"{kind}: {tally.tried} tried, {tally.killed} killed, {tally.changed} of them after changes, "
              f"{len(tally.lost)} files lost", flush=True)  # fmt: skip
        for line in tally.lost:
            print(line, file=sys.stderr)
        lost += len(tally.lost)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
