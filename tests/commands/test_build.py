import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.commands import render, storing
from generator.engines import local
from generator.store import read_facts, read_sources
from generator.tree import read_manifest
from tests.commands.project_folder import TEXT, ZONE, files, project, run

OTHER = TEXT.replace(ZONE, "滨江经开区").replace("临水芯光", "滨江星火")


def test_facts_sources_schema_and_pages_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = project(tmp_path)
    assert run(folder, "build") == 0
    facts = read_facts(folder / "docs" / "data")
    assert {fact.owner.zone for fact in facts} == {ZONE}
    (source,) = read_sources(folder / "docs" / "data")
    assert (source.article.doc, source.article.date, source.facts) == ("a.txt", "2024-03-12", len(facts))
    assert (folder / "docs" / "index.md").is_file()
    assert (folder / "docs" / "assets" / "schema" / "override.json").is_file()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"1 of 1 articles read, {len(facts)} facts; 2 files written, 0 removed"
    assert lines[-1].endswith(" written, 0 removed")


def test_a_second_build_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = project(tmp_path)
    run(folder, "build")
    before = {path: path.stat().st_mtime_ns for path in (folder / "docs").rglob("*")}
    capsys.readouterr()
    assert run(folder, "build") == 0
    assert {path: path.stat().st_mtime_ns for path in (folder / "docs").rglob("*")} == before
    assert "0 files written, 0 removed" in capsys.readouterr().err


