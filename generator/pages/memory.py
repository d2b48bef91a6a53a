"""What pages were made from, so that a live site makes again only those of which something has changed.

Nobody says what a page depends on: whatever its maker looks up in the site is noted, and the
page holds as long as all of that is the same. What is read as a whole has changed whenever anything has.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MethodType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from generator.model import Archive

if TYPE_CHECKING:
    from generator.pages.site import Site

Result = TypeVar("Result")
Seen = dict[tuple[str, Hashable], Any]
"""What was looked up: an attribute of the site and a key in it, or the attribute as a whole, with what was found."""
WHOLE = object()
MISSING = object()


@dataclass(frozen=True, slots=True)
class Kept:
    """A result with what it was made from."""

    arguments: tuple[Any, ...]
    seen: Seen
    result: Any


class Memory:
    """Results by their names; each stands until its arguments or something that was looked up for it has changed."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Kept] = {}

    def recall(self, name: Hashable, arguments: tuple[Any, ...], site: Site, make: Callable[[Site], Result]) -> Result:
        """The result of this name, made anew where the one that is kept does not hold any more."""
        kept = self._kept.get(name)
        if kept and _same(kept.arguments, arguments) and all(_holds(site, key, was) for key, was in kept.seen.items()):
            return cast("Result", kept.result)
        seen: Seen = {}
        result = make(cast("Site", _Watched(site, seen)))
        self._kept[name] = Kept(arguments, seen, result)
        return result


def settled(archive: Archive, before: Archive | None) -> Archive:
    """The archive with the very zones and articles of an earlier one where they are equal: they compare quickly."""
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

    def __init__(self, site: Site, seen: Seen) -> None:
        self._site, self._seen = site, seen

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._site, name)
        if isinstance(found, MethodType):
            return MethodType(found.__func__, self)
        if isinstance(found, Mapping):
            found = _WatchedMapping(name, found, self._seen)
        else:
            self._seen[name, WHOLE] = found
        setattr(self, name, found)
        return found


class _WatchedMapping(Mapping[Any, Any]):
    """A part of the site that notes which of its keys are looked up."""

    def __init__(self, name: str, known: Mapping[Any, Any], seen: Seen) -> None:
        self._name, self._known, self._seen = name, known, seen

    def __getitem__(self, key: Hashable) -> Any:
        found = self._known.get(key, MISSING)
        self._seen[self._name, key] = found
        if found is MISSING:
            raise KeyError(key)
        return found

    def get(self, key: Hashable, default: Any = None) -> Any:
        found = self._known.get(key, MISSING)
        self._seen[self._name, key] = found
        return default if found is MISSING else found

    def __contains__(self, key: object) -> bool:
        return self.get(key, MISSING) is not MISSING

    def __iter__(self) -> Iterator[Any]:
        self._seen[self._name, WHOLE] = self._known
        return iter(self._known)

    def __len__(self) -> int:
        self._seen[self._name, WHOLE] = self._known
        return len(self._known)


def _holds(site: Site, key: tuple[str, Hashable], was: Any) -> bool:
    """Whether what was looked up is still the same; a part that was read as a whole is the same only as itself."""
    name, part = key
    known = getattr(site, name)
    if part is WHOLE:
        return known is was or (not isinstance(was, Archive | Mapping | tuple) and known == was)
    return _same(known.get(part, MISSING), was)


def _same(one: object, other: object) -> bool:
    return one is other or one == other
