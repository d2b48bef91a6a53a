"""Articles to what the store keeps of them, many at once, each read only where it or the rules have changed.

What an article tells depends on its bytes, on the metadata beside it, on its name, and on the
generator: these are the key under which it is kept.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import fingerprint, store
from generator.articles import left_out, read_bytes
from generator.cache import Cache
from generator.engines import Engine
from generator.ingest import Raw, read_raw
from generator.ingest.raw import is_remote
from generator.model import Fact
from generator.problems import Problem, ProblemError
from generator.store import Source


@dataclass(frozen=True, slots=True)
class Job:
    """An article to read: its path or address, the name by which problems call it, its size in bytes."""

    address: str
    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """What the store keeps of one article: YAML text for the file of the sources, and for that of each zone.

    `read` is False where it could not be read, which `problems` explain, or where a person left it out and said why.
    `certain` tells that the same bytes give the same.
    """

    doc: str
    read: bool = False
    date: str = ""
    source: str = ""
    zones: tuple[tuple[str, str], ...] = ()
    facts: int = 0
    left_out: str = ""
    problems: tuple[Problem, ...] = ()
    certain: bool = True


def parts(jobs: Sequence[Job], engine: Engine, kept: Cache) -> Iterator[Part]:
    """What each article gives, in the order of the jobs. Raises what the engine raises."""
    keys = [_key(job) for job in jobs]
    new = [key not in kept for key in keys]
    made = engine.map(read_part, [job for job, needed in zip(jobs, new, strict=True) if needed])
    for job, key, needed in zip(jobs, keys, new, strict=True):
        part = None if needed else kept.get(key)
        if part:
            yield _part_of(part)
        else:
            yield _keep(next(made) if needed else read_part(job), kept)


def read_part(job: Job) -> tuple[str, Part]:
    """An article's key and what the store keeps of it; the key is empty where another try may give something else."""
    try:
        raw = read_raw(job.address, job.name)
    except ProblemError as error:
        return "", Part(Path(job.address).name, problems=(error.problem,), certain=False)
    reason = left_out(raw)
    if reason:
        return key_of(raw), Part(raw.doc, left_out=reason)
    read = read_bytes(raw)
    if read.article is None:
        return key_of(raw) if read.certain else "", Part(raw.doc, problems=read.problems, certain=read.certain)
    zones: dict[str, list[Fact]] = defaultdict(list)
    for fact in read.facts:
        zones[fact.owner.zone].append(fact)
    return key_of(raw), Part(
        doc=raw.doc,
        read=True,
        date=read.article.date,
        source=store.source_text(Source(read.article, len(read.facts), read.problems, read.unread)),
        zones=tuple((zone, store.facts_text(zones[zone])) for zone in sorted(zones)),
        facts=len(read.facts),
        problems=read.problems,
    )


def key_of(raw: Raw) -> str:
    """What an article's part hangs on, as a hash."""
    digest = hashlib.sha256(version().encode())
    for piece in (raw.file.encode("utf-8", "surrogateescape"), raw.data, raw.beside):
        digest.update(b"-" if piece is None else b"+" + len(piece).to_bytes(8, "big") + piece)
    return digest.hexdigest()


def file_size(path: Path) -> int:
    """Bytes of a file; 0 where it is gone, which its reading will tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def version() -> str:
    """The state of all that reads articles, when this process first asked."""
    return fingerprint.at_start()


def _key(job: Job) -> str:
    """The key of the article as it stands now; empty where it cannot be read from here."""
    if is_remote(job.address):
        return ""
    try:
        return key_of(read_raw(job.address, job.name))
    except ProblemError:
        return ""


def _keep(made: tuple[str, Part], kept: Cache) -> Part:
    key, part = made
    if key:
        kept.put(key, _plain(part))
    return part


def _plain(part: Part) -> dict[str, Any]:
    problems = [problem.record() | {"fatal": problem.fatal} for problem in part.problems]
    return {
        "doc": part.doc,
        "read": part.read,
        "date": part.date,
        "source": part.source,
        "zones": [list(told) for told in part.zones],
        "facts": part.facts,
        "left_out": part.left_out,
        "problems": problems,
    }


def _part_of(plain: dict[str, Any]) -> Part:
    zones = tuple((zone, text) for zone, text in plain["zones"])
    problems = tuple(Problem(**problem) for problem in plain["problems"])
    return Part(**plain | {"zones": zones, "problems": problems})
