from pathlib import Path

import pytest

from generator import atomic


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path):
    atomic.write(tmp_path / "a" / "b.txt", "文\r\n")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "文\r\n".encode()


def test_an_error_while_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path):
    place = tmp_path / "a.txt"
    place.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError), atomic.writer(place) as stream:
        stream.writelines(["new", "\udc80"])
    assert place.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_same_text_is_not_written_again(tmp_path: Path):
    place = tmp_path / "a.txt"
    assert atomic.write_changed(place, "one")
    before = place.stat().st_ino
    assert not atomic.write_changed(place, "one")
    assert place.stat().st_ino == before
    assert atomic.write_changed(place, "two")
    assert place.read_text(encoding="utf-8") == "two"


def test_rights_of_the_file_stay(tmp_path: Path):
    place = tmp_path / "a.txt"
    place.write_text("old", encoding="utf-8")
    place.chmod(0o640)
    atomic.write(place, "new")
    assert place.stat().st_mode & 0o777 == 0o640


def test_a_new_file_is_not_secret(tmp_path: Path):
    atomic.write(tmp_path / "a.txt", "new")
    (tmp_path / "b.txt").write_text("new", encoding="utf-8")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


def test_a_name_of_255_bytes_can_be_written(tmp_path: Path):
    place = tmp_path / ("a" * 255)
    atomic.write(place, "text")
    assert place.read_text(encoding="utf-8") == "text"


def test_what_a_killed_run_left_is_known_and_swept(tmp_path: Path):
    (tmp_path / "zones").mkdir()
    for folder in (tmp_path, tmp_path / "zones"):
        (folder / f"{atomic.MARK}x1.tmp").write_text("half", encoding="utf-8")
        (folder / "mine.tmp").write_text("whole", encoding="utf-8")
    left = [tmp_path / f"{atomic.MARK}x1.tmp", tmp_path / "zones" / f"{atomic.MARK}x1.tmp"]
    assert atomic.leftovers(tmp_path) == left
    atomic.sweep(tmp_path)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == [
        tmp_path / "mine.tmp",
        tmp_path / "zones" / "mine.tmp",
    ]
    atomic.sweep(tmp_path / "no such folder")


def test_what_cannot_be_written_is_named_as_people_know_it(tmp_path: Path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(IsADirectoryError) as raised:
        atomic.write(tmp_path / "a.txt", "new")
    assert raised.value.filename == str(tmp_path / "a.txt")
    assert atomic.leftovers(tmp_path) == []
