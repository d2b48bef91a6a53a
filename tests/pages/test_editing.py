from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.pages.editing import LONGEST, Desk, metadata_file, override_file

REPO = "https://github.com/someone/zones"


def test_a_file_that_exists_is_edited() -> None:
    desk = Desk(REPO, "main", frozenset({"seeds/overrides/北原高新区.yml"}))
    assert desk.edit(override_file("北原高新区"), "text") == (
        f"{REPO}/edit/main/seeds/overrides/%E5%8C%97%E5%8E%9F%E9%AB%98%E6%96%B0%E5%8C%BA.yml"
    )
    assert desk.edit("templates/zone.md.j2") == f"{REPO}/edit/main/templates/zone.md.j2"


def test_a_file_that_does_not_exist_is_made_with_the_draft_in_it() -> None:
    text = "zone: 北原高新区\noverrides:\n  - a: {b: '&=?#+%'}\n"
    address = urlsplit(Desk(REPO, "trunk").edit("seeds/overrides/北原.yml", text))
    assert address.path == "/someone/zones/new/trunk"
    assert parse_qs(address.query) == {"filename": ["seeds/overrides/北原.yml"], "value": [text]}


def test_a_draft_that_no_address_can_hold_is_left_out_of_it() -> None:
    address = Desk(REPO).edit("seeds/overrides/北原.yml", "长" * LONGEST)
    assert parse_qs(urlsplit(address).query) == {"filename": ["seeds/overrides/北原.yml"]}


@pytest.mark.parametrize("sentence", ["产值<b>120</b>亿元 & 增长8%\n#x", '"><script>alert(1)</script>', "\ud800"])
def test_a_report_is_filled_in_and_nothing_breaks_out_of_it(sentence: str) -> None:
    address = Desk(REPO).report("m-1234567890", "https://x.example/zones/a/#m-1234567890", sentence, "[事实有误] 北原")
    assert address.isascii()
    assert not set(address) & set("\"'<> \n")
    assert parse_qs(urlsplit(address).query) == {
        "template": ["wrong-fact.yml"],
        "title": ["[事实有误] 北原"],
        "fact": ["m-1234567890"],
        "page": ["https://x.example/zones/a/#m-1234567890"],
        "sentence": [sentence.replace("\ud800", "?")],
    }


def test_a_long_sentence_is_cut() -> None:
    query = parse_qs(urlsplit(Desk(REPO).report("m-1", "p", "句" * 1000, "t")).query)
    assert query["sentence"] == ["句" * 299 + "…"]


@pytest.mark.parametrize("repo", ["", "javascript:alert(1)", "git@github.com:someone/zones", "//x"])
def test_without_a_repository_of_the_web_there_is_no_address(repo: str) -> None:
    assert Desk(repo).edit("templates/zone.md.j2") == ""
    assert Desk(repo).report("m-1", "p", "s", "t") == ""


def test_the_metadata_of_an_article_stands_beside_it() -> None:
    assert metadata_file("a.b.txt") == "seeds/articles/a.b.yml"
    assert metadata_file("plain") == "seeds/articles/plain.yml"
