"""What a profile says of time: pictures of its series, what came of its targets, where its figures stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.compare.series import Known, all_series
from generator.model import Metric
from generator.pages import addresses
from generator.pages.curves import Curve, curve
from generator.pages.deadlines import Came, came_of
from generator.pages.rows import Row
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class Place:
    """A figure with its place among those of other zones, as counted here, and the comparison that shows them."""

    row: Row
    standing: str
    link: str


def known_by_subject(every: Iterable[Row]) -> dict[str, list[Known]]:
    """The figures of the zone (under an empty name) and of each subject inside it, as shown: rivals left out."""
    found: dict[str, list[Known]] = {}
    for row in every:
        if isinstance(row.content, Metric):
            found.setdefault(row.subject, []).append((row.id, row.content))
    return found


def curves(known: dict[str, list[Known]], shown: Iterable[Row]) -> dict[str, Curve]:
    """Pictures by the id of the row that they stand under: the last of their rows in the order of the page."""
    places = {row.id: place for place, row in enumerate(shown)}
    found: dict[str, Curve] = {}
    for figures in known.values():
        for series in all_series(figures):
            here = [point.id for point in series.points if point.id in places]
            if here:
                found[max(here, key=places.__getitem__)] = curve(series)
    return found


def outcomes(site: Site, page: str, known: dict[str, list[Known]], targets: Iterable[Row]) -> dict[str, Came]:
    """What came of each target, by the id of its row; those of which nothing is known are left out."""
    found = (
        (row.id, came_of(site, page, row.content, known[row.subject]))
        for row in targets
        if isinstance(row.content, Metric)
    )
    return {fact_id: came for fact_id, came in found if came}


def places(site: Site, page: str, rows: Iterable[Row]) -> tuple[Place, ...]:
    """The figures that have a place among those of other zones, in their order."""
    ranked = ((row, site.standings.get(row.id)) for row in rows)
    return tuple(
        Place(row, row.standing, addresses.link(page, site.indicator_pages[*standing.comparison, False]))
        for row, standing in ranked
        if standing
    )
