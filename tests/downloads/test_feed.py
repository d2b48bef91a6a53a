"""Atom feeds: what they tell, that they hang on dates of articles and corrections alone, and that they are XML."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from generator import downloads
from generator.downloads import feed
from generator.model import Action, Archive, Override, Published
from generator.pages import Settings
from tests.pages.small_archive import archive, north_facts
from tests.pages.test_escape import HOSTILE
from tests.pages.test_hostile import poisoned

A = "{http://www.w3.org/2005/Atom}"


def override(action: Action, date: str = "2024-03-05") -> Override:
    return Override(fact="m-0000000001", action=action, reason="见公报", by="编辑", date=date, file="x.yml", line=1)


def read(text: str) -> ET.Element:
    return ET.fromstring(text)


def entries(text: str) -> list[tuple[str, str, str]]:
    return [
        (entry.findtext(f"{A}updated", ""), entry.findtext(f"{A}title", ""), entry.find(f"{A}link").get("href", ""))
        for entry in read(text).iter(f"{A}entry")
    ]


def test_the_feed_tells_of_articles_and_corrections_newest_first() -> None:
    facts = [Published(fact=item) for item in north_facts()]
    facts[1] = replace(facts[1], override=override(Action.CONFIRM))
    gone = Published(fact=replace(north_facts()[0], id="m-gone"), override=override(Action.REJECT, "2024-03-06"))
    made = downloads.render(archive(*facts), rejected=[gone])
    assert entries(made["download/feed.atom"]) == [
        ("2024-03-06T00:00:00+08:00", "北原高新区：已剔除 m-gone", "../zones/beiyuan-gaoxinqu/"),
        (
            "2024-03-05T00:00:00+08:00",
            "北原高新区：已核实 地区生产总值 约 120 亿元，增长 8%（2023年）",
            "../zones/beiyuan-gaoxinqu/#m-0000000001",
        ),
        (
            "2024-01-15T00:00:00+08:00",
            "北原高新区：北原高新区去年交卷（10 条事实）",
            "../zones/beiyuan-gaoxinqu/",
        ),
    ]
    assert read(made["download/feed.atom"]).findtext(f"{A}updated") == "2024-03-06T00:00:00+08:00"


def test_a_zone_has_a_feed_of_its_own_and_without_dates_an_empty_one() -> None:
    made = downloads.render(archive())
    assert [title for _, title, _ in entries(made["download/zones/beiyuan-gaoxinqu.atom"])] == [
        "北原高新区：北原高新区去年交卷（10 条事实）"
    ]
    empty = made["download/zones/nanwan-jingkaiqu.atom"]
    assert entries(empty) == []
    assert read(empty).findtext(f"{A}updated") == "1970-01-01T00:00:00+08:00"


def test_links_are_whole_where_the_site_has_an_address() -> None:
    made = downloads.render(archive(), Settings(site_url="https://example.org/鉴"))
    [link] = [link for _, _, link in entries(made["download/feed.atom"])]
    assert link == "https://example.org/鉴/zones/beiyuan-gaoxinqu/"


def test_an_entry_keeps_its_id_whatever_else_there_is() -> None:
    def ids(made: Archive) -> set[str]:
        return {e.findtext(f"{A}id", "") for e in read(downloads.render(made)["download/feed.atom"]).iter(f"{A}entry")}

    more = [Published(fact=item, override=override(Action.CONFIRM)) for item in north_facts()]
    assert ids(archive()) < ids(archive(*more))


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        ("2024-03-05", "2024-03-05T00:00:00+08:00"),
        ("2024-03", "2024-03-01T00:00:00+08:00"),
        ("2024", "2024-01-01T00:00:00+08:00"),
        ("2024-02-30", ""),
        ("0000", ""),
        ("昨天", ""),
        ("", ""),
    ],
)
def test_moments(day: str, moment: str) -> None:
    assert feed.moment(day) == moment


@pytest.mark.parametrize("text", [*HOSTILE, "]]>", "\x00\x0b\ufffe", "<![CDATA[", "&nbsp;", "\ud800"])
def test_the_feed_is_xml_whatever_the_text(text: str) -> None:
    made = poisoned(text)
    dated = Archive(
        zones=tuple(
            replace(
                zone,
                facts=tuple(
                    replace(item, override=replace(item.override, date="2024-01-01") if item.override else None)
                    for item in zone.facts
                ),
            )
            for zone in made.zones
        ),
        articles=tuple(replace(article, date="2024-01-01") for article in made.articles),
    )
    rendered = downloads.render(dated)
    texts = [rendered[path] for path in sorted(rendered) if path.endswith(".atom")]
    assert max(len(entries(one.encode("utf-8").decode())) for one in texts) > 5
