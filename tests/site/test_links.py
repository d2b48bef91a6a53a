"""Every link inside the site leads to a page, and every anchor to a place on it; nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.site import project, reading
from tests.site.reading import Built

HOST = f"http://site.example{project.PATH}"
NOT_FOUND = "404.html"
NAV_LIMIT = 30
THEME_BUTTON = "javascript:void(0)"
ONE_OF_MANY = re.compile(r"(zones|sources|compare/indicators)/[^/]+/")
CSS_ADDRESS = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Built]:
    return list(reading.read_all(site))


def target(site: Path, page: Built, link: str) -> tuple[str, str] | None:
    """The file under the site and the anchor that a link leads to; None for a link that leaves the site."""
    address, anchor = urldefrag(urljoin(HOST + page.path, link))
    if not address.startswith(HOST):
        return None
    path = unquote(urlsplit(address).path.removeprefix(project.PATH))
    return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(anchor)


def test_links_and_anchors_lead_somewhere(site: Path, pages: list[Built]) -> None:
    anchors = {page.path: page.anchors for page in pages}
    dead = []
    for page in pages:
        for link in page.links:
            found = target(site, page, link)
            if found is None:
                continue
            path, anchor = found
            if not (site / path).is_file() or (anchor and path in anchors and anchor not in anchors[path]):
                dead.append(f"{page.path}: {link}")
    assert dead == []
    assert sum(len(page.links) for page in pages) > 1000


def test_what_pages_load_is_there_and_of_this_site(site: Path, pages: list[Built]) -> None:
    missing = [
        f"{page.path}: {address}"
        for page in pages
        for address in page.loads
        if not address.startswith("data:")
        and ((found := target(site, page, address)) is None or not (site / found[0]).is_file())
    ]
    assert missing == []


def test_stylesheets_load_nothing_from_elsewhere(site: Path) -> None:
    addresses = [
        "".join(found)
        for path in sorted(site.rglob("*.css"))
        for found in CSS_ADDRESS.findall(path.read_text(encoding="utf-8"))
    ]
    assert [address for address in addresses if re.match(r"(https?:)?//", address)] == []


def test_links_out_are_web_addresses(site: Path, pages: list[Built]) -> None:
    leaving = {link for page in pages for link in page.links if target(site, page, link) is None}
    others = {link for link in leaving if urlsplit(link).scheme not in {"http", "https", "mailto"}}
    assert others <= {THEME_BUTTON}


def test_no_page_carries_the_whole_navigation(pages: list[Built]) -> None:
    """A list of all zones or sources in the navigation would stand on every page; it stands on its own page."""
    for page in pages:
        listed = {urldefrag(urljoin(HOST + page.path, link))[0].removeprefix(HOST) for link in page.navigation}
        many = {path for path in listed if ONE_OF_MANY.fullmatch(path)}
        assert many <= {page.path.removesuffix("index.html")}, page.path
        assert len(listed) <= NAV_LIMIT, page.path


def test_every_page_has_one_heading_of_the_first_level(pages: list[Built]) -> None:
    assert [page.path for page in pages if page.path != NOT_FOUND and len(page.headings) != 1] == []


def test_links_stay_within_the_path_that_the_site_is_published_under(pages: list[Built]) -> None:
    rooted = [
        f"{page.path}: {link}"
        for page in pages
        if page.path != NOT_FOUND
        for link in [*page.links, *page.loads]
        if link.startswith("/")
    ]
    assert rooted == []
