"""The same pages by another engine: all of them, with their text, their anchors and their pictures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.site import zensical
from tests.site import project, reading


def test_only_what_the_engine_does_not_know_is_left_out() -> None:
    config = (project.ROOT / zensical.CONFIG).read_text(encoding="utf-8")
    kept = zensical.derived(config).splitlines()
    gone = [line.split(":")[0].strip() for line in config.splitlines() if line not in kept]
    assert gone == ["custom_dir", "hooks", "validation"]


def test_the_rendered_tree_is_built_whole(site: Path, tmp_path: Path) -> None:
    pytest.importorskip("zensical", reason="make site ENGINE=zensical installs it")
    folder = tmp_path / "project"
    for name in ("docs", "generator"):
        shutil.copytree(site.parent / name, folder / name)
    shutil.copy2(site.parent / zensical.CONFIG, folder)
    done = project.run(folder, "generator.site.zensical")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (folder / zensical.DERIVED).exists()
    ours = {page.path: page for page in reading.read_all(site) if page.path != "404.html"}
    theirs = {page.path: page for page in reading.read_all(folder / "site") if page.path != "404.html"}
    assert theirs.keys() == ours.keys()
    facts = {path: {name for name in page.anchors if name[1:2] == "-"} for path, page in ours.items()}
    assert {path: names - theirs[path].anchors for path, names in facts.items() if names - theirs[path].anchors} == {}
    assert sum(map(len, facts.values())) > 100
    profile = "zones/kunshan-gaoxinqu/index.html"
    assert (folder / "site" / profile).read_text(encoding="utf-8").count("<mark>") > 20
