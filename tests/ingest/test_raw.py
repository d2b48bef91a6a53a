from pathlib import Path

import fsspec
import pytest

from generator.ingest import raw
from generator.ingest.raw import Raw, find_remote, read_raw
from generator.problems import ProblemError


def told(address: Path | str) -> str:
    with pytest.raises(ProblemError) as raised:
        read_raw(str(address), "a.txt")
    return raised.value.problem.text()


def test_an_article_with_what_is_beside_it(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"text\r\n")
    assert read_raw(str(tmp_path / "a.txt"), "seeds/a.txt") == Raw(
        "a.txt", "seeds/a.txt", b"text\r\n", None, "seeds/a.yml"
    )
    (tmp_path / "a.yml").write_bytes(b"date: 2024\n")
    assert read_raw(str(tmp_path / "a.txt"), "seeds/a.txt").beside == b"date: 2024\n"


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_bytes(b"text")
    moments = iter(range(100))
    monkeypatch.setattr(raw, "_stamp", lambda handle: (next(moments), 0))
    assert told(tmp_path / "a.txt") == (
        "a.txt: FILE-CHANGING: the file was written to each time that it was read. "
        "Fix: run it again when nobody writes to the file"
    )


def test_a_file_that_changed_once_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_bytes(b"text")
    moments = iter([1, 2, 3, 3])
    monkeypatch.setattr(raw, "_stamp", lambda handle: (next(moments), 0))
    assert read_raw(str(tmp_path / "a.txt")).data == b"text"


def test_metadata_that_are_gone_once_they_were_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.txt").write_bytes(b"text")
    monkeypatch.setattr(Path, "is_file", lambda path: True)
    with pytest.raises(ProblemError) as raised:
        read_raw(str(tmp_path / "a.txt"), "a.txt")
    assert raised.value.problem.text() == "a.yml: FILE-MISSING: no such file. Fix: check the path"


def test_articles_at_an_address_in_order():
    files = fsspec.filesystem("memory")
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "a.yml", "e.md"):
        files.pipe_file(f"/found/{name}", b"text")
    assert list(find_remote("memory://found")) == [
        ("memory:///found/a.txt", 4),
        ("memory:///found/b.txt", 4),
        ("memory:///found/sub/c.txt", 4),
    ]
    assert list(find_remote("memory://found/e.md")) == [("memory://found/e.md", 4)]


def test_an_article_at_an_address_with_what_is_beside_it():
    files = fsspec.filesystem("memory")
    files.pipe_file("/read/a.txt", b"text")
    assert read_raw("memory://read/a.txt") == Raw("a.txt", "memory://read/a.txt", b"text", None, "memory://read/a.yml")
    files.pipe_file("/read/a.yml", b"date: 2024\n")
    assert read_raw("memory://read/a.txt").beside == b"date: 2024\n"


def test_an_address_of_a_kind_that_nobody_knows():
    assert told("nonsense://x/a.txt") == (
        "a.txt: FILE-UNREADABLE: cannot be read: Protocol not known: nonsense. Fix: check the address, the rights, and "
        "that fsspec's package for this kind of address is installed"
    )
