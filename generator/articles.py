"""One article read: what cannot be read is a problem, and the others go on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.ingest import Raw, article_of, metadata_beside, read_raw
from generator.model import Article, Fact
from generator.pipeline import tell
from generator.problems import Problem, ProblemError
from generator.unread import Unread


@dataclass(frozen=True, slots=True)
class Read:
    """What one file gave. `article` is None where it could not be read; `problems` then say why.

    `certain` tells that the same bytes give the same.
    """

    path: Path
    article: Article | None
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[Unread, ...] = ()
    certain: bool = True


def read_one(path: Path) -> Read:
    """One file's article with its facts. Whatever goes wrong in it is told as a problem and ends only this file."""
    try:
        raw = read_raw(str(path))
    except ProblemError as error:
        return Read(path, None, problems=(error.problem,), certain=False)
    except OSError as error:
        return Read(path, None, problems=(unreadable(path, error),), certain=False)
    return read_bytes(raw)


def read_bytes(raw: Raw) -> Read:
    """The same of an article's bytes; problems name the file as `raw` does."""
    path = Path(raw.file)
    try:
        raw.doc.encode("utf-8")
        article = article_of(raw)
        told = tell(article)
    except ProblemError as error:
        return Read(path, None, problems=(error.problem,))
    except UnicodeEncodeError:
        return Read(path, None, problems=(_misnamed(path),))
    except Exception as error:  # an article nobody foresaw must not lose the others
        return Read(path, None, problems=(_failed(path, error),), certain=False)
    placed = (replace(problem, file=raw.file) if problem.file == raw.doc else problem for problem in told.problems)
    return Read(path, article, told.facts, tuple(placed), told.unread)


def left_out(raw: Raw) -> str:
    """Why a person left this article out, by the metadata beside it; empty where nobody did."""
    try:
        beside = metadata_beside(raw)
    except ProblemError:
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
