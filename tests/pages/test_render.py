from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace

import pytest
import yaml

from generator import downloads
from generator.model import Action, Archive, Metric, Override, Published
from generator.pages import Settings, render
from tests.pages.small_archive import Seen, archive, built, north_facts

FIXED = [
    "compare/cooperation.md",
    "compare/honours.md",
    "compare/index.md",
    "compare/industries.md",
    "compare/matrix/index.md",
    "compare/side-by-side.md",
    "compare/targets.md",
    "compare/timeline.md",
    "correct.md",
    "index.md",
    "method.md",
    "names.md",
    "review.md",
    "sources/index.md",
    "zones/index.md",
]


def seen(pages: dict[str, str], path: str) -> Seen:
    return Seen(built(pages[path]))


def fold(page: str, fact_id: str) -> str:
    """The Markdown of one fact's line and its proof."""
    start = page.rindex("<details", 0, page.index(f'id="{fact_id}"'))
    return page[start : page.index("\n</details>", start)]


def published(**changes: object) -> tuple[Published, ...]:
    """The northern facts, the second (地区生产总值 of 2023) published with these changes."""
    facts = [Published(fact=item) for item in north_facts()]
    facts[1] = replace(facts[1], **changes)  # type: ignore[arg-type]
    return tuple(facts)


def test_an_empty_archive_has_every_page_of_the_navigation() -> None:
    pages = render(Archive(zones=(), articles=()))
    assert list(pages) == FIXED
    for path in pages:
        assert Seen(built(pages[path])).open == []


def test_pages_of_zones_sources_and_shared_indicators() -> None:
    assert set(render(archive())) - set(FIXED) == {
        "zones/beiyuan-gaoxinqu.md",
        "zones/nanwan-jingkaiqu.md",
        "sources/north.md",
        "sources/nan-wan-gao.md",
        "compare/indicators/di-qu-sheng-chan-zong-zhi.md",
        "compare/matrix/economy.md",
        "zones/provinces/hebei.md",
        "zones/provinces/unknown.md",
        "review/doubts.md",
    }


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert render(archive()) == render(archive())


@pytest.mark.parametrize("profile", [True, False])
def test_every_link_leads_somewhere(profile: bool) -> None:
    pages = render(archive(profile=profile))
    shown = {path: seen(pages, path) for path in pages}
    taken = downloads.render(archive(profile=profile))
    checked = 0
    for path, page in shown.items():
        assert page.open == []
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            if link.startswith(("https://", "http://127.0.0.1:")):
                continue
            target, _, anchor = link.partition("#")
            target = target.partition("?")[0]
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if found in taken:
                continue
            assert found in shown, (path, link)
            assert not anchor or anchor in shown[found].ids, (path, link)
            checked += 1
    assert checked > 50


def test_every_fact_has_an_address_on_its_zone_and_on_its_source() -> None:
    pages = render(archive())
    ids = {item.id for item in north_facts()}
    assert ids <= set(seen(pages, "zones/beiyuan-gaoxinqu.md").ids)
    assert ids <= set(seen(pages, "sources/north.md").ids)


def test_no_markup_of_ours_is_left_in_sight() -> None:
    pages = render(archive())
    for path in [path for path in pages if path != "correct.md"]:
        text = Seen(re.sub("(?s)<pre.*?</pre>", "", built(pages[path]))).text
        assert not [mark for mark in ("{", "}", "**", "](", "<", "markdown=", "| :") if mark in text], path


def test_front_matter_is_yaml_and_hides_the_tree_of_pages() -> None:
    for page in render(archive()).values():
        head = yaml.safe_load(page.split("\n---\n", 1)[0].removeprefix("---\n"))
        assert head["title"]
        assert "navigation" in head["hide"]


