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
from typing import TYPE_CHECKING

from generator import yamlfile

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from generator.problems import Problem

log = logging.getLogger("mkdocs.live")

FOLLOWED = ("seeds", "templates", "generator/rules", "docs/assets")
"""What people edit, relative to the root. What is rendered is not followed: each build would start the next."""
RULES = "generator/rules"
READ_FOR_FACTS = ("seeds/articles", RULES)
"""What facts are extracted from and by."""
BROKEN = frozenset({"YAML-SYNTAX", "YAML-TAB", "YAML-ENCODING"})
"""Codes of problems after which nothing of a YAML file can be used."""

Stamp = tuple[tuple[str, int, int], ...]
_seen: dict[tuple[Path, str], Stamp] = {}


def follow(server: LiveReloadServer, root: Path, docs: Path, site: Path) -> None:
    """Watch what people edit, and build only what can be built."""
    server.unwatch(str(docs))
    for name in FOLLOWED:
        if (root / name).is_dir():
            server.watch(str(root / name))
    build = server.builder
    server.builder = lambda: rebuild(lambda: regenerate(root), build, site)


def rebuild(render: Callable[[], bool], build: Callable[[], None], site: Path) -> None:
    """Render and build; where either fails, `site` stays as it was."""
    if not render():
        return
    kept = site.with_name(site.name + ".kept")
    shutil.rmtree(kept, ignore_errors=True)
    site.rename(kept)
    try:
        build()
    except (Exception, SystemExit) as error:
        log.error("The site stays as it was: %s", describe(error))  # noqa: TRY400 - its place says more than a traceback
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
    if _changed(root, RULES):
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
    render.render(where)


def _is_stale(module: str) -> bool:
    return f"{module}.".startswith("generator.") and not f"{module}.".startswith("generator.site.")


def _changed(root: Path, name: str, what: str = "modules") -> bool:
    """Whether a folder differs from what it was when last asked for this purpose."""
    files = [path for path in sorted((root / name).rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    now = tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    key = (root / name, what)
    before = _seen.get(key)
    _seen[key] = now
    return before != now


def _forget(root: Path) -> None:
    for name in READ_FOR_FACTS:
        _seen.pop((root / name, "facts"), None)
