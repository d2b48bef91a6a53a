"""A profile's opening sentences: only what is known, each clause with the fact that it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.compare.naming import registered
from generator.model import Attribute, Cooperation, Honour, IndustryRole, Metric
from generator.pages.profile import Profile
from generator.pages.rows import Row
from generator.pages.words import change_words

FIGURES = 3
INDUSTRIES = 5
PARTNERS = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence; `fact` is the id of the fact that it says, empty for the words between."""

    text: str
    fact: str = ""


Sentence = tuple[Clause, ...]


def summary(profile: Profile) -> tuple[Sentence, ...]:
    """At most four sentences: who the zone is, how big, in what, and its latest honour and its partners."""
    made = (_identity(profile), _figures(profile), _industries(profile), _standing(profile))
    told = tuple(sentence for sentence in made if sentence)
    if told and not made[0]:
        return ((Clause(f"{profile.zone.name}："), *told[0]), *told[1:])
    return told


def _identity(profile: Profile) -> Sentence:
    known = {group.name: group.rows for group in profile.identity}
    province, city = (known.get(attribute.value, ()) for attribute in (Attribute.PROVINCE, Attribute.CITY))
    clauses: list[list[Clause]] = []
    place = [Clause(row.what, row.id) for row in (*province[:1], *city[:1])]
    if len(place) == 2 and place[1].text.startswith(place[0].text.removesuffix("省").removesuffix("市")):
        place = place[:1]
    if place:
        clauses.append([Clause("位于"), *place])
    clauses += [[Clause("是"), Clause(row.what, row.id)] for row in known.get(Attribute.LEVEL.value, ())[:1]]
    clauses += [[Clause(f"{row.what}成立", row.id)] for row in known.get(Attribute.FOUNDED.value, ())[:1]]
    clauses += [[Clause(f"{row.what}获批", row.id)] for row in known.get(Attribute.APPROVED.value, ())[:1]]
    return _joined([Clause(profile.zone.name)], clauses, "，")


def _figures(profile: Profile) -> Sentence:
    """The first key figures that the register knows, each time said once."""
    clauses, last = [], ""
    for row in [row for row in profile.headline if row.when and registered(row.what)][:FIGURES]:
        clauses.append(list(_figure(row, last)))
        last = row.when
    return _joined([], clauses, "；")


def _figure(row: Row, last: str) -> Iterator[Clause]:
    change = change_words(row.content.change) if isinstance(row.content, Metric) else ""
    level = row.figure.text if row.figure else ""
    if row.when != last:
        yield Clause(f"{row.when}，")
    yield Clause(f"{row.what} {level}{f'，{change}' if change else ''}", row.id)


def _industries(profile: Profile) -> Sentence:
    """The leading industries; where none is called so, the key ones."""
    known = {group.name: group.rows for group in profile.industries}
    for role in (IndustryRole.LEADING, IndustryRole.KEY):
        rows = known.get(role.value, ())
        if rows:
            more = f"等 {len(rows)} 项" if len(rows) > INDUSTRIES else ""
            return _joined([Clause(f"{role.value}产业有")], _each(rows[:INDUSTRIES]), "、", more)
    return ()


def _standing(profile: Profile) -> Sentence:
    partners = {row.what: row for group in profile.cooperations for row in group.rows if _own(row)}
    more = f"等 {len(partners)} 方" if len(partners) > PARTNERS else ""
    together = _joined([Clause("与")], _each(list(partners.values())[:PARTNERS]), "、", f"{more}有合作")
    dated = [row for row in profile.honours if row.when and not row.subject and isinstance(row.content, Honour)]
    latest = max(dated, key=lambda row: row.content.date if isinstance(row.content, Honour) else "", default=None)
    if latest is None:
        return together
    honour = (Clause(f"{latest.when}："), Clause(latest.what, latest.id))
    return (*honour, Clause("。"), *together) if together else (*honour, Clause("。"))


def _own(row: Row) -> bool:
    return isinstance(row.content, Cooperation) and not row.subject


def _each(rows: Iterable[Row]) -> list[list[Clause]]:
    return [[Clause(row.what, row.id)] for row in rows]


def _joined(head: list[Clause], clauses: list[list[Clause]], mark: str, tail: str = "") -> Sentence:
    """Head, clauses with a mark between them, tail and a stop; nothing where there are no clauses."""
    if not clauses:
        return ()
    body = [part for place, clause in enumerate(clauses) for part in ([Clause(mark)] if place else []) + clause]
    return (*head, *body, Clause(f"{tail}。"))
