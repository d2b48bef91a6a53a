"""Builds of a live site after the first: what is skipped stays found, what is gone goes."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from generator.site import live
from generator.site.partial import Builds, Expected, builds, outdate


def entry(location: str, text: str) -> dict[str, Any]:
    return {"location": location, "title": "", "text": text}


def test_entries_of_pages_that_were_skipped_are_kept(tmp_path: Path) -> None:
    known = Builds(asked=True)
    known.begin({"": "index.html", "a/": "a/index.html"}, tmp_path)
    known.built = {"", "a/"}
    first = known.all_entries([entry("", "甲"), entry("a/", "乙"), entry("a/#s", "丙")])
    assert [found["text"] for found in first] == ["甲", "乙", "丙"]
    known.done = True
    known.begin({"": "index.html", "a/": "a/index.html", "b/": "b/index.html"}, tmp_path)
    known.built = {"", "b/"}
    second = known.all_entries([entry("", "甲二"), entry("b/", "丁")])
    assert [found["text"] for found in second] == ["甲二", "乙", "丙", "丁"]


def test_a_page_that_is_built_without_entries_loses_those_it_had(tmp_path: Path) -> None:
    known = Builds(asked=True)
    known.begin({"a/": "a/index.html"}, tmp_path)
    known.all_entries([entry("a/", "乙")])
    known.done = True
    known.begin({"a/": "a/index.html"}, tmp_path)
    known.built = {"a/"}
    assert known.all_entries([]) == []


def test_a_full_build_keeps_nothing(tmp_path: Path) -> None:
    known = Builds(asked=False)
    known.begin({"a/": "a/index.html"}, tmp_path)
    known.all_entries([entry("a/", "乙")])
    known.done = True
    assert not known.partial
    assert known.all_entries([]) == []


def test_a_page_that_is_gone_does_not_stay(tmp_path: Path) -> None:
    known = Builds(asked=True)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    known.begin({"a/": "a/index.html", "b/": "b/index.html"}, tmp_path)
    known.begin({"b/": "b/index.html"}, tmp_path)
    assert [path.parent.name for path in tmp_path.rglob("*.html")] == ["b"]


def test_pages_are_older_than_any_text_once_what_frames_them_has_changed(tmp_path: Path) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text("甲", encoding="utf-8")
    outdate(tmp_path)
    assert page.stat().st_mtime == 0
    assert page.read_text(encoding="utf-8") == "甲"


def test_a_partial_build_that_fails_leaves_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(builds, "asked", True)
    monkeypatch.setattr(builds, "done", True)
    (tmp_path / "index.html").write_text("甲", encoding="utf-8")

    def fail() -> None:
        raise ValueError("a page's template is wrong")

    live.rebuild(lambda: True, fail, tmp_path)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "甲"
    assert caplog.messages == ["The site stays as it was: a page's template is wrong"]


@pytest.mark.parametrize(
    ("message", "told"), [("A 'dirty' build is being performed, this will likely", False), ("Doc file is dirty", True)]
)
def test_only_the_warning_that_does_not_hold_is_kept_back(message: str, told: bool) -> None:
    record = logging.LogRecord("mkdocs", logging.WARNING, "", 0, message, None, None)
    assert Expected().filter(record) is told
