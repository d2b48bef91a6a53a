import os
from pathlib import Path

import pytest

from generator import ledger
from generator.ledger import MISSING, Ledger


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "ledger.json"


def settle(place: Path, root: Path, note: object = "noted") -> None:
    book = Ledger(place, root)
    book.settle("read", book.state("v1", files=[root / "in.txt"]), [root / "out.txt"], note)
    book.save()


def done(place: Path, root: Path, version: str = "v1") -> object:
    book = Ledger(place, root)
    found = book.done("read", book.state(version, files=[root / "in.txt"]), sorted(root.glob("out*.txt")))
    book.save()
    return found


@pytest.fixture
def root(tmp_path: Path, place: Path) -> Path:
    (tmp_path / "in.txt").write_text("in", encoding="utf-8")
    (tmp_path / "out.txt").write_text("out", encoding="utf-8")
    settle(place, tmp_path)
    return tmp_path


def test_nothing_has_changed(place: Path, root: Path):
    assert done(place, root) == "noted"


def test_another_version(place: Path, root: Path):
    assert done(place, root, "v2") is None


@pytest.mark.parametrize("name", ["in.txt", "out.txt"])
def test_a_file_was_written_anew(place: Path, root: Path, name: str):
    (root / name).write_text("other", encoding="utf-8")
    assert done(place, root) is None


def test_a_file_that_was_not_left_there(place: Path, root: Path):
    (root / "out2.txt").write_text("out", encoding="utf-8")
    assert done(place, root) is None


@pytest.mark.parametrize("name", ["in.txt", "out.txt"])
def test_a_file_is_gone(place: Path, root: Path, name: str):
    (root / name).unlink()
    assert done(place, root) is None


def test_a_file_of_the_same_size_written_in_the_same_moment(place: Path, root: Path):
    before = (root / "in.txt").stat()
    (root / "in.txt").write_text("un", encoding="utf-8")
    os.utime(root / "in.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert done(place, root) is None


def test_the_same_contents_written_again_change_nothing(place: Path, root: Path):
    (root / "in.txt").unlink()
    (root / "in.txt").write_text("in", encoding="utf-8")
    assert done(place, root) == "noted"


def test_contents_are_read_once_where_a_file_was_left_alone(place: Path, root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ledger, "SETTLED", -(10**12))
    done(place, root)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    assert done(place, root) == "noted"


def test_a_clock_that_was_set_back_makes_it_read_again(place: Path, root: Path):
    for name in ("in.txt", "out.txt"):
        os.utime(root / name, (4_000_000_000, 4_000_000_000))
    assert done(place, root) == "noted"
    (root / "in.txt").write_text("un", encoding="utf-8")
    os.utime(root / "in.txt", (4_000_000_000, 4_000_000_000))
    assert done(place, root) is None


def test_a_damaged_ledger_knows_nothing(place: Path, root: Path):
    whole = place.read_bytes()
    for at in range(0, len(whole), 7):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert done(place, root) is None
    place.write_bytes(whole[:50])
    assert done(place, root) is None


def test_a_ledger_that_cannot_be_kept(root: Path):
    settle(root / "in.txt" / "ledger.json", root)
    assert done(root / "in.txt" / "ledger.json", root) is None


def test_a_file_that_is_missing_has_a_state_too(place: Path, root: Path):
    book = Ledger(place, root)
    assert book.digest(root / "none") == MISSING
    assert book.state(files=[root / "none"]) != book.state(files=[])
    both = [root / "in.txt", root / "out.txt"]
    assert book.state(files=both) == book.state(files=both[::-1])
