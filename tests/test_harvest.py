from collections.abc import Callable
from pathlib import Path

import pytest

from generator import harvest
from generator.cache import Cache
from generator.engines.local import Local
from generator.harvest import Job, Part, parts, read_part
from tests.commands.project_folder import TEXT, ZONE

OTHER = TEXT.replace(ZONE, "滨江经开区").replace("临水芯光", "滨江星火")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, text in enumerate((TEXT, OTHER, "", TEXT + OTHER)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "1.yml").write_text("publisher: 滨江日报\n", encoding="utf-8")
    return tmp_path


def jobs(folder: Path) -> list[Job]:
    return [Job(str(path), path.name, path.stat().st_size) for path in sorted(folder.glob("*.txt"))]


def told(folder: Path, place: Path | None = None) -> list[Part]:
    with Cache(place or folder / "none" / "c.sqlite") as kept:
        return list(parts(jobs(folder), Local(1), kept))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that were read."""
    names: list[str] = []

    def noting(job: Job, work: Callable[[Job], tuple[str, Part]] = read_part) -> tuple[str, Part]:
        names.append(job.name)
        return work(job)

    monkeypatch.setattr(harvest, "read_part", noting)
    return names


def test_a_part_holds_what_the_store_keeps(folder: Path):
    first, second, empty, both = told(folder)
    assert [zone for zone, _ in first.zones] == [ZONE]
    assert first.facts == first.zones[0][1].count("- id: ")
    assert "publisher: 滨江日报\n" in second.source
    assert (empty.read, [problem.code for problem in empty.problems]) == (False, ["FILE-EMPTY"])
    assert [zone for zone, _ in both.zones] == sorted([ZONE, "滨江经开区"])


def test_with_a_cache_and_without_and_with_a_damaged_one(folder: Path):
    place = folder / "cache" / "c.sqlite"
    plain = told(folder)
    assert told(folder, place) == plain
    assert told(folder, place) == plain
    whole = place.read_bytes()
    for at in range(0, len(whole), 1009):
        place.write_bytes(whole[:at] + b"\x99" * 64 + whole[at + 64 :])
        assert told(folder, place) == plain


def test_what_was_read_is_not_read_again(folder: Path, read: list[str]):
    place = folder / "cache" / "c.sqlite"
    told(folder, place)
    assert read == ["0.txt", "1.txt", "2.txt", "3.txt"]
    read.clear()
    told(folder, place)
    assert read == []


@pytest.mark.parametrize("name", ["1.txt", "1.yml"])
def test_only_what_has_changed_is_read_again(folder: Path, read: list[str], name: str):
    place = folder / "cache" / "c.sqlite"
    told(folder, place)
    read.clear()
    (folder / name).write_text(TEXT if name.endswith("txt") else "publisher: 临水日报\n", encoding="utf-8")
    changed = told(folder, place)
    assert read == ["1.txt"]
    assert changed == told(folder)


def test_metadata_that_are_gone_count_no_more(folder: Path):
    place = folder / "cache" / "c.sqlite"
    told(folder, place)
    (folder / "1.yml").unlink()
    assert told(folder, place) == told(folder)


def test_other_rules_read_all_anew(folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch):
    place = folder / "cache" / "c.sqlite"
    told(folder, place)
    read.clear()
    monkeypatch.setattr(harvest, "version", lambda: "another")
    told(folder, place)
    assert read == ["0.txt", "1.txt", "2.txt", "3.txt"]


def test_the_same_text_under_another_name_is_another_article(folder: Path):
    place = folder / "cache" / "c.sqlite"
    told(folder, place)
    (folder / "0.txt").rename(folder / "9.txt")
    assert [part.doc for part in told(folder, place)] == ["1.txt", "2.txt", "3.txt", "9.txt"]
    assert told(folder, place) == told(folder)


def test_one_process_and_two_give_the_same(folder: Path):
    many = [job for job in jobs(folder) for _ in range(3)]
    heavy = [Job(job.address, job.name, 100_000) for job in many]
    with Cache(folder / "none" / "c.sqlite") as kept:
        assert list(parts(heavy, Local(2), kept)) == list(parts(heavy, Local(1), kept))


def test_an_article_that_is_gone_by_now_is_told_and_not_kept(folder: Path):
    gone = Job(str(folder / "7.txt"), "7.txt")
    key, part = read_part(gone)
    assert (key, part.read, part.certain) == ("", False, False)
    assert part.problems[0].text() == "7.txt: FILE-MISSING: no such file. Fix: check the path"
