"""How fast sites are built and served, and how much of one a reader loads."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from tests.bench.table import Result, Row, Stage, environment, run
from tests.bench.timing import RUNS, in_turn, ratio, waited

AGAIN, LIVE, SHARE, SLOWER, EQUAL, SEARCH = 0.05, 2.0, 0.25, 4.4, 0.05, 400
FEW, MANY = 400, 1600
PATIENCE = 300
SHOWN = 6
RUNS_OF_MINUTES = 3
WITHOUT_SEARCH = "INHERIT: mkdocs.yml\nplugins: []\nhooks: []\n"


def build_again(stage: Stage) -> Result:
    """A build from nothing, and one with nothing changed."""
    folder = stage.project(FEW)

    works: list[Callable[[], object]] = [lambda: _from_nothing(folder), lambda: run(folder, "generator", "build")]
    firsts, seconds = in_turn(works, RUNS_OF_MINUTES, clock=waited, warm=False)
    share = 1 / ratio(firsts, seconds)
    detail = f"{statistics.median(seconds):.2f} s against {statistics.median(firsts):.1f} s, "
    detail += f"{stage.sized(FEW)} zones, median of {len(firsts)}"
    return Result(f"{share:.1%}", share <= AGAIN, detail)


def generators_part(stage: Stage) -> Result:
    """All pages rendered from stored facts, nothing of a time before kept, against MkDocs without any search."""
    folder = stage.project(FEW)
    (folder / "plain.yml").write_text(WITHOUT_SEARCH, encoding="utf-8")

    def generate() -> None:
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        _clear(folder)
        run(folder, "generator", "render")

    def plain() -> None:
        run(folder, "mkdocs", "build", "--config-file", "plain.yml", "--site-dir", str(stage.folder / "plain site"))

    generated, built = in_turn([generate, plain], RUNS_OF_MINUTES, clock=waited, warm=False)
    share = 1 / ratio(built, generated)
    whole = waited(lambda: _from_nothing(folder))
    detail = f"{statistics.median(generated):.1f} s against {statistics.median(built):.1f} s, "
    detail += f"{stage.sized(FEW)} zones, median of {len(built)}; with all articles read anew {whole:.0f} s"
    return Result(f"{share:.0%}", share <= SHARE, detail)


def _from_nothing(folder: Path) -> None:
    """Build a project of which nothing but its seeds is there."""
    for made in ("docs/data", ".cache"):
        shutil.rmtree(folder / made, ignore_errors=True)
    _clear(folder)
    run(folder, "generator", "build")


def _clear(folder: Path) -> None:
    """Remove the rendered pages."""
    manifest = folder / "docs" / ".generated"
    for name in manifest.read_text("utf-8").splitlines() if manifest.exists() else ():
        (folder / "docs" / name).unlink(missing_ok=True)
    manifest.unlink(missing_ok=True)


def growing(stage: Stage) -> Result:
    """`mkdocs build` of 1,600 profiles and of 400, and the HTML of a page."""
    small, large = stage.project(FEW), stage.project(MANY)
    works: list[Callable[[], object]] = [
        lambda: run(small, "mkdocs", "build"),
        lambda: run(large, "mkdocs", "build"),
    ]
    few, many = in_turn(works, RUNS_OF_MINUTES, clock=waited, warm=False)
    slower = ratio(many, few)
    sizes = [_page_size(folder / "site" / "zones") for folder in (small, large)]
    differing = sizes[1] / sizes[0] - 1
    detail = f"{statistics.median(many):.0f} s against {statistics.median(few):.0f} s, "
    detail += f"{sizes[1] / 1024:.1f} KB a profile against {sizes[0] / 1024:.1f} KB, median of {len(few)}"
    met = slower <= SLOWER and abs(differing) <= EQUAL
    return Result(f"{slower:.2f} times the time, {differing:+.1%} HTML", met, detail)


def _page_size(zones: Path) -> float:
    """Bytes of a profile, half of them being smaller."""
    return statistics.median(path.stat().st_size for path in zones.glob("*/index.html"))


def first_search(stage: Stage) -> Result:
    """What is loaded from the first key in the search box until something is found, on a page that is already there."""
    from playwright.sync_api import sync_playwright

    from tests.site import chromium

    site = stage.site(MANY)
    loaded: list[tuple[str, bytes]] = []
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.flags())
        page = browser.new_page()
        page.goto(address, wait_until="networkidle")
        page.context.on("response", lambda answer: loaded.append((answer.url, answer.body())))
        page.click(".md-search__input")
        page.keyboard.type("gaoxin", delay=30)
        page.keyboard.press("Control+A")
        page.keyboard.insert_text("生物医药")
        page.keyboard.press("Shift")
        page.wait_for_selector(".md-search-result__item", timeout=PATIENCE * 1000)
        page.wait_for_load_state("networkidle")
        browser.close()
    size = sum(len(body) for _, body in loaded) / 1024
    packed = sum(len(gzip.compress(body)) for _, body in loaded) / 1024
    names = ", ".join(sorted({address.rpartition("/")[2] for address, _ in loaded})[:SHOWN])
    detail = f"{len(loaded)} files ({names}), {packed:.0f} KB as servers pack them, {stage.sized(MANY)} profiles"
    return Result(f"{size:.0f} KB", 0 < size < SEARCH, detail)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with _port() as port:
        pass
    server = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(site)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait(lambda: bool(_get(address)), time.monotonic() + PATIENCE)
        yield address
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _port() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield int(free.getsockname()[1])


def live(stage: Stage) -> Result:
    """An override saved while `mkdocs serve` shows the zone's page: until the page says it."""
    folder = stage.project(FEW)
    zone, page, fact = _shown_figure(folder)
    with _port() as port:
        pass
    log = folder / "serve.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://127.0.0.1:{port}/{page}"
        _wait(lambda: "Serving on" in log.read_text("utf-8", "replace"), time.monotonic() + PATIENCE)
        _wait(lambda: bool(_get(address)), time.monotonic() + PATIENCE)
        times = [_saved(folder, zone, fact, 70_000.25 + number, address) for number in range(RUNS + 1)][1:]
    finally:
        server.terminate()
        server.wait()
        (folder / "seeds" / "overrides" / f"{zone}.yml").unlink(missing_ok=True)
    median = statistics.median(times)
    detail = f"{min(times):.1f} to {max(times):.1f} s, {stage.sized(FEW)} zones, median of {len(times)} after one more"
    return Result(f"{median:.1f} s", median <= LIVE, detail)


