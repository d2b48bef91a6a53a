"""The commands that everybody uses, and the locked dependencies under them."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "requirements-dask.txt", "requirements-test.txt", "requirements-zensical.txt")
ENTRY = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)(?: ; [^\\]+)? \\$", re.MULTILINE)


def make(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(shutil.which("make")), *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LANG": "C"} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The Makefile and the locks in a folder with a space in its path, with an environment that is already made."""
    folder = tmp_path / "a folder of mine"
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name in ("Makefile", *LOCKS):
        shutil.copy2(ROOT / name, folder / name)
    python = folder / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "python $*" >> calls\n', encoding="utf-8")
    python.chmod(0o755)
    return folder


def calls(folder: Path) -> list[str]:
    path = folder / "calls"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_help_lists_the_commands() -> None:
    done = make(ROOT, "help")
    assert done.returncode == 0
    listed = [line.split()[1] for line in done.stdout.splitlines()]
    assert {"site", "test", "serve", "score", "lint", "lock", "clean", "help"} <= set(listed)


def test_site_installs_what_is_locked_and_builds_strictly(elsewhere: Path) -> None:
    done = make(elsewhere, "site")
    assert done.returncode == 0, done.stderr
    assert calls(elsewhere) == [
        "python -m pip install --quiet --require-hashes -r requirements.txt",
        "python -m generator build",
        "python -m mkdocs build --strict",
    ]


def test_another_engine_is_installed_and_builds_the_same_pages(elsewhere: Path) -> None:
    done = make(elsewhere, "site", "ENGINE=zensical")
    assert done.returncode == 0, done.stderr
    assert calls(elsewhere) == [
        "python -m pip install --quiet --require-hashes -r requirements.txt",
        "python -m generator build",
        "python -m pip install --quiet --require-hashes -r requirements-zensical.txt",
        "python -m generator.site.zensical",
    ]


def test_an_engine_that_nobody_knows_is_refused(elsewhere: Path) -> None:
    done = make(elsewhere, "site", "ENGINE=hugo")
    assert done.returncode == 2
    assert "ENGINE is mkdocs or zensical, not hugo" in done.stderr
    assert calls(elsewhere) == []


def test_a_second_run_installs_nothing(elsewhere: Path) -> None:
    make(elsewhere, "site")
    (elsewhere / "calls").unlink()
    make(elsewhere, "site")
    assert calls(elsewhere) == ["python -m generator build", "python -m mkdocs build --strict"]


def test_a_changed_lock_is_installed(elsewhere: Path) -> None:
    make(elsewhere, "site")
    (elsewhere / "calls").unlink()
    later = (elsewhere / ".venv" / "site.stamp").stat().st_mtime + 10
    os.utime(elsewhere / "requirements.txt", (later, later))
    make(elsewhere, "build")
    assert calls(elsewhere)[0] == "python -m pip install --quiet --require-hashes -r requirements.txt"


def test_tests_bring_their_own_requirements_and_a_browser(elsewhere: Path) -> None:
    done = make(elsewhere, "test", "WORKERS=1")
    assert done.returncode == 0, done.stderr
    assert calls(elsewhere)[1:] == [
        "python -m pip install --quiet --require-hashes -r requirements-test.txt",
        "python -m tests.site.chromium --install",
        "python -m pytest -n 1 --dist loadfile --no-loadscope-reorder",
    ]


def test_clean_removes_what_was_made_and_nothing_else(elsewhere: Path) -> None:
    pages = elsewhere / "docs" / "zones"
    (elsewhere / "docs" / "data").mkdir(parents=True)
    pages.mkdir()
    for path in (pages / "甲 区.md", pages / "by hand.md", elsewhere / "docs" / "data" / "甲区.yml"):
        path.write_text("", encoding="utf-8")
    (elsewhere / "docs" / ".generated").write_text("zones/甲 区.md\n", encoding="utf-8")
    assert make(elsewhere, "clean").returncode == 0
    left = {path.relative_to(elsewhere).as_posix() for path in elsewhere.rglob("*") if path.is_file()}
    assert left == {"Makefile", *LOCKS, "docs/zones/by hand.md", "docs/data/甲区.yml"}


def test_without_a_new_python_one_line_says_so(elsewhere: Path, tmp_path: Path) -> None:
    shutil.rmtree(elsewhere / ".venv")
    done = make(elsewhere, "build", PATH=str(tmp_path))
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed; say where with make PYTHON=/path/to/python3" in done.stderr


@pytest.mark.parametrize("name", LOCKS)
def test_locks_pin_versions_and_hashes_and_name_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = ENTRY.findall(text)
    assert len(entries) > 10
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    assert [block for block in blocks if "==" in block and "--hash=sha256:" not in block] == []
    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_locked(name: str) -> None:
    wanted = (ROOT / name).with_suffix(".in").read_text(encoding="utf-8")
    names = [re.match(r"[a-z0-9.-]+", line) for line in wanted.splitlines() if line[:1].isalnum()]
    locked = {entry[0] for entry in ENTRY.findall((ROOT / name).read_text(encoding="utf-8"))}
    assert {found.group().replace(".", "-") for found in names if found} <= {
        entry.replace(".", "-") for entry in locked
    }


CHOICE = {"text-unidecode": "the Artistic License or the GPL, as one likes"}
"""Packages that only the tests use and that may be had under another licence than the GPL."""


def licence(package: str) -> str:
    """All that a package says of its licence; empty where it is not installed on this system."""
    try:
        metadata = importlib.metadata.metadata(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
    classifiers = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License")]
    return " ".join([metadata.get("License-Expression") or metadata.get("License") or "", *classifiers])


def test_nothing_that_is_used_is_under_the_gpl() -> None:
    packages = [name for lock in LOCKS for name, _ in ENTRY.findall((ROOT / lock).read_text(encoding="utf-8"))]
    bound = [name for name in packages if re.search(r"\bA?GPL|General Public", licence(name))]
    assert [name for name in bound if name not in CHOICE] == []
    shipped = {name for name, _ in ENTRY.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))}
    assert not shipped & set(CHOICE)


def test_the_check_of_everything_fails_when_either_part_does(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy2(ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    (tmp_path / "Makefile").write_text(
        "lint:\n\t@exit $(LINT)\ntest:\n\t@echo tested; exit $(TEST)\n", encoding="utf-8"
    )
    for lint, test, status in (("0", "0", 0), ("1", "0", 1), ("0", "1", 1)):
        done = subprocess.run(
            [tmp_path / ".ci" / "run"],
            env={"PATH": os.environ["PATH"], "LINT": lint, "TEST": test},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status
        assert "tested" in done.stdout
