"""From a fact to what a person can do about it: how sure it is, its citation, its draft, its report."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.model import Action, Override, Published
from generator.pages import Settings, render
from generator.pages.editing import Desk
from tests.pages.small_archive import Seen, archive, built, north_facts
from tests.pages.test_escape import HOSTILE
from tests.pages.test_hostile import poisoned

REPO = "https://github.com/someone/zones"
HOSTED = Settings(
    site_url="https://x.example/z", desk=Desk(REPO, "main", frozenset({"seeds/overrides/南湾经开区.yml"}))
)
PROFILE = "zones/beiyuan-gaoxinqu.md"
SOUTH = "zones/nanwan-jingkaiqu.md"
FILE = "seeds/overrides/北原高新区.yml"


def fold(page: str, fact_id: str) -> str:
    """What stands in the fold of a fact."""
    start = page.index(f'<div class="proof" id="{fact_id}"')
    return page[start : page.index("\n</div>\n", start)] + "\n</div>\n"


def form(page: str, fact_id: str, place: str) -> dict[str, str]:
    """What fills in the form of a fact that leads to a place of the hosting site."""
    (found,) = [fields for action, fields in Seen(built(fold(page, fact_id))).forms if action == f"{REPO}/{place}"]
    return found


def test_a_fact_shows_how_sure_its_rule_is() -> None:
    sure = replace(north_facts()[1], rule="honour.first")
    page = Seen(built(render(archive(Published(fact=sure)))[PROFILE])).text
    assert "规则可靠度 " in page
    assert "%（" in page
    assert "规则可靠度 未经测量" in Seen(built(render(archive())[PROFILE])).text


def test_what_a_person_added_has_no_rule() -> None:
    added = replace(north_facts()[1], rule="override")
    assert "规则可靠度" not in render(archive(Published(fact=added)))[PROFILE]


def test_a_citation_says_what_who_when_and_where() -> None:
    page = fold(render(archive(), HOSTED)[PROFILE], "m-0000000002")
    assert (
        "北原高新区（北原云谷产业园）：入驻企业数 36 家（截至2024年1月）。"
        "据《北原高新区去年交卷》，北原日报，2024年1月15日。"
        "引自园鉴：https://x.example/z/zones/beiyuan-gaoxinqu/#m-0000000002"
    ) in Seen(built(page)).text
    assert "引自园鉴：zones/beiyuan-gaoxinqu/#m-0000000002" in Seen(built(render(archive())[PROFILE])).text


def test_every_fact_has_its_draft_and_its_report() -> None:
    page = render(archive(), HOSTED)[PROFILE]
    for item in north_facts():
        assert f"  - fact: {item.id}\n    action: correct" in form(page, item.id, "new/main")["value"]
        assert form(page, item.id, "issues/new")["fact"] == item.id


def test_a_zone_without_a_profile_has_drafts_too() -> None:
    page = render(archive(profile=False), HOSTED)["zones/mentioned/hebei.md"]
    assert form(page, "m-0000000001", "new/main")["filename"] == FILE


def test_without_a_file_the_hosting_site_makes_one_with_the_whole_entry() -> None:
    fields = form(render(archive(), HOSTED)[PROFILE], "m-0000000001", "new/main")
    assert fields["filename"] == FILE
    assert fields["value"].startswith("# yaml-language-server: $schema=../../docs/assets/schema/override.json\n")
    written = yaml.safe_load(fields["value"])
    assert written["zone"] == "北原高新区"
    (entry,) = written["overrides"]
    expected = {"indicator": "地区生产总值", "value": 120, "unit": "亿元", "period": "2023"}
    assert entry == {
        "fact": "m-0000000001",
        "action": "correct",
        "expect": expected,
        "set": expected,
        "reason": None,
        "by": None,
        "date": None,
    }


def test_with_a_file_it_is_edited_and_the_entry_is_there_to_copy() -> None:
    seen = Seen(built(fold(render(archive(), HOSTED)[SOUTH], "m-0000000100")))
    assert f"{REPO}/edit/main/seeds/overrides/%E5%8D%97%E6%B9%BE%E7%BB%8F%E5%BC%80%E5%8C%BA.yml" in seen.links
    assert "粘贴在 seeds/overrides/南湾经开区.yml 的末尾，改掉 set 里错的地方" in seen.text
    assert "  - fact: m-0000000100\n    action: correct" in seen.text
    assert "zone: 南湾经开区" not in seen.text


def test_without_a_hosting_site_there_is_the_whole_file_to_copy_and_nothing_leads_away() -> None:
    seen = Seen(built(fold(render(archive())[PROFILE], "m-0000000001")))
    assert f"存成新文件 {FILE}，改掉 set 里错的地方" in seen.text
    assert "zone: 北原高新区\noverrides:\n  - fact: m-0000000001\n" in seen.text
    assert seen.forms == []
    assert not [link for link in seen.links if link.startswith("http")]


def test_without_a_hosting_site_a_file_that_exists_is_added_to() -> None:
    settings = Settings(desk=Desk(files=frozenset({FILE})))
    seen = Seen(built(fold(render(archive(), settings)[PROFILE], "m-0000000001")))
    assert f"粘贴在 {FILE} 的末尾" in seen.text
    assert "zone: 北原高新区" not in seen.text


def test_a_draft_that_no_address_can_hold_is_there_to_copy() -> None:
    fact = north_facts()[1]
    long = replace(fact, content=replace(fact.content, indicator="长" * 2000))
    page = fold(render(archive(Published(fact=long)), HOSTED)[PROFILE], fact.id)
    seen = Seen(built(page))
    assert [action for action, _ in seen.forms] == [f"{REPO}/issues/new"]
    assert [parse_qs(urlsplit(link).query) for link in seen.links if "/new/main?" in link] == [{"filename": [FILE]}]
    assert f"  - fact: {fact.id}" in seen.text


def test_a_report_names_fact_page_and_sentence() -> None:
    assert form(render(archive(), HOSTED)[PROFILE], "m-0000000001", "issues/new") == {
        "template": "wrong-fact.yml",
        "title": "[事实有误] 北原高新区：地区生产总值 约 120 亿元，增长 8%（2023年）",
        "fact": "m-0000000001",
        "page": "https://x.example/z/zones/beiyuan-gaoxinqu/#m-0000000001",
        "sentence": "北原高新区位于河北省，2023年实现地区生产总值约120亿元，同比增长8%。",
    }


def test_a_long_sentence_is_cut_in_a_report() -> None:
    fact = replace(north_facts()[1], sentence="句" * 1000)
    fields = form(render(archive(Published(fact=fact)), HOSTED)[PROFILE], fact.id, "issues/new")
    assert fields["sentence"] == "句" * 299 + "…"


def test_a_fact_with_an_override_leads_to_that_and_drafts_no_second_one() -> None:
    fact = north_facts()[1]
    override = Override(
        fact=fact.id, action=Action.CONFIRM, reason="看过", by="张三", date="2024-04-02", file=FILE, line=7
    )
    settings = replace(HOSTED, desk=replace(HOSTED.desk, files=frozenset({FILE})))
    item = Published(fact=fact, override=override, machine=fact)
    seen = Seen(built(fold(render(archive(item), settings)[PROFILE], fact.id)))
    assert "action: correct" not in seen.text
    assert [link for link in seen.links if link.endswith(".yml#L7")]
    assert [action for action, _ in seen.forms] == [f"{REPO}/issues/new"]
    unhosted = Seen(built(fold(render(archive(item))[PROFILE], fact.id)))
    assert f"更正在 {FILE} 第 7 行" in unhosted.text
    assert not [link for link in unhosted.links if "#L7" in link]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_breaks_out_of_no_address(text: str) -> None:
    calm, pages = render(poisoned("寻常的字"), HOSTED), render(poisoned(text), HOSTED)
    for path in (PROFILE, "review.md"):
        seen, plain = Seen(built(pages[path])), Seen(built(calm[path]))
        assert seen.open == []
        assert set(seen.elements) <= set(plain.elements) | {"i"}
        assert seen.attributes == plain.attributes
        assert {action for action, _ in seen.forms} == {action for action, _ in plain.forms}
        assert [list(fields) for _, fields in seen.forms] == [list(fields) for _, fields in plain.forms]
        for link in seen.links:
            assert link.startswith((f"{REPO}/", "../", "#", "zones/", "sources/", "method.md", "correct.md"))


def test_the_pencil_leads_to_what_a_person_may_edit() -> None:
    pages = render(archive(), HOSTED)

    def pencil(path: str) -> str:
        head = yaml.safe_load(pages[path].split("\n---\n", 1)[0].removeprefix("---\n"))
        return str(head["edit_url"])

    assert pencil("index.md") == f"{REPO}/edit/main/templates/index.md.j2"
    assert pencil("compare/indicators/di-qu-sheng-chan-zong-zhi.md") == f"{REPO}/edit/main/templates/indicator.md.j2"
    assert parse_qs(urlsplit(pencil(PROFILE)).query)["filename"] == ["seeds/overrides/北原高新区.yml"]
    assert "/edit/main/seeds/overrides/" in pencil("zones/nanwan-jingkaiqu.md")
    assert parse_qs(urlsplit(pencil("sources/north.md")).query)["filename"] == ["seeds/articles/north.yml"]
    assert not [path for path in pages if "/docs/" in pencil(path)]
    assert "edit_url" not in "".join(render(archive()).values())


def test_scores_on_articles_never_seen_stand_beside_the_others() -> None:
    row = {"precision": 0.9, "recall": 0.8, "f1": 0.847}
    page = render(archive(), scores={"metric": row, "unseen": {"metric": {**row, "recall": 0.5}}})["method.md"]
    assert "| 数字 | 0.90 | 0.80 | 0.85 |" in page
    assert "| 数字 | 0.90 | 0.50 | 0.85 |" in page
    assert "没有见过的文章上还没有公布测量结果" in render(archive(), scores={"metric": row})["method.md"]
