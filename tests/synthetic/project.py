"""A whole project of synthetic articles in a folder of its own, to build a site of many zones from."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.tree import read_manifest
from tests.synthetic.article import articles

ROOT = Path(__file__).resolve().parents[2]
WHOLE = ("generator", "templates")


def write_articles(folder: Path, count: int, zones: int, seed: int) -> int:
    """Write the articles into a folder; how many characters they have in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for written in articles(count, zones, seed):
        (folder / written.name).write_bytes(written.data)
        size += len(written.data)
        if written.beside:
            (folder / written.name).with_suffix(".yml").write_text(written.beside, encoding="utf-8")
    return size


def make_project(folder: Path, zones: int, count: int = 0, seed: int = 1) -> Path:
    """The project's code, templates and pages by hand, with synthetic articles for its seeds: three a zone by default.

    `folder` must not exist or be empty. Nothing is built.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in WHOLE:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    made = read_manifest(ROOT / "docs") | {".generated"}
    for path in sorted((ROOT / "docs").rglob("*")):
        name = path.relative_to(ROOT / "docs")
        if path.is_file() and name.parts[0] != "data" and name.as_posix() not in made:
            (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, folder / "docs" / name)
    write_articles(folder / "seeds" / "articles", count or 3 * zones, zones, seed)
    (folder / "seeds" / "overrides").mkdir()
    return folder
