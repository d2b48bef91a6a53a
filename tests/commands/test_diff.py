"""What a proposed change does to the facts, as its reviewer reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import store
from generator.__main__ import main
from generator.commands.diff import Change, changes, escape, markdown
from generator.model import Action, Fact, Metric, Organisation, OrganisationType, Override, Owner, Published, Span


def metric(value: float = 6.2, name: str = "m-1", zone: str = "甲高新区", **more: object) -> Published:
    content = Metric(indicator="实际使用外资", value=value, unit="亿美元", period="2024")
    evidence = "实际使用外资6.2亿美元"
    fact = Fact(id=name, doc="a.txt", owner=Owner(zone), content=content, evidence=evidence, span=Span(3, 15), rule="r")
    return Published(fact=fact, **more)


def firm(name: str) -> Published:
    content = Organisation(name=name, type=OrganisationType.COMPANY)
    fact = Fact(id="o-1", doc="a.txt", owner=Owner("甲高新区"), content=content, evidence=name, span=Span(20, 30))
    return Published(fact=fact)


def correction(reason: str) -> Override:
    return Override(
        fact="m-1", action=Action.CORRECT, reason=reason, by="zhangsan", date="2024-04-02", file="a.yml", line=3
    )


def test_the_same_facts_are_no_change() -> None:
    assert changes([metric()], [metric()]) == ()
    assert markdown(()) == "## 事实的变化\n\n没有变化。\n"


def test_a_fact_that_moved_in_its_article_is_no_change() -> None:
    before = metric()
    moved = Fact(**{**{name: getattr(before.fact, name) for name in Fact.__slots__}, "span": Span(8, 20)})
    assert changes([before], [Published(fact=moved)]) == ()


def test_what_is_new_altered_and_gone() -> None:
    before = [metric(6), firm("东升科技有限公司")]
    after = [metric(6.2, override=correction("见公告")), metric(1, "m-2")]
    assert markdown(changes(before, after)) == (
        "## 事实的变化\n"
        "\n"
        "新增 1 条，改动 1 条，删去 1 条。\n"
        "\n"
        "### 新增\n"
        "\n"
        "| 园区 | 类别 | 内容 | 原文 | 理由 | 编号 |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 甲高新区 | metric | indicator=实际使用外资; value=1; unit=亿美元; qualifier==; period=2024; status=actual "
        "| 实际使用外资6\\.2亿美元 |  | m\\-2 |\n"
        "\n"
        "### 改动\n"
        "\n"
        "| 园区 | 类别 | 之前 | 之后 | 理由 | 编号 |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 甲高新区 | metric | value=6 | value=6\\.2 | 见公告 | m\\-1 |\n"
        "\n"
        "### 删去\n"
        "\n"
        "| 园区 | 类别 | 内容 | 原文 | 理由 | 编号 |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 甲高新区 | organisation | name=东升科技有限公司; type=企业 | 东升科技有限公司 |  | o\\-1 |\n"
    )


def test_a_fact_that_goes_to_another_zone_says_from_where() -> None:
    assert "| 乙高新区 | metric | zone=甲高新区 | zone=乙高新区 |  | m\\-1 |" in markdown(
        changes([metric()], [metric(zone="乙高新区")])
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("<img src=x onerror=alert(1)>", r"&lt;img src=x onerror=alert\(1\)\>"),
        ("[x](javascript:1)", r"\[x\]\(javascript\:1\)"),
        ("`code` *b* _i_", r"\`code\` \*b\* \_i\_"),
        ("@someone &lt; $x$", r"\@someone &amp;lt; \$x\$"),
        ("two\n\nlines\tand  more", "two lines and more"),
        ("back\\slash", r"back\\slash"),
    ],
)
def test_source_text_is_shown_and_never_interpreted(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_a_long_table_says_what_it_leaves_out() -> None:
    record = metric().fact.record()
    text = markdown(Change(None, {**record, "id": f"m-{number}"}) for number in range(203))
    assert text.count("| 甲高新区 |") == 200
    assert text.endswith("\n另有 3 条未列出。\n")


def test_a_long_value_is_cut() -> None:
    assert f"之{'长' * 58}…" in markdown(changes([], [firm("之" + "长" * 90)]))


def project(root: Path, *facts: Published) -> Path:
    for name, text in store.zone_files(published.fact for published in facts).items():
        path = root / "docs" / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_the_command_compares_two_copies_of_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = project(tmp_path / "old", metric(6)), project(tmp_path / "new", metric(6.2))
    assert main(["diff", str(old), str(new)]) == 0
    assert "| 甲高新区 | metric | value=6 | value=6\\.2 |  | m\\-1 |" in capsys.readouterr().out
