"""The live site of `mkdocs serve`: a saved override, article, rule or template shows on the open page.

Before each build of MkDocs the generator renders anew. A problem in what a person has
just saved is told in the terminal, and the site stays as it was last built.
"""

from __future__ import annotations

import importlib
import logging
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.live")

FOLLOWED = ("seeds", "templates", "generator/rules", "docs/assets")
"""What people edit, relative to the root. What is rendered is not followed: each build would start the next."""

Stamp = dict[str, tuple[int, int]]
_known: dict[Path, Stamp] = {}


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
        log.error("the site stays as it was: %s", error or type(error).__name__)
        shutil.rmtree(site, ignore_errors=True)
        kept.rename(site)
    finally:
        shutil.rmtree(kept, ignore_errors=True)


def regenerate(root: Path) -> bool:
    """Render what has changed; False, with every problem in the log, where that is not possible."""
    try:
        problems = _generator(root).build(root)
    except Exception as error:
        log.error("%s", describe(error, root))
        return False
    for problem in problems:
        (log.error if problem.fatal else log.info)("%s", problem.text())
    return not any(problem.fatal for problem in problems)


def describe(error: Exception, root: Path) -> str:
    """What went wrong, in a line where the error tells its place itself, else with its traceback in the log."""
    problem = getattr(error, "problem", None)
    if problem is not None:
        return str(problem.text())
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if name and line:
        path = Path(name)
        place = path.relative_to(root) if path.is_relative_to(root) else path
        return f"{place}:{line}: {getattr(error, 'message', None) or error}"
    log.debug("", exc_info=error)
    return f"{type(error).__name__}: {error}"


def _generator(root: Path) -> Any:
    """The build command, with all of the package loaded anew when its rules have changed.

    Rules are read once and compiled into patterns wherever they are used; loading the
    modules again is the one way that leaves no old rule behind.
    """
    now = _stamp(root / "generator" / "rules")
    if _known.get(root, now) != now:
        for name in [name for name in sys.modules if _is_stale(name)]:
            del sys.modules[name]
    _known[root] = now
    return importlib.import_module("generator.commands.build")


def _is_stale(module: str) -> bool:
    return module.startswith("generator.") and not f"{module}.".startswith("generator.site.")


def _stamp(folder: Path) -> Stamp:
    """Time and size of each file."""
    files = [path for path in sorted(folder.rglob("*.yml")) if path.is_file()]
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in files}