def test_a_figure_shows_value_time_change_and_the_marked_sentence() -> None:
    text = fold(render(archive())["zones/beiyuan-gaoxinqu.md"], "m-0000000001")
    assert '<i>约</i><b>120</b></span><span class="u">亿元</span>' in text
    assert '<span class="when">2023年</span>' in text
    assert '<span class="change">+8%</span>' in text
    assert "> 北原高新区位于河北省，2023年实现<mark>地区生产总值约120亿元，同比增长8%</mark>。" in text
    assert "[北原高新区去年交卷](../sources/north.md#m-0000000001) · 北原日报 · 2024年1月15日" in text


def test_targets_stand_apart_with_their_deadline() -> None:
    page = render(archive())["zones/beiyuan-gaoxinqu.md"]
    text = fold(page, "m-0000000003")
    assert page.index("## 目标") < page.index('id="m-0000000003"') < page.index("## 产业")
    assert "badge-target" in text
    assert '<i>突破</i><b>200</b></span><span class="u">亿元</span>' in text
    assert "2026年" in text
    deadlines = render(archive())["compare/targets.md"]
    zone = '<span class="names">[北原高新区](../zones/beiyuan-gaoxinqu.md)</span>'
    assert f"| 2026年 | {zone} | 地区生产总值 |" in deadlines


def test_a_parks_own_figures_are_folded_under_the_park() -> None:
    page = render(archive())["zones/beiyuan-gaoxinqu.md"]
    start = page.index('<details class="subject"')
    assert start < page.index('<span class="what">北原云谷产业园</span>') < page.index('id="m-0000000002"')
    assert page.index('id="m-0000000002"') < page.index("## 荣誉与位次")
    assert '<span class="holds">1 个数字</span></summary>' in page[start:]
    assert "截至2024年1月" in fold(page, "m-0000000002")


def test_a_correction_says_why_by_whom_and_what_the_machine_had_read() -> None:
    machine = north_facts()[1]
    assert isinstance(machine.content, Metric)
    corrected = replace(machine, content=replace(machine.content, value=121))
    override = Override(
        fact=machine.id,
        action=Action.CORRECT,
        reason="见公报第 3 页 <b>",
        by="张三",
        date="2024-04-02",
        file="seeds/overrides/北原高新区.yml",
        line=3,
    )
    page = render(archive(*published(fact=corrected, machine=machine, override=override)))
    text = Seen(built(fold(page["zones/beiyuan-gaoxinqu.md"], machine.id) + "</details>")).text
    assert "已更正" in text
    assert "见公报第 3 页 <b>（张三，2024年4月2日）" in text
    assert "机器原读 数值 120" in text


def test_a_rival_is_folded_under_what_was_chosen_and_keeps_its_address() -> None:
    facts = published(rivals=("m-0000000002",), why="取较新的文章")
    other = replace(
        facts[2], chosen=False, rivals=("m-0000000001",), fact=replace(facts[2].fact, owner=facts[1].fact.owner)
    )
    page = render(archive(*facts[:2], other, *facts[3:]))["zones/beiyuan-gaoxinqu.md"]
    text = fold(page, "m-0000000001")
    assert "另有 1 说" in text
    assert '<p class="also" id="m-0000000002"><b>另说</b> 入驻企业数 36 家（截至2024年1月）</p>' in text
    assert "<b>取舍</b> 取较新的文章" in text


def test_the_same_fact_elsewhere_is_folded_under_the_first() -> None:
    facts = published(same=("m-0000000002",))
    page = render(archive(*facts))["zones/beiyuan-gaoxinqu.md"]
    assert '<p class="also" id="m-0000000002"><b>同见</b></p>' in fold(page, "m-0000000001")


def test_a_mended_quotation_shows_the_sources_own_words() -> None:
    fact = replace(north_facts()[7], evidence="獲評國(guó)家綠色園區", mended=("gloss", "script"))
    page = render(archive(Published(fact=fact)))["zones/beiyuan-gaoxinqu.md"]
    assert "> 北原高新区<mark>获评国家绿色园区</mark>。" in page
    assert "<b>原文</b> 獲評國(guó)家綠色園區<br><b>整理</b> 去掉了夹在字间的拼音注音，由繁体转为简体" in page


