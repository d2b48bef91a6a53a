"""The whole way, as the page 如何更正 tells it: from a wrong figure on a page to the corrected figure on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

from tests.site import project
from tests.site.conftest import served

REPO = "https://github.com/someone/zones"
NEW, OLD, TERMINAL = "南湖高新区", "昆山高新区", "成都高新区"
PAGES = {NEW: "zones/nanhu-gaoxinqu/", OLD: "zones/kunshan-gaoxinqu/", TERMINAL: "zones/chengdu-gaoxinqu/"}
SIGNED = {"reason": "见管委会公告第 12 号", "by": "张三", "date": "2024-04-02"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, built as it is built where it is hosted."""
    copy = project.small(tmp_path_factory.mktemp("walk"))
    build(copy)
    return copy


@pytest.fixture(scope="module")
def url(folder: Path) -> Iterator[str]:
    with served(folder / "site") as served_at:
        yield served_at


def build(folder: Path) -> None:
    for module, *arguments in (("generator", "build"), ("mkdocs", "build", "--quiet")):
        done = project.run(folder, module, *arguments, REPO_URL=REPO)
        assert done.returncode == 0, done.stderr


def figure(folder: Path, zone: str) -> dict:
    """A figure of a zone that its page shows as a line of its own."""
    stored = yaml.safe_load((folder / "docs" / "data" / "zones" / f"{zone}.yml").read_text(encoding="utf-8"))
    shown = (folder / "site" / PAGES[zone] / "index.html").read_text(encoding="utf-8")
    return next(
        fact
        for fact in stored["facts"]
        if fact["kind"] == "metric"
        and isinstance(fact["value"], int | float)
        and f'<div class="proof" id="{fact["id"]}"' in shown
    )


def unfolded(page: Page, url: str, zone: str, fact: dict) -> str:
    """Open the page at a fact, as from the list of 待核; the selector of its fold."""
    page.goto(f"{url}{PAGES[zone]}#{fact['id']}")
    expect(page.locator(f"[id='{fact['id']}'] blockquote").first).to_be_visible()
    return f"[id='{fact['id']}'] > .acts"


def filled(text: str, value: float) -> str:
    """A drafted entry as an editor completes it: only the wrong field is left in `set`, and the blanks are filled."""
    text = re.sub(r"(?m)^(    set: ).*$", rf"\g<1>{{value: {value}}}", text)
    for name, said in SIGNED.items():
        text = re.sub(rf"(?m)^(    {name}:).*$", rf"\1 {said}", text)
    return text


def test_from_a_wrong_figure_to_the_corrected_one(folder: Path, url: str, fresh: Page) -> None:
    facts = {zone: figure(folder, zone) for zone in PAGES}
    opened: list[str] = []

    def hosting(route: Route) -> None:
        opened.append(route.request.url)
        route.fulfill(content_type="text/html", body="<title>an editor</title>")

    fresh.context.route("https://github.com/**", hosting)
    fresh.context.grant_permissions(["clipboard-read", "clipboard-write"])

    # A zone without a file: 更正 opens a new file with the whole of it filled in.
    fresh.locator(f"{unfolded(fresh, url, NEW, facts[NEW])} button", has_text="更正").click()
    fresh.wait_for_url("https://github.com/**")
    address = urlsplit(opened[0])
    fields = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert address.path == "/someone/zones/new/main"
    assert fields["filename"] == f"seeds/overrides/{NEW}.yml"
    file = folder / fields["filename"]
    assert not file.exists()
    file.write_bytes(filled(fields["value"].replace("\r\n", "\n"), 43210.5).encode())

    # A zone with a file: 更正 opens that, with the entry copied, and the same entry stands beside it.
    acts = unfolded(fresh, url, OLD, facts[OLD])
    with fresh.context.expect_page() as popup:
        fresh.locator(f"{acts} .fix a", has_text="更正").click()
    popup.value.wait_for_url("https://github.com/**")
    assert unquote(urlsplit(opened[1]).path) == f"/someone/zones/edit/main/seeds/overrides/{OLD}.yml"
    copied = fresh.evaluate("navigator.clipboard.readText()")
    fresh.locator(f"{acts} .draft > summary", has_text="要粘贴的条目").click()
    assert fresh.locator(f"{acts} pre.entry").inner_text().strip() == copied.strip()
    file = folder / "seeds" / "overrides" / f"{OLD}.yml"
    file.write_text(file.read_text(encoding="utf-8") + filled(copied, 98765.5), encoding="utf-8")

    # In a terminal: one command.
    told = facts[TERMINAL]["id"]
    signed = [part for name, said in SIGNED.items() for part in (f"--{name}", said)]
    assert project.run(folder, "generator", "override", told, "--set", "value=13579.5", *signed).returncode == 0

    checked = project.run(folder, "generator", "check")
    assert (checked.returncode, checked.stdout) == (0, "")
    build(folder)
    for zone, value in ((NEW, "43210.5"), (OLD, "98765.5"), (TERMINAL, "13579.5")):
        fresh.goto(f"{url}{PAGES[zone]}#{facts[zone]['id']}")
        line = fresh.locator("details.fact[open]", has=fresh.locator(f"[id='{facts[zone]['id']}']")).first
        expect(line.locator("summary").first).to_contain_text(value)
        expect(line.locator(".badge-human").first).to_have_text("已更正")
        remark = line.locator(".remark").first
        expect(remark).to_contain_text("见管委会公告第 12 号（张三，2024年4月2日）")
        expect(remark).to_contain_text("机器原读 数值")


def test_a_reader_reports_without_editing(folder: Path, url: str, fresh: Page) -> None:
    fact = figure(folder, NEW)
    opened: list[str] = []
    fresh.context.route(
        "https://github.com/**", lambda route: (opened.append(route.request.url), route.fulfill(body=""))
    )
    fresh.locator(f"{unfolded(fresh, url, NEW, fact)} button", has_text="报告错误").click()
    fresh.wait_for_url("https://github.com/**")
    fields = parse_qs(urlsplit(opened[0]).query)
    assert urlsplit(opened[0]).path == "/someone/zones/issues/new"
    assert fields["template"] == ["wrong-fact.yml"]
    assert fields["fact"] == [fact["id"]]
    assert fields["page"][0].endswith(f"#{fact['id']}")
    assert fields["sentence"][0]


def test_the_guide_names_what_the_pages_show(folder: Path, url: str, page: Page) -> None:
    page.goto(f"{url}correct/")
    steps = page.locator("article ol").first.inner_text()
    for words in ("更正", "要粘贴的条目", "Commit changes", "已更正"):
        assert words in steps
    expect(page.locator("article")).to_contain_text("报告错误")


def test_the_examples_of_the_guide_are_right(folder: Path, tmp_path: Path) -> None:
    text = (folder / "docs" / "correct.md").read_text(encoding="utf-8")
    examples = re.findall(r"(?s)```yaml\n(.*?)```", text)
    assert len(examples) == 4
    for example in examples:
        assert yaml.safe_load(example)