def _shown_figure(folder: Path) -> tuple[str, str, dict[str, object]]:
    """A zone, the address of its profile, and a figure that stands there."""
    for stored in sorted((folder / "docs" / "data" / "zones").glob("*.yml")):
        body = yaml.load(stored.read_text("utf-8"), yaml.CSafeLoader)
        for page in sorted((folder / "docs" / "zones").glob("*.md")):
            text = page.read_text("utf-8")
            if f"# {body['zone']} " not in text:
                continue
            for fact in body["facts"]:
                if fact["kind"] == "metric" and isinstance(fact["value"], float) and f'id="{fact["id"]}"' in text:
                    return body["zone"], f"zones/{page.stem}/", fact
    raise RuntimeError("no profile shows a figure")


def _saved(folder: Path, zone: str, fact: dict[str, object], value: float, address: str) -> float:
    """Seconds from saving an override to the page that shows it."""
    told = {"reason": "试改", "by": "bench", "date": "2024-04-02"}
    entry = {
        "fact": fact["id"],
        "action": "correct",
        "expect": {"value": fact["value"]},
        "set": {"value": value},
        **told,
    }
    body = yaml.safe_dump({"zone": zone, "overrides": [entry]}, allow_unicode=True, sort_keys=False)
    shown = re.compile(re.escape(f"{value}"))
    time.sleep(2)
    start = time.perf_counter()
    (folder / "seeds" / "overrides" / f"{zone}.yml").write_text(body, encoding="utf-8")
    _wait(lambda: bool(shown.search(_get(address))), time.monotonic() + PATIENCE)
    return time.perf_counter() - start


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as response:
            text: str = response.read().decode("utf-8")
            return text
    except (urllib.error.URLError, ConnectionError):
        return ""


def _wait(seen: Callable[[], bool], end: float) -> None:
    while not seen():
        if time.monotonic() > end:
            raise RuntimeError(f"nothing came in {PATIENCE} seconds")
        time.sleep(0.05)


ROWS = (
    Row("build", "a second build with nothing changed, against the first", "≤ 5 % of its time", build_again),
    Row("live", "an override saved until the open page shows it, 400 zones", "≤ 2 s", live),
    Row("render", "the generator's part against mkdocs build without search, 400 zones", "≤ 25 %", generators_part),
    Row("pages", "mkdocs build, 1,600 profiles against 400", "≤ 4.4 times the time, HTML within 5 %", growing),
    Row("search", "what a first search loads at 1,600 profiles", "< 400 KB", first_search),
)
