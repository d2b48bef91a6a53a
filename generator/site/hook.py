"""The hook that mkdocs.yml names: MkDocs' events, each handed to the module whose job it is.

MkDocs loads this file by its path, so the package's root is put where imports find it.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from mkdocs.plugins import event_priority  # noqa: E402

from generator.site import bundle, live, names, search, styles  # noqa: E402
from generator.site.partial import Expected, builds  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_startup(*, command: str, dirty: bool) -> None:
    """Render the pages before `mkdocs serve` looks for them; `mkdocs build` takes what is there."""
    if command == "serve":
        builds.asked = dirty
        logging.getLogger("mkdocs.commands.build").addFilter(Expected())
        live.regenerate(ROOT)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Spare the theme its own segmentation of the text."""
    search.leave_text_whole()
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Know the pages that there are; of stylesheets there is one."""
    styles.join(files, config)
    pages = {file.url: file.dest_uri for file in files.documentation_pages()}
    builds.begin({"" if url == "./" else url: name for url, name in pages.items()}, Path(config.site_dir))
    return files


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """No page may start the theme's search worker."""
    search.check_page(output, page.file.src_uri)
    builds.built.add(page.url)
    return output


@event_priority(-100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """After the theme has written its search index, ours takes its place; then the site is packed to take away.

    While a site is edited, the packed one and a search index in pieces stay as they were first built.
    """
    site = Path(config.site_dir)
    made = search.take_index(site)
    entries = builds.all_entries(made)
    if not (builds.partial and search.in_pieces(site)):
        search.write_index(site, entries, Path(config.docs_dir) / "download" / names.FILE)
    if not builds.partial:
        bundle.write(site)
    builds.done = True


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Follow what people edit instead of what is rendered from it."""
    live.follow(server, ROOT, config)
    return server