@pytest.fixture
def steps_done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps that were not spared."""
    done: list[str] = []

    def noting(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object) -> object:
            done.append(name)
            return work(*given)

        return call

    monkeypatch.setattr(storing, "extract", noting("extract", storing.extract))
    monkeypatch.setattr(render, "rendered", noting("render", render.rendered))
    return done


def test_nothing_is_done_again_where_nothing_has_changed(
    tmp_path: Path, steps_done: list[str], capsys: pytest.CaptureFixture[str]
):
    folder = project(tmp_path, a=TEXT, empty="")
    status = run(folder, "build")
    told = capsys.readouterr().err.splitlines()
    assert steps_done == ["extract", "render"]
    assert run(folder, "build") == status == 1
    assert steps_done == ["extract", "render"]
    again = capsys.readouterr().err.splitlines()
    assert again[0] == told[0]
    assert again[1] == told[1].replace("2 files written", "0 files written")
    assert again[2].endswith(": 0 written, 0 removed")


@pytest.mark.parametrize(
    ("name", "text", "steps"),
    [
        ("seeds/articles/a.txt", OTHER, ["extract", "render"]),
        ("seeds/articles/a.yml", "publisher: 临水日报\n", ["extract", "render"]),
        ("seeds/articles/b.txt", OTHER, ["extract", "render"]),
        ("seeds/overrides/a.yml", f"zone: {ZONE}\nnote: 说明\n", ["render"]),
        ("mkdocs.yml", "site_name: 园鉴\nsite_url: https://example.org/\n", ["render"]),
        ("docs/data/scores.json", "{}", ["render"]),
        ("docs/index.md", "changed\n", ["render"]),
        (f"docs/data/zones/{ZONE}.yml", "zone: x\nfacts: []\n", ["extract"]),
        ("docs/data/zones/x.yml", "zone: x\nfacts: []\n", ["extract"]),
    ],
)
def test_what_a_change_touches_is_done_again(
    tmp_path: Path, steps_done: list[str], name: str, text: str, steps: list[str]
):
    folder, fresh = tmp_path / "1", tmp_path / "2"
    folder.mkdir()
    fresh.mkdir()
    run(project(folder), "build")
    project(fresh)
    for place in (folder, fresh) if name.startswith(("seeds", "mkdocs")) or "scores" in name else (folder,):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    steps_done.clear()
    run(folder, "build")
    assert steps_done == steps
    run(fresh, "build")
    assert files(folder / "docs") == files(fresh / "docs")


def test_a_variable_that_the_configuration_names(
    tmp_path: Path, steps_done: list[str], monkeypatch: pytest.MonkeyPatch
):
    folder = project(tmp_path)
    (folder / "mkdocs.yml").write_text("site_name: 园鉴\nsite_url: !ENV [SITE_URL, '']\n", encoding="utf-8")
    run(folder, "build")
    steps_done.clear()
    monkeypatch.setenv("UNHEARD_OF", "1")
    run(folder, "build")
    assert steps_done == []
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    run(folder, "build")
    assert steps_done == ["render"]


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe" * 100])
def test_caches_are_never_needed(tmp_path: Path, damage: bytes):
    folder = project(tmp_path, a=TEXT, b=OTHER)
    run(folder, "build")
    before = files(folder / "docs")
    for path in sorted((folder / ".cache").rglob("*.*")):
        path.write_bytes(damage)
    assert run(folder, "build") == 0
    assert files(folder / "docs") == before
    shutil.rmtree(folder / ".cache")
    assert run(folder, "build") == 0
    assert files(folder / "docs") == before


def test_several_processes_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(local, "LITTLE", 0)
    monkeypatch.setattr(local, "WARM", 0)
    for name, jobs in (("1", "1"), ("2", "2")):
        (tmp_path / name).mkdir()
        run(project(tmp_path / name, a=TEXT, b=OTHER, c=TEXT * 3, empty=""), "build", "--jobs", jobs)
    assert files(tmp_path / "1" / "docs") == files(tmp_path / "2" / "docs")


def test_the_same_articles_give_the_same_bytes_whatever_was_there_before(tmp_path: Path):
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    project(first, a=TEXT, b=OTHER)
    project(second, b=OTHER)
    run(first, "build")
    run(second, "build")
    (second / "seeds" / "articles" / "a.txt").write_text(TEXT, encoding="utf-8")
    run(second, "build")
    assert files(first / "docs") == files(second / "docs")


def test_what_an_article_that_is_gone_told_is_gone(tmp_path: Path):
    folder = project(tmp_path, a=TEXT, b=OTHER)
    run(folder, "build")
    pages = read_manifest(folder / "docs")
    (folder / "seeds" / "articles" / "b.txt").unlink()
    (folder / "docs" / "own.md").write_text("mine", encoding="utf-8")
    (folder / "docs" / "data" / "zones" / ".yuanjian-x.tmp").write_text("half", encoding="utf-8")
    assert run(folder, "build") == 0
    assert [path.name for path in (folder / "docs" / "data" / "zones").iterdir()] == [f"{ZONE}.yml"]
    assert any("binjiang" in page for page in pages)
    assert not any("binjiang" in name for name in files(folder / "docs"))
    assert (folder / "docs" / "own.md").read_text(encoding="utf-8") == "mine"


def test_an_article_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = project(tmp_path, a=TEXT, empty="")
    assert run(folder, "build") == 1
    assert read_facts(folder / "docs" / "data")
    assert "empty.txt" in capsys.readouterr().err


def test_an_article_can_be_left_out_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = project(tmp_path, a=TEXT, b=OTHER)
    (folder / "seeds" / "articles" / "b.yml").write_text("exclude: 与园区无关\n", encoding="utf-8")
    assert run(folder, "build") == 0
    assert [source.article.doc for source in read_sources(folder / "docs" / "data")] == ["a.txt"]
    assert capsys.readouterr().err.splitlines()[0] == "seeds/articles/b.txt: left out: 与园区无关"


def test_two_articles_of_one_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = project(tmp_path)
    (folder / "seeds" / "articles" / "more").mkdir()
    (folder / "seeds" / "articles" / "more" / "a.txt").write_text(OTHER, encoding="utf-8")
    assert run(folder, "build") == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "seeds/articles/more/a.txt: SAME-NAME: another article has the same file name, by which facts name their "
        "source; this one was left out. Fix: rename one of the files"
    )


def test_a_wrong_override_is_told_and_stops_the_build_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = project(tmp_path)
    (folder / "seeds" / "overrides").mkdir()
    (folder / "seeds" / "overrides" / f"{ZONE}.yml").write_text(f"zone: {ZONE}\noverrides: 5\n", encoding="utf-8")
    assert run(folder, "build") == 0
    assert (
        f"seeds/overrides/{ZONE}.yml:2:12: WRONG-TYPE: overrides is no list; found the number 5; expected a list. "
        "Fix: begin each entry with `- `"
    ) in capsys.readouterr().err
    assert run(folder, "build", "--strict") == 1


def test_a_project_without_articles(tmp_path: Path):
    folder = project(tmp_path)
    (folder / "seeds" / "articles" / "a.txt").unlink()
    assert run(folder, "build") == 0
    assert (folder / "docs" / "index.md").is_file()
    (folder / "seeds" / "articles").rmdir()
    assert run(folder, "build") == 0


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = project(tmp_path)
    (folder / "docs").write_text("", encoding="utf-8")
    assert run(folder, "build") == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"{folder}/docs/data/zones: FILE-UNWRITABLE: cannot be written: Not a directory. Fix: make room or give the "
        "right to write there, then run the command again; every file is whole, old or new"
    )


def test_outside_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(tmp_path, "build") == 2
    assert capsys.readouterr().err == (
        f"{tmp_path}: NO-PROJECT: no mkdocs.yml here or above. "
        "Fix: run the command inside the project or name its folder with --root\n"
    )
