"""A real cluster: a scheduler and several worker processes on this machine."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from distributed import Client, LocalCluster

from generator import fingerprint
from generator.cli import main
from generator.engines import dask
from generator.engines.dask import Dask
from generator.problems import ProblemError
from tests.commands.project_folder import TEXT, ZONE, files, project, run
from tests.engines.pieces import Deadly, Piece, double, fail, process

OTHER = TEXT.replace(ZONE, "滨江经开区").replace("临水芯光", "滨江星火")


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=":0") as made:
        yield made


@pytest.fixture
def engine(cluster: LocalCluster) -> Dask:
    return Dask(cluster.scheduler_address)


def test_results_come_in_the_order_of_the_pieces(engine: Dask):
    assert list(engine.map(double, [Piece(number) for number in range(40)])) == [2 * number for number in range(40)]


def test_several_processes_work(engine: Dask):
    assert len(set(engine.map(process, [Piece(number) for number in range(40)]))) > 1


def test_nothing_to_do(engine: Dask):
    assert list(engine.map(double, [])) == []


def test_what_the_work_raises_is_raised_here(engine: Dask):
    with pytest.raises(ValueError, match="five"):
        list(engine.map(fail, [Piece(number) for number in range(12)]))


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(engine: Dask, tmp_path: Path):
    made = list(engine.map(Deadly(tmp_path, 7), [Piece(number) for number in range(40)]))
    assert (tmp_path / "killed").exists()
    assert made == [2 * number for number in range(40)]


def test_a_build_on_the_cluster_writes_the_same_bytes(cluster: LocalCluster, tmp_path: Path):
    articles = {"a": TEXT, "b": OTHER, "c": TEXT * 3, "empty": ""}
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    local = run(project(tmp_path / "1", **articles), "build", "--jobs", "1")
    there = run(
        project(tmp_path / "2", **articles), "build", "--engine", "dask", "--scheduler", cluster.scheduler_address
    )
    assert local == there == 1
    assert files(tmp_path / "1" / "docs") == files(tmp_path / "2" / "docs")


def test_a_build_while_a_worker_is_killed_writes_the_same_bytes(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    articles = {f"a{number}": TEXT.replace("512.6", str(number)) for number in range(30)}
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    run(project(tmp_path / "1", **articles), "build", "--jobs", "1")
    monkeypatch.setattr(dask, "batches", lambda pieces: ([piece] for piece in pieces))
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        client.wait_for_workers(3)
        victim = next(iter(client.run(os.getpid, on_error="ignore").values()))
    handed_over = 0
    submit = Client.submit

    def killing(client: Client, *given: object, **more: object) -> object:
        nonlocal handed_over
        handed_over += 1
        if handed_over == 12:
            os.kill(victim, signal.SIGKILL)
        return submit(client, *given, **more)

    monkeypatch.setattr(Client, "submit", killing)
    run(project(tmp_path / "2", **articles), "build", "--engine", "dask", "--scheduler", cluster.scheduler_address)
    assert handed_over == 30
    assert files(tmp_path / "1" / "docs") == files(tmp_path / "2" / "docs")


def test_articles_are_read_from_any_address(cluster: LocalCluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    (folder / "b.yml").write_text("date: 2019\n", encoding="utf-8")
    (folder / "a.txt").write_bytes(TEXT.encode("gb18030"))
    assert run_extract(str(folder)) == 0
    expected = capsys.readouterr().out
    assert run_extract(folder.as_uri(), "--engine", "dask", "--scheduler", cluster.scheduler_address) == 0
    assert capsys.readouterr().out == expected
    memory = fsspec.filesystem("memory")
    for path in folder.iterdir():
        memory.pipe_file(f"/in/{path.name}", path.read_bytes())
    assert run_extract("memory://in") == 0
    assert capsys.readouterr().out == expected
    assert run_extract("memory://in/a.txt", "memory://in/b.txt") == 0
    assert capsys.readouterr().out == expected


def run_extract(*arguments: str) -> int:
    return main(["extract", *arguments])


def problem(work: object, *given: object) -> str:
    with pytest.raises(ProblemError) as raised:
        list(work(*given))
    return raised.value.problem.text()


def test_an_address_where_nothing_is(capsys: pytest.CaptureFixture[str]):
    assert run_extract("memory://nowhere/x.txt") == 1
    line = capsys.readouterr().err.splitlines()[0]
    assert line.startswith("memory://nowhere/x.txt: FILE-UNREADABLE: cannot be read: ")
    assert line.endswith(
        ". Fix: check the address, the rights, and that fsspec's package for this kind of address is installed"
    )


def test_no_scheduler_answers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dask, "PATIENCE", 1)
    assert problem(Dask("tcp://127.0.0.1:9").map, double, [Piece(1)]) == (
        "tcp://127.0.0.1:9: NO-SCHEDULER: no Dask scheduler answers at this address (OSError). "
        "Fix: start one with `dask scheduler` and give the address that it prints"
    )


def test_a_cluster_without_workers(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dask, "PATIENCE", 1)
    with LocalCluster(n_workers=0, dashboard_address=":0") as empty:
        address = empty.scheduler_address
        assert problem(Dask(address).map, double, [Piece(1)]) == (
            f"{address}: NO-WORKERS: the scheduler had no worker for 1 seconds. "
            f"Fix: start some with `dask worker {address} --nthreads 1`"
        )


def test_workers_with_another_generator(cluster: LocalCluster, engine: Dask, monkeypatch: pytest.MonkeyPatch):
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        client.wait_for_workers(3)
    monkeypatch.setattr(fingerprint, "_hash", lambda parts: "mine")
    told = problem(engine.map, double, [Piece(1)])
    assert told.startswith(
        f"{engine.scheduler}: FOREIGN-WORKER: the workers would read otherwise than this machine; "
        "found another state of code, rules or packages on tcp://127.0.0.1:"
    )
    assert told.endswith(
        " (3 of 3 workers); expected the same generator with the same rules and packages everywhere. "
        "Fix: install this state of the project on every worker and start them in its folder"
    )


def test_without_dask(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert problem(Dask("tcp://127.0.0.1:9").map, double, [Piece(1)]) == (
        "--engine: NOT-INSTALLED: Dask is not installed. "
        "Fix: run pip install -r requirements-dask.txt, or leave --engine out"
    )


def test_without_fsspec(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    assert run_extract("s3://bucket/in") == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "s3://bucket/in: NOT-INSTALLED: addresses are opened by fsspec, which is not installed. "
        "Fix: run pip install -r requirements-dask.txt, or give a path"
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--scheduler", "tcp://h:1"),
            "--scheduler: USAGE: a scheduler is used by --engine dask only. Fix: add --engine dask",
        ),
        (
            ("--engine", "dask"),
            "--engine: USAGE: dask needs to know its scheduler. Fix: add --scheduler tcp://HOST:PORT",
        ),
        (
            ("--engine", "dask", "--scheduler", "tcp://h:1", "--jobs", "2"),
            "--jobs: USAGE: the cluster decides how many processes work. Fix: leave it out",
        ),
    ],
)
def test_options_that_do_not_go_together(options: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]):
    assert run_extract(*options, "x.txt") == 2
    assert capsys.readouterr().err == f"{told}\n"
