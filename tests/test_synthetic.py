"""Synthetic articles: the same for the same seed, others for another, and read as the articles they imitate."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.project import Project
from generator.ingest import read_article
from generator.pipeline import read_facts
from tests.synthetic.__main__ import main
from tests.synthetic.article import articles, glossed
from tests.synthetic.cast import zones
from tests.synthetic.project import ROOT, make_project, write_articles


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others() -> None:
    first, again, other = (list(articles(30, 10, seed)) for seed in (1, 1, 2))
    assert first == again
    assert not {written.data for written in first} & {written.data for written in other}


def test_more_articles_begin_with_the_same_ones() -> None:
    assert list(articles(30, 10, 1))[:20] == list(articles(20, 10, 1))


def test_articles_differ_from_their_first_words_on() -> None:
    begun = {written.data[:60] for written in articles(300, 60, 1)}
    assert len(begun) > 290


def test_zones_have_names_of_their_own() -> None:
    names = [zone.name for zone in zones(1600)]
    assert len(set(names)) == 1600
    assert zones(400) == zones(1600)[:400]
    with pytest.raises(ValueError, match="zones, not 1000000"):
        zones(1_000_000)


def test_articles_are_read_as_those_that_people_write(tmp_path: Path) -> None:
    write_articles(tmp_path, 40, 20, 1)
    paths = sorted(tmp_path.glob("*.txt"))
    read = [read_article(path) for path in paths]
    facts = [fact for path in paths for fact in read_facts(path)[0]]
    assert {article.encoding for article in read} == {"utf-8", "gb18030"}
    assert all(article.date for article in read)
    assert all(300 <= len(article.text) <= 8000 for article in read)
    assert {fact.kind.value for fact in facts} == {
        *("metric", "event", "cooperation", "industry", "organisation", "honour", "person", "identity"),
    }
    assert {zone.name for zone in zones(20)} <= {fact.owner.zone for fact in facts}


def test_glosses_are_readings_of_the_character_before() -> None:
    assert glossed("创新中心") == "創(chuàng)新中心"


def test_a_project_has_what_people_wrote_and_nothing_that_was_made(tmp_path: Path) -> None:
    where = Project(make_project(tmp_path / "large", zones=4))
    assert len(list(where.articles.glob("*.txt"))) == 12
    assert (where.root / "generator" / "site" / "hook.py").is_file()
    assert (where.docs / "assets" / "css" / "facts.css").is_file()
    assert not where.data.exists()
    assert list(where.docs.rglob("*.md")) == []
    assert not (ROOT / "seeds" / "articles" / next(where.articles.glob("*.txt")).name).exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    assert main(["--articles", "3", "--zones", "2", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{tmp_path} is not an empty folder; name a new one\n"
    assert main(["--articles", "3", "--zones", "2", str(tmp_path / "b")]) == 0
    assert len(list((tmp_path / "b").glob("*.txt"))) == 3
