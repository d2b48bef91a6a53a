"""Corrections onto facts. One that cannot be applied is reported, and the machine's value stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator import rules
from generator.facts import PREFIXES
from generator.model import Action, Article, Fact, Kind, Override, Owner, Published, Span, plain
from generator.overrides.complaints import foreign, no_change, record, stale, unknown_fact, unknown_zone
from generator.overrides.entry import Entry, OverrideFile
from generator.overrides.form import ADDED_KEYS
from generator.overrides.merging import merged
from generator.overrides.quote import find_quote
from generator.problems import Problem, likeliest, shown
from generator.store import content_of

ID_DIGITS = 10
RULE = "override"
"""The rule of a fact that a person added."""


@dataclass(frozen=True, slots=True)
class Applied:
    """The facts after corrections, those that people rejected, and what could not be applied."""

    facts: tuple[Published, ...]
    rejected: tuple[Published, ...]
    problems: tuple[Problem, ...]
    idle: tuple[Idle, ...] = ()


@dataclass(frozen=True, slots=True)
class Idle:
    """An override without effect: why, and the fact that it speaks of as the machine reads it now, if there is one."""

    override: Override
    kind: Kind
    problem: Problem
    fact: Fact | None = None


def apply(
    files: Sequence[OverrideFile], facts: Iterable[Fact], articles: Mapping[str, Article], folder: str
) -> Applied:
    """Apply all overrides of the files. `folder` is where messages say that files are."""
    return _Application(files, facts, articles, folder).applied()


class _Application:
    """One run over the files; facts are changed by id, problems are gathered."""

    def __init__(
        self, files: Sequence[OverrideFile], facts: Iterable[Fact], articles: Mapping[str, Article], folder: str
    ) -> None:
        self.files, self.articles, self.folder = files, articles, folder
        self.merged, self.problems = merged(files)
        extracted = tuple(facts)
        self.told = {fact.owner.zone for fact in extracted} | {zone["name"] for zone in rules.load("zones")}
        self.machine = {fact.id: fact for fact in map(self._moved, extracted)}
        self.zones = {fact.owner.zone for fact in self.machine.values()}
        self.known = self.zones | {zone["name"] for zone in rules.load("zones")}
        self.known |= {file.zone for file in files if any(_adds(entry) for entry in file.entries)}
        self.done: dict[str, Entry] = {}
        self.changed: dict[str, Published] = {}
        self.added: list[Published] = []
        self.idle: list[Idle] = []

    def applied(self) -> Applied:
        seen: dict[str, str] = {}
        for file in self.files:
            self._check_zone(file)
            self._check_file(file, seen.setdefault(file.zone, file.file))
            for entry in file.entries:
                if self._twice(entry):
                    continue
                if _adds(entry):
                    self._add(file, entry)
                else:
                    self._change(file, entry)
        facts: list[Published] = []
        rejected: list[Published] = []
        for fact in self.machine.values():
            published = self.changed.get(fact.id, Published(fact=fact))
            gone = published.override is not None and published.override.action is Action.REJECT
            (rejected if gone else facts).append(published)
        problems = (*self.problems, *(idle.problem for idle in self.idle))
        return Applied((*facts, *self.added), tuple(rejected), problems, tuple(self.idle))

    def _moved(self, fact: Fact) -> Fact:
        """The fact under the zone that its zone was merged into."""
        zone = self.merged.get(fact.owner.zone)
        return replace(fact, owner=Owner(zone, fact.owner.subject)) if zone else fact

    def _check_zone(self, file: OverrideFile) -> None:
        if file.zone not in self.known:
            self.problems.append(unknown_zone(file.file, file.places["zone"], "zone", file.zone, self.known))
        for merge in file.merges:
            if merge.zone not in self.told:
                self.problems.append(
                    unknown_zone(file.file, (merge.line, merge.column), "merge", merge.zone, self.known)
                )

    def _check_file(self, file: OverrideFile, first: str) -> None:
        if first != file.file:
            self.problems.append(
                Problem(
                    code="DOUBLE-FILE",
                    file=file.file,
                    message=f"another file is about this zone, {first}",
                    line=file.places["zone"][0],
                    column=file.places["zone"][1],
                    key="zone",
                    found=shown(file.zone),
                    fix="put both into one file",
                )
            )

    def _twice(self, entry: Entry) -> bool:
        first = self.done.get(entry.override.fact) if entry.override.fact else None
        if first is None:
            if entry.override.fact:
                self.done[entry.override.fact] = entry
            return False
        problem = entry.problem(
            "DOUBLE-OVERRIDE",
            f"{entry.override.fact} has an override already, in {first.override.file}:{first.override.line}",
            "fact",
            found=entry.override.action.value,
            expected="one override a fact",
            fix="put both into one entry",
        )
        self._idle(entry, problem)
        return True

    def _idle(self, entry: Entry, problem: Problem) -> None:
        self.idle.append(Idle(entry.override, entry.kind, problem, self.machine.get(entry.override.fact)))

    def _change(self, file: OverrideFile, entry: Entry) -> None:
        override = entry.override
        fact = self.machine.get(override.fact)
        if fact is None:
            self._idle(entry, unknown_fact(entry, file.zone, self.machine.values()))
            return
        values = record(fact)
        misplaced = None if fact.owner.zone == file.zone else foreign(entry, file.zone, fact, self.folder)
        moved = "zone" in dict(override.expect)
        problem = None if moved else misplaced
        problem = problem or no_change(entry, values) or stale(entry, values) or misplaced or self._wrong_zone(entry)
        if problem:
            self._idle(entry, problem)
            return
        after = _with(fact, dict(override.set)) if override.action is Action.CORRECT else fact
        self.changed[fact.id] = Published(fact=after, override=override, machine=fact)

    def _wrong_zone(self, entry: Entry) -> Problem | None:
        zone = dict(entry.override.set).get("zone")
        if zone is None or zone in self.known:
            return None
        return unknown_zone(entry.override.file, entry.places["set.zone"], "set.zone", zone, self.known)

    def _add(self, file: OverrideFile, entry: Entry) -> None:
        override = entry.override
        values = dict(override.set)
        problem = self._wrong_zone(entry)
        if override.fact in self.machine:
            problem = entry.problem(
                "DOUBLE-OVERRIDE",
                "an added fact cannot have the id of an extracted one",
                "fact",
                found=override.fact,
                fix="remove the line, or write action: correct",
            )
        span, quote = Span(0, 0), values.get("source", "")
        if not problem and "doc" in values:
            quoted = self._quoted(entry, values)
            problem = quoted if isinstance(quoted, Problem) else None
            span = quoted if isinstance(quoted, Span) else span
        if problem:
            self._idle(entry, problem)
            return
        doc = values.get("doc", "")
        evidence = self.articles[doc].text[span.start : span.end] if doc else quote
        fact = Fact(
            id=override.fact or self._new_id(file, entry),
            doc=doc,
            owner=Owner(values.get("zone", file.zone), values.get("subject", "")),
            content=content_of(entry.kind, {name: plain(value) for name, value in values.items()}),
            evidence=evidence,
            span=span,
            sentence=values.get("evidence", quote),
            rule=RULE,
        )
        self.added.append(Published(fact=fact, override=replace(override, fact=fact.id)))

    def _quoted(self, entry: Entry, values: Mapping[str, Any]) -> Span | Problem:
        """Where the quoted words stand in the document that the entry names."""
        article = self.articles.get(values["doc"])
        if article is None:
            near = likeliest(values["doc"], self.articles, 1)
            return entry.problem(
                "UNKNOWN-DOCUMENT",
                "there is no such article",
                "set.doc",
                found=shown(values["doc"]),
                expected="the file name of an article" + (f", such as {near[0]}" if near else ""),
                fix=f"write {near[0]}" if near else "copy the name from the page of the source",
            )
        return find_quote(article, values["evidence"]) or entry.problem(
            "UNKNOWN-QUOTE",
            f"the words do not stand in {article.doc}",
            "set.evidence",
            found=shown(values["evidence"]),
            expected="words of the article, at most 80 characters",
            fix="copy them from the article or from the page",
        )

    def _new_id(self, file: OverrideFile, entry: Entry) -> str:
        """An id that hangs on where the fact was read, so that it survives a corrected value."""
        values = dict(entry.override.set)
        parts = [file.zone, *(str(values.get(name, "")) for name in ADDED_KEYS)]
        taken = {published.fact.id for published in self.added} | self.machine.keys()
        again = 0
        while (found := _digest(entry.kind, [*parts, str(again)])) in taken:
            again += 1
        return found


def _adds(entry: Entry) -> bool:
    return entry.override.action is Action.ADD


def _digest(kind: Kind, parts: Sequence[str]) -> str:
    text = "\x1f".join(["added", *parts])
    return f"{PREFIXES[kind]}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:ID_DIGITS]}"


def _with(fact: Fact, changes: Mapping[str, Any]) -> Fact:
    """The fact with these fields changed."""
    values = fact.record() | {name: plain(value) for name, value in changes.items()}
    owner = Owner(values["zone"], values["subject"])
    return replace(fact, owner=owner, content=content_of(fact.kind, values))
