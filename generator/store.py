"""Facts as YAML files and back: one file a zone, one for the sources.

The same facts give the same bytes in whatever order they come. A field that is empty
is left out of the file and is empty again when read.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

import yaml

from generator.model import CONTENTS, Article, Content, Fact, Kind, Owner, Span, plain
from generator.problems import Problem, ProblemError
from generator.unread import Unread

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNREADABLE = (OSError, yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError, RecursionError)
"""What reading a file raises that somebody else wrote over."""
SURE = 1 << 20
"""Characters up to which any file is read within a second, whatever is in it."""
LEAST_LINES, MOST_LINES, LONGEST_LINE = 3, 64, 4096
"""Lines of an entry, and characters of a line, both on average over a large file."""
ENTRY = re.compile(r"^- (?:id|doc): ", re.MULTILINE)
"""How an entry begins in a file of the store."""
SMALL = 1 << 16
"""Characters up to which a file is read at once."""
TOGETHER = 100
"""Entries that are read together of a larger one."""
ZONES = "zones"
SOURCES = "sources.yml"
NAME_BYTES = 200
"""Bytes of a zone's name that its file's name keeps; file systems take 255 with the ending and a collision's mark."""
UNSAFE = re.compile(r'[\x00-\x1f\x7f"%*/:<>?\\|]|^[-.~ ]|[. ]$|^(?=(?:con|prn|aux|nul|com\d|lpt\d)$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of an article without its text, what was wrong in it, and the numbers that became no fact."""

    article: Article
    facts: int = 0
    problems: tuple[Problem, ...] = ()
    unread: tuple[Unread, ...] = ()


class _Dumper(DUMPER):  # type: ignore[misc, valid-type]
    """The safe dumper with lists of words on one line."""

    def represent_list(self, values: list[Any]) -> yaml.Node:
        """A list as YAML: block style only where it holds mappings or lists."""
        flow = bool(values) and not any(isinstance(value, dict | list) for value in values)
        return self.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=flow)  # type: ignore[no-any-return]


_Dumper.add_representer(list, _Dumper.represent_list)


def dump(value: Any) -> str:
    """Plain values as YAML: keys in the order given, Chinese as it is, a string never folded."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 30, default_flow_style=False
    )
    return text


def zone_files(facts: Iterable[Fact]) -> dict[str, str]:
    """File names, relative to the data folder, to the YAML text of each zone's facts."""
    zones: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        zones[fact.owner.zone].append(fact)
    names = file_names(zones)
    return {f"{ZONES}/{names[zone]}": zone_text(zone, zones[zone]) for zone in sorted(zones)}


def zone_text(zone: str, facts: Iterable[Fact]) -> str:
    """The file of one zone: its facts by article and place."""
    articles: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        articles[fact.doc].append(fact)
    return "".join(zone_lines(zone, (facts_text(articles[doc]) for doc in sorted(articles))))


def zone_lines(zone: str, articles: Iterable[str]) -> Iterator[str]:
    """The same from the texts of the facts of each article, in the order of the articles' names."""
    yield (
        "# Facts as the machine read them, written by `python -m generator build`: a change made here is lost.\n"
        "# Corrections belong in the file of the same name in seeds/overrides.\n"
    )
    yield dump({"zone": zone})
    yield "facts:\n"
    yield from articles


def facts_text(facts: Iterable[Fact]) -> str:
    """What a zone's file holds of one article: its facts by place."""
    ordered = sorted(facts, key=lambda fact: (fact.span.start, fact.span.end, fact.id))
    return dump([fact_entry(fact) for fact in ordered])


def fact_entry(fact: Fact) -> dict[str, Any]:
    """The fact as its zone's file has it: the exchange format with its provenance, without what is empty."""
    entry = fact.record()
    del entry["zone"]
    entry |= {"sentence": fact.sentence, "rule": fact.rule, "mended": list(fact.mended)}
    required = {field.name for field in fields(fact.content) if field.default is MISSING}
    return {name: value for name, value in entry.items() if name in required or value not in ("", None, [])}


def read_facts(data: Path) -> tuple[Fact, ...]:
    """All facts of the data folder, by zone's file and place. Raises ProblemError where a file is not the store's."""
    found: list[Fact] = []
    for path in sorted((data / ZONES).glob("*.yml")):
        found += read_zone(path)
    return tuple(found)


