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


def test_what_is_always_there_is_edited_and_never_made() -> None:
    assert Desk(REPO).edit("generator/rules/indicators.yml") == f"{REPO}/edit/main/generator/rules/indicators.yml"


def test_files_are_made_and_issues_opened_by_forms() -> None:
    assert Desk(f"{REPO}.git/", "trunk").new == f"{REPO}/new/trunk"
    assert Desk(REPO).issues == f"{REPO}/issues/new"


@pytest.mark.parametrize("repo", ["", "javascript:alert(1)", "git@github.com:someone/zones", "//x"])
def test_without_a_repository_of_the_web_there_is_no_address(repo: str) -> None:
    assert Desk(repo).edit("templates/zone.md.j2") == ""
    assert Desk(repo).new == Desk(repo).issues == ""


def test_the_metadata_of_an_article_stands_beside_it() -> None:
    assert metadata_file("a.b.txt") == "seeds/articles/a.b.yml"
    assert metadata_file("plain") == "seeds/articles/plain.yml"
