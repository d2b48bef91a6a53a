from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from generator import downloads
from generator.model import Archive, Industry, IndustryRole, Published
from generator.pages.scripts import call
from tests.make import fact, metric, published
from tests.pages.small_archive import archive
from tests.pages.test_escape import HOSTILE
from tests.pages.test_hostile import poisoned


def data(made: Archive, name: str) -> Any:
    """What the script hands to the page."""
    text = downloads.render(made)[f"download/side-by-side/{name}.js"]
    function, _, arguments = text.partition("(")
    assert function in ("besideZone", "besideZones")
    return json.loads(arguments.removesuffix(")\n"))


def test_the_list_of_zones_names_those_with_a_profile_by_place_and_other_names() -> None:
    assert data(archive(), "index") == [
        ["beiyuan-gaoxinqu", "北原高新区", "河北", "北原科技城"],
        ["nanwan-jingkaiqu", "南湾经开区", "", ""],
    ]
    assert [slug for slug, *_ in data(archive(profile=False), "index")] == ["nanwan-jingkaiqu"]


def test_a_shared_figure_has_all_that_a_comparison_needs_and_its_proof() -> None:
    zone = data(archive(), "zones/nanwan-jingkaiqu")
    (shared,) = zone["figures"]
    assert (shared["name"], shared["topic"], shared["unit"]) == ("地区生产总值", "经济规模", "亿元")
    assert shared["page"] == "compare/indicators/di-qu-sheng-chan-zong-zhi"
    assert shared["readings"] == [
        {
            "id": "m-0000000100",
            "text": "8500000 万元",
            "value": "850",
            "size": 850.0,
            "period": "2022",
            "when": "2022年",
            "target": False,
            "exact": True,
            "scopes": "",
            "change": "",
            "said": "地区生产总值",
            "best": True,
        }
    ]


def test_a_zone_tells_what_it_is_its_industries_partners_and_honours() -> None:
    zone = data(archive(), "zones/beiyuan-gaoxinqu")
    assert (zone["name"], zone["facts"], zone["until"], zone["district"]) == ("北原高新区", 10, "2024年1月15日", "")
    assert zone["about"] == [["省份", "河北", "m-0000000000"]]
    assert zone["industries"] == [["新材料", "主导", "m-0000000009"]]
    assert zone["partners"] == [["南湾大学", "战略合作 2023年6月", "m-0000000005"]]
    assert zone["honours"] == [["国家绿色园区", "", "m-0000000007"]]
    assert [reading["target"] for reading in zone["figures"][0]["readings"]] == [True, False]


def test_key_figures_that_no_other_zone_reports_stand_by_themselves() -> None:
    own = [metric(value, indicator="灯笼厂数", period=period) for value, period in ((36, "2022"), (40, "2023"))]
    facts = [published(fact(content, number=n, zone="北原高新区")) for n, content in enumerate(own, 1)]
    others = data(archive(*facts), "zones/beiyuan-gaoxinqu")["others"]
    assert others == [["灯笼厂数", "40 家", "2023年", facts[1].fact.id]]


def test_a_zone_that_is_run_together_with_a_district_says_so() -> None:
    made = archive()
    (north, south) = made.zones
    renamed = Archive(zones=(replace(north, name="苏州高新区"), south), articles=made.articles)
    assert data(renamed, "zones/beiyuan-gaoxinqu")["district"] == "虎丘区"


def test_a_figure_without_end_makes_no_broken_script() -> None:
    endless = published(fact(metric(float("inf"), indicator="地区生产总值", unit="亿元"), zone="北原高新区"))
    assert data(archive(endless), "zones/beiyuan-gaoxinqu")["figures"][0]["readings"][0]["size"] == 0


@pytest.mark.parametrize("text", [*HOSTILE, "\ud800", "\u2028"])
def test_hostile_text_stays_a_value(text: str) -> None:
    made = downloads.render(poisoned(text))
    scripts = {path: script for path, script in made.items() if path.endswith(".js")}
    assert len(scripts) == 5
    for script in scripts.values():
        script.encode()
        assert script.count("\n") == 1
        json.loads(f"[{script.partition('(')[2].removesuffix(')' + chr(10))}]")


def test_what_is_no_number_is_refused_before_a_browser_stumbles_over_it() -> None:
    with pytest.raises(ValueError, match="Out of range float values are not JSON compliant"):
        call("besideZone", float("nan"))


def test_no_rival_that_lost_is_compared() -> None:
    lost = Published(fact=fact(metric(5, indicator="灯笼厂数"), zone="北原高新区"), chosen=False)
    assert data(archive(lost), "zones/beiyuan-gaoxinqu")["others"] == []


def test_what_two_facts_say_alike_stands_once() -> None:
    industry = Industry(name="灯笼", role=IndustryRole.SPECIAL)
    facts = [published(fact(industry, number=n, zone="北原高新区")) for n in (1, 2)]
    assert data(archive(*facts), "zones/beiyuan-gaoxinqu")["industries"] == [["灯笼", "特色", facts[0].fact.id]]