def test_words_that_are_not_found_in_the_sentence_are_shown_beneath() -> None:
    fact = replace(north_facts()[7], evidence="另一处的字")
    page = render(archive(Published(fact=fact)))["zones/beiyuan-gaoxinqu.md"]
    assert "<mark>" not in page
    assert "<b>原文</b> 另一处的字" in page


def test_a_fact_without_a_source_page_has_no_dead_link() -> None:
    fact = replace(north_facts()[7], doc="gone.txt")
    page = render(archive(Published(fact=fact)))["zones/beiyuan-gaoxinqu.md"]
    assert "gone.txt" in page
    assert "](../sources/gone" not in page


def test_a_zone_that_is_only_mentioned_stands_on_its_provinces_page() -> None:
    pages = render(archive(profile=False))
    assert "zones/beiyuan-gaoxinqu.md" not in pages
    listed = "[河北](mentioned/hebei.md)</span> | "
    named = '<span class="names">[北原高新区](mentioned/hebei.md#zone-beiyuan-gaoxinqu)</span> | 1 |'
    assert listed + named in pages["zones/index.md"]
    assert "## 北原高新区 { #zone-beiyuan-gaoxinqu }" in pages["zones/mentioned/hebei.md"]
    assert "m-0000000001" in seen(pages, "zones/mentioned/hebei.md").ids


def test_the_list_of_zones_has_place_level_industries_and_counts() -> None:
    page = render(archive())["zones/index.md"]
    row = next(line for line in page.splitlines() if line.startswith("| [北原高新区](beiyuan-gaoxinqu.md) |"))
    industries = '<span class="wide" data-values="新材料">新材料</span>'
    assert f'<span class="keep">河北</span> | — | {industries} | 10 | 1 |' in row
    assert "2024-01-15" in page


def test_the_front_page_counts_and_shows_key_figures() -> None:
    page = seen(render(archive()), "index.md").text
    assert "2 个园区" in page
    assert "12 条事实" in page
    assert "2 篇文章" in page
    assert "地区生产总值约120亿元2023年" in "".join(page.split())


def test_a_source_quotes_each_sentence_once_in_reading_order() -> None:
    page = render(archive())["sources/north.md"]
    assert page.count("\n> ") == 6
    assert page.index("<mark>位于河北省</mark>") < page.index("<mark>获评国家绿色园区</mark>")
    assert "[入驻企业数 36 家（截至2024年1月）](../zones/beiyuan-gaoxinqu.md#m-0000000002)" in page
    assert 'href="https://news.example/a?b=1&#38;c=2"' in page
    assert "## 全文" not in page


def test_whole_articles_are_shown_only_when_that_is_allowed() -> None:
    page = render(archive(), Settings(republish=True))["sources/north.md"]
    assert "## 全文" in page
    assert "主任李明说，主导产业是新材料。" in page


def test_a_comparison_brings_values_to_one_unit_and_warns() -> None:
    page = render(archive())["compare/indicators/di-qu-sheng-chan-zong-zhi.md"]
    assert (
        "| [南湾经开区](../../zones/nanwan-jingkaiqu.md) | [850](../../zones/nanwan-jingkaiqu.md#m-0000000100)" in page
    )
    assert "- 各数字的时间不同" in page
    assert "- 有的是确数，有的是约数、“超”或“不足”" in page
    assert "<title id=" in page
    assert "<desc id=" in page


def test_industries_cross_zones() -> None:
    page = render(archive())["compare/industries.md"]
    row = next(line for line in page.splitlines() if line.startswith("| 新材料 |"))
    assert row.count("[主导]") == 2


