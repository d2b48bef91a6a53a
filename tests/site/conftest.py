"""The built site, served on this machine, and a browser to look at it with."""

from __future__ import annotations

import contextlib
import fcntl
import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, ViewportSize, sync_playwright

from tests.site import chromium, project
from tests.site.searching import LISTEN

VIEW: ViewportSize = {"width": 1280, "height": 900}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *arguments: object) -> None:
        pass


class UnderPath(Quiet):
    """Serves them below a path, as a project's pages are served on GitHub, and nothing beside it."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(project.PATH) if path.startswith(project.PATH) else "/gone")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the site, built once for all workers, in a place whose path holds a space."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    copy = shared / "a copy of 园鉴"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site.built").exists():
            assert not copy.exists(), "the site could not be built; the first test that wanted it says why"
            project.build(project.copy_to(copy), SITE_URL=project.ADDRESS)
            (shared / "site.built").touch()
    return copy / "site"


@contextlib.contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet, path: str = "/") -> Iterator[str]:
    """The address at which a folder is served on this machine, as long as it is asked for."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the built site."""
    with served(site, UnderPath, project.PATH) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    path = chromium.find()
    if not path:
        pytest.fail(chromium.HELP)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        yield started
        started.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """The page that tests share: starting one takes longer than most of them do."""
    with _opened(browser) as opened:
        opened.add_init_script(LISTEN)
        yield opened


@pytest.fixture(scope="session")
def plain_tab(browser: Browser) -> Iterator[Page]:
    """The same without scripts."""
    with _opened(browser, java_script_enabled=False) as opened:
        yield opened


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """A page as a reader has it, for tests that neither listen to it nor run scripts before its own.

    What the search answers can be read from it (`searching.type_query`).
    """
    yield tab
    with contextlib.suppress(Error):
        tab.evaluate("localStorage.clear(), sessionStorage.clear()")
    _cleared(tab)


@pytest.fixture
def plain(plain_tab: Page) -> Iterator[Page]:
    """A page that runs no scripts."""
    yield plain_tab
    _cleared(plain_tab)


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of its own, with nothing of an earlier test in its caches."""
    with _opened(browser) as opened:
        yield opened


@contextlib.contextmanager
def _opened(browser: Browser, java_script_enabled: bool = True) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN", viewport=VIEW, java_script_enabled=java_script_enabled)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def _cleared(page: Page) -> None:
    page.unroute_all()
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="null")
    page.set_viewport_size(VIEW)
