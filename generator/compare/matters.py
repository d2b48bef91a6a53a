"""Industries, honours, partners, events and targets of all zones together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compare.dates import period_end
from generator.model import Archive, Content, Cooperation, Event, Honour, Industry, Metric, Published, Status, Zone


@dataclass(frozen=True, slots=True)
class Cell:
    """An industry or an honour in a zone, by the fact that says so."""

    zone: Zone
    published: Published
    content: Industry | Honour


@dataclass(frozen=True, slots=True)
class Partnership:
    """A zone and a partner; `other` is the partner where it is a zone of the archive."""

    zone: Zone
    published: Published
    cooperation: Cooperation
    other: Zone | None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event or a target with its zone."""

    zone: Zone
    published: Published
    content: Event | Metric


def _chosen(archive: Archive) -> Iterator[tuple[Zone, Published, Content]]:
    for zone in archive.zones:
        for published in zone.facts:
            if published.chosen:
                yield zone, published, published.fact.content


def industries(archive: Archive) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    """Each industry with the zones that name it for themselves, the most shared first; one cell a zone."""
    return _shared(archive, Industry)


def honours(archive: Archive) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    """Each honour and rank with the zones that have it themselves, the most shared first; one cell a zone."""
    return _shared(archive, Honour)


def _shared(archive: Archive, kind: type[Industry | Honour]) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    found: dict[str, dict[str, Cell]] = {}
    for zone, published, content in _chosen(archive):
        if isinstance(content, Industry | Honour) and isinstance(content, kind) and not published.fact.owner.subject:
            name = content.name if isinstance(content, Industry) else content.title
            found.setdefault(name, {}).setdefault(zone.name, Cell(zone, published, content))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple((name, tuple(cells.values())) for name, cells in ordered)


def partnerships(archive: Archive) -> tuple[Partnership, ...]:
    """All cooperations in the order of the zones."""
    names = {name: zone for zone in archive.zones for name in (*zone.aliases, zone.name)}
    return tuple(
        Partnership(zone, published, content, names.get(content.partner))
        for zone, published, content in _chosen(archive)
        if isinstance(content, Cooperation)
    )


def happenings(archive: Archive) -> tuple[Happening, ...]:
    """All events, the latest first; those without a date come last."""
    found = [Happening(z, p, c) for z, p, c in _chosen(archive) if isinstance(c, Event)]
    found.sort(key=lambda h: (h.zone.slug, h.published.fact.id))
    return tuple(sorted(found, key=lambda h: h.content.date if isinstance(h.content, Event) else "", reverse=True))


def targets(archive: Archive) -> tuple[Happening, ...]:
    """All targets of zones and what is inside them, by deadline; those without one come last."""
    found = [Happening(z, p, c) for z, p, c in _chosen(archive) if isinstance(c, Metric) and c.status is Status.TARGET]
    return tuple(sorted(found, key=lambda h: (_deadline(h.content), h.zone.slug, h.published.fact.id)))


def _deadline(content: Content) -> str:
    return (period_end(content.period) if isinstance(content, Metric) else "") or "9999"
