"""Addresses on the hosting site (in GitHub's form) where a person corrects something, or reports that it is wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from generator.pages.escape import web_address
from generator.store import file_names

OVERRIDES = "seeds/overrides"
ARTICLES = "seeds/articles"
TEMPLATES = "templates"
RULES = "generator/rules"
KEPT = (f"{TEMPLATES}/", f"{RULES}/")
"""Folders whose files are there whenever a page names them."""
BRANCH = "main"
ISSUE_FORM = "wrong-fact.yml"
LONGEST = 7_000
"""Characters of an address that the hosting site surely takes; a longer draft is left to be copied from the page."""
SENTENCE = 300
"""Characters of a sentence that a report is filled in with."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the project's files can be edited in a browser. Without `repo` every address is empty.

    `files` are the paths, relative to the repository, of override files and metadata that exist.
    """

    repo: str = ""
    branch: str = BRANCH
    files: Collection[str] = frozenset()

    def edit(self, path: str, text: str = "") -> str:
        """The address that edits a file, or that makes it, holding `text`, where it does not exist yet."""
        if not self.base:
            return ""
        if path.startswith(KEPT) or path in self.files:
            return f"{self.base}/edit/{quote(self.branch)}/{quote(path)}"
        bare = _with(self.new, {"filename": path})
        full = _with(self.new, {"filename": path, "value": text})
        return full if text and len(full) <= LONGEST else bare

    @property
    def new(self) -> str:
        """Where a file is made that does not exist, its name and text given as `filename` and `value`."""
        return f"{self.base}/new/{quote(self.branch)}" if self.base else ""

    @property
    def issues(self) -> str:
        """Where an issue is opened, its form and what fills it in given by their names."""
        return f"{self.base}/issues/new" if self.base else ""

    @property
    def base(self) -> str:
        """The repository's address, when it is one of the web."""
        return web_address(self.repo).rstrip("/").removesuffix(".git")


def _with(address: str, fields: Mapping[str, str]) -> str:
    return f"{address}?{urlencode(fields, quote_via=quote, safe='', encoding='utf-8', errors='replace')}"


def override_file(zone: str) -> str:
    """The path of a zone's override file, relative to the repository."""
    return f"{OVERRIDES}/{file_names([zone])[zone]}"


def metadata_file(doc: str) -> str:
    """The path of the metadata beside an article, relative to the repository."""
    stem, dot, _ = doc.rpartition(".")
    return f"{ARTICLES}/{stem if dot else doc}.yml"
