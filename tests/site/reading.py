"""Built pages as a program sees them: links, anchors, navigation and the text that a reader reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
    "embed": "src",
}


@dataclass
class Built:
    """A page: its path under the site, what it links to and loads, its anchors, its navigation, its text."""

    path: str
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    navigation: list[str] = field(default_factory=list)
    text: str = ""
    headings: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Reads one page."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.page = Built(path)
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []

    def within(self, name: str, mark: str) -> bool:
        return any(tag == name and mark in classes for tag, classes in self.open)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.page.anchors |= {values[name] for name in ("id", "name") if values.get(name)}
        if tag not in VOID:
            self.open.append((tag, values.get("class", "")))
        if tag == "a" and "href" in values:
            self.page.links.append(values["href"])
            if self.within("nav", "md-nav--primary") and not self.within("nav", "md-nav--secondary"):
                self.page.navigation.append(values["href"])
        if tag == "link" and values.get("rel") not in {"canonical", "alternate", "next", "prev"}:
            self.page.loads.append(values.get("href", ""))
        if tag in LOADING and LOADING[tag] in values:
            self.page.loads.append(values[LOADING[tag]])
        if tag == "h1":
            self.page.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        while self.open and any(name == tag for name, _ in self.open):
            if self.open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.within("article", "md-content__inner") or self.within("script", "") or self.within("style", ""):
            return
        self.words.append(data)
        if self.within("h1", "") and not self.within("a", "headerlink"):
            self.page.headings[-1] += data


def read(site: Path, path: Path) -> Built:
    reader = Reader(path.relative_to(site).as_posix())
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    reader.page.text = "".join(reader.words)
    return reader.page


def read_all(site: Path) -> Iterator[Built]:
    """Every page of the site, by path."""
    for path in sorted(site.rglob("*.html")):
        yield read(site, path)
