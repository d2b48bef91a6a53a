"""A site of hostile texts, built as any other and opened in a browser: nothing runs, the text is shown as it stands."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

from generator.pages.escape import visible
from tests.site import project, reading
from tests.site.conftest import served
from tests.site.hostile import ALIKE, HOSTILE, PAGES, RAN, copy_to

HANDLER = re.compile(r"^on[a-z]+$")
HARMLESS = ("javascript:void(0)",)
"""The theme's own link to nowhere."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_to(tmp_path_factory.mktemp("hostile") / "site of 甲")
    for arguments in (("generator", "render"), ("mkdocs", "build", "--strict")):
        done = project.run(folder, *arguments, SITE_URL="https://y.example/z/", REPO_URL="https://github.com/a/b")
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as served_at:
        yield served_at


@pytest.fixture(scope="module")
def watched(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what went wrong on it: whether anything ran, asked, or went to another host."""
    context = browser.new_context(locale="zh-CN")
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: wrong.append(f"{page.url}: {dialog.message}"))
    page.on("request", lambda asked: wrong.append(asked.url) if not _own(asked.url, address) else None)
    yield page, wrong
    context.close()


@pytest.fixture
def open_page(watched: tuple[Page, list[str]]) -> Iterator[Page]:
    """That page; at the end nothing has gone wrong."""
    page, wrong = watched
    wrong.clear()
    yield page
    assert wrong == []


def _own(url: str, address: str) -> bool:
    return url.startswith((address, "data:image/svg+xml", "blob:"))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


LOOK = """() => {
  const links = [...document.querySelectorAll('[href],[src],[action],[formaction]')];
  return {
    ran: window.ran || 0,
    handlers: [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames().filter(n => /^on/.test(n))),
    addresses: links.flatMap(e => ['href', 'src', 'action', 'formaction'].map(n => e.getAttribute(n) || '')),
    elements: [...new Set([...document.querySelectorAll('article *')].map(e => e.tagName.toLowerCase()))],
    scripts: [...document.querySelectorAll('script')].map(e => [e.type, e.src, e.textContent]),
    text: document.querySelector('article').textContent,
    title: document.title,
  };
}"""
NEVER = {"iframe", "object", "embed", "img", "base", "s", "del", "em", "i", "image"}
"""Elements that no page of the project has in its text, but that hostile texts ask for."""


OF_EACH = 3
"""How many of the pages in one folder are opened, the largest ones, beside all profiles."""


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).parent.as_posix() + "/" for path in site.rglob("index.html"))


def opened(site: Path) -> list[str]:
    """Every profile, and some of the pages in each other folder."""
    kinds: dict[str, list[str]] = {}
    for path in sorted(pages(site), key=lambda path: -(site / path / "index.html").stat().st_size):
        kinds.setdefault(path.rstrip("/").rpartition("/")[0], []).append(path)
    return [path for kind, found in kinds.items() for path in (found if kind == "zones" else found[:OF_EACH])]


def test_nothing_runs_on_any_page_and_nothing_is_marked_up(site: Path, address: str, open_page: Page) -> None:
    assert len(opened(site)) > 40
    for path in opened(site):
        open_page.goto(address + path, wait_until="load")
        seen = open_page.evaluate(LOOK)
        assert seen["ran"] == 0, path
        assert seen["handlers"] == [], path
        found = [
            link for link in seen["addresses"] if re.match(r"\s*(?:javascript|data|vbscript):", link, re.IGNORECASE)
        ]
        assert [link for link in found if link not in HARMLESS] == [], path
        assert not NEVER & set(seen["elements"]), (path, NEVER & set(seen["elements"]))
        assert "49" not in seen["title"]
        for kind, source, text in seen["scripts"]:
            if "json" in kind:
                json.loads(text)
            else:
                assert not source or source.startswith(address)
                assert RAN not in text


def test_each_text_is_shown_as_it_stands(site: Path) -> None:
    shown = {path: squeezed(reading.read(site, site / path / "index.html").text) for path in pages(site)}
    for text in HOSTILE:
        wanted = squeezed(visible(text))
        profiles = [path for path, words in shown.items() if path.startswith("zones/") and wanted in words]
        assert profiles, text
        assert [path for path, words in shown.items() if path.startswith("sources/") and wanted in words], text
        assert wanted in shown["names/"], text


def test_every_zone_has_a_page_of_its_own_inside_the_site(site: Path) -> None:
    docs = site.parent / "docs"
    headings: dict[str, list[str]] = {}
    for path in sorted((site / "zones").glob("*/index.html")):
        for heading in reading.read(site, path).headings:
            headings.setdefault(squeezed(heading), []).append(path.parent.name)
    for zone in (*HOSTILE, *PAGES, *ALIKE):
        if visible(zone):
            assert len(headings[squeezed(visible(zone))]) == 1, zone
    assert not [path for path in docs.rglob("*") if not path.resolve().is_relative_to(docs.resolve())]


def test_links_lead_somewhere(site: Path) -> None:
    anchors = {page.path: page for page in reading.read_all(site)}
    for page in anchors.values():
        for link in page.links:
            assert not re.match(r"\s*(?:javascript|data|vbscript):", link) or link in HARMLESS, (page.path, link)
            if "://" in link or link.startswith(("mailto:", "javascript:", "#", "/")):
                continue
            path = unquote(link.partition("#")[0].partition("?")[0])
            target = (site / page.path).parent / path
            assert target.exists(), (page.path, link)


def test_downloads_hold_the_texts_and_no_formula(site: Path) -> None:
    tables = sorted((site / "download").rglob("*.csv"))
    assert tables
    for table in tables:
        with table.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.reader(stream):
                assert not [cell for cell in row if re.match(r"\s*[=+@\uff1d\uff0b\uff20\t\r]|\s*-[^0-9]", cell)], table
    records = json.loads((site / "download" / "facts.json").read_text("utf-8"))
    told = json.dumps(records, ensure_ascii=False)
    for text in HOSTILE:
        assert json.dumps(text, ensure_ascii=False)[1:-1] in told, text


def test_feeds_are_well_formed_and_mark_nothing_up(site: Path) -> None:
    feeds = sorted((site / "download").rglob("*.atom"))
    assert feeds
    for feed in feeds:
        for element in ET.parse(feed).getroot().iter():
            assert element.tag.startswith("{http://www.w3.org/2005/Atom}"), (feed, element.tag)
            assert not (element.get("href") or "").lower().startswith(("javascript:", "data:"))


@pytest.mark.parametrize("query", ["<script>", "javascript:", "{{ 7", "=HYPERLINK", "../..", "甲" * 200, "\u202e"])
def test_what_is_searched_for_and_found_runs_nothing(query: str, address: str, open_page: Page) -> None:
    open_page.goto(address)
    open_page.click(".md-search__input")
    open_page.keyboard.insert_text(query)
    open_page.keyboard.press("Shift")
    open_page.wait_for_timeout(700)
    assert open_page.evaluate("() => window.ran || 0") == 0
    assert open_page.evaluate("() => document.querySelectorAll('.md-search-result :is(script,img,iframe)').length") == 0
