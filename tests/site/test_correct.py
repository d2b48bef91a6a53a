"""From a figure on a page to its correction, its report and its citation, by keyboard and without scripts."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.site import project
from tests.site.test_looks import profile

REPO = "https://github.com/someone/zones"
NOTE = "note: 编者按：**请留意**口径 <script>alert(1)</script>\n"
CORRECT = "更正或报告错误"


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, as Markdown, of a project that says where it is hosted."""
    copy = project.copy_to(tmp_path_factory.mktemp("hosted"))
    with (copy / "seeds" / "overrides" / "苏州高新区.yml").open("a", encoding="utf-8") as file:
        file.write(NOTE)
    done = project.run(copy, "generator", "build", REPO_URL=REPO, SITE_URL="https://x.example/z/")
    assert done.returncode == 0, done.stderr
    return copy


def links(page: Path, kind: str) -> list[str]:
    found = re.findall(rf'<a class="{kind}" href="([^"]+)"', page.read_text(encoding="utf-8"))
    return [link.replace("&#38;", "&").replace("&#95;", "_").replace("&#126;", "~") for link in found]


def test_an_editors_note_stands_on_the_profile(hosted: Path) -> None:
    page = (hosted / "docs" / "zones" / "suzhou-gaoxinqu.md").read_text(encoding="utf-8")
    assert "编者按：**请留意**口径 &#60;script>alert(1)&#60;/script>" in page


def test_every_draft_of_a_new_file_is_a_whole_file(hosted: Path) -> None:
    checked = 0
    for page in sorted((hosted / "docs" / "correct").glob("*.md")):
        for link in links(page, "edit"):
            address = urlsplit(link)
            query = parse_qs(address.query)
            if not address.path.endswith("/new/main"):
                continue
            assert query["filename"][0].startswith("seeds/overrides/")
            written = yaml.safe_load(query["value"][0])
            assert query["filename"] == [f"seeds/overrides/{written['zone']}.yml"]
            assert written["overrides"][0]["expect"] == written["overrides"][0]["set"]
            checked += 1
    assert checked > 50


def test_every_report_names_its_fact_and_its_page(hosted: Path) -> None:
    checked = 0
    for page in sorted((hosted / "docs" / "correct").glob("*.md")):
        for link in links(page, "report"):
            query = parse_qs(urlsplit(link).query)
            assert link.startswith(f"{REPO}/issues/new?template=wrong-fact.yml&")
            assert query["page"][0].startswith("https://x.example/z/zones/")
            assert query["page"][0].endswith(f"#{query['fact'][0]}")
            checked += 1
    assert checked > 100


def test_a_figure_leads_to_its_draft_without_scripts(site: Path, site_url: str, browser: Browser) -> None:
    path, facts = profile(site)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{path}#{facts[0]}")
    page.locator(f"[id='{facts[0]}'] a", has_text=CORRECT).first.click()
    assert page.url.endswith(f"/correct/{Path(path).name}/#{facts[0]}")
    draft = page.locator(f"[id='{facts[0]}'] pre")
    expect(draft).to_be_visible()
    entry = yaml.safe_load(draft.inner_text())[0]
    assert entry["fact"] == facts[0]
    assert entry["expect"] == entry["set"]
    context.close()


def test_a_citation_can_be_read_without_scripts(site: Path, site_url: str, browser: Browser) -> None:
    path, facts = profile(site)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{path}#{facts[0]}")
    cite = page.locator(f"[id='{facts[0]}'] .cite").first
    cite.locator("summary").click()
    expect(cite.locator("p")).to_contain_text(f"{path}#{facts[0]}")
    context.close()


def test_a_key_copies_the_citation_with_the_whole_address(site: Path, site_url: str, browser: Browser) -> None:
    path, facts = profile(site)
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site_url}{path}#{facts[0]}")
    handle = page.locator(f"[id='{facts[0]}'] .cite > summary").first
    expect(handle).to_have_text("复制引用")
    handle.focus()
    page.keyboard.press("Enter")
    expect(handle).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"{site_url}{path}#{facts[0]}")
    assert "据《" in copied
    context.close()


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


def test_those_who_check_find_the_draft_from_the_list(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}correct/")
    page.locator("article a", has_text="待核对").first.click()
    page.wait_for_url("**/review/")
    page.locator(".doubt a", has_text="核实、更正或剔除").first.click()
    page.wait_for_url("**/correct/*/#*")
    expect(page.locator("details[open] pre.entry")).to_be_visible()


def test_a_correction_shows_its_reason_its_author_and_what_the_machine_had_read(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}zones/kunshan-gaoxinqu/")
    corrected = page.locator("details.fact", has=page.locator(".badge-human", has_text="已更正")).first
    corrected.locator("summary").first.click()
    remark = corrected.locator(".remark").first
    expect(remark).to_contain_text("机器原读")
    expect(remark).to_contain_text("bianji")
    expect(remark).to_contain_text("2026年11月22日")
