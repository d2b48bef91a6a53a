"""Where everything stands on the site: a page for each zone, source and indicator, an anchor for each fact."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import quote

from generator.slugs import reading

FRONT = "index.md"
ZONES = "zones/index.md"
SOURCES = "sources/index.md"
COMPARE = "compare/index.md"
INDUSTRIES = "compare/industries.md"
HONOURS = "compare/honours.md"
COOPERATION = "compare/cooperation.md"
TIMELINE = "compare/timeline.md"
TARGETS = "compare/targets.md"
BESIDE = "compare/side-by-side.md"
MATRIX = "compare/matrix/index.md"
NAMES = "names.md"
METHOD = "method.md"
CORRECT = "correct.md"
REVIEW = "review.md"

_UNSAFE = re.compile(r"[^0-9A-Za-z]+")
_NUMBERED = re.compile(r"(.+)-\d+")
_RESERVED = frozenset({"index", "industries", "cooperation", "timeline", "targets"})
LONGEST = 60


def link(page: str, target: str, anchor: str = "") -> str:
    """The target page, and a place on it, as a relative Markdown address from a page."""
    fragment = f"#{quote(anchor)}" if anchor else ""
    if page == target and anchor:
        return fragment
    return _way(posixpath.dirname(page), target) + fragment


@lru_cache(1 << 14)
def _way(folder: str, target: str) -> str:
    return posixpath.relpath(f"/{target}", f"/{folder}")


def built(page: str) -> str:
    """The address of a page on the built site: zones/ for zones/index.md, zones/x/ for zones/x.md."""
    return page.removesuffix("index.md") if posixpath.basename(page) == "index.md" else f"{page.removesuffix('.md')}/"


def root(page: str) -> str:
    """The site's root as seen from a built page, for scripts, whose addresses MkDocs does not rewrite.

    MkDocs makes zones/index.html of zones/index.md, and zones/x/index.html of zones/x.md.
    """
    below = page.count("/")
    return "../" * (below if posixpath.basename(page) == "index.md" else below + 1)


def slug(text: str) -> str:
    """A text as part of an address: Latin letters, digits and single dashes; Chinese by its pinyin."""
    return _UNSAFE.sub("-", "-".join(reading(text))).strip("-").lower()[:LONGEST].rstrip("-")


def distinct(names: Iterable[str]) -> dict[str, str]:
    """An address part for each name, all different; the same for a name whatever stands beside it.

    A name whose part is taken, empty, reserved or what a further page of another name would
    be called (x-2 beside x) gets a digest of itself added; which of two names keeps the plain
    part depends on the names alone.
    """
    parts: dict[str, str] = {}
    taken = set(_RESERVED)
    plain = {name: slug(name) for name in sorted(set(names))}
    stems = {*plain.values(), *_RESERVED}
    for name, part in plain.items():
        numbered = _NUMBERED.fullmatch(part)
        if not part or part in taken or (numbered and numbered[1] in stems):
            digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
            part = f"{part}-{digest}".strip("-")
        taken.add(part)
        parts[name] = part
    return parts


def source_slugs(docs: Iterable[str]) -> dict[str, str]:
    """An address part for each source document, from its file name without the ending."""
    named = list(docs)
    stems = {doc: PurePath(doc).stem for doc in named}
    shared = Counter(stems.values())
    unique = {doc: stem if shared[stem] == 1 else doc for doc, stem in stems.items()}
    parts = distinct(unique.values())
    return {doc: parts[name] for doc, name in unique.items()}
