"""Atom feeds (RFC 4287) of what changed: articles read, and what people corrected, confirmed, added or rejected.

An entry bears the date of its article or of the correction, never the time of a build, so
that a feed changes only when there is something new. What has no date is in no feed.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from generator.downloads.tables import writable
from generator.model import Published, Zone
from generator.pages.rows import spoken
from generator.pages.site import Site
from generator.pages.words import ACTIONS
from generator.tree import File

ATOM = "http://www.w3.org/2005/Atom"
SPACE = uuid.UUID("5b0f6a0e-2f5c-5b0e-9d7b-3a1f0c6f4e21")
"""The namespace of this site's identifiers."""
LONGEST = 100
"""Entries of a feed at most, the newest."""
QUOTED = 20
"""Facts of an article that its entry tells."""
NEVER = "1970-01-01T00:00:00+08:00"
"""When a feed without entries was updated, since it must say."""
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that changed. `link` is below the site's address."""

    id: str
    title: str
    updated: str
    link: str
    text: str


def of_zone(site: Site, rejected: Iterable[Published], zone: Zone) -> tuple[str, File]:
    """The feed of a zone, with its path."""
    gone = tuple(item for item in rejected if item.fact.owner.zone == zone.name)
    path = f"download/zones/{zone.slug}.atom"
    return path, site.files((path,), (zone, gone), lambda known: (render(known, gone, zone),))[0]


def render(site: Site, rejected: Iterable[Published] = (), zone: Zone | None = None) -> str:
    """The feed of a zone, or of all where none is given."""
    zones = [zone] if zone else list(site.archive.zones)
    names = {one.name for one in zones}
    gone = [item for item in rejected if item.fact.owner.zone in names]
    told = {*_articles(site, zones), *_corrections(site, zones), *_rejections(site, zones, gone)}
    entries = sorted(sorted(told, key=lambda entry: entry.id), key=lambda entry: entry.updated, reverse=True)[:LONGEST]
    path = f"download/zones/{zone.slug}.atom" if zone else "download/feed.atom"
    title = f"{site.settings.name}：{zone.name}" if zone else site.settings.name
    return _document(site, path, title, site.zone_address(zone) if zone else "", entries)


def moment(day: str) -> str:
    """A date as precise as it is known, as the first moment of it in China; empty where it is none."""
    found = DATE.match(day)
    if not found:
        return ""
    year, month, day_of_month = (int(part or 1) for part in found.groups())
    try:
        return f"{date(year, month, day_of_month).isoformat()}T00:00:00+08:00"
    except ValueError:
        return ""


def _articles(site: Site, zones: Iterable[Zone]) -> Iterator[Entry]:
    """What each article told of each zone."""
    for zone in zones:
        told: dict[str, list[Published]] = {}
        for item in zone.facts:
            told.setdefault(item.fact.doc, []).append(item)
        for doc, facts in told.items():
            article = site.articles.get(doc)
            updated = moment(article.date) if article else ""
            if updated:
                lines = [spoken(item.fact.content) for item in facts[:QUOTED]]
                yield Entry(
                    _identifier("article", zone.name, doc),
                    f"{zone.name}：{site.titles.get(doc, doc)}（{len(facts)} 条事实）",
                    updated,
                    site.zone_address(zone),
                    "\n".join([*lines, *(["……"] if len(facts) > QUOTED else [])]),
                )


def _corrections(site: Site, zones: Iterable[Zone]) -> Iterator[Entry]:
    for zone in zones:
        for item in (item for item in zone.facts if item.override):
            yield from _told(zone, item, spoken(item.fact.content), site.fact_address(zone, item.fact.id))


def _rejections(site: Site, zones: Iterable[Zone], rejected: Iterable[Published]) -> Iterator[Entry]:
    """Facts that are no longer shown: that they are gone and why, not what they said."""
    by_name = {zone.name: zone for zone in zones}
    for item in rejected:
        zone = by_name[item.fact.owner.zone]
        yield from _told(zone, item, item.fact.id, site.zone_address(zone))


def _told(zone: Zone, item: Published, what: str, link: str) -> Iterator[Entry]:
    override = item.override
    updated = moment(override.date) if override else ""
    if override and updated:
        yield Entry(
            _identifier("override", item.fact.id, override.action.value, override.date),
            f"{zone.name}：{ACTIONS[override.action]} {what}",
            updated,
            link,
            f"{override.reason}（{override.by}）",
        )


def _identifier(*parts: str) -> str:
    """The same parts give the same name, whatever else is in the feed."""
    return uuid.uuid5(SPACE, "\n".join(map(writable, parts))).urn


def _document(site: Site, path: str, title: str, page: str, entries: Iterable[Entry]) -> str:
    def address(target: str) -> str:
        base = site.settings.site_url
        return urljoin(base.rstrip("/") + "/", target) if base else "../" * path.count("/") + target

    listed = list(entries)
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "zh-CN"})
    _add(root, "id", _identifier("feed", path))
    _add(root, "title", title)
    _add(root, "subtitle", site.settings.motto)
    _add(root, "updated", max((entry.updated for entry in listed), default=NEVER))
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": address(path)})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": address(page)})
    _add(ET.SubElement(root, "author"), "name", site.settings.name)
    for entry in listed:
        element = ET.SubElement(root, "entry")
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        _add(element, "updated", entry.updated)
        ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": address(entry.link)})
        _add(element, "content", entry.text)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = writable(text)