def read_zone(path: Path) -> tuple[Fact, ...]:
    """The facts of one zone's file. Raises ProblemError where it cannot be read."""
    try:
        return facts_of(parse(path.read_text(encoding="utf-8")))
    except UNREADABLE as error:
        raise ProblemError(unreadable(path, error)) from error


def parse(text: str) -> Any:
    """The plain values in a file's YAML. Raises what `UNREADABLE` lists."""
    if len(text) > SURE and not _of_entries(text):
        raise ForeignFileError
    if "&" in text and "*" in text and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, LOADER)):
        raise ForeignFileError
    return _in_pieces(text) if len(text) > SMALL else _loaded(text)


def _loaded(text: str) -> Any:
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - the safe loader in C


def _in_pieces(text: str) -> Any:
    """The same for a large file: the loader needs twenty times the memory of what it reads at once.

    Where the pieces do not make what the store writes, the whole is read, which tells what is wrong and where.
    """
    starts = [found.start() for found in ENTRY.finditer(text)]
    entries: list[Any] = []
    try:
        head = _loaded(text[: starts[0]])
        for first in range(0, len(starts), TOGETHER):
            ends = [*starts[first + TOGETHER : first + TOGETHER + 1], len(text)]
            piece = _loaded(text[starts[first] : ends[0]])
            if not isinstance(piece, list) or len(piece) != len(starts[first : first + TOGETHER]):
                return _loaded(text)
            entries += piece
    except (IndexError, yaml.YAMLError):
        return _loaded(text)
    if head is None:
        return entries
    if isinstance(head, dict) and list(head.values())[-1:] == [None]:
        return head | {list(head)[-1]: entries}
    return _loaded(text)


class ForeignFileError(ValueError):
    """A file that the store has not written: one that would expand, or that would take long to be refused."""


def _of_entries(text: str) -> bool:
    """Whether a text is built as the store's files are: entries of a few lines each, none of them endless."""
    lines = text.count("\n")
    entries = sum(text.count(f"\n- {key}: ") for key in ("id", "doc"))
    return lines <= entries * MOST_LINES and entries * LEAST_LINES <= lines and len(text) <= lines * LONGEST_LINE


def is_plain(value: Any) -> bool:
    """Whether the values of a file are those that its own writer gives, and JSON therefore keeps: no dates, no sets."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and is_plain(part) for key, part in value.items())
    if isinstance(value, list):
        return all(map(is_plain, value))
    return value is None or isinstance(value, str | int | float)


def facts_of(body: Any) -> tuple[Fact, ...]:
    """The facts in the values of a zone's file. Raises what `UNREADABLE` lists."""
    return tuple(fact_of(entry, body["zone"]) for entry in body["facts"])


def fact_of(entry: Mapping[str, Any], zone: str) -> Fact:
    """The fact that an entry of a zone's file holds. Raises KeyError, TypeError or ValueError where it holds none."""
    return Fact(
        id=entry["id"],
        doc=entry.get("doc", ""),
        owner=Owner(zone, entry.get("subject", "")),
        content=content_of(Kind(entry["kind"]), entry),
        evidence=entry.get("evidence", ""),
        span=Span(entry["start"], entry["end"]),
        sentence=entry.get("sentence", ""),
        rule=entry.get("rule", ""),
        mended=tuple(entry.get("mended", ())),
    )


def content_of(kind: Kind, entry: Mapping[str, Any]) -> Content:
    """The content of a kind from plain values by the names of its fields; what is absent has its default."""
    found = {name: typed(entry[name], hint) for name, hint in hints(kind).items() if name in entry}
    return CONTENTS[kind](**found)


@cache
def hints(kind: Kind) -> Mapping[str, Any]:
    """The types of a kind's fields by their names."""
    known = get_type_hints(CONTENTS[kind])
    return {field.name: known[field.name] for field in fields(CONTENTS[kind])}


