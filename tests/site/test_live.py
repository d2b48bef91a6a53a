"""The live site's rebuilding, piece by piece; test_serve.py has it whole."""

from __future__ import annotations

import logging
from pathlib import Path

import jinja2
import pytest

from generator.site import live


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built once."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("first", encoding="utf-8")
    return folder


def builder(site: Path, text: str) -> None:
    """As MkDocs does: the folder is made anew."""
    site.mkdir()
    (site / "index.html").write_text(text, encoding="utf-8")


def test_a_site_that_can_be_built_is_replaced(site: Path) -> None:
    (site / "gone.html").write_text("", encoding="utf-8")
    live.rebuild(lambda: True, lambda: builder(site, "second"), site)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in site.iterdir()] == [("index.html", "second")]
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_site_that_cannot_be_rendered_stays_and_is_not_built(site: Path) -> None:
    live.rebuild(lambda: False, lambda: pytest.fail("built"), site)
    assert (site / "index.html").read_text(encoding="utf-8") == "first"


@pytest.mark.parametrize("error", [ValueError("a page's template is wrong"), SystemExit("a page's template is wrong")])
def test_a_site_whose_build_fails_half_way_stays(
    site: Path, caplog: pytest.LogCaptureFixture, error: BaseException
) -> None:
    def fail() -> None:
        builder(site, "half")
        raise error

    live.rebuild(lambda: True, fail, site)
    assert (site / "index.html").read_text(encoding="utf-8") == "first"
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert caplog.messages == ["The site stays as it was: a page's template is wrong"]


def test_a_broken_file_is_told_with_its_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = tmp_path / "seeds" / "overrides"
    folder.mkdir(parents=True)
    (folder / "甲区.yml").write_text("zone: 甲区\noverrides: [\n", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        assert live.regenerate(tmp_path) is False
    assert caplog.messages == [
        "seeds/overrides/甲区.yml:3:1: YAML-SYNTAX: the file is not YAML: did not find expected node content. "
        "Fix: compare the indentation, colons and quotes of this line and the one before",
        "The site stays as it was until this is mended.",
    ]


def test_an_error_is_told_with_the_file_and_line_that_it_knows(tmp_path: Path) -> None:
    error = jinja2.TemplateSyntaxError("unexpected end", 7, filename=str(tmp_path / "templates" / "zone.md.j2"))
    assert live.describe(error, tmp_path) == "templates/zone.md.j2:7: unexpected end"
    assert live.describe(KeyError()) == "KeyError"
