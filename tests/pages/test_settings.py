"""What mkdocs.yml says of the site, as the pages know it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.project import Project
from generator.commands.render import settings


def project(folder: Path, config: str) -> Project:
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return Project(folder)


def test_addresses_and_the_files_that_exist(tmp_path: Path) -> None:
    for name in ("seeds/overrides/北原高新区.yml", "seeds/articles/a.yml", "seeds/articles/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    config = "site_url: https://x.example/z\nextra: {repo_url: 'https://github.com/a/b/', repo_branch: trunk}\n"
    found = settings(project(tmp_path, config))
    assert found.base == "https://x.example/z/"
    assert found.desk.base == "https://github.com/a/b"
    assert found.desk.branch == "trunk"
    assert found.desk.files == {"seeds/overrides/北原高新区.yml", "seeds/articles/a.yml"}


def test_the_environment_may_name_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPO_URL", "https://github.com/a/b")
    found = settings(project(tmp_path, "extra: {repo_url: !ENV [REPO_URL, '']}\nhooks: [x.py]\n"))
    assert found.desk.repo == "https://github.com/a/b"
    assert found.base == ""


@pytest.mark.parametrize(
    "config", ["", "- a\n", "extra: x\n", "extra: {repo_url: [1]}\nsite_url: 3\n", "a: [\n", "a: !x y\n"]
)
def test_a_configuration_that_is_no_use_gives_no_address(tmp_path: Path, config: str) -> None:
    found = settings(project(tmp_path, config))
    assert found.base == ""
    assert found.desk.base == ""
