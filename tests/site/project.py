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

ARTICLES = {
    "昆山高新区": "2023年，昆山高新区完成工业总产值2150.5亿元，同比增长6.1%，新增高新技术企业86家。",
    "南湖高新区": "2023年，南湖高新区完成固定资产投资132.5亿元，同比增长9.4%，实际利用外资1.8亿美元。",
    "成都高新区": "2023年，成都高新区实现地区生产总值3200.5亿元，同比增长7.5%，新引进项目310个。",
}
ALL_HAVE = "全区规划面积54平方公里，拥有规上工业企业260家，形成新材料、智能装备两大主导产业。"
"""Zones and what an article says of each, enough for a profile."""


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


def small(folder: Path) -> Path:
    """The same with `ARTICLES` alone to read, and an override file for the first zone: built in a few seconds."""
    copy_to(folder)
    for name in ("articles", "overrides"):
        shutil.rmtree(folder / "seeds" / name)
        (folder / "seeds" / name).mkdir()
    for number, (zone, text) in enumerate(ARTICLES.items(), 1):
        (folder / "seeds" / "articles" / f"{number}.txt").write_text(
            f"{zone}概况\n\n{text}{ALL_HAVE}\n", encoding="utf-8"
        )
    zone = next(iter(ARTICLES))
    override = folder / "seeds" / "overrides" / f"{zone}.yml"
    override.write_text(f"zone: {zone}\nnote: 统计口径以当地公报为准。\noverrides:\n", encoding="utf-8")
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
