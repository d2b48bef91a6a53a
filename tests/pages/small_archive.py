"""A small archive to render in tests, and the built HTML of a Markdown page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import yaml

from generator.model import (
    Archive,
    Article,
    Attribute,
    Content,
    Cooperation,
    CooperationType,
    Event,
    EventType,
    Fact,
    Honour,
    Identity,
    Industry,
    IndustryRole,
    Metric,
    Organisation,
    OrganisationType,
    Owner,
    Person,
    Published,
    Qualifier,
    Span,
    Status,
    Zone,
)

ROOT = Path(__file__).parents[2]
VOID = {"br", "hr", "img", "input", "meta", "link", "rect", "circle", "path", "wbr"}

NORTH = """北原高新区去年交卷
北原高新区位于河北省，2023年实现地区生产总值约120亿元，同比增长8%。
北原云谷产业园已入驻企业36家。力争2026年地区生产总值突破200亿元。
2023年6月，北原高新区与南湾大学签订战略合作协议。
北原高新区获评国家绿色园区。主任李明说，主导产业是新材料。
"""
SOUTH = "南湾经开区2022年地区生产总值为8500000万元。南湾经开区的主导产业是新材料。"


def fact(
    number: int,
    article: Article,
    evidence: str,
    zone: str,
    content: Content,
    subject: str = "",
    mended: tuple[str, ...] = (),
) -> Fact:
    start = article.text.index(evidence)
    line_start = max(article.text.rfind(stop, 0, start) for stop in "。\n") + 1
    line_end = article.text.find("。", start + len(evidence) - 1) + 1 or len(article.text)
    return Fact(
        id=f"m-{number:010d}",
        doc=article.doc,
        owner=Owner(zone, subject),
        content=content,
        evidence=evidence,
        span=Span(start, start + len(evidence)),
        sentence=article.text[line_start:line_end],
        rule="test",
    )


def north_article() -> Article:
    return Article(
        doc="north.txt",
        text=NORTH,
        encoding="utf-8",
        title="北原高新区去年交卷",
        publisher="北原日报",
        date="2024-01-15",
        url="https://news.example/a?b=1&c=2",
    )


def south_article() -> Article:
    return Article(doc="南湾 稿.txt", text=SOUTH, encoding="gb18030")


def north_facts() -> tuple[Fact, ...]:
    article, zone = north_article(), "北原高新区"
    rows: list[tuple[str, Content, str]] = [
        ("位于河北省", Identity(attribute=Attribute.PROVINCE, value="河北"), ""),
        (
            "地区生产总值约120亿元，同比增长8%",
            Metric(
                indicator="地区生产总值", value=120, unit="亿元", qualifier=Qualifier.ABOUT, period="2023", change=8
            ),
            "",
        ),
        ("已入驻企业36家", Metric(indicator="入驻企业数", value=36, unit="家", period="../2024-01"), "北原云谷产业园"),
        (
            "力争2026年地区生产总值突破200亿元",
            Metric(
                indicator="地区生产总值",
                value=200,
                unit="亿元",
                qualifier=Qualifier.OVER,
                period="2026",
                status=Status.TARGET,
            ),
            "",
        ),
        ("北原云谷产业园", Organisation(name="北原云谷产业园", type=OrganisationType.PARK), ""),
        (
            "与南湾大学签订战略合作协议",
            Cooperation(partner="南湾大学", type=CooperationType.STRATEGIC, date="2023-06", about="签订战略合作协议"),
            "",
        ),
        (
            "2023年6月，北原高新区与南湾大学签订战略合作协议",
            Event(date="2023-06", type=EventType.SIGNED, title="与南湾大学签订战略合作协议", partners=("南湾大学",)),
            "",
        ),
        ("获评国家绿色园区", Honour(title="国家绿色园区"), ""),
        ("主任李明", Person(name="李明", role="北原高新区主任"), ""),
        ("主导产业是新材料", Industry(name="新材料", role=IndustryRole.LEADING), ""),
    ]
    return tuple(
        fact(n, article, evidence, zone, content, subject) for n, (evidence, content, subject) in enumerate(rows)
    )


def south_facts() -> tuple[Fact, ...]:
    article, zone = south_article(), "南湾经开区"
    return (
        fact(
            100,
            article,
            "地区生产总值为8500000万元",
            zone,
            Metric(indicator="地区生产总值", value=8500000, unit="万元", period="2022"),
        ),
        fact(101, article, "主导产业是新材料", zone, Industry(name="新材料", role=IndustryRole.LEADING)),
    )


def archive(*north: Published, profile: bool = True) -> Archive:
    """Two zones, or the second zone and the first with these facts."""
    facts = north or tuple(Published(fact=item) for item in north_facts())
    return Archive(
        zones=(
            Zone(name="北原高新区", slug="beiyuan-gaoxinqu", aliases=("北原科技城",), facts=facts, profile=profile),
            Zone(name="南湾经开区", slug="nanwan-jingkaiqu", facts=tuple(Published(fact=f) for f in south_facts())),
        ),
        articles=(north_article(), south_article()),
    )


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose own tags are of no interest here."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def site_extensions() -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions of mkdocs.yml and their settings."""
    entries = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)["markdown_extensions"]
    names, settings = [], {}
    for entry in entries:
        if isinstance(entry, dict):
            settings.update(entry)
            names.extend(entry)
        else:
            names.append(entry)
    return names, settings


def built(page: str) -> str:
    """A page's HTML as the site's Markdown makes it, front matter left out."""
    body = page.split("\n---\n", 1)[1] if page.startswith("---\n") else page
    names, settings = site_extensions()
    return markdown.markdown(body, extensions=names, extension_configs=settings)


class Seen(HTMLParser):
    """What a reader sees of a page: its text, its elements, its links, its anchors, its forms with what fills them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.elements: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append((given["action"], {}))
        if tag == "input" and "name" in given:
            self.forms[-1][1][given["name"]] = given["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["script"]:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)
