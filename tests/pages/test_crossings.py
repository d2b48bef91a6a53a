from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compare import partnerships
from generator.model import (
    Archive,
    Content,
    Cooperation,
    CooperationType,
    Honour,
    Industry,
    IndustryRole,
    Published,
    Status,
    Zone,
)
from generator.pages import chronicle, crossings, matrix, provinces, render
from generator.pages.crossings import network
from generator.pages.site import Settings, Site
from tests.make import event, fact, metric
from tests.pages.small_archive import archive


def zones(*each: tuple[Content, ...]) -> Archive:
    """Zones of these contents: 第0区, 第1区 …"""
    made = []
    for place, contents in enumerate(each):
        name = f"第{place}区"
        facts = [fact(content, number=100 * place + n, zone=name) for n, content in enumerate(contents)]
        made.append(Zone(name=name, slug=f"z{place}", facts=tuple(Published(fact=item) for item in facts)))
    return Archive(zones=tuple(made), articles=())


def works_with(*partners: str) -> tuple[Content, ...]:
    return tuple(Cooperation(partner=partner, type=CooperationType.JOINT) for partner in partners)


def test_two_zones_that_tell_of_each_other_are_joined_by_one_line() -> None:
    drawn = network(partnerships(zones(works_with("第1区", "第1区", "北大学"), works_with("第0区"))))
    assert drawn.zones == ("第0区",)
    assert [(partner.name, partner.zone) for partner in drawn.partners] == [("北大学", False), ("第1区", True)]
    assert drawn.lines == ((0, 0, 1), (0, 1, 3))
    assert drawn.description == "第0区与北大学；第0区与第1区"


def test_a_picture_shows_the_zones_with_most_partners_and_counts_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crossings, "NETWORK_ZONES", 1)
    drawn = network(partnerships(zones(works_with("甲厂"), works_with("乙厂", "丙厂"))))
    assert (drawn.zones, drawn.left_out) == (("第1区",), 1)
    assert {partner.name for partner in drawn.partners} == {"乙厂", "丙厂"}


def test_honours_of_all_zones_stand_in_a_matrix_and_a_list() -> None:
    title = Honour(title="绿色园区", date="2022", rank=3)
    page = render(zones((title,), (replace(title, rank=None),), (Honour(title="灯笼之乡"),)))["compare/honours.md"]
    assert (
        "| 绿色园区 | [2022年 第 3 位](../zones/z0.md#h-0000000000) | [2022年](../zones/z1.md#h-0000000100) |" in page
    )
    assert '| 灯笼之乡 | <span class="names">[第2区](../zones/z2.md#h-0000000200)</span> |' in page


def test_a_name_that_many_zones_share_goes_on_over_several_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crossings, "NAMED", 2)
    monkeypatch.setattr(crossings, "NAMES", 1)
    pages = render(zones(*[(Industry(name="灯笼", role=IndustryRole.KEY),)] * 3))
    assert '| 灯笼 | <span class="names">[第0区]' in pages["compare/industries.md"]
    assert '| 灯笼（续） | <span class="names">[第2区]' in pages["compare/industries-2.md"]
    assert "[2](industries-2.md)" in pages["compare/industries.md"]


def test_a_short_timeline_is_one_page_and_a_long_one_a_page_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    told = zones((event("甲事", "2023-05"), event("乙事", "2022"), event("丙事", "")))
    page = render(told)["compare/timeline.md"]
    assert [page.index(part) for part in ("## 2023", "甲事", "## 2022", "乙事", "丙事")] == sorted(
        page.index(part) for part in ("## 2023", "甲事", "## 2022", "乙事", "丙事")
    )
    monkeypatch.setattr(chronicle, "SHORT", 2)
    monkeypatch.setattr(chronicle, "LATEST", 1)
    pages = render(told)
    assert "甲事" in pages["compare/timeline.md"]
    assert "乙事" not in pages["compare/timeline.md"]
    assert "[2022](timeline/2022.md)" in pages["compare/timeline.md"]
    assert "乙事" in pages["compare/timeline/2022.md"]
    assert "[2023](2023.md)" in pages["compare/timeline/2022.md"]
    assert "丙事" in pages["compare/timeline/undated.md"]