def typed(value: Any, hint: Any) -> Any:
    """A plain value as the model's type: text to an enum, a list to a tuple."""
    if isinstance(value, list):
        return tuple(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return value


def sources_text(sources: Iterable[Source]) -> str:
    """The file of the articles: newest first, without their text."""
    ordered = sorted(sorted(sources, key=lambda source: source.article.doc), key=_date, reverse=True)
    return "".join(sources_lines(source_text(source) for source in ordered))


def sources_lines(articles: Iterable[str]) -> Iterator[str]:
    """The same from the text of each article, in the order of the file."""
    yield "# The articles that facts were read from, written by `python -m generator build`.\n"
    told = False
    for text in articles:
        told = True
        yield text
    if not told:
        yield "[]\n"


def source_text(source: Source) -> str:
    """What the file of the articles holds of one."""
    return dump([_source_entry(source)])


def read_sources(data: Path) -> tuple[Source, ...]:
    """The articles that the data folder knows, without texts. Raises ProblemError where the file is not the store's."""
    path = data / SOURCES
    if not path.exists():
        return ()
    try:
        return sources_of(parse(path.read_text(encoding="utf-8")))
    except UNREADABLE as error:
        raise ProblemError(unreadable(path, error)) from error


def sources_of(entries: Any) -> tuple[Source, ...]:
    """The articles in the values of the sources' file. Raises what `UNREADABLE` lists."""
    return tuple(_source_of(entry) for entry in entries or ())


def file_names(zones: Iterable[str]) -> dict[str, str]:
    """Zones to file names that every file system takes, all different where case and accents do not count.

    A zone's name is its file's name where that is safe; what is not is written as in an
    address (%2F). A name that is too long, or the same as another but for case, ends in a
    mark made from the whole name.
    """
    stems = {zone: file_stem(zone) for zone in zones}
    alike = Counter(_folded(stem) for stem in stems.values())
    return {
        zone: f"{marked_stem(zone) if alike[_folded(stem)] > 1 else stem}.yml" for zone, stem in sorted(stems.items())
    }


def file_stem(zone: str) -> str:
    """The name of a zone's file without its ending, other zones not considered."""
    stem = UNSAFE.sub(lambda found: _quoted(found.group()), zone) or "%"
    if len(_bytes(stem)) <= NAME_BYTES:
        return stem
    return _bytes(stem)[:NAME_BYTES].decode("utf-8", "ignore") + "~" + _mark(zone)


def marked_stem(zone: str) -> str:
    """The name of a zone's file where another zone's name is the same but for case."""
    return f"{file_stem(zone)}~{_mark(zone)}"


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in _bytes(text)) or "%"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _folded(stem: str) -> str:
    return unicodedata.normalize("NFKC", stem).casefold()


def _mark(zone: str) -> str:
    return hashlib.sha256(_bytes(zone)).hexdigest()[:8]


def _date(source: Source) -> str:
    return source.article.date


ARTICLE_FIELDS = ("title", "publisher", "date", "url", "author", "encoding")


def _source_entry(source: Source) -> dict[str, Any]:
    article = source.article
    entry: dict[str, Any] = {"doc": article.doc}
    entry |= {name: getattr(article, name) for name in ARTICLE_FIELDS if getattr(article, name)}
    entry["facts"] = source.facts
    if source.problems:
        entry["problems"] = [_problem_entry(problem) for problem in source.problems]
    if source.unread:
        entry["unread"] = [_unread_entry(unread) for unread in source.unread]
    return entry


def _unread_entry(unread: Unread) -> dict[str, Any]:
    values = {field.name: plain(getattr(unread, field.name)) for field in fields(unread)}
    return {name: value for name, value in values.items() if value not in ("", None)}


def _problem_entry(problem: Problem) -> dict[str, Any]:
    entry = {name: value for name, value in problem.record().items() if value}
    return entry if problem.fatal else entry | {"fatal": False}


def _source_of(entry: Mapping[str, Any]) -> Source:
    known = {name: entry.get(name, "") for name in ARTICLE_FIELDS}
    problems = tuple(Problem(**{"file": "", "message": "", **problem}) for problem in entry.get("problems", ()))
    unread = tuple(_unread_of(number) for number in entry.get("unread", ()))
    return Source(Article(doc=entry["doc"], text="", **known), entry["facts"], problems, unread)


def _unread_of(entry: Mapping[str, Any]) -> Unread:
    values = {field.name: entry.get(field.name, "") for field in fields(Unread)}
    return Unread(**values | {"value": typed(entry["value"], None), "start": entry["start"]})


def unreadable(path: Path, error: Exception) -> Problem:
    """A file of the store that holds something else, or that the system does not give."""
    mark = getattr(error, "problem_mark", None)
    return Problem(
        code="STORE-UNREADABLE",
        file=path.as_posix(),
        message=f"this file of extracted facts cannot be read ({type(error).__name__})",
        line=mark.line + 1 if mark else 0,
        column=mark.column + 1 if mark else 0,
        fix="run `python -m generator build`, which writes it anew",
    )
