"""What waits for a person's eye: each sort with its sentence, its reason and the entry to copy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.model import Action, Article, Override, Published
from generator.overrides import Idle
from generator.pages import Settings, render
from generator.pages.editing import Desk
from generator.pages.review import FIRST
from generator.pages.tasks import MOST, Work
from generator.problems import Problem
from generator.store import Source
from generator.unread import Unread
from tests.pages.small_archive import Seen, archive, built, north_facts

REPO = "https://github.com/someone/zones"
FILE = "seeds/overrides/北原高新区.yml"
EXISTING = Settings(desk=Desk(REPO, "main", frozenset({FILE})))
GDP = north_facts()[1]
NORTH = Article(doc="north.txt", text="", encoding="utf-8", title="北原高新区去年交卷", date="2024-01-15")


def review(*facts: Published, work: Work | None = None, settings: Settings | None = None) -> str:
    return render(archive(*facts), settings, work=work)["review.md"]


def section(page: str, name: str) -> Seen:
    """One sort of tasks on the overview."""
    start = page.index(f"{{ #{name} }}")
    end = page.find("\n## ", start)
    return Seen(built(page[page.rindex("\n## ", 0, start) : end if end > 0 else len(page)]))


def entries(page: str, name: str) -> list[Any]:
    """The drafted entries of a sort, as YAML reads them."""
    body = page[page.index(f"{{ #{name} }}") :].partition("\n## ")[0]
    return [yaml.safe_load(text) for text in Pre(built(body)).texts]


class Pre(Seen):
    """Collects what stands in `pre` blocks."""

    def __init__(self, page: str) -> None:
        self.texts: list[str] = []
        super().__init__(page)

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if self.open[-1:] == ["pre"]:
            self.texts.append(data)


def override(**more: Any) -> Override:
    values = {"fact": GDP.id, "action": Action.CORRECT, "reason": "见公报", "by": "张三", "date": "2024-04-02"}
    return Override(**{**values, "file": FILE, "line": 3, **more})


def idle(code: str, message: str = "x", **more: Any) -> Work:
    problem = Problem(code=code, file=FILE, message=message, line=3)
    fact = more.pop("fact", GDP)
    return Work(idle=(Idle(override(**more), GDP.kind, problem, fact),))


def test_nothing_to_do_is_said():
    page = render(replace(archive(), zones=(), articles=()))["review.md"]
    assert "没有生效的更正 | 0 |" in page
    assert "\n## " not in page


def test_an_override_that_is_stale_shows_three_values_and_the_entry_with_what_is_read_now():
    work = idle("STALE-EXPECT", expect=(("value", 110),), set=(("value", 125),))
    page = review(work=work, settings=EXISTING)
    seen = section(page, "overrides")
    assert f"{FILE} 第 3 行：数值当时读作“110”，现在读作“120”，更正成“125”。再看一遍引文" in seen.text
    assert "地区生产总值约120亿元，同比增长8%" in seen.text
    assert f"{Desk(REPO, 'main', frozenset({FILE})).edit(FILE)}#L3" in seen.links
    (((entry,),),) = (entries(page, "overrides"),)
    assert entry == {
        "fact": GDP.id,
        "action": "correct",
        "expect": {"value": 120},
        "set": {"value": 125},
        "reason": "见公报",
        "by": "张三",
        "date": yaml.safe_load("2024-04-02"),
    }


def test_an_override_that_changes_nothing_becomes_a_confirmation():
    page = review(work=idle("NO-CHANGE", expect=(("value", 110),), set=(("value", 120),)))
    assert "机器自己已经读成这样：改成 confirm，或者删去这一条" in section(page, "overrides").text
    (((entry,),),) = (entries(page, "overrides"),)
    assert (entry["action"], entry["expect"], "set" in entry) == ("confirm", {"value": 120}, False)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("UNKNOWN-FACT", "文章里已经没有这个编号：换成新的编号，或者删去这一条"),
        ("DOUBLE-OVERRIDE", "同一个事实有两条更正，只用了前面一条：合成一条"),
        ("WRONG-FILE", "这个事实归在别的园区：移到那个园区的文件里"),
        ("UNKNOWN-ZONE", "没有文章说到这个园区：核对名称"),
        ("UNKNOWN-DOCUMENT", "没有这篇文章：核对文件名"),
        ("UNKNOWN-QUOTE", "引的话不在那篇文章里：照原文抄"),
    ],
)
def test_why_an_override_has_no_effect(code: str, reason: str):
    page = review(work=idle(code, fact=None, action=Action.REJECT))
    assert f"{FILE} 第 3 行：{reason}" in section(page, "overrides").text
    (((entry,),),) = (entries(page, "overrides"),)
    assert (entry["fact"], entry["action"]) == (GDP.id, "reject")


def test_a_file_that_is_wrong_in_itself_is_told():
    problem = Problem(code="YAML-SYNTAX", file=FILE, message="the file is not YAML", line=4, column=2)
    seen = section(review(work=Work(broken=(problem,)), settings=EXISTING), "overrides")
    assert "缘由 写法不对，没有读进来" in seen.text
    assert f"{FILE}:4:2: YAML-SYNTAX: the file is not YAML" in seen.text
    assert [link for link in seen.links if link.endswith(".yml#L4")]


def test_rivals_stand_side_by_side_each_with_a_confirmation():
    facts = north_facts()
    chosen = Published(fact=facts[1], rivals=(facts[2].id,), why="取较新的文章")
    page = review(chosen, Published(fact=facts[2], rivals=(facts[1].id,), chosen=False))
    seen = section(page, "rivals")
    assert "缘由 现在取这一说：取较新的文章" in seen.text
    assert "另说 入驻企业数 36 家（截至2024年1月）" in seen.text
    assert "北原云谷产业园已入驻企业36家" in seen.text
    drafted = [file["overrides"][0] for file in entries(page, "rivals")]
    assert [(entry["fact"], entry["action"]) for entry in drafted] == [
        (facts[1].id, "confirm"),
        (facts[2].id, "confirm"),
    ]
    assert "| [互相矛盾的说法](#rivals) | 1 |" in page


def test_the_least_sure_facts_come_first_and_those_that_were_seen_are_left_out():
    facts = north_facts()
    often, seldom = replace(facts[0], rule="honour.rank"), replace(facts[1], rule="cooperation.hand")
    seen = Published(fact=facts[2], override=override(fact=facts[2].id, action=Action.CONFIRM), machine=facts[2])
    page = review(Published(fact=often), Published(fact=seldom), seen)
    text = section(page, "doubts").text
    assert text.index("地区生产总值 约 120 亿元") < text.index("省份：河北")
    assert "规则 cooperation.hand 的可靠度 未经测量" in text
    assert "入驻企业数 36 家" not in text
    (first, *_) = [file["overrides"][0] for file in entries(page, "doubts")]
    assert (first["fact"], first["action"]) == (seldom.id, "correct")


UNREAD = Unread(
    zone="北原高新区", value=(12, 15), unit="吨", qualifier="~", period="2023", quote="送检12至15吨样品",
    sentence="2023年，送检12至15吨样品，均合格。", start=40,
)  # fmt: skip


def test_a_number_that_no_rule_could_read_is_drafted_as_an_addition():
    stray = replace(
        UNREAD, zone="", value=3, unit="年", qualifier="=", period="", quote="历时3年", sentence="历时3年。"
    )
    page = review(work=Work(sources=(Source(NORTH, unread=(stray, UNREAD)),)))
    seen = section(page, "numbers")
    assert "算在北原高新区名下，但不知道量的是什么" in seen.text
    assert "不知道说的是哪个园区" in seen.text
    assert "sources/north.md" in seen.links
    first, second = (file["overrides"][0] for file in entries(page, "numbers"))
    assert first["set"] == {
        "kind": "metric",
        "indicator": None,
        "value": [12, 15],
        "unit": "吨",
        "qualifier": "~",
        "period": "2023",
        "doc": "north.txt",
        "evidence": "送检12至15吨样品",
    }
    assert first["action"] == "add"
    assert (second["set"]["value"], "period" in second["set"]) == (3, False)


def test_places_that_could_not_be_mended_and_mended_ones():
    torn = Problem(
        code="TEXT-TORN", file="seeds/articles/north.txt", message="x", line=5, found="，增长8%", fatal=False
    )
    mended = Published(fact=replace(GDP, mended=("bytes", "gloss")))
    page = review(mended, work=Work(sources=(Source(NORTH, problems=(torn,)),)))
    seen = section(page, "damage")
    assert "第 5 行 seeds/articles/north.txt" in seen.text
    assert "缘由 这一段从半句话开始，找不到它接在哪里" in seen.text
    assert "缘由 引文修补过：修复了编码损坏的字，去掉了夹在字间的拼音注音" in seen.text
    first, second = (file["overrides"][0] for file in entries(page, "damage"))
    assert (first["action"], first["set"]["evidence"]) == ("add", "，增长8%")
    assert second["fact"] == GDP.id


def test_what_was_certainly_mended_is_not_asked_about():
    page = review(Published(fact=replace(GDP, mended=("gloss", "script", "width"))))
    assert "| 坏了的原文 | 0 |" in page


def test_names_of_indicators_that_no_rule_knows():
    named = replace(GDP, content=replace(GDP.content, indicator="新招工人总数", unit="人"))
    page = review(Published(fact=named), Published(fact=replace(GDP, id="m-0000000077")))
    seen = section(page, "indicators")
    assert "1 个事实用了它" in seen.text
    (entry,) = entries(page, "indicators")
    assert entry == {"新招工人总数": {"topic": "其他", "family": "people", "synonyms": [], "not_with": []}}
    assert "generator/rules/indicators.yml" in seen.text


def test_articles_without_a_date():
    article = replace(NORTH, date="")
    seen = section(review(work=Work(sources=(Source(article),))), "undated")
    assert "北原高新区去年交卷 seeds/articles/north.txt" in seen.text
    assert "缘由 没有日期，10 个事实的时间可能因此定不下来" in seen.text
    assert (
        "# yaml-language-server: $schema=../../docs/assets/schema/article.json\n# 北原高新区去年交卷\ndate:"
        in seen.text
    )
    settings = Settings(desk=Desk(REPO, "main", frozenset({"seeds/articles/north.yml"})))
    seen = section(review(work=Work(sources=(Source(article),)), settings=settings), "undated")
    assert f"{REPO}/edit/main/seeds/articles/north.yml" in seen.links
    assert "yaml-language-server" not in seen.text


def test_a_long_sort_has_a_page_of_its_own_which_has_an_end():
    facts = [Published(fact=replace(GDP, id=f"m-{number:010d}")) for number in range(MOST + 5)]
    pages = render(archive(*facts))
    assert pages["review.md"].count('class="doubt"') == FIRST
    assert "[最没有把握的事实：全部 105 处](review/doubts.md)" in pages["review.md"]
    page = pages["review/doubts.md"]
    assert page.count('class="doubt"') == MOST
    assert "共 105 处，最要紧的 100 处在这里" in page
    assert "[待核](../review.md)" in page


def test_all_entries_are_filled_into_a_new_file_where_the_hosting_site_is_known():
    page = review(settings=Settings(desk=Desk(REPO)))
    forms = Seen(built(page)).forms
    assert forms
    assert {action for action, _ in forms} == {f"{REPO}/new/main"}
    assert all(yaml.safe_load(fields["value"])["zone"] in fields["filename"] for _, fields in forms)
