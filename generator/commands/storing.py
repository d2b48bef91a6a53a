"""Articles to stored facts: the first half of `build`."""

from __future__ import annotations

from generator import atomic, fingerprint, store
from generator.cache import Cache
from generator.commands.progress import progress
from generator.commands.project import Project
from generator.commands.steps import Outcome
from generator.engines import Engine
from generator.harvest import Job, file_size, parts, version
from generator.ingest import find_articles
from generator.problems import Problem
from generator.schema import schema_files
from generator.spool import Spool

PARTS = "articles.sqlite"
"""What articles told before, in the project's cache."""


def extract(where: Project, engine: Engine) -> Outcome:
    """Read all articles and store their facts and metadata; status 1 where an article could not be read."""
    done = Outcome()
    articles = facts = 0
    paths = find_articles([where.articles]) if where.articles.is_dir() else []
    jobs = [Job(str(path.absolute()), where.name(path), file_size(path)) for path in paths]
    version()
    with Spool() as spool, Cache(where.cache / PARTS, _same_rules) as kept:
        for job, part in zip(jobs, progress(parts(jobs, engine, kept), "articles", len(jobs)), strict=True):
            done.certain &= part.certain
            if part.left_out:
                done.tell(f"{job.name}: left out: {part.left_out}")
                continue
            for problem in part.problems:
                done.tell(problem.text())
            if part.read and spool.add(part.doc, part.date, part.source, part.zones):
                articles += 1
                facts += part.facts
                continue
            done.status = 1
            if part.read:
                done.tell(_twice(job).text())
        written, removed = keep(where, spool)
    told = f"{articles} of {len(jobs)} articles read, {facts} facts"
    done.summary = f"{told}; {written} files written, {removed} removed"
    done.idle = f"{told}; 0 files written, 0 removed"
    return done


def keep(where: Project, spool: Spool) -> tuple[int, int]:
    """Store the facts: files that changed are written, those of zones without facts removed. Counts of both."""
    names = store.file_names(spool.zones())
    written = sum(
        atomic.write_changed(where.data / store.ZONES / name, "".join(store.zone_lines(zone, spool.told(zone))))
        for zone, name in names.items()
    )
    written += atomic.write_changed_lines(where.data / store.SOURCES, lambda: store.sources_lines(spool.sources()))
    for place, text in schema_files().items():
        atomic.write_changed(where.docs / place, text)
    folder, kept = where.data / store.ZONES, set(names.values())
    stale = [path for path in sorted(folder.glob("*.yml")) if path.name not in kept]
    for path in stale:
        path.unlink()
    return written, len(stale)


def _same_rules() -> bool:
    """Whether rules and code are still what they were when this process first read an article."""
    return fingerprint.reading() == version()


def _twice(job: Job) -> Problem:
    return Problem(
        code="SAME-NAME",
        file=job.name,
        message="another article has the same file name, by which facts name their source; this one was left out",
        fix="rename one of the files",
    )
