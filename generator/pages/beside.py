"""Zones side by side: what the page's script asks for, a file a zone, and the page itself.

A page opened from disk can fetch no file but can load scripts, so the files are scripts
that hand their data over. The page loads those of the chosen zones alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from math import isfinite
from typing import Any

from generator.compare import Comparison, Reading
from generator.compare.dates import date_words, period_words
from generator.compare.headline import key_figures
from generator.compare.scopes import district, scopes
from generator.model import (
    Attribute,
    Cooperation,
    Honour,
    Identity,
    Industry,
    Kind,
    Metric,
    Published,
    Qualifier,
    Status,
    Zone,
)
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.marking import simplified
from generator.pages.profile import IDENTITY_ORDER
from generator.pages.scripts import call
from generator.pages.site import Site
from generator.pages.whereabouts import province
from generator.pages.words import figure, growth, value_text
from generator.tree import File, Fresh

FOLDER = "side-by-side"
"""Where the scripts lie, below the folder of downloads."""
ZONE_CALL, LIST_CALL = "besideZone", "besideZones"
"""The functions of docs/assets/js/beside.js that take the data."""
ABOUT = tuple(attribute for attribute in IDENTITY_ORDER if attribute is not Attribute.ALIAS)
MOST = 4
"""Zones that a reader may choose."""


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The page on which zones are chosen; without scripts it leads to the whole matrix."""
    page = addresses.BESIDE
    yield (
        page,
        environment()
        .get_template("beside.md.j2")
        .render(
            most=MOST,
            about=tuple(attribute.value for attribute in ABOUT),
            matrix=addresses.link(page, addresses.MATRIX),
            to={name: addresses.link(page, getattr(addresses, name)) for name in ("INDUSTRIES", "COOPERATION")},
        ),
    )


def scripts(site: Site) -> Iterator[tuple[str, File]]:
    """The data of each zone with a profile, and the list of these, by path below the folder of downloads."""
    profiles = tuple(site.profiles())
    yield f"{FOLDER}/index.js", Fresh(call(LIST_CALL, [_entry(zone) for zone in profiles]))
    read: dict[str, list[tuple[Comparison, Reading]]] = {}
    for comparison in site.comparisons:
        if not comparison.inside:
            for reading in comparison.readings:
                read.setdefault(reading.zone.name, []).append((comparison, reading))
    for zone in profiles:
        path, own = f"{FOLDER}/zones/{zone.slug}.js", tuple(read.get(zone.name, ()))
        said = tuple((comparison.name, comparison.unit, comparison.topic, reading) for comparison, reading in own)
        yield path, site.files((f"download/{path}",), (zone, said), partial(_script, zone=zone, read=own))[0]


def _script(site: Site, zone: Zone, read: tuple[tuple[Comparison, Reading], ...]) -> tuple[str]:
    return (call(ZONE_CALL, zone_data(site, zone, read)),)


def _entry(zone: Zone) -> list[str]:
    return [zone.slug, zone.name, province(zone), "、".join(zone.aliases)]


def zone_data(site: Site, zone: Zone, read: Iterable[tuple[Comparison, Reading]]) -> dict[str, Any]:
    """What the page shows of a zone: its shared figures in the units of the comparisons, and its own matters."""
    own = [item for item in zone.facts if item.chosen and not item.fact.owner.subject]
    shared = {reading.published.fact.id for _, reading in read}
    figures = {item.fact.id: item for item in own if isinstance(item.fact.content, Metric)}
    keys = key_figures(
        (fact_id, metric) for fact_id, metric in _contents(own, Metric) if metric.status is Status.ACTUAL
    )
    docs = {item.fact.doc for item in zone.facts}
    return {
        "slug": zone.slug,
        "name": zone.name,
        "facts": len(zone.facts),
        "until": date_words(max((site.articles[doc].date for doc in docs if doc in site.articles), default="")),
        "district": district(zone),
        "about": [list(entry) for entry in _about(own)],
        "figures": [
            _shared(site, comparison, [reading for _, reading in group])
            for comparison, group in groupby(read, key=lambda entry: entry[0])
        ],
        "others": [_other(figures[fact_id]) for fact_id in keys if fact_id not in shared],
        "industries": _once([c.name, c.role.value, fact_id] for fact_id, c in _contents(own, Industry)),
        "partners": _once([c.partner, _beside(c.type.value, c.date), fid] for fid, c in _contents(own, Cooperation)),
        "honours": _once([c.title, date_words(c.date), fact_id] for fact_id, c in _contents(own, Honour)),
    }


def _other(item: Published) -> list[str]:
    metric = item.fact.content
    if not isinstance(metric, Metric):
        return []
    level = figure(metric, simplified(item.fact.evidence)).text
    return [metric.indicator, level, period_words(metric.period), item.fact.id]


def _once(entries: Iterable[list[str]]) -> list[list[str]]:
    """Each name with what is said beside it once, by the first fact that says so."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        found.setdefault((entry[0], entry[1]), entry)
    return list(found.values())


def _beside(kind: str, date: str) -> str:
    return " ".join(part for part in (kind, date_words(date)) if part)


def _contents(own: list[Published], kind: type[Any]) -> Iterator[tuple[str, Any]]:
    return ((item.fact.id, item.fact.content) for item in own if isinstance(item.fact.content, kind))


def _about(own: list[Published]) -> Iterator[tuple[str, str, str]]:
    """The first value of each attribute, in the order of profiles."""
    for attribute in ABOUT:
        for item in own:
            content = item.fact.content
            if item.fact.kind is Kind.IDENTITY and isinstance(content, Identity) and content.attribute is attribute:
                yield attribute.value, date_words(content.value), item.fact.id
                break


def _shared(site: Site, comparison: Comparison, readings: list[Reading]) -> dict[str, Any]:
    return {
        "name": comparison.name,
        "topic": comparison.topic.name,
        "unit": comparison.unit,
        "page": site.indicator_pages[comparison.name, comparison.unit, False].removesuffix(".md"),
        "readings": [_reading(reading) for reading in readings],
    }


def _reading(reading: Reading) -> dict[str, Any]:
    metric, fact = reading.metric, reading.published.fact
    return {
        "id": fact.id,
        "text": figure(metric, simplified(fact.evidence)).text,
        "value": value_text(reading.value),
        "size": reading.size if isfinite(reading.size) else 0,
        "period": metric.period,
        "when": period_words(metric.period),
        "target": metric.status is Status.TARGET,
        "exact": metric.qualifier is Qualifier.EXACT,
        "scopes": "、".join(scopes(metric.indicator)),
        "change": growth(metric.change),
        "said": metric.indicator,
        "best": reading.best,
    }
