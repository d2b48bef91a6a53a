"""Which Chromium the tests take."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import chromium


def executable(path: Path) -> str:
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_first_of_the_known_names_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    executable(tmp_path / "google-chrome")
    browser = executable(tmp_path / "chromium-browser")
    assert chromium.find() == browser


def test_the_one_that_is_named_goes_before_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", executable(tmp_path / "mine"))
    assert chromium.find() == str(tmp_path / "mine")


def test_without_one_a_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "gone"))
    assert chromium.main(["--install"]) == 1
    assert capsys.readouterr().err == (
        "No Chromium was found for the browser tests. Install one (Debian: apt-get install chromium fonts-noto-cjk), "
        "or say where it is: CHROMIUM=/path/to/chromium make test\n"
    )


def test_root_installs_debians(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(chromium, "NAMES", ("chromium-of-a-test",))
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    tool = tmp_path / "apt-get"
    calls, installed = tmp_path / "calls", tmp_path / "chromium-of-a-test"
    script = f'echo "$@" >> "{calls}"\n[ "$1" = update ] || {{ echo > "{installed}"; chmod +x "{installed}"; }}\n'
    tool.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    tool.chmod(0o755)
    assert chromium.main(["--install"]) == 0
    assert calls.read_text(encoding="utf-8").splitlines() == [
        "update --quiet",
        "install --yes --quiet --no-install-recommends chromium fonts-noto-cjk",
    ]
