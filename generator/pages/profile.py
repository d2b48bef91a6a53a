"""A zone's facts in the order of its profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.compare.dates import period_end
from generator.compare.headline import key_figures
from generator.compare.naming import Topic, headline_rank, shared_name, topic, topics
from generator.model import (
    Attribute,
    CooperationType,
    Event,
    Honour,
    Identity,
    Industry,
    IndustryRole,
    Kind,
    Metric,
    Organisation,
    OrganisationType,
    Zone,
)
from generator.pages.curves import Curve
from generator.pages.deadlines import Came
from generator.pages.progress import Place, curves, known_by_subject, outcomes, places
from generator.pages.rows import Row, rows
from generator.pages.site import Site

HOSTS = (
    OrganisationType.PARK,
    OrganisationType.INCUBATOR,
    OrganisationType.PLATFORM,
)
INDUSTRIES = "产业"
IDENTITY_ORDER = (
    Attribute.LEVEL,
    Attribute.PROVINCE,
    Attribute.CITY,
    Attribute.ALIAS,
    Attribute.FORMERLY,
    Attribute.FOUNDED,
    Attribute.APPROVED,
    Attribute.POSITION,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Something inside the zone with what is known of it; `named` are the facts that name it as an organisation."""

    name: str
    type: str
    named: tuple[Row, ...]
    traits: tuple[Group, ...]
    figures: tuple[Row, ...]

    @property
    def known(self) -> bool:
        """Whether more than its name is known."""
        return bool(self.traits or self.figures)

    @property
    def holds(self) -> str:
        """What is folded under its name: 3 个数字、2 项产业、定位."""
        counted = [f"{len(self.figures)} 个数字"] if self.figures else []
        counted += [f"{len(trait.rows)} 项产业" if trait.name == INDUSTRIES else trait.name for trait in self.traits]
        return "、".join(counted)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    name: str
    id: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a zone's page shows, in order."""

    zone: Zone
    identity: tuple[Group, ...]
    headline: tuple[Row, ...]
    figures: tuple[Group, ...]
    targets: tuple[Row, ...]
    industries: tuple[Group, ...]
    hosts: tuple[Subject, ...]
    firms: tuple[Group, ...]
    subjects: tuple[Subject, ...]
    honours: tuple[Row, ...]
    ranks: tuple[Row, ...]
    events: tuple[Group, ...]
    cooperations: tuple[Group, ...]
    people: tuple[Row, ...]
    docs: tuple[str, ...]
    curves: dict[str, Curve]
    outcomes: dict[str, Came]
    places: tuple[Place, ...]


def profile(site: Site, page: str, zone: Zone) -> Profile:
    """The profile of a zone as its page shows it."""
    every = rows(site, page, zone.facts)
    whole = [row for row in every if not row.subject]
    figures = [row for row in whole if row.kind is Kind.METRIC and not row.target]
    known: dict[str, list[Row]] = {}
    for row in every:
        if isinstance(row.content, Organisation):
            known.setdefault(row.content.name, []).append(row)
    inside = _inside(every, known)
    used = {item.fact.doc for item in zone.facts}
    by_topic = _by_topic(figures)
    shown = [row for group in by_topic for row in group.rows] + [row for subject in inside for row in subject.figures]
    known_figures = known_by_subject(every)
    honours = [row for row in every if row.kind is Kind.HONOUR]
    return Profile(
        zone=zone,
        identity=_identity(every),
        headline=headline(figures),
        figures=by_topic,
        targets=tuple(
            sorted((r for r in whole if r.kind is Kind.METRIC and r.target), key=lambda r: _deadline(r) or "9999")
        ),
        industries=_industries(whole),
        hosts=tuple(s for s in inside if s.type in _values(HOSTS)),
        firms=_firms(known, {s.name for s in inside}),
        subjects=tuple(s for s in inside if s.type not in _values(HOSTS)),
        honours=tuple(row for row in honours if not _ranked(row)),
        ranks=tuple(row for row in honours if _ranked(row)),
        events=_by_year(every),
        cooperations=_cooperations(every),
        people=tuple(_as_of(row) for row in every if row.kind is Kind.PERSON),
        docs=_latest_first(site, used),
        curves=curves(known_figures, shown),
        outcomes=outcomes(site, page, known_figures, [row for row in every if row.target]),
        places=places(site, page, figures),
    )


def _latest_first(site: Site, docs: Iterable[str]) -> tuple[str, ...]:
    known = [doc for doc in sorted(docs) if doc in site.articles]
    return tuple(sorted(known, key=lambda doc: site.articles[doc].date, reverse=True))


def _ranked(row: Row) -> bool:
    return isinstance(row.content, Honour) and row.content.rank is not None


