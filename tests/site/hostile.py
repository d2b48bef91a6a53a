"""A project in which every text that people or sources supply is hostile, each zone in a way of its own."""

from __future__ import annotations

import shutil
from dataclasses import fields, replace
from pathlib import Path

import yaml

from generator import store
from generator.facts import PREFIXES
from generator.model import (
    KINDS,
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
    Span,
    Status,
)
from generator.problems import Problem
from generator.store import Source
from tests.site import project

RAN = "window.ran=(window.ran||0)+1"
"""What each script would do if it ran."""
HOSTILE = [
    f"<script>{RAN}</script></script><script>{RAN}</script><img src=x onerror={RAN}>",
    "<!-- 甲 --> &amp; &lt;b&gt; &#60;i&#62; <b>乙</b>",
    f"\"><svg onload='{RAN}'> ' autofocus onfocus='{RAN}' x='",
    '"},"@type":"x" \\u003cscript\\u003e \\\\ \\"',
    f"javascript:{RAN}//[甲](javascript:{RAN}) <javascript:{RAN}> ![甲](https://x.example/a.png)",
    f"data:text/html,<script>{RAN}</script>",
    'https://x.example/" onmouseover="x',
    "**甲** _乙_ `丙` ~~丁~~ ==戊== ^己^ ```\n庚\n``` {: onclick=x .md-button } { #top } [TOC] [^1]",
    "# 甲\n\n> 乙\n\n- 丙\n\n1. 丁",
    "a | b | c \\d| {{ 7 * 7 }} {% raw %} {# 甲 #} ${7*7} <%= 7*7 %>",
    "]]> <![CDATA[ 甲 ]]> <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY a 'b'>]> &a;",
    "甲\u202e乙\u2066丙\u2069丁\u200b\u200c\u200d\ufeff戊\u00ad己\u2028庚\u2029辛\x85壬\x00\x07\x1b[31m\x7f",
    '=HYPERLINK("https://x.example","甲")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\uff1d1+1",
    "../../../../etc/passwd",
    "..",
    "甲" * 2000 + "e\u0301\u0301\u0301" * 100 + "\U0001f468\u200d\U0001f469\u200d\U0001f467 𠮷 \ufdfd",
    "  ",
]
PAGES = ["index", "zones", "sitemap.xml", "比较", "assets", "con", ".", "-rf", "甲\n区", "%2e%2e"]
"""Zones that are called as pages or folders of the site are, or as no folder may be."""
ALIKE = ["临水高新区", "林水高新区", "LINSHUI gaoxinqu", "linshui-gaoxinqu"]
"""Zones whose addresses would be the same."""


USUAL = 5
"""Facts of a zone that is hostile in its name alone."""


def contents(text: str) -> list[Content]:
    """A fact of each kind, this text in each of its texts."""
    plain: list[Content] = [
        Metric(indicator="地区生产总值", value=5, unit="亿元", period="2023"),
        Metric(indicator="地区生产总值", value=9, unit="亿元", period="2030", status=Status.TARGET),
        Event(date="2023-05", type=EventType.SIGNED, title="签约", partners=("甲",)),
        Cooperation(partner="甲", type=CooperationType.STRATEGIC, about="乙"),
        Industry(name="甲", role=IndustryRole.LEADING),
        Organisation(name="甲", type=OrganisationType.COMPANY),
        Honour(title="甲", issuer="乙"),
        Person(name="甲", role="主任"),
        Identity(attribute=Attribute.ALIAS, value="甲"),
        Identity(attribute=Attribute.POSITION, value="甲"),
    ]
    kept = {"period", "date"}
    return [
        replace(
            content,
            **{
                field.name: text if type(value) is str else (text,)
                for field in fields(content)
                if (type(value := getattr(content, field.name)) is str or value == ("甲",)) and field.name not in kept
            },
        )
        for content in plain
    ]


def facts(number: int, text: str, zone: str, doc: str) -> list[Fact]:
    """Facts of a zone, each saying this text, proved by this text."""
    found = []
    for place, content in enumerate(contents(text)):
        sentence = f"前{text}后"
        found.append(
            Fact(
                id=f"{PREFIXES[KINDS[type(content)]]}-{number:04}{place:06}",
                doc=doc,
                owner=Owner(zone, text if place in (1, 4) else ""),
                content=content,
                evidence=text,
                span=Span(place * 3, place * 3 + len(text)),
                sentence=sentence,
                rule=text,
                mended=(text,),
            )
        )
    return found


def copy_to(folder: Path) -> Path:
    """The project with nothing in it but what is hostile, its facts stored and ready to be rendered."""
    project.copy_to(folder)
    for name in ("docs/data", "seeds"):
        shutil.rmtree(folder / name)
    for path in sorted((folder / "docs").iterdir()):
        if path.name != "assets":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    stored: list[Fact] = []
    sources: list[Source] = []
    for number, text in enumerate(HOSTILE):
        doc = f"{text.strip()[:40].replace('/', '').replace(chr(0), '') or 'x'}.txt"
        stored += facts(number, text, text, doc)
        told = Problem(code="X", file=text, message=text, found=text, expected=text, fix=text)
        sources.append(Source(Article(doc, "", text, text, text, "2024-01-02", text, text), 10, (told,)))
    for number, zone in enumerate([*PAGES, *ALIKE], len(HOSTILE)):
        stored += facts(number, f"第{number}个", zone, "plain.txt")[:USUAL]
    sources.append(Source(Article("plain.txt", "", "utf-8", "寻常"), USUAL * len([*PAGES, *ALIKE])))
    for name, text in {**store.zone_files(stored), store.SOURCES: store.sources_text(sources)}.items():
        path = folder / "docs" / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_overrides(folder / "seeds" / "overrides", {fact.owner.zone: fact for fact in stored})
    return folder


def write_overrides(folder: Path, known: dict[str, Fact]) -> None:
    """For each zone a file with a hostile note, alias, confirmation and added fact."""
    folder.mkdir(parents=True)
    for number, text in enumerate(text for text in HOSTILE if text.strip() and store.dump(text).isprintable()):
        fact = known[text]
        signed = {"reason": text, "by": text, "date": "2024-04-02"}
        shown = {"kind": "industry", "name": text, "role": "未来", "source": text}
        body = {
            "zone": text,
            "aliases": [f"{text}别名"],
            "note": text,
            "overrides": [
                {"fact": fact.id, "action": "confirm", "expect": {"value": text}, **signed},
                {"action": "add", "set": shown, **signed},
            ],
        }
        (folder / f"{number}.yml").write_text(yaml.safe_dump(body, allow_unicode=True), encoding="utf-8")
