"""`python -m tests.bench.whole FOLDER`: extract, store and resolve a project from nothing; its seconds and size."""

from __future__ import annotations

import resource
import shutil
import sys
import time
from pathlib import Path

from generator import store
from generator.commands import storing
from generator.commands.project import Project
from generator.engines.local import Local
from generator.model import Published
from generator.resolve import resolve

KILOBYTE = 1024


def whole(where: Project) -> int:
    """Extract and store all articles, then resolve each zone; how many facts there are."""
    storing.extract(where, Local(1))
    articles = {source.article.doc: source.article for source in store.read_sources(where.data)}
    count = 0
    for path in sorted((where.data / store.ZONES).glob("*.yml")):
        count += len(resolve([Published(fact=fact) for fact in store.read_zone(path)], articles))
    return count


def main(folder: Path) -> None:
    """Print seconds and the largest size of the process in megabytes."""
    where = Project(folder)
    for made in (where.docs, where.cache):
        shutil.rmtree(made, ignore_errors=True)
    start = time.process_time()
    whole(where)
    taken = time.process_time() - start
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
