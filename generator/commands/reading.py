"""Articles read one after the other for the commands: what cannot be read is a problem, and the others go on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.ingest import read_article
from generator.ingest.sidecar import read_sidecar
from generator.model import Article, Fact
from generator.pipeline import article_facts
from generator.problems import Problem, ProblemError


@dataclass(frozen=True, slots=True)
class Read:
    """What one file gave. `article` is None where it could not be read; `problems` then say why."""

    path: Path
    article: Article | None
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_one(path: Path) -> Read:
    """One file's article with its facts. Whatever goes wrong in it is told as a problem and ends only this file."""
    try:
        article = read_article(path)
        article.doc.encode("utf-8")
        facts, problems = article_facts(article)
    except ProblemError as error:
        return Read(path, None, problems=(error.problem,))
    except OSError as error:
        return Read(path, None, problems=(unreadable(path, error),))
    except UnicodeEncodeError:
        return Read(path, None, problems=(_misnamed(path),))
    except Exception as error:  # an article nobody foresaw must not lose the others
        return Read(path, None, problems=(_failed(path, error),))
    return Read(path, article, facts, problems)


def excluded(path: Path) -> str:
    """Why a person left this article out, by the metadata beside it; empty where nobody did."""
    try:
        beside = read_sidecar(path)
    except (ProblemError, OSError):
        return ""
    return beside.exclude if beside else ""


def unreadable(path: Path, error: OSError) -> Problem:
    """A file that the system does not let us read."""
    return Problem(
        code="FILE-UNREADABLE",
        file=path.as_posix(),
        message=f"cannot be read: {error.strerror or type(error).__name__}",
        fix="give a file or folder that exists and may be read",
    )


def _misnamed(path: Path) -> Problem:
    return Problem(
        code="FILE-NAME",
        file=path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8"),
        message="the file's name is not UTF-8, so no fact can name its source",
        fix="rename the file",
    )


def _failed(path: Path, error: Exception) -> Problem:
    return Problem(
        code="INTERNAL-ERROR",
        file=path.as_posix(),
        message=f"the generator failed on this article ({type(error).__name__}: {error})",
        fix="report it with the article; the other articles were read",
    )
