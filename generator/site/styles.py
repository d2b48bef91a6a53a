"""The site's stylesheets as one file: the first view of a page waits for each that it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ALL = "assets/css/all.css"


def join(files: Files, config: MkDocsConfig) -> None:
    """Put the stylesheets of mkdocs.yml, in their order, into one that pages name instead.

    A stylesheet that names others by their addresses has to lie where it lay; as long as one does, all stay apart.
    """
    texts = [(Path(config.docs_dir) / name).read_text(encoding="utf-8") for name in map(str, config.extra_css)]
    if len(texts) > 1 and not any("url(" in text or "@import" in text for text in texts):
        files.append(File.generated(config, ALL, content="".join(texts)))
        config.extra_css = [ALL]
