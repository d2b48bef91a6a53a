"""Lists of names, sources and files: one page while they are short, several of bounded size once they are long."""

from __future__ import annotations

import re

from generator import downloads
from generator.model import Archive, Metric, Organisation, OrganisationType, Zone
from generator.pages import render
from generator.pages.names import PLACES, SHORT
from tests.make import article, fact, published
from tests.pages.small_archive import archive

LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def large(zones: int) -> Archive:
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
        made.append(Zone(name=name, slug=f"zone-{number}", facts=tuple(facts), profile=True))
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
