"""What a proposed change does to the facts, as its reviewer reads it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator import store
from generator.cli import main
from generator.commands.diff import Change, State, changes, escape, markdown
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


def state(*facts: Published, rejected: tuple[Published, ...] = (), articles: tuple[str, ...] = ("a.txt",)) -> State:
    return State({item.fact.id: item for item in facts}, {item.fact.id: item for item in rejected}, frozenset(articles))


def why(old: State, new: State) -> list[str]:
    return [change.why for change in changes(old, new)]


def test_the_same_facts_are_no_change() -> None:
    assert changes(state(metric()), state(metric())) == ()
    assert markdown(()) == "## 事实的变化\n\n没有变化。\n"


def test_a_fact_that_moved_in_its_article_is_no_change() -> None:
    before = metric()
    moved = Fact(**{**{name: getattr(before.fact, name) for name in Fact.__slots__}, "span": Span(8, 20)})
    assert changes(state(before), state(Published(fact=moved))) == ()


def test_what_is_new_altered_and_gone() -> None:
    before = state(metric(6), firm("东升科技有限公司"))
    after = state(metric(6.2, override=correction("见公告")), metric(1, "m-2"))
    assert markdown(changes(before, after)) == (
        "## 事实的变化\n"
        "\n"
        "新增 1 条，改动 1 条，删去 1 条。\n"
        "\n"
        "### 新增\n"
        "\n"
        "| 园区 | 类别 | 内容 | 原文 | 理由 | 编号 |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 甲高新区 | 数字 | 指标 实际使用外资；数值 1；单位 亿美元；时间 2024 "
        "| 实际使用外资6\\.2亿美元 | 机器的读法变了 | m\\-2 |\n"
        "\n"
        "### 改动\n"
        "\n"
        "| 园区 | 类别 | 什么 | 之前 | 之后 | 理由 | 编号 |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| 甲高新区 | 数字 | 实际使用外资 | 数值 6 | 数值 6\\.2 | 见公告（zhangsan） | m\\-1 |\n"
        "\n"
        "### 删去\n"
        "\n"
        "| 园区 | 类别 | 内容 | 原文 | 理由 | 编号 |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 甲高新区 | 机构 | 名称 东升科技有限公司；类型 企业 | 东升科技有限公司 | 机器的读法变了 | o\\-1 |\n"
    )


def test_a_fact_that_goes_to_another_zone_says_from_where() -> None:
    assert "| 乙高新区 | 数字 | 实际使用外资 | 园区 甲高新区 | 园区 乙高新区 | 机器的读法变了 | m\\-1 |" in markdown(
        changes(state(metric()), state(metric(zone="乙高新区")))
    )


def test_why_a_value_differs() -> None:
    confirmed = metric(override=correction("见公告"))
    assert why(state(), state(confirmed)) == ["见公告（zhangsan）"]
    assert why(state(metric()), state(rejected=(confirmed,))) == ["见公告（zhangsan）"]
    assert why(state(metric(7, override=correction("见公告"))), state(metric())) == ["撤销更正：见公告"]
    assert why(state(rejected=(confirmed,)), state(metric())) == ["撤销更正：见公告"]
    assert why(state(articles=()), state(metric())) == ["新增的文章"]
    assert why(state(metric()), state(articles=())) == ["文章不再采用"]
    assert why(state(metric(6)), state(metric())) == ["机器的读法变了"]


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
    assert f"之{'长' * 58}…" in markdown(changes(state(), state(firm("之" + "长" * 90))))


def project(root: Path, *facts: Published) -> Path:
    for name, text in store.zone_files(published.fact for published in facts).items():
        path = root / "docs" / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_the_command_compares_two_copies_of_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = project(tmp_path / "old", metric(6)), project(tmp_path / "new", metric(6.2))
    assert main(["diff", str(old), str(new)]) == 0
    row = "| 甲高新区 | 数字 | 实际使用外资 | 数值 6 | 数值 6\\.2 | 新增的文章 | m\\-1 |"
    assert row in capsys.readouterr().out


def git(folder: Path, *arguments: str) -> None:
    named = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True)


def test_the_command_compares_two_revisions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    for value in (6, 6.2):
        project(tmp_path, metric(value))
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message=x")
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*.yml"))
    assert main(["diff", "main~1", "main"]) == 0
    assert "| 实际使用外资 | 数值 6 | 数值 6\\.2 |" in capsys.readouterr().out
    assert main(["diff", "main", "main"]) == 0
    assert capsys.readouterr().out == "## 事实的变化\n\n没有变化。\n"
    assert sorted(tmp_path.rglob("*.yml")) == before


@pytest.mark.parametrize("name", ["nothing", "--output=x", "main:docs"])
def test_a_revision_that_does_not_exist(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["diff", "--", name, "HEAD"]) == 2
    assert capsys.readouterr().err == (
        f"{name}: UNKNOWN-REVISION: neither a folder nor a revision of the repository. "
        "Fix: name a folder, a branch, a tag or a commit; `git log --oneline` lists commits\n"
    )
