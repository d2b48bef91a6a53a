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
        {"location": "zones/a/", "title": "甲区", "text": "", "tags": ["江苏"], "boost": 2},
        {"location": "zones/a/#figures", "title": "数字", "text": "<p>1 &lt; 2</p>"},
        {"location": "zones/b/", "title": "乙区", "text": "<p>邻区</p>"},
    ]
    assert search.pages(entries) == [
        {
            "path": "zones/a/",
            "sections": [
                {"id": "", "title": "甲区", "text": ""},
                {"id": "figures", "title": "数字", "text": "1 < 2"},
            ],
            "tags": ["江苏"],
            "boost": 2,
        },
        {"path": "zones/b/", "boost": 1.5, "sections": [{"id": "", "title": "乙区", "text": "邻区"}]},
    ]


def built(site: Path) -> Path:
    for name in (search.WORKER, search.THEME_INDEX):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / search.WORKER).write_text("", encoding="utf-8")
    docs = [{"location": "", "title": "首页", "text": "<p>园区</p>"}]
    (site / search.THEME_INDEX).write_text(json.dumps({"config": CONFIG, "docs": docs}), encoding="utf-8")
    return site


def test_the_index_is_written_and_the_one_of_first_views_is_left_empty(tmp_path: Path) -> None:
    search.write_index(built(tmp_path))
    index = (tmp_path / search.INDEX).read_text(encoding="utf-8")
    assert index == '[{"path":"","sections":[{"id":"","title":"首页","text":"园区"}]}]'
    assert json.loads((tmp_path / search.THEME_INDEX).read_text(encoding="utf-8")) == {
        "config": {**CONFIG, "separator": r"\s+"},
        "docs": [],
    }


def test_a_site_without_the_worker_is_refused(tmp_path: Path) -> None:
    (built(tmp_path) / search.WORKER).unlink()
    with pytest.raises(PluginError) as raised:
        search.write_index(tmp_path)
    assert str(raised.value) == "assets/search/worker.js is missing from the site; search cannot work without it"


def test_a_site_without_the_plugin_is_refused(tmp_path: Path) -> None:
    (built(tmp_path) / search.THEME_INDEX).unlink()
    with pytest.raises(PluginError) as raised:
        search.write_index(tmp_path)
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
