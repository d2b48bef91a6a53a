"""How well the search finds, beside the theme's own search and Pagefind: the same pages, the same queries, one run.

    python -m tests.audit

The queries are those of tests/cases/search.yml. Ours and the theme's are typed into the
box of the built site; Pagefind is asked through its own programming interface. Ours is asked
twice: with its index in one file, and in pieces as a large archive has it.

After that, what Lighthouse says of some pages (lighthouse.py); `python -m tests.audit lighthouse` for this alone,
`python -m tests.audit search` for the rest alone.
"""

from __future__ import annotations

import functools
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, sync_playwright

from generator.site import shards
from generator.site.search import FOLDER, INDEX
from tests.audit import lighthouse
from tests.site import chromium, project, searching
from tests.site.conftest import Quiet

PAGEFIND = """async query => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href))
  const { results } = await pagefind.search(query)
  return Promise.all(results.map(async result => (await result.data()).raw_url ?? (await result.data()).url))
}"""
ROW = "{:<22}{:>8}{:>8}{:>8}{:>12}{:>12}{:>12}"


@dataclass
class Loaded:
    """Bytes of what a page loaded, as they are and as a server would compress them."""

    plain: int = 0
    packed: int = 0
    listening: list[Response] = field(default_factory=list)

    def settle(self) -> Loaded:
        for response in self.listening:
            if response.ok:
                body = response.body()
                self.plain += len(body)
                self.packed += len(gzip.compress(body))
        self.listening.clear()
        return Loaded(self.plain, self.packed)


@dataclass(frozen=True)
class Measured:
    """A search's figures, over all queries and over those in the site's own words, and what it loads in steps."""

    name: str
    figures: searching.Figures
    as_written: searching.Figures
    view: Loaded
    first: Loaded
    every: Loaded


def main(parts: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        site = project.build(project.copy_to(Path(folder) / "project"))
        if "search" in parts or not parts:
            compare(site)
        if "lighthouse" in parts or not parts:
            lighthouse.report(site)
    return 0


def compare(ours: Path) -> None:
    """Print how well the searches find and what they load."""
    with sync_playwright() as playwright:
        texts = searching.pages_by_text(ours)
        searches = {
            "ours, typed": (ours, asked_in_box),
            "ours in pieces, typed": (in_pieces(ours), asked_in_box),
            "Material, typed": (stock(ours.parent), asked_in_box),
            "Pagefind": (pagefind(ours), asked_of_pagefind),
        }
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.flags())
        measured = []
        for name, (site, ask) in searches.items():
            with served(site) as address:
                measured.append(measure(name, browser, address, ask, texts))
        browser.close()
    report(measured, len(searching.cases()), len(texts))


def in_pieces(ours: Path) -> Path:
    """The built site with its search index as a large archive has it."""
    site = ours.with_name("pieces")
    shutil.copytree(ours, site)
    whole = json.loads((site / INDEX).read_text(encoding="utf-8"))
    for name, piece in shards.shards(whole).items():
        path = site / FOLDER / f"{name}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(piece, ensure_ascii=False), encoding="utf-8")
    return site


def stock(folder: Path) -> Path:
    """The same pages with the theme as it comes, jieba and all."""
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    plain = re.sub(r"(?m)^(?:hooks:|  custom_dir:).*\n", "", config)
    assert plain.count("\n") == config.count("\n") - 2, (
        "mkdocs.yml no longer names its hook and its theme on a line each"
    )
    (folder / "stock.yml").write_text(plain, encoding="utf-8")
    done = project.run(folder, "mkdocs", "build", "--config-file", "stock.yml", "--site-dir", "stock")
    assert done.returncode == 0, done.stderr
    return folder / "stock"


def pagefind(ours: Path) -> Path:
    """The built site with Pagefind's index; like ours, it leaves out the pages that are forms for editors."""
    site = ours.with_name("pagefind")
    shutil.copytree(ours, site)
    for page in site.rglob("*.html"):
        if searching.NOT_FOR_READERS.fullmatch(page.relative_to(site).as_posix().removesuffix("index.html")):
            page.unlink()
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article.md-content__inner"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return site


@contextmanager
def served(site: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure(name: str, browser: Browser, address: str, ask: object, texts: dict[str, str]) -> Measured:
    assert callable(ask)
    page = browser.new_page()
    loaded = Loaded()
    page.on("response", lambda response: loaded.listening.append(response))
    page.add_init_script(searching.LISTEN)
    page.goto(address, wait_until="networkidle")
    view = loaded.settle()
    found: dict[str, list[str]] = {}
    first = view
    for case in searching.cases():
        found[case.query] = ask(page, case.query, address)
        if len(found) == 1:
            page.wait_for_load_state("networkidle")
            first = loaded.settle()
    every = loaded.settle()
    page.close()
    cases = searching.cases()
    return Measured(
        name,
        searching.figures(cases, found, texts),
        searching.figures([case for case in cases if case.means == case.query], found, texts),
        view,
        first,
        every,
    )


def asked_in_box(page: Page, query: str, address: str) -> list[str]:
    return searching.paths(searching.type_query(page, query))


def asked_of_pagefind(page: Page, query: str, address: str) -> list[str]:
    addresses: list[str] = page.evaluate(PAGEFIND, query)
    return list(dict.fromkeys(url.partition("#")[0].lstrip("/") for url in addresses))


def report(measured: list[Measured], queries: int, pages: int) -> None:
    print(f"{queries} queries over {pages} pages; KB as a server compresses them (gzip)")
    print(ROW.format("", "MRR", "recall", "prec.", "first view", "first query", "all queries"))
    for one in measured:
        sizes = [one.view.packed, one.first.packed - one.view.packed, one.every.packed - one.view.packed]
        print(ROW.format(one.name, *shown(one.figures), *[f"{size / 1000:.0f}" for size in sizes]))
    as_written = sum(case.means == case.query for case in searching.cases())
    print(f"of these the {as_written} queries in the site's own words: no pinyin, no traditional script")
    for one in measured:
        print(ROW.format(one.name, *shown(one.as_written), "", "", "").rstrip())


def shown(figures: searching.Figures) -> list[str]:
    return [f"{value:.3f}" for value in (figures.rank, figures.recall, figures.precision)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
