"""From a figure on a page to its correction, its report and its citation, by keyboard and without scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.site import project
from tests.site.test_looks import profile

REPO = "https://github.com/someone/zones"
NOTE = "note: 编者按：**请留意**口径 <script>alert(1)</script>\n"
CORRECT = "更正"


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, as Markdown, of a project that says where it is hosted."""
    copy = project.copy_to(tmp_path_factory.mktemp("hosted"))
    with (copy / "seeds" / "overrides" / "苏州高新区.yml").open("a", encoding="utf-8") as file:
        file.write(NOTE)
    done = project.run(copy, "generator", "build", REPO_URL=REPO, SITE_URL="https://x.example/z/")
    assert done.returncode == 0, done.stderr
    return copy


class Forms(HTMLParser):
    """The forms of a page: where each leads, and what fills it in."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append((given["action"], {}))
        elif tag == "input":
            self.found[-1][1][given["name"]] = given["value"]


def forms(folder: Path, place: str) -> list[dict[str, str]]:
    """What fills in all forms of the zones' pages that lead to a place of the hosting site."""
    pages = sorted((folder / "docs" / "zones").glob("*.md"))
    return [fields for page in pages for action, fields in Forms(page).found if action == f"{REPO}/{place}"]


def test_an_editors_note_stands_on_the_profile(hosted: Path) -> None:
    page = (hosted / "docs" / "zones" / "suzhou-gaoxinqu.md").read_text(encoding="utf-8")
    assert "编者按：**请留意**口径 &#60;script>alert(1)&#60;/script>" in page


def test_every_draft_of_a_new_file_is_a_whole_file(hosted: Path) -> None:
    drafted = forms(hosted, "new/main")
    for fields in drafted:
        written = yaml.safe_load(fields["value"])
        assert fields["filename"] == f"seeds/overrides/{written['zone']}.yml"
        assert written["overrides"][0]["expect"] == written["overrides"][0]["set"]
    assert len(drafted) > 50


def test_every_report_names_its_fact_and_its_page(hosted: Path) -> None:
    reports = forms(hosted, "issues/new")
    for fields in reports:
        assert fields["template"] == "wrong-fact.yml"
        assert fields["page"].startswith("https://x.example/z/zones/")
        assert fields["page"].endswith(f"#{fields['fact']}")
    assert len(reports) > 100


def test_a_figure_shows_its_draft_without_scripts(site: Path, site_url: str, plain: Page) -> None:
    path, facts = profile(site)
    plain.goto(f"{site_url}{path}#{facts[0]}")
    plain.locator(f"[id='{facts[0]}'] .draft > summary", has_text=CORRECT).first.click()
    draft = plain.locator(f"[id='{facts[0]}'] pre").first
    expect(draft).to_be_visible()
    written = yaml.safe_load(draft.inner_text())
    (entry,) = written["overrides"] if isinstance(written, dict) else written
    assert entry["fact"] == facts[0]
    assert entry["expect"] == entry["set"]


def test_a_citation_can_be_read_without_scripts(site: Path, site_url: str, plain: Page) -> None:
    path, facts = profile(site)
    plain.goto(f"{site_url}{path}#{facts[0]}")
    cite = plain.locator(f"[id='{facts[0]}'] .cite").first
    cite.locator("summary").click()
    expect(cite.locator("p")).to_contain_text(f"{path}#{facts[0]}")


def test_a_key_copies_the_citation_with_the_whole_address(site: Path, site_url: str, fresh: Page) -> None:
    path, facts = profile(site)
    fresh.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fresh.goto(f"{site_url}{path}#{facts[0]}")
    handle = fresh.locator(f"[id='{facts[0]}'] .cite > summary").first
    expect(handle).to_have_text("复制引用")
    handle.focus()
    fresh.keyboard.press("Enter")
    expect(handle).to_have_text("已复制")
    copied = fresh.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"{site_url}{path}#{facts[0]}")
    assert "据《" in copied


def test_the_tab_key_goes_from_a_figure_through_all_that_can_be_done_with_it(
    site: Path, site_url: str, page: Page
) -> None:
    path, _ = profile(site)
    page.goto(site_url + path)
    fold = page.locator("details.fact-figure").first
    fold.locator("summary").first.focus()
    page.keyboard.press("Enter")
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert re.fullmatch(r"[a-z]-[0-9a-f]{10}", reached[1])
    assert reached[2:] == [CORRECT, "复制引用"]


def test_those_who_check_find_the_draft_in_the_list(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}correct/")
    page.locator("article a", has_text="待核").first.click()
    page.wait_for_url("**/review/")
    task = page.locator(".doubt").first
    expect(task.locator(".why")).to_contain_text("缘由")
    task.locator(".draft > summary").first.click()
    expect(task.locator("pre.entry").first).to_be_visible()


def test_a_correction_shows_its_reason_its_author_and_what_the_machine_had_read(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}zones/kunshan-gaoxinqu/")
    corrected = page.locator("details.fact", has=page.locator(".badge-human", has_text="已更正")).first
    corrected.locator("summary").first.click()
    remark = corrected.locator(".remark").first
    expect(remark).to_contain_text("机器原读")
    expect(remark).to_contain_text("bianji")
    expect(remark).to_contain_text("2026年11月22日")