def _as_of(row: Row) -> Row:
    """A person's row with the date of the article that names the office: later somebody else may hold it."""
    return replace(row, when=f"截至{row.proof.date}") if row.proof.date else row


def _values(types: Iterable[OrganisationType]) -> set[str]:
    return {type_.value for type_ in types}


def _deadline(row: Row) -> str:
    return period_end(row.content.period) if isinstance(row.content, Metric) else ""


def headline(figures: Iterable[Row]) -> tuple[Row, ...]:
    """The rows of the key figures, the first one first."""
    found = {row.id: row for row in figures}
    keys = key_figures((row.id, row.content) for row in found.values() if isinstance(row.content, Metric))
    return tuple(found[fact_id] for fact_id in keys)


def _by_topic(figures: list[Row]) -> tuple[Group, ...]:
    found: dict[Topic, list[Row]] = {}
    for row in figures:
        found.setdefault(topic(row.what), []).append(row)
    return tuple(Group(entry.name, entry.id, _series_together(found[entry])) for entry in topics() if entry in found)


def _series_together(figures: list[Row]) -> tuple[Row, ...]:
    """Listed indicators first, then as read; figures of one indicator beside each other, the latest first."""
    first: dict[str, int] = {}
    for place, row in enumerate(figures):
        first.setdefault(shared_name(row.what), place)
    late_first = sorted(figures, key=_deadline, reverse=True)
    return tuple(sorted(late_first, key=lambda r: (headline_rank(r.what), first[shared_name(r.what)])))


def _identity(every: Iterable[Row]) -> tuple[Group, ...]:
    found: dict[Attribute, list[Row]] = {attribute: [] for attribute in IDENTITY_ORDER}
    for row in every:
        if isinstance(row.content, Identity) and not row.subject:
            found[row.content.attribute].append(row)
    return tuple(Group(name.value, name.name.lower(), tuple(group)) for name, group in found.items() if group)


def _industries(whole: Iterable[Row]) -> tuple[Group, ...]:
    found: dict[IndustryRole, list[Row]] = {role: [] for role in IndustryRole}
    for row in whole:
        if isinstance(row.content, Industry):
            found[row.content.role].append(row)
    return tuple(Group(role.value, role.name.lower(), tuple(group)) for role, group in found.items() if group)


def _inside(every: Iterable[Row], known: dict[str, list[Row]]) -> tuple[Subject, ...]:
    """What inside the zone houses others or has facts of its own; those of which more is known come first."""
    facts: dict[str, list[Row]] = {name: [] for name, named in known.items() if named[0].tag in _values(HOSTS)}
    for row in every:
        if row.subject and row.kind in (Kind.METRIC, Kind.INDUSTRY, Kind.IDENTITY):
            facts.setdefault(row.subject, []).append(row)
    found = [_subject(name, known.get(name, []), group) for name, group in facts.items()]
    return tuple(sorted(found, key=lambda subject: not subject.known))


def _subject(name: str, named: list[Row], facts: list[Row]) -> Subject:
    traits: dict[str, list[Row]] = {}
    for row in facts:
        if row.kind is not Kind.METRIC:
            traits.setdefault(INDUSTRIES if row.kind is Kind.INDUSTRY else row.tag, []).append(row)
    return Subject(
        name=name,
        type=named[0].tag if named else "",
        named=tuple(named),
        traits=tuple(Group(trait, trait, tuple(group)) for trait, group in traits.items()),
        figures=_series_together([row for row in facts if row.kind is Kind.METRIC]),
    )


def _firms(known: dict[str, list[Row]], shown: set[str]) -> tuple[Group, ...]:
    bare = [row for name, named in known.items() if name not in shown for row in named]
    return tuple(
        Group(type_.value, type_.name.lower(), tuple(group))
        for type_ in OrganisationType
        if (group := [row for row in bare if row.tag == type_.value])
    )


def _by_year(every: Iterable[Row]) -> tuple[Group, ...]:
    """Events from the first year to the last; those without a date at the end."""
    found: dict[str, list[Row]] = {}
    for row in every:
        if isinstance(row.content, Event):
            found.setdefault(row.content.date[:4], []).append(row)
    return tuple(
        Group(
            year, year, tuple(sorted(found[year], key=lambda r: r.content.date if isinstance(r.content, Event) else ""))
        )
        for year in sorted(found, key=lambda year: year or "9999")
    )


def _cooperations(every: Iterable[Row]) -> tuple[Group, ...]:
    found: dict[str, list[Row]] = {kind.value: [] for kind in CooperationType}
    for row in every:
        if row.kind is Kind.COOPERATION:
            found[row.tag].append(row)
    return tuple(Group(kind, kind, tuple(group)) for kind, group in found.items() if group)
