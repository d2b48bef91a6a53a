import subprocess
import sys
from pathlib import Path

from generator import fingerprint

IMPORTS = (
    "import sys, generator.articles, generator.store, generator.harvest; "
    "print(*sorted(name for name in sys.modules if name.startswith('generator.')))"
)


def test_nothing_that_reads_an_article_lies_in_what_comes_later():
    found = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, encoding="utf-8", check=True)
    later = {name for name in found.stdout.split() if name.split(".")[1] in fingerprint.LATER}
    assert {name for name in later if not name.startswith("generator.engines")} == set()


def test_what_comes_later_exists():
    assert [name for name in fingerprint.LATER if not (fingerprint.PACKAGE / name).is_dir()] == []


def test_rules_and_code_count_and_nothing_else(tmp_path: Path):
    (tmp_path / "rules").mkdir()
    rule = tmp_path / "rules" / "a.yml"
    rule.write_text("a: 1\n", encoding="utf-8")

    def state() -> list[bytes]:
        return list(fingerprint.code([tmp_path]))

    before = state()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.py").write_text("", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    assert state() == before
    rule.write_text("a: 2\n", encoding="utf-8")
    assert state() != before


def test_a_file_that_moves_its_text_to_another_counts(tmp_path: Path):
    (tmp_path / "a.py").write_text("x", encoding="utf-8")
    (tmp_path / "b.py").write_text("", encoding="utf-8")
    before = fingerprint._hash(fingerprint.code([tmp_path]))
    (tmp_path / "a.py").write_text("", encoding="utf-8")
    (tmp_path / "b.py").write_text("x", encoding="utf-8")
    assert fingerprint._hash(fingerprint.code([tmp_path])) != before


def test_what_is_installed_counts():
    assert any(b"mkdocs-1." in part for part in fingerprint.installed())
