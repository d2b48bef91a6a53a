from pathlib import Path

import pytest

from generator import tree


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_pages_are_written_with_a_list_of_them(tmp_path: Path):
    change = tree.update(tmp_path, {"zones/a.md": "一", "index.md": "二"}, "docs")
    assert change == tree.Change(("index.md", "zones/a.md"), (), ())
    assert (tmp_path / tree.MANIFEST).read_text(encoding="utf-8") == "index.md\nzones/a.md\n"
    assert (tmp_path / "zones/a.md").read_text(encoding="utf-8") == "一"


def test_only_what_changed_is_written(tmp_path: Path):
    tree.update(tmp_path, {"a.md": "一", "b.md": "二"}, "docs")
    stamp = (tmp_path / "a.md").stat().st_mtime_ns
    assert tree.update(tmp_path, {"a.md": "一", "b.md": "三"}, "docs").written == ("b.md",)
    assert (tmp_path / "a.md").stat().st_mtime_ns == stamp


def test_stale_pages_go_with_their_empty_folders(tmp_path: Path):
    tree.update(tmp_path, {"zones/a.md": "一", "b.md": "二"}, "docs")
    assert tree.update(tmp_path, {"b.md": "二"}, "docs").removed == ("zones/a.md",)
    assert files(tmp_path) == {"b.md", tree.MANIFEST}
    assert not (tmp_path / "zones").exists()


def test_what_a_person_wrote_is_neither_removed_nor_overwritten(tmp_path: Path):
    (tmp_path / "own.md").write_text("mine", encoding="utf-8")
    tree.update(tmp_path, {"zones/a.md": "一"}, "docs")
    (tmp_path / "zones" / "own.md").write_text("mine", encoding="utf-8")
    change = tree.update(tmp_path, {"own.md": "theirs"}, "docs")
    assert (tmp_path / "own.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "zones" / "own.md").read_text(encoding="utf-8") == "mine"
    assert [problem.text() for problem in change.problems] == [
        "docs/own.md: PAGE-IN-THE-WAY: the generator has a page of this name, and the file here was not written by it. "
        "Fix: give your file another name, or remove it"
    ]
    assert tree.read_manifest(tmp_path) == set()


def test_a_lost_list_is_made_anew_from_pages_that_are_the_same(tmp_path: Path):
    tree.update(tmp_path, {"a.md": "一"}, "docs")
    (tmp_path / tree.MANIFEST).unlink()
    assert tree.update(tmp_path, {"a.md": "一"}, "docs").problems == ()
    assert tree.read_manifest(tmp_path) == {"a.md"}


def test_a_page_removed_by_hand_comes_back(tmp_path: Path):
    tree.update(tmp_path, {"a.md": "一"}, "docs")
    (tmp_path / "a.md").unlink()
    assert tree.update(tmp_path, {"a.md": "一"}, "docs").written == ("a.md",)


@pytest.mark.parametrize("path", ["../out.md", "/etc/out.md", "a/../../out.md", "link/out.md", ""])
def test_nothing_is_written_or_removed_outside(tmp_path: Path, path: str):
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    docs.mkdir()
    outside.mkdir()
    (docs / "link").symlink_to(outside)
    (outside / "out.md").write_text("mine", encoding="utf-8")
    (tmp_path / "out.md").write_text("mine", encoding="utf-8")
    assert len(tree.update(docs, {path: "x"}, "docs").problems) == 1
    (docs / tree.MANIFEST).write_text(f"{path}\n", encoding="utf-8")
    tree.update(docs, {}, "docs")
    assert (outside / "out.md").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "mine"


def test_a_file_of_which_nothing_has_changed_is_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    tree.update(tmp_path, {"a.md": "one\n", "b/c.md": "two\n"}, "docs")
    monkeypatch.setattr(tree.atomic, "write_changed", lambda path, text: pytest.fail(f"{path} was compared"))
    monkeypatch.setattr(tree, "_write_manifest", lambda folder, paths: None)
    assert tree.update(tmp_path, [("a.md", tree.Same()), ("b/c.md", tree.Same())], "docs") == tree.Change()
    assert files(tmp_path) == {"a.md", "b/c.md", tree.MANIFEST}


def joined(*parts: str) -> tree.Joined:
    return tree.Joined(parts, "[", "[", ",", "]", "]", {"x.json": "[9]"}.__getitem__)


def test_a_file_is_joined_from_those_that_are_written(tmp_path: Path):
    made = [("all.json", joined("a.json", "b.json", "c.json")), ("a.json", tree.Fresh("[1]"))]
    made += [("b.json", tree.Fresh("[]")), ("c.json", tree.Fresh("[2,3]"))]
    assert tree.update(tmp_path, made, "docs").written == ("a.json", "all.json", "b.json", "c.json")
    assert (tmp_path / "all.json").read_text(encoding="utf-8") == "[1,2,3]"
    assert tree.update(tmp_path, made, "docs").written == ()


def test_a_part_that_is_a_persons_is_not_taken_for_ours(tmp_path: Path):
    (tmp_path / "x.json").write_text("[mine]", encoding="utf-8")
    tree.update(tmp_path, [("x.json", tree.Fresh("[9]")), ("all.json", joined("x.json"))], "docs")
    assert (tmp_path / "all.json").read_text(encoding="utf-8") == "[9]"
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == "[mine]"


def test_long_joined_files_may_be_left_as_they_are(tmp_path: Path):
    def update(text: str, longest: int | None) -> tuple[str, ...]:
        made = [("a.json", tree.Fresh(text)), ("all.json", joined("a.json"))]
        return tree.update(tmp_path, made, "docs", longest).written

    assert update("[1]", 2) == ("a.json", "all.json")
    assert update("[2]", 2) == ("a.json",)
    assert update("[2]", 3) == ("all.json",)
    assert update("[3]", None) == ("a.json", "all.json")


def test_files_are_listed_before_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write, listed = tree.atomic.write_changed, []

    def written(path: Path, text: str) -> bool:
        if path.name != tree.MANIFEST:
            listed.append(tree.read_manifest(tmp_path))
        return write(path, text)

    monkeypatch.setattr(tree, "BATCH", 1)
    monkeypatch.setattr(tree.atomic, "write_changed", written)
    tree.update(tmp_path, {"a.md": "one", "b.md": "two"}, "docs")
    assert listed == [{"a.md"}, {"a.md", "b.md"}]
