from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.addresses import distinct, link, root, slug, source_slugs


def test_links_are_relative() -> None:
    assert link("zones/a.md", "sources/b.md", "m-1") == "../sources/b.md#m-1"
    assert link("index.md", "zones/index.md") == "zones/index.md"
    assert link("zones/a.md", "zones/a.md", "m-1") == "#m-1"
    assert link("compare/indicators/x.md", "index.md") == "../../index.md"


def test_addresses_are_pinyin() -> None:
    assert slug("地区生产总值") == "di-qu-sheng-chan-zong-zhi"
    assert slug("R&D 经费") == "r-d-jing-fei"


def test_names_that_sound_alike_get_addresses_of_their_own() -> None:
    assert distinct(["产值", "产植"]).keys() == {"产值", "产植"}
    assert len(set(distinct(["产值", "产植", "index", "!!", "??"]).values())) == 5
    assert distinct(["index"])["index"] != "index"


def test_sources_of_one_stem_keep_their_endings() -> None:
    assert source_slugs(["a.txt", "b.txt", "b.html"]) == {"a.txt": "a", "b.txt": "b-txt", "b.html": "b-html"}


@given(st.lists(st.text(max_size=80), max_size=8, unique=True))
def test_any_names_make_safe_and_different_addresses(names: list[str]) -> None:
    parts = distinct(names)
    assert len(set(parts.values())) == len(names)
    assert all(re.fullmatch(r"[0-9a-z]+(-[0-9a-z]+)*", part) for part in parts.values())


def test_no_name_takes_the_address_of_a_further_page_of_another() -> None:
    parts = distinct(["产值", "产值 2", "产量 2", "index 3"])
    assert (parts["产值"], parts["产量 2"]) == ("chan-zhi", "chan-liang-2")
    assert re.fullmatch(r"chan-zhi-2-[0-9a-f]{8}", parts["产值 2"])
    assert re.fullmatch(r"index-3-[0-9a-f]{8}", parts["index 3"])


def test_the_root_as_seen_from_a_built_page() -> None:
    assert [root(page) for page in ("index.md", "method.md", "zones/index.md", "zones/a.md")] == [
        "",
        "../",
        "../",
        "../../",
    ]
