"""The downloads of the built site: the data package passes its check, and every download is a link away."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.site import reading

FOLDER = "download"
SCRIPT = ".js"
"""Data that pages load by themselves are not for taking away."""


def test_the_data_package_is_valid(site: Path) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"],
        cwd=site / FOLDER,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    report = json.loads(checked.stdout)
    errors = [error["message"] for task in report["tasks"] for error in task["errors"]]
    assert (report["valid"], errors, report["errors"]) == (True, [], [])
    assert {task["name"]: task["stats"]["rows"] > 0 for task in report["tasks"]} == {
        "zones": True, "sources": True, "facts": True, "comparisons": True,
    }  # fmt: skip


def test_every_download_is_linked_and_every_zone_has_its_own(site: Path) -> None:
    page = reading.read(site, site / FOLDER / "index.html")
    files = {
        path.relative_to(site / FOLDER).as_posix()
        for path in (site / FOLDER).rglob("*")
        if path.suffix not in {".html", SCRIPT}
    }
    folders = {name for name in files if (site / FOLDER / name).is_dir()}
    assert files - folders - set(page.links) == set()
    for profile in sorted((site / "zones").glob("*/index.html")):
        links = reading.read(site, profile).links
        for ending in ("csv", "json", "atom"):
            assert f"../../{FOLDER}/zones/{profile.parent.name}.{ending}" in links
    for comparison in sorted((site / "compare" / "indicators").glob("*/index.html")):
        links = reading.read(site, comparison).links
        for ending in ("csv", "json"):
            assert f"../../../{FOLDER}/comparisons/{comparison.parent.name}.{ending}" in links


def test_feeds_are_xml_and_found_by_readers_of_feeds(site: Path) -> None:
    feeds = sorted((site / FOLDER).rglob("*.atom"))
    assert len(feeds) > 1
    for feed in feeds:
        assert ET.parse(feed).getroot().tag == "{http://www.w3.org/2005/Atom}feed"
    front = (site / "index.html").read_text(encoding="utf-8")
    assert '<link rel="feed alternate" type="application/atom+xml" title="园鉴" href="download/feed.atom">' in front
