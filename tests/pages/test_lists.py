"""Lists of names, sources and files: one page while they are short, several of bounded size once they are long."""

from __future__ import annotations

import re
from unittest import mock

from generator import downloads
from generator.model import Archive, Metric, Organisation, OrganisationType, Zone
from generator.pages import comparisons, render
from generator.pages.mentions import NAMED
from generator.pages.names import PLACES, SHORT
from generator.pages.site import Settings, Site
from generator.pages.whereabouts import LINES
from tests.make import article, fact, metric, published
from tests.pages.small_archive import archive

LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def large(zones: int, profile: bool = True) -> Archive:
    """Zones with three firms each and one indicator that all of them report."""
    made = []
    for number in range(zones):
        name = f"第{number}高新区"
        firms = (Organisation(name=f"安{number}{letter}公司", type=OrganisationType.COMPANY) for letter in "甲乙丙")
        figure = Metric(indicator="入驻企业数", value=number, unit="家", period="2023")
        facts = [
            published(fact(content, number=number * 9 + place, zone=name, doc=f"{number}.txt", evidence="证据"))
            for place, content in enumerate((*firms, figure))
        ]
        made.append(Zone(name=name, slug=f"zone-{number}", facts=tuple(facts), profile=profile))
    return Archive(
        zones=tuple(made), articles=tuple(article(f"{number}.txt", title=f"文章{number}") for number in range(zones))
    )


def test_a_short_index_is_one_page() -> None:
    assert [path for path in render(archive()) if path.startswith("names")] == ["names.md"]


def test_a_long_index_has_a_page_for_each_letter_and_none_is_long() -> None:
    pages = {path: text for path, text in render(large(160)).items() if path.startswith("names")}
    assert sorted(pages) == ["names.md", "names/a-2.md", "names/a.md", "names/d.md", "names/q.md"]
    assert LINK.findall(pages["names.md"]) == [("A", "names/a.md"), ("D", "names/d.md"), ("Q", "names/q.md")]
    assert all(text.count("\n- ") <= SHORT for text in pages.values())
    assert sum(text.count("\n- ") for text in pages.values()) == 160 * 4 + 1
    assert "# 索引：A（2）" in pages["names/a-2.md"]
    assert ("全部字母", "../names.md") in LINK.findall(pages["names/a-2.md"])
    assert ("1", "a.md") in LINK.findall(pages["names/a-2.md"])


def test_an_indicator_in_the_index_leads_to_its_comparison_and_names_some_zones() -> None:
    [line] = [line for line in render(large(160))["names/q.md"].splitlines() if line.startswith("- ")]
    assert LINK.findall(line)[0] == ("企业数", "../compare/indicators/qi-ye-shu.md")
    assert len(LINK.findall(line)) == PLACES + 1
    assert line.endswith("等 160 个园区</span>")


def test_a_long_list_of_sources_goes_on_on_further_pages() -> None:
    pages = {path: text for path, text in render(large(160)).items() if path.startswith("sources/index")}
    assert sorted(pages) == ["sources/index-2.md", "sources/index.md"]
    told = [found for text in pages.values() for found in re.findall(r"\| \[(文章\d+)\]", text)]
    assert sorted(told) == sorted(f"文章{number}" for number in range(160))
    assert "# 来源（2）" in pages["sources/index-2.md"]


def test_a_long_list_of_files_goes_on_on_further_pages() -> None:
    made = downloads.render(large(160))
    pages = {path: text for path, text in made.items() if path.endswith(".md")}
    assert sorted(pages) == ["download/index-2.md", "download/index-3.md", "download/index.md"]
    listed = [found for text in pages.values() for found in re.findall(r"\[CSV\]\((zones/[^)]*)\)", text)]
    assert sorted(listed) == sorted(f"zones/zone-{number}.csv" for number in range(160))
    assert all(f"download/{name}" in made for name in listed)
    assert ["## 说明" in pages[path] for path in sorted(pages)] == [False, False, True]


def test_zones_that_are_only_mentioned_go_on_on_further_pages_and_all_are_found() -> None:
    site = Site.of(large(160, profile=False), Settings())
    pages = {path: text for path, text in render(site.archive).items() if path.startswith("zones/mentioned/")}
    assert list(pages) == [f"zones/mentioned/unknown{part}.md" for part in ("-2", "-3", "-4", "-5", "-6", "")]
    for zone in site.archive.zones:
        page = site.zone_page(zone)
        assert f"## {zone.name} {{ #zone-{zone.slug} }}" in pages[page]
        assert site.zone_address(zone) == f"{page.removesuffix('.md')}/#zone-{zone.slug}"
    assert all(text.count('<details class="fact ') <= LINES for text in pages.values())
    assert ("6", "unknown-6.md") in LINK.findall(pages["zones/mentioned/unknown.md"])


def test_the_list_of_zones_names_some_of_a_province_that_are_only_mentioned() -> None:
    page = render(large(160, profile=False))["zones/index.md"]
    (line,) = [line for line in page.splitlines() if "省份未注明" in line]
    assert len(LINK.findall(line)) == 1 + NAMED
    assert line.endswith("</span> 等 160 个 | 160 |")


def test_the_overview_of_comparisons_shows_what_most_zones_report_and_leads_to_the_rest() -> None:
    figures = [
        (f"{letter}类企业数", zones) for letter, zones in zip("甲乙丙丁戊己庚", (2, 3, 2, 2, 4, 2, 2), strict=True)
    ]
    found = [
        published(
            fact(metric(5, indicator=name, unit="家"), number=place * 9 + zone, zone=f"第{zone}高新区", doc="1.txt")
        )
        for place, (name, zones) in enumerate(figures)
        for zone in range(zones)
    ]
    owners = sorted({item.fact.owner.zone for item in found})
    made = tuple(
        Zone(name=name, slug=f"z{n}", facts=tuple(item for item in found if item.fact.owner.zone == name), profile=True)
        for n, name in enumerate(owners)
    )
    with mock.patch.object(comparisons, "SHOWN", 3), mock.patch.object(comparisons, "LINES", 4):
        pages = render(Archive(zones=made, articles=()))
    shown = [name for name, _ in LINK.findall(pages["compare/index.md"]) if name.endswith("类企业数")]
    assert shown == ["丁类企业数", "乙类企业数", "戊类企业数"]
    assert ("企业：全部 7 项指标", "topics/enterprises.md") in LINK.findall(pages["compare/index.md"])
    listed = pages["compare/topics/enterprises.md"] + pages["compare/topics/enterprises-2.md"]
    assert {name for name, _ in LINK.findall(listed) if name.endswith("类企业数")} == {name for name, _ in figures}
    assert "# 企业（2）" in pages["compare/topics/enterprises-2.md"]
