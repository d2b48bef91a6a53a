import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main
from generator.engines import local
from generator.engines.local import Local, batches
from generator.problems import ProblemError
from tests.engines.pieces import Deadly, Piece, double, fail, late, process


def test_little_work_is_done_here():
    pieces = [Piece(number, size=1000) for number in range(20)]
    assert set(Local(2).map(process, pieces)) == {os.getpid()}


def test_much_work_is_shared():
    made = list(Local(2).map(process, [Piece(number) for number in range(12)]))
    assert made[0] == os.getpid()
    assert os.getpid() not in made[1:]


def test_one_process_is_this_one():
    assert set(Local(1).map(process, [Piece(number) for number in range(4)])) == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_pieces(jobs: int):
    pieces = [Piece(number) for number in range(15)]
    assert list(Local(jobs).map(double, pieces)) == [2 * number for number in range(15)]
    assert list(Local(jobs).map(late, pieces)) == list(range(15))


def test_nothing_to_do():
    assert list(Local(2).map(double, [])) == []


def test_what_the_work_raises_is_raised_here():
    with pytest.raises(ValueError, match="five"):
        list(Local(2).map(fail, [Piece(number) for number in range(12)]))


def test_a_process_that_is_ended_from_outside(tmp_path: Path):
    with pytest.raises(ProblemError) as raised:
        list(Local(2).map(Deadly(tmp_path, 4), [Piece(number) for number in range(12)]))
    assert raised.value.problem.text() == (
        "--jobs: WORKER-LOST: a process that read articles was ended by the system, perhaps for want of memory. "
        "Fix: run it again, with --jobs 1 where it happens again"
    )


def test_who_does_not_want_all_results_leaves_no_process_behind():
    made = Local(2).map(process, [Piece(number) for number in range(40)])
    assert next(made) == os.getpid()
    worker = next(made)
    made.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


@pytest.mark.parametrize("jobs", ["0", "-1", "two", ""])
def test_a_number_of_processes_that_is_none(jobs: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(["extract", f"--jobs={jobs}", "x.txt"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith(
        f"error: argument --jobs: {jobs} is no number of processes; write 1 or more\n"
    )


def test_batches_are_of_a_size_worth_handing_over():
    small = [Piece(number, size=100) for number in range(70)]
    assert [len(batch) for batch in batches(small)] == [32, 32, 6]
    mixed = [Piece(1, local.BATCH), Piece(2, 1), Piece(3, local.BATCH), Piece(4, 1)]
    assert [[piece.number for piece in batch] for batch in batches(mixed)] == [[1], [2, 3], [4]]


SCRIPT = """
import os, sys, time
from generator.engines.local import Local
from tests.engines.pieces import Piece, process
for number, worker in enumerate(Local(2).map(process, [Piece(number) for number in range(10_000_000)])):
    print(worker, flush=True)
    if number > 4:
        time.sleep(60)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_processes_end_with_the_one_that_started_them(how: signal.Signals):
    root = Path(__file__).parents[2]
    run = subprocess.Popen(
        [sys.executable, "-c", SCRIPT.replace("10_000_000", "40")],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    workers = {int(run.stdout.readline()) for _ in range(6)} - {run.pid}
    run.send_signal(how)
    run.wait()
    assert workers
    for _ in range(200):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            break
        time.sleep(0.05)
    assert [worker for worker in workers if Path(f"/proc/{worker}").exists()] == []
