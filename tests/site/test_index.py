"""The search index: the theme's sections as plain text, and a build that fails when search would not work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from generator.site import search

CONFIG = {"lang": ["zh"], "separator": "x", "pipeline": [], "fields": {}}


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>投资 6.2 亿元</p>", "投资 6.2 亿元"),
        ("<ul><li>甲</li><li>乙</li></ul>", "甲 乙"),
        ("面积 3 km<sup>2</sup>", "面积 3 km2"),
        ("a &lt;b&gt; &amp;amp;", "a <b> &amp;"),
        ("东湖\u200b新技术\u200b开发区", "东湖新技术开发区"),
        ("\n 甲 \n\n 乙 ", "甲 乙"),
        ("", ""),
    ],
)
def test_plain_text(html: str, text: str) -> None:
    assert search.plain(html) == text


def test_sections_are_gathered_by_page() -> None:
    entries = [
        {"location": "zones/a/", "title": "甲区", "text": ""},
        {"location": "zones/a/#figures", "title": "数字", "text": "<p>1 &lt; 2</p>"},
        {"location": "compare/", "title": "比较", "text": "<p>邻区</p>"},
    ]
    assert search.pages(entries) == [
        {
            "path": "zones/a/",
            "boost": 1.5,
            "sections": [
                {"id": "", "title": "甲区", "text": ""},
                {"id": "figures", "title": "数字", "text": "1 < 2"},
            ],
        },
        {"path": "compare/", "sections": [{"id": "", "title": "比较", "text": "邻区"}]},
    ]


def test_names_lead_to_the_pages_that_tell_of_them() -> None:
    entries = [{"location": path, "title": "页", "text": ""} for path in ("zones/a/", "zones/b/")]
    known = {"zones": {"zones/b/": ["乙区", "ＡＢ园"]}, "others": {"东升": ["zones/b/", "zones/a/", "zones/gone/"]}}
    made = search.index(entries, known)
    assert made["names"] == [
        ["东升", "dong sheng", [0, 1]],
        ["乙区", "yi qu", [1]],
        ["ab园", "a b yuan", [1]],
    ]
    assert [page.get("names") for page in made["pages"]] == [None, ["乙区", "ab园"]]


def test_only_traditional_characters_that_can_be_asked_for_are_known() -> None:
    old, new = search.traditional(set("昆产里後"))
    assert dict(zip(old, new, strict=True)) == {"崑": "昆", "後": "后", "產": "产", "産": "产", "裏": "里", "裡": "里"}


def built(site: Path) -> Path:
    for name in (search.WORKER, search.THEME_INDEX):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / search.WORKER).write_text("", encoding="utf-8")
    docs = [{"location": "", "title": "首页", "text": "<p>园区</p>"}]
    (site / search.THEME_INDEX).write_text(json.dumps({"config": CONFIG, "docs": docs}), encoding="utf-8")
    (site / "names.json").write_text('{"zones": {"": ["甲区"]}, "others": {}}', encoding="utf-8")
    return site


def test_the_index_is_written_and_the_one_of_first_views_is_left_empty(tmp_path: Path) -> None:
    search.write_index(tmp_path, search.take_index(built(tmp_path)), tmp_path / "names.json")
    made = json.loads((tmp_path / search.INDEX).read_text(encoding="utf-8"))
    assert made["pages"] == [{"path": "", "sections": [{"id": "", "title": "首页", "text": "园区"}], "names": ["甲区"]}]
    assert made["names"] == [["甲区", "jia qu", [0]]]
    assert json.loads((tmp_path / search.THEME_INDEX).read_text(encoding="utf-8")) == {
        "config": {**CONFIG, "separator": r"\s+"},
        "docs": [],
    }


@pytest.mark.parametrize(
    "content", [None, "{", "\ud800".encode("utf-8", "surrogatepass")], ids=["none", "cut", "bytes"]
)
def test_a_site_without_names_is_built_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str | bytes | None
) -> None:
    names = built(tmp_path) / "names.json"
    names.unlink()
    if content is not None:
        names.write_bytes(content if isinstance(content, bytes) else content.encode())
    search.write_index(tmp_path, [], names)
    assert [record.getMessage() for record in caplog.records] == [
        "names.json cannot be read: pinyin will find nothing. Run `python -m generator render`."
    ]
    assert json.loads((tmp_path / search.INDEX).read_text(encoding="utf-8"))["names"] == []


def test_a_site_without_the_worker_is_refused(tmp_path: Path) -> None:
    (built(tmp_path) / search.WORKER).unlink()
    with pytest.raises(PluginError) as raised:
        search.take_index(tmp_path)
    assert str(raised.value) == "assets/search/worker.js is missing from the site; search cannot work without it"


def test_a_site_without_the_plugin_is_refused(tmp_path: Path) -> None:
    (built(tmp_path) / search.THEME_INDEX).unlink()
    with pytest.raises(PluginError) as raised:
        search.take_index(tmp_path)
    assert (
        str(raised.value) == "search/search_index.json is missing from the site; plugins in mkdocs.yml must name search"
    )


@pytest.mark.parametrize(
    "html",
    ['"search": "assets/javascripts/workers/search.a7.min.js"', "no search at all"],
    ids=["theme's worker", "none"],
)
def test_a_page_with_another_worker_is_refused(html: str) -> None:
    with pytest.raises(PluginError) as raised:
        search.check_page(html, "zones/a.md")
    assert str(raised.value) == (
        "zones/a.md: the page does not start assets/search/worker.js; see block config in templates/theme/main.html, "
        "which a new version of the theme may have outdated"
    )


def test_a_page_with_our_worker_passes() -> None:
    search.check_page('"search": "../../assets/search/worker.js"', "zones/a.md")
