"""`make serve` on a small project: what is saved shows, what is broken is told, and nothing goes in circles."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from generator.model import Kind
from tests.site import project

PATIENCE = 60
"""Seconds after which a change that does not show never will; nothing here asserts how fast it is."""
QUIET = 4
"""Seconds in which a loop of rebuilds would go round several times."""
PAGE = "zones/kunshan-gaoxinqu/"
ZONE = "昆山高新区"


@dataclass
class Server:
    """A running live site: its folder, its address and what it has said."""

    folder: Path
    url: str
    log: Path

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def builds(self) -> int:
        return self.said().count("Building documentation")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as response:
            assert response.status == 200
            return response.read().decode("utf-8")

    def wait(self, what: str, seen: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if seen():
                    return
            except urllib.error.URLError:
                pass
            time.sleep(0.2)
        pytest.fail(f"{what} never came\n{self.said()}")

    def wait_for(self, path: str, text: str) -> None:
        self.wait(f"{text!r} on {path}", lambda: text in self.get(path))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = project.small(tmp_path_factory.mktemp("a live site"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env=project.environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    running = Server(folder, f"http://127.0.0.1:{port}/", log)
    try:
        running.wait("the first page", lambda: process.poll() is not None or "Serving on" in running.said())
        assert process.poll() is None, running.said()
        yield running
    finally:
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture(scope="module")
def fact(server: Server) -> dict:
    """A figure of the zone as a whole that the site shows."""
    stored = yaml.safe_load((server.folder / "docs" / "data" / "zones" / f"{ZONE}.yml").read_text(encoding="utf-8"))
    shown = server.get(PAGE)
    return next(
        fact
        for fact in stored["facts"]
        if fact["kind"] == Kind.METRIC and isinstance(fact["value"], float) and f'id="{fact["id"]}"' in shown
    )


def override(fact: dict, value: float) -> str:
    entry = {
        "fact": fact["id"],
        "action": "correct",
        "expect": {"value": fact["value"]},
        "set": {"value": value},
        "reason": "试改",
        "by": "tester",
        "date": "2024-04-02",
    }
    return yaml.safe_dump({"zone": ZONE, "overrides": [entry]}, allow_unicode=True, sort_keys=False)


def test_a_saved_override_shows_and_a_broken_one_is_told(server: Server, fact: dict) -> None:
    path = server.folder / "seeds" / "overrides" / f"{ZONE}.yml"
    path.parent.mkdir(exist_ok=True)
    before = server.builds()
    path.write_text(override(fact, 98765.25), encoding="utf-8")
    server.wait_for(PAGE, "98765.25")
    time.sleep(QUIET)
    assert server.builds() == before + 1
    index = server.get("search/index.json")
    assert "98765.25" in index
    assert "南湖高新区" in index

    path.write_text(override(fact, 45678.25) + "  - fact: [\n", encoding="utf-8")
    name = f"seeds/overrides/{ZONE}.yml"
    server.wait("the error", lambda: "The site stays as it was until this is mended." in server.said())
    assert re.search(rf"ERROR.*{re.escape(name)}:\d+:\d+: YAML-SYNTAX: the file is not YAML", server.said())
    assert "98765.25" in server.get(PAGE)
    assert server.builds() == before + 1

    path.write_text(override(fact, 45678.25), encoding="utf-8")
    server.wait_for(PAGE, "45678.25")
    assert server.builds() == before + 2


def test_a_saved_template_shows_and_a_broken_one_is_told(server: Server) -> None:
    path = server.folder / "templates" / "zone.md.j2"
    good = path.read_text(encoding="utf-8")
    path.write_text(good + "\n模板改动甲\n", encoding="utf-8")
    server.wait_for(PAGE, "模板改动甲")
    before = server.builds()

    path.write_text(good + "\n模板改动乙\n{% if %}\n", encoding="utf-8")
    line = good.count("\n") + 3
    server.wait("the error", lambda: f"zone.md.j2:{line}: " in server.said())
    assert "模板改动甲" in server.get(PAGE)
    assert server.builds() == before

    path.write_text(good, encoding="utf-8")
    server.wait("the old page", lambda: "模板改动" not in server.get(PAGE))
    time.sleep(QUIET)
    assert server.builds() == before + 1


def test_a_saved_frame_shows_on_every_page(server: Server) -> None:
    path = server.folder / "templates" / "theme" / "partials" / "copyright.html"
    path.write_text(path.read_text(encoding="utf-8") + "\n<p>页框改动</p>\n", encoding="utf-8")
    for page in ("", PAGE, "method/"):
        server.wait_for(page, "页框改动")


def test_a_saved_article_shows(server: Server) -> None:
    path = server.folder / "seeds" / "articles" / "new.txt"
    path.write_text("昆山高新区概况\n\n2023年，昆山高新区完成工业总产值7531.5亿元，同比增长8.2%。\n", encoding="utf-8")
    server.wait_for(PAGE, "7531.5")
    assert "7531.5" in server.get("sources/new/")
    path.unlink()
    server.wait("the old page", lambda: "7531.5" not in server.get(PAGE))
    with pytest.raises(urllib.error.HTTPError, match="404"):
        server.get("sources/new/")


def test_a_saved_rule_shows(server: Server) -> None:
    path = server.folder / "generator" / "rules" / "zones.yml"
    rules = yaml.safe_load(path.read_text(encoding="utf-8"))
    zone = next((zone for zone in rules if zone["name"] == ZONE), None)
    if zone is None:
        rules.append({"name": ZONE, "aliases": ["试名高新区"]})
    else:
        zone.setdefault("aliases", []).append("试名高新区")
    path.write_text(yaml.safe_dump(rules, allow_unicode=True), encoding="utf-8")
    server.wait_for(PAGE, "试名高新区")


def test_a_saved_style_shows(server: Server) -> None:
    path = server.folder / "docs" / "assets" / "search" / "worker.js"
    path.write_text(path.read_text(encoding="utf-8") + "\n/* 样式改动 */\n", encoding="utf-8")
    server.wait_for("assets/search/worker.js", "样式改动")