def test_the_timeline_and_the_list_of_cooperation_name_zone_and_partner() -> None:
    pages = render(archive())
    assert (
        "| 6月 | [与南湾大学签订战略合作协议](../zones/beiyuan-gaoxinqu.md#m-0000000006) | 签约 |"
        in (pages["compare/timeline.md"])
    )
    assert (
        '| 南湾大学 | [战略合作](../zones/beiyuan-gaoxinqu.md#m-0000000005) | <span class="keep">2023年6月</span> |'
        in (pages["compare/cooperation.md"])
    )


def test_the_index_files_names_by_the_letter_of_their_sound() -> None:
    page = render(archive())["names.md"]
    assert (
        page.index("## B") < page.index("[北原云谷产业园](zones/beiyuan-gaoxinqu.md#m-0000000004)") < page.index("## D")
    )
    assert page.index("## L") < page.index("[李明]") < page.index("## N")
    assert "地区生产总值" in page


def test_scores_are_shown_when_they_were_measured() -> None:
    scores = {"metric": {"precision": 0.931, "recall": 0.9, "f1": 0.915}}
    assert "| 数字 | 0.93 | 0.90 | 0.92 |" in render(archive(), scores=scores)["method.md"]
    assert "还没有公布测量结果" in render(archive())["method.md"]


def test_the_opening_sentences_say_what_is_known_and_link_to_it() -> None:
    page = render(archive())["zones/beiyuan-gaoxinqu.md"]
    opening = page[page.index('class="summary"') : page.index('class="identity"')]
    assert (
        "北原高新区位于[河北](#m-0000000000)。2023年，[地区生产总值 约 120 亿元，增长 8%](#m-0000000001)。"
        "主导产业有[新材料](#m-0000000009)。与[南湾大学](#m-0000000005)有合作。"
    ) in opening


def test_what_is_not_known_is_not_said() -> None:
    page = render(archive(Published(fact=north_facts()[9])))["zones/beiyuan-gaoxinqu.md"]
    assert "北原高新区：主导产业有[新材料](#m-0000000009)。\n" in page
    assert "位于" not in page[page.index('class="summary"') : page.index("## 产业")]


def test_an_editors_note_stands_on_the_profile() -> None:
    page = render(archive(), notes={"北原高新区": "编者按：**请留意**口径。"})["zones/beiyuan-gaoxinqu.md"]
    assert "编者按：**请留意**口径。" in page


def test_the_page_on_corrections_names_a_fact_that_exists() -> None:
    page = render(archive())["correct.md"]
    assert "  - fact: m-0000000001" in page
    assert "zone: 北原高新区" in page


def test_a_card_says_no_more_of_its_age_than_is_known() -> None:
    undated = replace(north_facts()[1], content=replace(north_facts()[1].content, period=""))  # type: ignore[call-arg]
    page = render(archive(Published(fact=undated)))["zones/beiyuan-gaoxinqu.md"]
    assert '<span class="when">不晚于2024年1月15日' in page[page.index('class="cards"') : page.index("## 数据")]


def test_a_program_finds_the_zone_with_its_key_figures() -> None:
    page = render(archive(), Settings(site_url="https://x.example"))["zones/beiyuan-gaoxinqu.md"]
    told = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert (told["@type"], told["name"], told["alternateName"]) == ("Place", "北原高新区", ["北原科技城"])
    assert told["address"]["addressRegion"] == "河北"
    assert told["additionalProperty"][0]["value"] == 120
    assert told["additionalProperty"][0]["url"] == "https://x.example/zones/beiyuan-gaoxinqu/#m-0000000001"


def test_what_a_program_reads_cannot_close_its_element() -> None:
    zone = replace(archive().zones[0], name="</script><script>alert(1)", aliases=("<!--", "&amp;"))
    page = render(Archive(zones=(zone,), articles=archive().articles))["zones/beiyuan-gaoxinqu.md"]
    body = page.split('<script type="application/ld+json">')[1]
    assert body.count("</script>") == 1
    assert not set(body.split("</script>")[0]) & set("<>&")
    assert json.loads(body.split("</script>")[0])["alternateName"] == ["<!--", "&amp;"]
