"""Hostile YAML in every place that takes YAML: it is refused, clearly and at once, and does nothing."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import rules, store
from generator.cli import main
from generator.problems import ProblemError
from tests.faults.killing import FIRST, ZONE, project, put

DEPTH = 10_000
SIZE = 50 << 20
AT_ONCE = 2.0
"""Seconds of processor time."""
LETTERS = "abcdefghij"
LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{after}: &{after} [{','.join([f'*{before}'] * 9)}]\n" for before, after in itertools.pairwise(LETTERS)
)
HOSTILE: dict[str, Callable[[Path], str]] = {
    "a call": lambda place: f"zone: !!python/object/apply:os.system ['touch {place}']\nfacts: []\n",
    "an object": lambda place: f"!!python/object/new:os.system [touch {place}]\n",
    "a module": lambda place: f"- id: !!python/name:os.system touch {place}\n",
    "aliases that expand": lambda place: f"{LAUGHS}zone: 甲\nfacts: *j\noverrides: *j\n",
    "an alias of itself": lambda place: "&a [*a]\n",
    "a merge": lambda place: "a: &a {x: 1}\nzone: 甲\nfacts: [{<<: *a}]\n",
    "lists in lists": lambda place: f"facts: {'[' * DEPTH}{']' * DEPTH}\n",
    "entries in entries": lambda place: f"facts:\n  {'- ' * DEPTH}x\n",
    "mappings in mappings": lambda place: f"facts: {'{a: ' * DEPTH}1{'}' * DEPTH}\n",
    "brackets that do not close": lambda place: "[" * DEPTH,
    "a large text": lambda place: f"zone: {'a' * SIZE}\n",
    "a large list": lambda place: "facts:\n" + "- x\n" * (SIZE // 4),
    "a large line": lambda place: f"facts: [{'x, ' * (SIZE // 3)}]\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = project(tmp_path_factory.mktemp("yaml") / "project")
    put(where, FIRST)
    assert main(["build", "--root", str(where)]) == 0
    return where


PLACES = {
    f"seeds/overrides/{ZONE}.yml": "check",
    "seeds/articles/a.yml": "check",
    f"docs/data/zones/{ZONE}.yml": "render",
    "docs/data/sources.yml": "render",
    "generator/rules/units.yml": "check",
}


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", PLACES)
def test_it_is_refused_at_once(
    folder: Path, place: str, hostile: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / place
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HOSTILE[hostile](tmp_path / "done"), encoding="utf-8")
    try:
        start = time.process_time()
        status = main([PLACES[place], "--root", str(folder)])
        taken = time.process_time() - start
    finally:
        path.unlink()
        if before is not None:
            path.write_bytes(before)
    told = "".join(capsys.readouterr())
    assert status == 1
    assert place in told
    assert len(told) < 5000
    assert "Traceback" not in told
    assert taken < AT_ONCE
    assert not (tmp_path / "done").exists()


HARMLESS = ("lists in lists", "entries in entries", "mappings in mappings")
"""What is no file of rules, but does nothing either; `check` tells it."""


@pytest.mark.parametrize("hostile", [name for name in HOSTILE if name not in HARMLESS])
def test_rules_are_refused_when_they_are_used(hostile: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "RULES", tmp_path)
    (tmp_path / "units.yml").write_text(HOSTILE[hostile](tmp_path / "done"), encoding="utf-8")
    with pytest.raises(ProblemError) as raised:
        rules.load.__wrapped__("units")
    assert raised.value.problem.text().startswith(f"{tmp_path}/units.yml: RULES-UNREADABLE: a file of rules that is ")
    assert not (tmp_path / "done").exists()


def test_a_large_file_that_the_store_wrote_is_read(folder: Path) -> None:
    facts = store.read_facts(folder / "docs" / "data")
    text = store.zone_text(ZONE, facts)
    large = text + text.partition("facts:\n")[2] * (int(1.5 * store.SURE) // len(text))
    assert len(large) > store.SURE
    assert len(store.facts_of(store.parse(large))) > 1000
