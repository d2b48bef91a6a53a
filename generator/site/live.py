"""The live site of `mkdocs serve`: a saved override, article, rule or template shows on the open page.

Before each build of MkDocs the generator renders anew. A file that cannot be read is told
in the terminal with its line, and the site stays as it was last built.
"""

from __future__ import annotations

import importlib
import logging
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watchdog.observers.polling import PollingObserver

from generator import yamlfile
from generator.site.partial import builds, outdate

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from generator.problems import Problem

log = logging.getLogger("mkdocs.live")

FOLLOWED = ("seeds", "templates", "generator/rules", "docs/assets")
"""What people edit, relative to the root. What is rendered is not followed: each build would start the next."""
LOOK = 0.2
"""Seconds between two looks at whether something was saved."""
RULES = "generator/rules"
FRAME = "templates/theme"
"""What every page is made with beside its own text."""
READ_FOR_FACTS = ("seeds/articles", RULES)
"""What facts are extracted from and by."""
BROKEN = frozenset({"YAML-SYNTAX", "YAML-TAB", "YAML-ENCODING"})
"""Codes of problems after which nothing of a YAML file can be used."""

Stamp = tuple[tuple[str, int, int], ...]
_seen: dict[tuple[Path, str], Stamp] = {}
_kept: dict[Path, Any] = {}
"""What rendering keeps for the next time, by a project's root."""


def follow(server: LiveReloadServer, root: Path, config: MkDocsConfig) -> None:
    """Watch what people edit, and build only what can be built."""
    watched = [config.config_file_path] if config.config_file_path else []
    for name in (config.docs_dir, *watched):
        server.unwatch(name)
    server.observer = PollingObserver(timeout=LOOK)
    for name in watched:
        server.watch(name)
    for name in FOLLOWED:
        if (root / name).is_dir():
            server.watch(str(root / name))
    build, site = server.builder, Path(config.site_dir)
    _frame_changed(root)

    def rebuild_changed() -> None:
        if _frame_changed(root):
            outdate(site)
        build()

    server.builder = lambda: rebuild(lambda: regenerate(root), rebuild_changed, site)


def _frame_changed(root: Path) -> bool:
    changed = [_changed(root, name, "frame") for name in (FRAME, "mkdocs.yml")]
    return any(changed)


def rebuild(render: Callable[[], bool], build: Callable[[], None], site: Path) -> None:
    """Render and build; where either fails, `site` stays as it was.

    A build of all pages begins with an empty folder, so the one before is kept aside. A partial build writes whole
    pages, each when it is ready: where it fails, all that it has not reached stays, and the next one goes on there.
    """
    if not render():
        return
    kept = site.with_name(site.name + ".kept")
    if not builds.partial:
        shutil.rmtree(kept, ignore_errors=True)
        site.rename(kept)
    try:
        build()
    except (Exception, SystemExit) as error:
        log.error("The site stays as it was: %s", describe(error))  # noqa: TRY400 - its place says more than a traceback
        if kept.exists():
            shutil.rmtree(site, ignore_errors=True)
            kept.rename(site)
    finally:
        shutil.rmtree(kept, ignore_errors=True)


def regenerate(root: Path) -> bool:
    """Extract and render what has changed; False, with every reason in the log, where that is not possible."""
    problems = list(broken_files(root))
    for problem in problems:
        log.error("%s", problem.text())
    if problems:
        log.error("The site stays as it was until this is mended.")
        return False
    try:
        _run_generator(root)
    except Exception as error:
        log.error("The site stays as it was: %s", describe(error, root), exc_info=not _explains_itself(error))  # noqa: TRY400
        return False
    return True


def broken_files(root: Path) -> Iterator[Problem]:
    """Whatever of the YAML that people write is no YAML."""
    for name in FOLLOWED:
        for path in sorted((root / name).rglob("*.yml")):
            try:
                problems = yamlfile.read(path, path.relative_to(root).as_posix())[1]
            except OSError:
                continue  # removed while it was looked at; the next event tells
            yield from (problem for problem in problems if problem.code in BROKEN)


def describe(error: BaseException, root: Path | None = None) -> str:
    """What went wrong on one line, with the file, relative to the root, and the line where the error knows them."""
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if name and line:
        place = str(name).removeprefix(f"{root}/")
        return f"{place}:{line}: {getattr(error, 'message', None) or error}"
    return str(error) or type(error).__name__


def _explains_itself(error: Exception) -> bool:
    return hasattr(error, "problem") or hasattr(error, "lineno")


def _run_generator(root: Path) -> None:
    """Extract where articles or rules have changed, and render.

    Rules are read once and compiled into patterns wherever they are used: loading the
    package anew is the one way that leaves no old rule behind.
    """
    rules, templates = _changed(root, RULES), _changed(root, "templates")
    if rules or templates:
        _kept.pop(root, None)
    if rules:
        for name in [name for name in sys.modules if _is_stale(name)]:
            del sys.modules[name]
    build = importlib.import_module("generator.commands.build")
    render = importlib.import_module("generator.commands.render")
    where = importlib.import_module("generator.commands.project").Project(root)
    changed = [_changed(root, name, "facts") for name in READ_FOR_FACTS]
    if any(changed):
        try:
            build.extract(where)
        except BaseException:
            _forget(root)
            raise
    if root not in _kept:
        _kept[root] = render.Kept(where)
    render.render(where, kept=_kept[root])


def _is_stale(module: str) -> bool:
    return f"{module}.".startswith("generator.") and not f"{module}.".startswith("generator.site.")


def _changed(root: Path, name: str, what: str = "modules") -> bool:
    """Whether a folder differs from what it was when last asked for this purpose."""
    place = root / name
    found = sorted(place.rglob("*")) if place.is_dir() else [place]
    files = [path for path in found if path.is_file() and path.suffix != ".pyc"]
    now = tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    key = (root / name, what)
    before = _seen.get(key)
    _seen[key] = now
    return before != now


def _forget(root: Path) -> None:
    for name in READ_FOR_FACTS:
        _seen.pop((root / name, "facts"), None)
