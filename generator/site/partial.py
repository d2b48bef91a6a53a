"""What the builds of one live site leave to one another: the first builds all pages, the others what has changed.

MkDocs skips a page whose Markdown is older than its HTML (`--dirty`). What it leaves undone then is
done here: the search goes on finding the pages that were skipped, and pages that are gone do not stay.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Builds:
    """The builds so far: the pages there are (address to file), their entries in the search, what is built now."""

    asked: bool = False
    done: bool = False
    pages: dict[str, str] = field(default_factory=dict)
    entries: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    built: set[str] = field(default_factory=set)

    @property
    def partial(self) -> bool:
        """Whether the build that goes on now leaves pages as they were."""
        return self.asked and self.done

    def begin(self, pages: Mapping[str, str], site: Path) -> None:
        """These pages are to be in the site: those of the build before that are not are removed from it."""
        for name in sorted(set(self.pages.values()) - set(pages.values())):
            (site / name).unlink(missing_ok=True)
        self.pages = dict(pages)
        self.built = set()

    def all_entries(self, made: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """The search entries of all pages, where a build made those of the pages that it built."""
        fresh: dict[str, list[dict[str, Any]]] = {page: [] for page in self.built}
        for entry in made:
            fresh.setdefault(entry["location"].partition("#")[0], []).append(entry)
        before = self.entries if self.partial else {}
        self.entries = {page: fresh.get(page, before.get(page, [])) for page in self.pages}
        return [entry for page in self.pages for entry in self.entries[page]]


builds = Builds()
"""Those of this process: MkDocs loads its configuration and its hooks anew for every build."""


def outdate(site: Path) -> None:
    """Let the next build build all pages, which stay as they are until then."""
    for page in site.rglob("*.html"):
        os.utime(page, (0, 0))


class Expected(logging.Filter):
    """Keeps back MkDocs' warning that a partial build is inaccurate: what it warns of is seen to here."""

    def filter(self, record: logging.LogRecord) -> bool:
        """False for that warning."""
        return "A 'dirty' build is being performed" not in record.getMessage()
