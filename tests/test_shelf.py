from pathlib import Path

import pytest

from generator import atomic, store
from generator.problems import ProblemError
from generator.shelf import Shelf, Texts
from generator.store import Source, read_facts, read_sources
from tests.make import article, event, fact, metric


@pytest.fixture
def data(tmp_path: Path) -> Path:
    facts = [fact(metric(value), number=number, zone=zone) for number, (value, zone) in enumerate(VALUES)]
    facts.append(fact(event("芯光项目签约"), number=9, zone="滨江经开区", sentence="“引号”: - # \u2028 句子。"))
    files = {**store.zone_files(facts), store.SOURCES: store.sources_text([Source(article(date="2023-02"), 5)])}
    for name, text in files.items():
        atomic.write(tmp_path / "data" / name, text)
    return tmp_path / "data"


VALUES = [(1, "临水高新区"), (0.1, "临水高新区"), ((1, 2.5), "临水高新区"), (None, "滨江经开区")]


def test_it_holds_what_the_store_holds(data: Path):
    for _ in range(2):
        shelf = Shelf(data, data / "c.sqlite")
        assert shelf.facts() == read_facts(data)
        assert shelf.sources() == read_sources(data)


def test_what_was_parsed_once_is_not_parsed_again(data: Path, monkeypatch: pytest.MonkeyPatch):
    shelf = Shelf(data, data / "c.sqlite")
    facts = shelf.facts()
    monkeypatch.setattr(store, "parse", lambda text: pytest.fail("parsed again"))
    assert Shelf(data, data / "c.sqlite").facts() == facts
    assert all(one is other for one, other in zip(shelf.facts(), facts, strict=True))


def test_a_file_that_changed_is_read_again(data: Path):
    shelf = Shelf(data, data / "c.sqlite")
    shelf.facts()
    path = data / "zones" / "临水高新区.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 0.1", "value: 0.2"), encoding="utf-8")
    assert shelf.facts() == read_facts(data)
    assert 0.2 in [one.content.value for one in shelf.facts() if one.owner.zone == "临水高新区"]


def test_without_sources(tmp_path: Path):
    assert Shelf(tmp_path, tmp_path / "c.sqlite").sources() == ()


@pytest.mark.parametrize("text", ["zone: [", "zone: a\n", "[]", "\ud800", "zone: a\nfacts: [{id: 2023-01-01}]\n"])
def test_a_damaged_file_is_told_each_time(data: Path, text: str):
    path = data / "zones" / "临水高新区.yml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for _ in range(2):
        with pytest.raises(ProblemError) as raised:
            Shelf(data, data / "c.sqlite").facts()
        assert (raised.value.problem.code, raised.value.problem.file) == ("STORE-UNREADABLE", path.as_posix())


def test_a_text_is_read_where_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_text("文", encoding="utf-8")
    known = (Source(article("a.txt", title="题")), Source(article("gone.txt")))
    texts = Texts(known, tmp_path)
    assert list(texts) == ["a.txt", "gone.txt"]
    assert texts["a.txt"].text == "文"
    assert texts["gone.txt"] == known[1].article
    with pytest.raises(KeyError):
        texts["other.txt"]
