import os
import sqlite3
from pathlib import Path

import pytest

from generator import cache
from generator.cache import Cache


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "kept.sqlite"


def keep(place: Path, **values: object) -> None:
    with Cache(place) as kept:
        for key, value in values.items():
            kept.put(key, value)


def test_what_was_kept_is_there_the_next_time(place: Path):
    value = {"zones": [["临水高新区", "- id: m-1\n"]], "facts": 3, "none": None}
    keep(place, a=value)
    with Cache(place) as kept:
        assert kept.get("a") == value
        assert kept.get("b") is None


def test_a_value_takes_the_place_of_the_one_before(place: Path):
    keep(place, a=1)
    keep(place, a=2)
    with Cache(place) as kept:
        assert kept.get("a") == 2


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_cache_is_made_anew(place: Path, damage: bytes):
    place.parent.mkdir()
    place.write_bytes(damage)
    keep(place, a=1)
    with Cache(place) as kept:
        assert kept.get("a") == 1


def test_no_damaged_byte_gives_another_value(place: Path):
    values = {f"key{number}": ["临水高新区" * 40, number] for number in range(40)}
    keep(place, **values)
    whole = place.read_bytes()
    for at in range(0, len(whole), 97):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        with Cache(place) as kept:
            assert all(kept.get(key) in (None, value) for key, value in values.items())
            kept.put("new", 1)
        place.unlink(missing_ok=True)


@pytest.mark.parametrize("size", [100, 4096, 9000])
def test_a_file_that_was_cut_short(place: Path, size: int):
    values = {f"key{number}": "临水高新区" * 100 for number in range(100)}
    keep(place, **values)
    place.write_bytes(place.read_bytes()[:size])
    with Cache(place) as kept:
        assert all(kept.get(key) in (None, value) for key, value in values.items())
    keep(place, a=1)
    with Cache(place) as kept:
        assert kept.get("a") == 1


def test_a_value_under_another_key_is_not_believed(place: Path):
    keep(place, a=1)
    with sqlite3.connect(place) as base:
        base.execute("update entry set key = 'b'")
    with Cache(place) as kept:
        assert kept.get("b") is None


def test_a_file_of_another_form_is_made_anew(place: Path):
    keep(place, a=1)
    with sqlite3.connect(place) as base:
        base.execute("pragma user_version = 999")
    keep(place, b=2)
    with Cache(place) as kept:
        assert (kept.get("a"), kept.get("b")) == (None, 2)


def test_without_a_place_to_write_nothing_is_kept_and_nothing_fails(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with Cache(tmp_path / "file" / "kept.sqlite") as kept:
        kept.put("a", 1)
        assert kept.get("a") is None


def test_a_file_that_another_program_holds_is_left_alone(place: Path, monkeypatch: pytest.MonkeyPatch):
    keep(place, a=1)
    connect = sqlite3.connect
    monkeypatch.setattr(cache.sqlite3, "connect", lambda path, **more: connect(path, timeout=0, **more))
    other = connect(place, isolation_level=None)
    other.execute("begin exclusive")
    with Cache(place) as kept:
        assert kept.get("a") is None
    other.execute("rollback")
    other.close()
    with Cache(place) as kept:
        assert kept.get("a") == 1


def test_what_nobody_asks_for_any_more_is_dropped(place: Path):
    keep(place, old=1, used=2)
    for number in range(cache.RUNS):
        with Cache(place) as kept:
            assert kept.get("used") == 2
            kept.put(f"new{number}", 3)
    with Cache(place) as kept:
        assert (kept.get("old"), kept.get("used")) == (None, 2)


def test_nothing_is_written_where_nothing_is_asked_for(place: Path):
    keep(place, a=1)
    before = place.stat().st_mtime_ns
    with Cache(place):
        pass
    assert place.stat().st_mtime_ns == before
    assert os.listdir(place.parent) == [place.name]  # noqa: PTH208


def test_what_is_not_sound_at_the_end_is_not_kept(place: Path):
    with Cache(place, sound=lambda: False) as kept:
        kept.put("a", 1)
    with Cache(place) as kept:
        assert kept.get("a") is None
