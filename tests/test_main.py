import subprocess
import sys

import pytest

from generator.cli import COMMANDS, main


def test_every_command_says_what_it_is_for(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    for command in COMMANDS:
        assert f"\n    {command} " in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert "usage: python -m generator " in capsys.readouterr().out


def test_the_package_is_run_by_its_name():
    found = subprocess.run(
        [sys.executable, "-m", "generator", "nonsense"], capture_output=True, encoding="utf-8", check=False
    )
    assert found.returncode == 2
    assert found.stdout == ""
    assert "invalid choice: 'nonsense'" in found.stderr


def test_ctrl_c_while_it_is_still_loading():
    pressed = "import signal, sys; sys.meta_path.insert(0, type('Pressed', (), {'find_spec': press}))"
    program = f"""
def press(name, *rest):
    if name == "generator.cli":
        signal.raise_signal(signal.SIGINT)
{pressed}
from generator.__main__ import run
sys.exit(run())
"""
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert (found.returncode, found.stderr) == (130, "interrupted; no file was left half-written\n")
