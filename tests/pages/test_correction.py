"""From a fact to what a person can do about it: how sure it is, its citation, its draft, its report."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.model import Action, Override, Published
from generator.pages import Settings, render
from generator.pages.editing import Desk
from generator.pages.review import MOST
from tests.pages.small_archive import Seen, archive, built, north_facts
from tests.pages.test_escape import HOSTILE
from tests.pages.test_hostile import poisoned

REPO = "https://github.com/someone/zones"
HOSTED = Settings(
    site_url="https://x.example/z", desk=Desk(REPO, "main", frozenset({"seeds/overrides/南湾经开区.yml"}))
)
PROFILE = "zones/beiyuan-gaoxinqu.md"
PAGE = "correct/beiyuan-gaoxinqu.md"


def fold(page: str, fact_id: str) -> str:
    start = page.rindex("<details", 0, page.index(f'id="{fact_id}"'))
    return page[start : page.index("\n</details>", start)] + "\n</details>\n"


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


def test_every_fact_leads_to_its_draft() -> None:
    pages = render(archive())
    drafts = Seen(built(pages[PAGE]))
    for item in north_facts():
        assert f"../correct/beiyuan-gaoxinqu.md#{item.id}" in Seen(built(pages[PROFILE])).links
        assert item.id in drafts.ids
        assert f"../zones/beiyuan-gaoxinqu.md#{item.id}" in drafts.links


def test_a_zone_without_a_profile_has_drafts_too() -> None:
    pages = render(archive(profile=False))
    assert "../correct/beiyuan-gaoxinqu.md#m-0000000001" in Seen(built(pages["zones/index.md"])).links
    assert "../zones/index.md#m-0000000001" in Seen(built(pages[PAGE])).links


def test_without_a_file_the_hosting_site_makes_one_with_the_whole_entry() -> None:
    links = Seen(built(fold(render(archive(), HOSTED)[PAGE], "m-0000000001"))).links
    new = next(link for link in links if "/new/main?" in link)
    query = parse_qs(urlsplit(new).query)
    assert query["filename"] == ["seeds/overrides/北原高新区.yml"]
    written = yaml.safe_load(query["value"][0])
    assert written["zone"] == "北原高新区"
    assert written["overrides"][0]["fact"] == "m-0000000001"
    assert written["overrides"][0]["expect"] == {
        "indicator": "地区生产总值",
        "value": 120,
        "unit": "亿元",
        "period": "2023",
    }


def test_with_a_file_it_is_edited_and_the_entry_is_there_to_copy() -> None:
    page = render(archive(), HOSTED)["correct/nanwan-jingkaiqu.md"]
    seen = Seen(built(fold(page, "m-0000000100")))
    assert f"{REPO}/edit/main/seeds/overrides/%E5%8D%97%E6%B9%BE%E7%BB%8F%E5%BC%80%E5%8C%BA.yml" in seen.links
    assert "  - fact: m-0000000100\n    action: correct" in seen.text


def test_without_a_hosting_site_there_is_the_entry_and_how_the_file_begins() -> None:
    seen = Seen(built(render(archive())[PAGE]))
    assert "zone: 北原高新区\noverrides:" in seen.text
    assert "  - fact: m-0000000001\n" in seen.text
    assert not [link for link in seen.links if link.startswith("http")]


def test_a_report_names_fact_page_and_sentence() -> None:
    links = Seen(built(fold(render(archive(), HOSTED)[PAGE], "m-0000000001"))).links
    query = parse_qs(urlsplit(next(link for link in links if "/issues/new?" in link)).query)
    assert query["fact"] == ["m-0000000001"]
    assert query["page"] == ["https://x.example/z/zones/beiyuan-gaoxinqu/#m-0000000001"]
    assert query["sentence"] == ["北原高新区位于河北省，2023年实现地区生产总值约120亿元，同比增长8%。"]


def test_a_fact_with_an_override_leads_to_that_and_drafts_no_second_one() -> None:
    file = "seeds/overrides/北原高新区.yml"
    fact = north_facts()[1]
    override = Override(
        fact=fact.id, action=Action.CONFIRM, reason="看过", by="张三", date="2024-04-02", file=file, line=7
    )
    settings = replace(HOSTED, desk=replace(HOSTED.desk, files=frozenset({file})))
    page = render(archive(Published(fact=fact, override=override, machine=fact)), settings)[PAGE]
    seen = Seen(built(fold(page, fact.id)))
    assert f"{file} 第 7 行" in seen.text
    assert "action: correct" not in seen.text
    assert [link for link in seen.links if link.endswith(".yml#L7")]
    unhosted = replace(settings, desk=replace(settings.desk, repo=""))
    assert "#L7" not in render(archive(Published(fact=fact, override=override, machine=fact)), unhosted)[PAGE]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_breaks_out_of_no_address(text: str) -> None:
    calm, pages = render(poisoned("寻常的字"), HOSTED), render(poisoned(text), HOSTED)
    for path in (PAGE, PROFILE, "review.md"):
        seen, plain = Seen(built(pages[path])), Seen(built(calm[path]))
        assert seen.open == []
        assert set(seen.elements) <= set(plain.elements) | {"i"}
        assert seen.attributes == plain.attributes
        for link in seen.links:
            assert link.startswith(
                (f"{REPO}/", "../", "#", "zones/", "sources/", "correct/", "method.md", "correct.md")
            )


def test_the_least_sure_facts_come_first_for_those_who_check() -> None:
    facts = north_facts()
    often, seldom = replace(facts[0], rule="honour.rank"), replace(facts[1], rule="cooperation.hand")
    page = render(archive(Published(fact=often), Published(fact=seldom)))["review.md"]
    assert page.index("地区生产总值 约 120 亿元") < page.index("省份：河北")
    assert "规则 `cooperation.hand`" in page
    assert "<mark>地区生产总值约120亿元，同比增长8%</mark>" in page
    assert "correct/beiyuan-gaoxinqu.md#m-0000000001" in page


def test_the_list_for_those_who_check_has_an_end_and_leaves_out_what_was_seen() -> None:
    facts = [Published(fact=replace(north_facts()[1], id=f"m-{number:010d}")) for number in range(MOST + 5)]
    page = render(archive(*facts))["review.md"]
    assert page.count('class="doubt"') == MOST
    override = Override(fact="x", action=Action.CONFIRM, reason="看过", by="张三", date="2024", file="f", line=1)
    assert "m-0000000001" not in render(archive(replace(facts[1], override=override)))["review.md"]


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
