"""A copy of the project to build and to change, so that tests leave the repository alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("generator", "templates", "seeds", "docs", "mkdocs.yml")
TIMEOUT = 300
PATH = "/yuanjian/"
ADDRESS = f"https://someone.example{PATH}"
"""Where the built site says it is: below a path, as a project's pages are on GitHub."""


def copy_to(folder: Path) -> Path:
    """What the site is made from, copied into `folder`."""
    for name in PARTS:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return folder


def environment() -> dict[str, str]:
    """As the Makefile sets it, with a locale that knows no Chinese."""
    kept = {name: value for name, value in os.environ.items() if name not in {"LC_ALL", "LC_CTYPE", "PYTHONPATH"}}
    return {**kept, "LANG": "C", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`python -m …` in `folder`, with more variables in its environment; its output as text."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**environment(), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )


def build(folder: Path, **variables: str) -> Path:
    """Build the site as `make site` does and give its folder. Raises AssertionError with what was printed."""
    for arguments in (("generator", "build"), ("mkdocs", "build", "--strict")):
        done = run(folder, *arguments, **variables)
        assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}\n{done.stderr}"
    return folder / "site"
