"""One timeline over all zones: on one page while it is short, a page a year once it is long, filters over all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.compare import Happening, happenings
from generator.compare.dates import day_words
from generator.model import Event, Zone
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.paging import Leaf, leaves
from generator.pages.scripts import call
from generator.pages.site import Site
from generator.pages.whereabouts import province

SHORT = 150
"""Events that one page lists."""
LATEST = 60
"""Events on the first page where each year has its own."""
PIECE = 500
"""Events in one script of the filters."""
UNDATED = "时间未注明"
FOLDER = "timeline"
"""Where the scripts lie, below the folder of downloads."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event in the list over all zones."""

    zone: str
    zone_link: str
    link: str
    when: str
    text: str
    kind: str
    subject: str


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The timeline's first page, and pages by year where it is long."""
    found = happenings(site.archive)
    page = addresses.TIMELINE
    years = _by_year(found)
    if len(found) <= SHORT:
        yield page, _page(site, page, years)
        return
    pages = {year: leaves(_year_page(year), events, SHORT) for year, events in years.items()}
    links = tuple((year, addresses.link(page, pages[year][0].path), len(events)) for year, events in years.items())
    yield page, _page(site, page, _by_year(found[:LATEST]), links)
    for year, made in pages.items():
        for leaf in made:
            others = tuple(
                (other, addresses.link(leaf.path, pages[other][0].path), len(years[other])) for other in years
            )
            yield leaf.path, _page(site, leaf.path, {year: leaf.entries}, others, leaf)


def _page(
    site: Site,
    page: str,
    years: dict[str, Sequence[Happening]],
    links: tuple[tuple[str, str, int], ...] = (),
    leaf: Leaf[Happening] | None = None,
) -> str:
    shown = tuple((year, tuple(_told(site, page, event) for event in events)) for year, events in years.items())
    whole = addresses.link(page, addresses.TIMELINE)
    template = environment().get_template("timeline.md.j2")
    return template.render(years=shown, links=links, leaf=leaf, whole=whole, root=addresses.root(page))


def _by_year(found: Sequence[Happening]) -> dict[str, Sequence[Happening]]:
    years: dict[str, list[Happening]] = {}
    for entry in found:
        years.setdefault(_date(entry)[:4] or UNDATED, []).append(entry)
    return dict(years)


def _year_page(year: str) -> str:
    return f"compare/timeline/{year if year.isascii() and year.isdigit() else 'undated'}.md"


def _date(entry: Happening) -> str:
    return entry.content.date if isinstance(entry.content, Event) else ""


def _told(site: Site, page: str, entry: Happening) -> Told:
    content, fact = entry.content, entry.published.fact
    event = content if isinstance(content, Event) else None
    return Told(
        zone=entry.zone.name,
        zone_link=site.zone_link(page, entry.zone),
        link=site.fact_link(page, fact.id),
        when=day_words(_date(entry)),
        text=event.title if event else "",
        kind=event.type.value if event else "",
        subject=fact.owner.subject,
    )


def scripts(site: Site) -> Iterator[tuple[str, str]]:
    """What the filters ask for: all they can choose from, and the events, the latest first, in pieces."""
    found = happenings(site.archive)
    zones = {entry.zone.name: entry.zone for entry in found}
    places = {name: place for place, name in enumerate(zones)}
    told = [_event(entry, places[entry.zone.name]) for entry in found]
    pieces = [told[start : start + PIECE] for start in range(0, len(told), PIECE)]
    index = {
        "zones": [_place(site, zone) for zone in zones.values()],
        "kinds": list(dict.fromkeys(kind for _, _, kind, _, _ in told)),
        "years": list(dict.fromkeys(date[:4] for date, *_ in told)),
        "pieces": [sorted({date[:4] for date, *_ in piece}) for piece in pieces],
    }
    yield f"{FOLDER}/index.js", call("timelineIndex", index)
    for number, piece in enumerate(pieces):
        yield f"{FOLDER}/{number}.js", call("timelinePiece", number, piece)


def _place(site: Site, zone: Zone) -> tuple[str, str, str, str]:
    """A zone's name and province, its page, and its place on a page that it shares."""
    page, _, anchor = site.zone_address(zone).partition("#")
    return zone.name, province(zone), page, anchor


def _event(entry: Happening, zone: int) -> tuple[str, str, str, int, str]:
    """Date, words, kind, the zone's place in the list, and the fact's id."""
    event = entry.content
    words, kind = (event.title, event.type.value) if isinstance(event, Event) else ("", "")
    return _date(entry), words, kind, zone, entry.published.fact.id