def test_the_timelines_filters_get_the_events_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronicle, "PIECE", 1)
    site = Site.of(zones((event("甲事", "2023-05"),), (event("乙事", "2022"),)), Settings())
    assert dict(chronicle.scripts(site)) == {
        "timeline/index.js": 'timelineIndex({"zones":[["第0区","","zones/z0/",""],["第1区","","zones/z1/",""]],'
        '"kinds":["签约"],"years":["2023","2022"],"pieces":[["2023"],["2022"]]})\n',
        "timeline/0.js": 'timelinePiece(0,[["2023-05","甲事","签约",0,"e-0000000000"]])\n',
        "timeline/1.js": 'timelinePiece(1,[["2022","乙事","签约",1,"e-0000000100"]])\n',
    }


def test_a_target_stands_beside_what_came_of_it() -> None:
    aim = metric(200, indicator="税收收入", unit="亿元", period="2025", status=Status.TARGET)
    page = render(zones((aim, replace(aim, value=150, period="2023", status=Status.ACTUAL)), (aim,)))[
        "compare/targets.md"
    ]
    assert (
        '| 2025年 | <span class="names">[第0区](../zones/z0.md)</span> | 税收收入 '
        "| [200 亿元](../zones/z0.md#m-0000000000) | "
        '<span class="names">[150 亿元](../zones/z0.md#m-0000000001) <span class="when">此前，2023年</span></span> |'
    ) in page
    assert "[200 亿元](../zones/z1.md#m-0000000100) | — |" in page


def test_the_whole_matrix_has_a_line_a_zone_and_warns() -> None:
    page = render(archive())["compare/matrix/economy.md"]
    warnings = "各数字的时间不同；有的是确数，有的是约数、“超”或“不足”"
    assert f"- [地区生产总值](../indicators/di-qu-sheng-chan-zong-zhi.md)：{warnings}" in page
    assert (
        "| [北原高新区](../../zones/beiyuan-gaoxinqu.md) | [约 120](../../zones/beiyuan-gaoxinqu.md#m-0000000001) "
        '<span class="when">2023年</span> |'
    ) in page
    assert "[850](../../zones/nanwan-jingkaiqu.md#m-0000000100)" in page
    assert "| [经济规模](economy.md) | 地区生产总值 |" in render(archive())["compare/matrix/index.md"]


def test_a_matrix_of_many_zones_goes_on_over_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "LINES", 2)
    pages = render(zones(*[(metric(5, indicator="税收收入", unit="亿元"),)] * 3))
    assert "第1区" in pages["compare/matrix/economy.md"]
    assert "第2区" not in pages["compare/matrix/economy.md"]
    assert "第2区" in pages["compare/matrix/economy-2.md"]


def test_tiles_count_the_zones_of_each_province() -> None:
    found = {tile.name: tile for tile in provinces.tiles(Site.of(archive(), Settings()), "index.md")}
    assert len(found) == 35
    assert (found["河北"].zones, found["河北"].shade, found["河北"].link) == (1, 4, "zones/provinces/hebei.md")
    assert (found["河南"].zones, found["河南"].shade, found["河南"].link) == (0, 0, "")
    assert (found["省份未注明"].column, found["省份未注明"].link) == (0, "zones/provinces/unknown.md")


def test_no_two_tiles_stand_in_one_place() -> None:
    placed = [tile for tile in provinces.tiles(Site.of(archive(), Settings()), "index.md") if tile.column]
    assert len({(tile.column, tile.row) for tile in placed}) == 34


def test_a_province_has_a_page_with_its_zones() -> None:
    pages = render(archive())
    assert "[河北<b>1</b>](provinces/hebei.md)" in pages["zones/index.md"]
    assert "# 河北的园区" in pages["zones/provinces/hebei.md"]
    assert "[北原高新区](../beiyuan-gaoxinqu.md)" in pages["zones/provinces/hebei.md"]


def test_zones_whose_province_is_not_known_do_not_make_the_map_pale() -> None:
    known, unknown = "石家庄高新区", [f"第{number}高新区" for number in range(9)]
    made = zones((event("甲事", "2023"),), *[(event("乙事", "2023"),)] * len(unknown))
    named = tuple(replace(zone, name=name) for zone, name in zip(made.zones, [known, *unknown], strict=True))
    found = {tile.name: tile for tile in provinces.tiles(Site.of(replace(made, zones=named), Settings()), "index.md")}
    assert (found["河北"].zones, found["河北"].shade, found["省份未注明"].zones) == (1, 4, 9)
