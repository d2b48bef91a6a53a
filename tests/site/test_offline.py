"""The zip of the site, unpacked and opened from disk as a reader does."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from generator.site import bundle
from tests.site import searching

NAMES = {"index.html", "zones/index.html", "zones/a b/index.html", "download/facts.csv"}


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("在磁盘上 of mine")
    with zipfile.ZipFile(site / bundle.ZIP) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder / bundle.FOLDER


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and whether anything went wrong on it or was asked of a network."""
    wrong: list[str] = []
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(("file:", "data:")) else None)
    yield page, wrong
    context.close()


@pytest.fixture
def disk(watched: tuple[Page, list[str]]) -> Iterator[Page]:
    """That page; at the end nothing has gone wrong."""
    page, wrong = watched
    wrong.clear()
    yield page
    assert wrong == []


def test_search_works_and_its_hits_open(unpacked: Path, disk: Page) -> None:
    disk.goto((unpacked / "index.html").as_uri())
    disk.click(".md-search__input")
    disk.keyboard.insert_text("崑山高新區 8")
    disk.keyboard.press("Shift")
    hit = disk.locator(".md-search-result__item a").first
    hit.wait_for()
    assert "zones/kunshan-gaoxinqu/index.html" in (hit.get_attribute("href") or "")
    hit.click()
    disk.wait_for_url("**/zones/kunshan-gaoxinqu/index.html*")
    disk.wait_for_selector("article mark[data-md-highlight]", state="attached")
    assert disk.inner_text("article mark[data-md-highlight]") == "昆山高新区"


def test_search_finds_the_same_as_on_the_web(unpacked: Path, site_url: str, disk: Page, browser: Browser) -> None:
    asked = searching.cases()[::8]
    web = searching.ask_all(browser.new_page(), site_url, asked)
    disk.goto((unpacked / "index.html").as_uri())
    found = {}
    for case in asked:
        found[case.query] = disk.evaluate(
            """query => new Promise(done => {
              const worker = new Worker("")
              worker.addEventListener("message", ({ data }) => data.type === 3 && done(data.data.items))
              worker.postMessage({ type: 2, data: query })
            })""",
            case.query,
        )
    paths = {query: searching.paths(items) for query, items in found.items()}
    assert paths == {query: [f"{path}index.html" for path in pages] for query, pages in web.items()}


def test_nothing_of_the_search_is_loaded_before_a_query(unpacked: Path, disk: Page) -> None:
    loaded: list[str] = []

    def hear(asked: Request) -> None:
        loaded.append(asked.url.rpartition("/")[2])

    disk.on("request", hear)
    disk.goto((unpacked / "index.html").as_uri(), wait_until="networkidle")
    disk.remove_listener("request", hear)
    assert loaded
    assert not {"index.js", "engine.js", "text.js"} & set(loaded)


def test_links_lead_to_pages_and_not_to_folders(unpacked: Path, disk: Page) -> None:
    disk.goto((unpacked / "index.html").as_uri())
    targets = set(disk.eval_on_selector_all("a[href], link[href]", "links => links.map(link => link.href)"))
    assert [target for target in targets if target.startswith("file:") and target.partition("#")[0].endswith("/")] == []
    disk.goto((unpacked / "zones" / "kunshan-gaoxinqu" / "index.html").as_uri())
    disk.locator(".md-tabs a").first.click()
    disk.wait_for_url("**/yuanjian/index.html")


@pytest.mark.parametrize(
    ("page", "link", "led"),
    [
        ("index.html", '<a href="zones/">', '<a href="zones/index.html">'),
        ("index.html", '<a href="zones/?a=1&amp;b=2#x">', '<a href="zones/index.html?a=1&amp;b=2#x">'),
        ("index.html", '<a class="m" href=".">', '<a class="m" href="./index.html">'),
        ("index.html", '<a href="zones/a%20b/">', '<a href="zones/a%20b/index.html">'),
        ("zones/a b/index.html", '<link rel="prev" href="../..">', '<link rel="prev" href="../../index.html">'),
        ("zones/index.html", '<a href="../zones/">', '<a href="../zones/index.html">'),
        ("index.html", '<a href="download/facts.csv">', None),
        ("index.html", '<a href="#zones/">', None),
        ("index.html", '<a href="https://zones/">', None),
        ("index.html", '<a href="//zones/">', None),
        ("index.html", '<a href="/zones/">', None),
        ("index.html", '<a href="gone/">', None),
        ("index.html", '<a href="../zones/">', None),
        ("index.html", '<a href="http://[zones/">', None),
        ("index.html", '&lt;a href="zones/"&gt;', None),
        ("index.html", '<p data-href="zones/">', None),
    ],
)
def test_which_links_change(page: str, link: str, led: str | None) -> None:
    assert bundle.linked(link, page, NAMES) == (led or link)


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    contents = {"b.txt": "乙\x00]]>".encode(), "a/甲.txt": b""}
    first = bundle.packed(contents)
    assert first == bundle.packed(dict(reversed(contents.items())))
    (tmp_path / "a.zip").write_bytes(first)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert [entry.filename for entry in archive.infolist()] == ["yuanjian/a/甲.txt", "yuanjian/b.txt"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("yuanjian/b.txt") == contents["b.txt"]


def test_a_second_packing_is_the_first(site: Path) -> None:
    made = dict(bundle.files(site))
    with zipfile.ZipFile(site / bundle.ZIP) as archive:
        assert {name.removeprefix("yuanjian/"): archive.read(name) for name in archive.namelist()} == made
    os.utime(site / "index.html", (0, 0))
    assert bundle.packed(dict(bundle.files(site))) == (site / bundle.ZIP).read_bytes()


def test_zones_stand_side_by_side_and_the_timeline_is_filtered(unpacked: Path, disk: Page) -> None:
    disk.goto((unpacked / "zones" / "kunshan-gaoxinqu" / "index.html").as_uri())
    disk.get_by_role("link", name="与其他园区比较").click()
    disk.wait_for_selector(".beside-picked li")
    disk.get_by_label("加一个园区").fill("紫竹高新区")
    disk.wait_for_selector(".beside-all")
    disk.locator(".beside-all td a[href*='#']").first.click()
    disk.wait_for_url("**/zones/*/index.html#*")
    disk.goto((unpacked / "compare" / "timeline" / "index.html").as_uri())
    disk.get_by_label("园区").select_option("昆山高新区")
    disk.locator(".dated tbody a").first.click()
    disk.wait_for_url("**/zones/kunshan-gaoxinqu/index.html#*")
