"""The store as the pages need it: parsed once for each state of its files, texts of articles read where asked for.

YAML is slow to read. What a file of the store holds is kept as JSON by the file's contents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from generator import store
from generator.cache import Cache
from generator.following import Follow, silently
from generator.ingest import find_articles, read_article
from generator.model import Article, Fact
from generator.problems import ProblemError
from generator.store import Source

FORM = "1"
"""Raised whenever what a file is parsed to changes."""
Parsed = TypeVar("Parsed")


class Shelf:
    """The store in a folder. Kept between two renderings, it reads only the files that changed."""

    def __init__(self, data: Path, cache: Path) -> None:
        self._data = data
        self._cache = cache
        self._known: dict[Path, tuple[str, Any]] = {}

    def facts(self, follow: Follow = silently) -> tuple[Fact, ...]:
        """All stored facts, by zone's file and place. Raises ProblemError where a file is not the store's."""
        found: list[Fact] = []
        paths = sorted((self._data / store.ZONES).glob("*.yml"))
        with Cache(self._cache) as kept:
            for path in follow(paths, "zones", len(paths)):
                found += self._read(path, store.facts_of, kept)
        return tuple(found)

    def sources(self) -> tuple[Source, ...]:
        """The articles that the store knows, without texts. Raises ProblemError where the file is not the store's."""
        path = self._data / store.SOURCES
        if not path.exists():
            return ()
        with Cache(self._cache) as kept:
            return self._read(path, store.sources_of, kept)

    def _read(self, path: Path, parse: Callable[[Any], Parsed], kept: Cache) -> Parsed:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ProblemError(store.unreadable(path, error)) from error
        key = hashlib.sha256(FORM.encode() + data).hexdigest()
        known = self._known.get(path)
        if known and known[0] == key:
            found: Parsed = known[1]
            return found
        try:
            found = parse(_body(key, data, kept))
        except store.UNREADABLE as error:
            raise ProblemError(store.unreadable(path, error)) from error
        self._known[path] = (key, found)
        return found


def _body(key: str, data: bytes, kept: Cache) -> Any:
    """What the YAML says; the bytes of an ill file raise what `store.UNREADABLE` lists."""
    body = kept.get(key)
    if body is None:
        body = store.parse(data.decode("utf-8"))
        if store.is_plain(body):
            kept.put(key, body)
    return body


class Texts(Mapping[str, Article]):
    """Articles by their names, each with its text from the moment that somebody asks for it.

    One whose file is gone or cannot be read stays without.
    """

    def __init__(self, sources: tuple[Source, ...], folder: Path) -> None:
        self._known = {source.article.doc: source.article for source in sources}
        self._folder = folder
        self._paths: dict[str, Path] | None = None
        self._read: dict[str, Article] = {}

    def __getitem__(self, doc: str) -> Article:
        if doc not in self._read:
            self._read[doc] = self._with_text(self._known[doc])
        return self._read[doc]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def _with_text(self, article: Article) -> Article:
        if self._paths is None:
            files = find_articles([self._folder]) if self._folder.is_dir() else []
            self._paths = {path.name: path for path in reversed(files)}
        try:
            return read_article(self._paths[article.doc])
        except (KeyError, OSError, ProblemError):
            return article
