"""What pages were made from, so that only those are made again of which something has changed.

Nobody says what a page depends on: whatever its maker looks up in the site is noted, with a
digest of what was found there, and the page holds as long as the same is found again. What is
read as a whole has changed whenever anything in it has. A page that holds and lies on the disk
as it was made is not made again: not by a live site, and not by a later run of a command, which
finds the notes in a file. Without them, or with damaged ones, all pages are made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MethodType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from generator.model import Archive
from generator.pages.digests import Digests
from generator.tree import SAME, File, Fresh

if TYPE_CHECKING:
    from generator.pages.site import Site

Result = TypeVar("Result")
MISSING = ()
"""Found for a key that is not there."""


class Notes(Protocol):
    """Where notes outlast a run: plain values by keys, None for a key that nothing is kept under."""

    def get(self, key: str) -> Any:
        """What is kept."""

    def put(self, key: str, value: Any) -> None:
        """Keep it."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What something was made from: a digest of what its maker was given, what he looked up, a digest of what he found.

    `keys` are those looked up by the site's attribute; an attribute without keys was read as a whole.
    """

    given: str
    keys: tuple[tuple[str, tuple[Hashable, ...] | None], ...]
    found: str


class Memory:
    """Results by their names, and which files hold; each while its arguments and all that it looked up are the same."""

    def __init__(self, stands: Callable[[str, str], bool] = lambda path, digest: False) -> None:
        """`stands` tells whether a file lies on the disk with contents of this digest."""
        self._stands = stands
        self._digests = Digests()
        self._results: dict[Hashable, tuple[Trace, Any]] = {}
        self._files: dict[str, tuple[Trace, tuple[str, ...]]] = {}
        self._notes: Notes | None = None
        self._state = ""

    def begin(self, notes: Notes | None = None, state: str = "") -> None:
        """A new round. `notes` are believed where they were made by a generator of the same `state`."""
        self._digests.begin()
        self._notes, self._state = notes, state

    def recall(self, name: Hashable, arguments: tuple[Any, ...], site: Site, make: Callable[[Site], Result]) -> Result:
        """The result of this name, made anew where the one that is kept does not hold any more."""
        kept = self._results.get(name)
        if kept and self._holds(kept[0], arguments, site):
            return cast("Result", kept[1])
        trace, result = self._traced(arguments, site, make)
        self._results[name] = (trace, result)
        return result

    def files(
        self,
        paths: tuple[str, ...],
        arguments: tuple[Any, ...],
        site: Site,
        make: Callable[[Site], tuple[str, ...]],
    ) -> tuple[File, ...]:
        """The texts of files that are made together, unless all were made from the same and lie there still."""
        kept = self._files.get(paths[0]) or self._noted(paths[0])
        if kept and self._holds(kept[0], arguments, site) and all(map(self._stands, paths, kept[1])):
            self._files[paths[0]] = kept
            return (SAME,) * len(paths)
        trace, texts = self._traced(arguments, site, make)
        self._note(paths[0], trace, tuple(map(content_digest, texts)))
        return tuple(map(Fresh, texts))

    def _traced(self, arguments: tuple[Any, ...], site: Site, make: Callable[[Site], Result]) -> tuple[Trace, Result]:
        seen: dict[str, dict[Hashable, None] | None] = {}
        result = make(cast("Site", _Watched(site, seen)))
        keys = tuple((name, tuple(looked) if looked is not None else None) for name, looked in seen.items())
        return Trace(self._digests.hash(arguments), keys, self._found(site, keys)), result

    def _holds(self, trace: Trace, arguments: tuple[Any, ...], site: Site) -> bool:
        return trace.given == self._digests.hash(arguments) and trace.found == self._found(site, trace.keys)

    def _found(self, site: Site, keys: tuple[tuple[str, tuple[Hashable, ...] | None], ...]) -> str:
        name_of = self._digests.of
        found: list[Any] = []
        for name, looked in keys:
            part = getattr(site, name)
            found.append(name_of(part) if looked is None else [name_of(part.get(key, MISSING)) for key in looked])
        return self._digests.hash(found)

    def _note(self, path: str, trace: Trace, made: tuple[str, ...]) -> None:
        self._files[path] = (trace, made)
        if self._notes:
            self._notes.put(self._key(path), [trace.given, trace.keys, trace.found, made])

    def _noted(self, path: str) -> tuple[Trace, tuple[str, ...]] | None:
        kept = self._notes.get(self._key(path)) if self._notes else None
        if kept is None:
            return None
        given, keys, found, made = kept
        return Trace(given, tuple((name, _keys(looked)) for name, looked in keys), found), tuple(made)

    def _key(self, path: str) -> str:
        return _sha(f"{self._state} {path}")


def content_digest(text: str) -> str:
    """The digest of a file with this text."""
    return _sha(text)


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _keys(looked: list[Any] | None) -> tuple[Hashable, ...] | None:
    """Keys as they were before they were noted, where tuples become lists."""
    return None if looked is None else tuple(tuple(key) if isinstance(key, list) else key for key in looked)


def settled(archive: Archive, before: Archive | None) -> Archive:
    """The archive with the very zones and articles of an earlier one where they are equal: they are known already."""
    if before is None:
        return archive
    zones = {zone.name: zone for zone in before.zones}
    articles = {article.doc: article for article in before.articles}
    return replace(
        archive,
        zones=tuple(_kept(zones.get(zone.name), zone) for zone in archive.zones),
        articles=tuple(_kept(articles.get(article.doc), article) for article in archive.articles),
    )


def _kept(before: Result | None, now: Result) -> Result:
    return before if before is not None and before == now else now


class _Watched:
    """A site that notes what is looked up in it."""

    def __init__(self, site: Site, seen: dict[str, dict[Hashable, None] | None]) -> None:
        self._site, self._seen = site, seen

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._site, name)
        if isinstance(found, MethodType):
            return MethodType(found.__func__, self)
        if isinstance(found, Mapping):
            found = _WatchedMapping(name, found, self._seen)
        elif not isinstance(found, Memory):
            self._seen[name] = None
        setattr(self, name, found)
        return found


class _WatchedMapping(Mapping[Any, Any]):
    """A part of the site that notes which of its keys are looked up."""

    def __init__(self, name: str, known: Mapping[Any, Any], seen: dict[str, dict[Hashable, None] | None]) -> None:
        self._name, self._known, self._seen = name, known, seen

    def __getitem__(self, key: Hashable) -> Any:
        self._look(key)
        return self._known[key]

    def get(self, key: Hashable, default: Any = None) -> Any:
        self._look(key)
        return self._known.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._look(key)
        return key in self._known

    def __iter__(self) -> Iterator[Any]:
        self._seen[self._name] = None
        return iter(self._known)

    def __len__(self) -> int:
        self._seen[self._name] = None
        return len(self._known)

    def _look(self, key: Hashable) -> None:
        looked = self._seen.setdefault(self._name, {})
        if looked is not None:
            looked[key] = None
