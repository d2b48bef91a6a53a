"""The build as a whole: what it writes where, and that doing it again changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import project, reading


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def root(site: Path) -> Path:
    """The copy of the project whose site is built."""
    return site.parent


def test_a_second_build_changes_nothing(root: Path) -> None:
    before = contents(root / "docs")
    times = {path: path.stat().st_mtime_ns for path in (root / "docs").rglob("*") if path.is_file()}
    done = project.run(root, "generator", "build", SITE_URL=project.ADDRESS)
    assert done.returncode == 0, done.stderr
    assert contents(root / "docs") == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_the_facts_that_are_committed_are_those_that_articles_and_rules_give(root: Path) -> None:
    committed, made = contents(project.ROOT / "docs" / "data"), contents(root / "docs" / "data")
    differing = sorted(name for name in committed | made if committed.get(name) != made.get(name))
    assert differing == [], "run make build and commit docs/data"


def test_nothing_of_the_generators_own_gets_into_the_site(site: Path) -> None:
    assert [path.name for path in site.rglob("*") if path.suffix in {".py", ".yml", ".j2", ".md"}] == []


@pytest.mark.parametrize("page", ["", "zones/", "compare/", "sources/", "names/", "method/", "correct/"])
def test_every_section_has_its_page(site: Path, page: str) -> None:
    assert (site / page / "index.html").is_file()


def test_a_site_under_a_path_finds_its_parts_from_any_address(site: Path) -> None:
    not_found = reading.read(site, site / "404.html")
    rooted = [link for link in (*not_found.loads, *not_found.links) if link.startswith("/")]
    assert rooted
    assert [link for link in rooted if not link.startswith(project.PATH)] == []
    zones = (site / "zones" / "index.html").read_text(encoding="utf-8")
    assert f'rel="canonical" href="{project.ADDRESS}zones/"' in zones
