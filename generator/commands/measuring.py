"""The articles with gold facts, read and scored: what the commands `score` and `floor` work on."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.articles import read_one
from generator.commands.progress import progress, say
from generator.commands.project import Project
from generator.evaluation import Scores, kept, rule_precision, scorer
from generator.ingest import find_articles
from generator.model import Article, Fact

LOTS: Mapping[str, tuple[str, ...]] = {
    "seeds": ("seeds",),
    "corpus": ("corpus",),
    "both": ("seeds", "corpus"),
    "practice": ("practice",),
    "unseen": ("unseen",),
}
"""What is scored: the seeds, the corpus, both, articles that were written to practise on, and such as nobody has read
who writes rules."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The facts of the articles with gold facts. `unread` is whether one of the articles could not be read."""

    where: Project
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    unread: bool

    def gold(self, lot: str) -> list[Path]:
        """The files with a lot's gold facts."""
        paths = (self.where.root / "tests" / "gold" / f"{part}.jsonl" for part in LOTS[lot])
        return [path for path in paths if path.exists()]

    @property
    def lots(self) -> list[str]:
        """The lots that there are gold facts of."""
        return [lot for lot in LOTS if self.gold(lot)]

    @property
    def all_gold(self) -> list[Path]:
        """All files with gold facts."""
        return [path for lot in ("both", "practice", "unseen") for path in self.gold(lot)]

    def table(self, gold: Iterable[Path], *options: str) -> str:
        """What the scoring script prints for these gold facts."""
        with tempfile.TemporaryDirectory() as folder:
            predicted = Path(folder) / "predicted.jsonl"
            lines = (json.dumps(fact.record(), ensure_ascii=False) + "\n" for fact in self.facts)
            predicted.write_text("".join(lines), encoding="utf-8")
            command = [sys.executable, str(script(self.where)), str(predicted), *options]
            for path in gold:
                command += ["--gold", str(path)]
            for source in sources(self.where):
                command += ["--sources", str(source)]
            return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S603

    def result(self, gold: Iterable[Path]) -> dict[str, Any]:
        """The same as figures."""
        found: dict[str, Any] = json.loads(self.table(gold, "--json"))
        return found

    def scores(self) -> dict[str, Scores]:
        """What the floor keeps, by lot."""
        return {lot: kept(self.result(self.gold(lot))) for lot in self.lots}

    def precision(self) -> dict[str, tuple[int, int]]:
        """For each rule how many of its facts are right, and how many it found, in all articles with gold facts."""
        texts = {article.doc: article.text for article in self.articles}
        return rule_precision(scorer(script(self.where)), self.all_gold, self.facts, texts)


def measure(where: Project) -> Measured:
    """Read all articles with gold facts. Problems are told on standard error."""
    articles: list[Article] = []
    facts: list[Fact] = []
    unread = False
    for path in progress(paths := find_articles(sources(where)), "articles", len(paths)):
        read = read_one(path)
        for problem in read.problems:
            say(problem.text())
        if read.article is None:
            unread = True
        else:
            articles.append(read.article)
            facts += read.facts
    return Measured(where, tuple(articles), tuple(facts), unread)


def sources(where: Project) -> list[Path]:
    """The folders of the articles with gold facts."""
    folders = [where.articles, *(where.root / "tests" / name for name in ("corpus", "practice", "unseen"))]
    return [folder for folder in folders if folder.is_dir()]


def script(where: Project) -> Path:
    """The scoring script beside the gold facts."""
    return where.root / "tests" / "gold" / "score.py"
