"""The site by another engine: the same Markdown, built by Zensical.

    python -m generator.site.zensical

Zensical reads mkdocs.yml, but knows neither MkDocs' hooks nor templates that are written in
Python's Jinja; it is given a configuration without them. It has a search of its own.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

CONFIG = "mkdocs.yml"
DERIVED = "zensical.yml"
"""Beside mkdocs.yml while it builds, because its paths are relative to it."""
NOT_KNOWN = re.compile(r"(?m)^(?:hooks|validation):.*\n|^  custom_dir:.*\n")
MISSING = "Zensical is not installed; make site ENGINE=zensical installs it"


def derived(config: str) -> str:
    """The configuration without what Zensical does not know, each of which stands on a line of its own."""
    return NOT_KNOWN.sub("", config)


def build(root: Path) -> int:
    """Build the site of a project whose pages are rendered; the exit status."""
    place = root / DERIVED
    place.write_text(derived((root / CONFIG).read_text(encoding="utf-8")), encoding="utf-8")
    try:
        command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", DERIVED]
        return subprocess.run(command, cwd=root, stdin=subprocess.DEVNULL, check=False).returncode  # noqa: S603
    finally:
        place.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(build(Path.cwd()))
