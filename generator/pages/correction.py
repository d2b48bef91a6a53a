"""For each zone a page with a drafted correction of every fact, and the ways to send it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Fact, Published, Zone
from generator.pages import addresses
from generator.pages.citation import address
from generator.pages.draft import entry, whole_file
from generator.pages.editing import override_file
from generator.pages.environment import environment
from generator.pages.rows import spoken
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact with the entry that would correct it.

    `standing` is the file and line of the override that it has already, `edit` and
    `report` are empty where the hosting site is not known.
    """

    id: str
    text: str
    owner: str
    sentence: str
    entry: str
    standing: str
    edit: str
    report: str
    link: str


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The page of each zone, those without a profile too."""
    template = environment().get_template("correction.md.j2")
    for zone in site.archive.zones:
        page = site.correction_page(zone)
        path = override_file(zone.name)
        yield (
            page,
            template.render(
                zone=zone,
                drafts=tuple(_draft(site, page, zone, item) for item in zone.facts),
                file=path,
                exists=path in site.settings.desk.files,
                opening=whole_file(zone.name, ""),
                edit=site.settings.desk.edit(path),
                back=site.zone_link(page, zone),
                help=addresses.link(page, addresses.CORRECT),
            ),
        )


def _draft(site: Site, page: str, zone: Zone, item: Published) -> Draft:
    fact, desk = item.fact, site.settings.desk
    body = "" if item.override else entry(item.machine or fact)
    path = override_file(zone.name)
    return Draft(
        id=fact.id,
        text=spoken(fact.content),
        owner=fact.owner.subject,
        sentence=fact.sentence or fact.evidence,
        entry=body,
        standing=f"{item.override.file} 第 {item.override.line} 行" if item.override else "",
        edit=_edit(site, item) if item.override else desk.edit(path, whole_file(zone.name, body)),
        report=desk.report(fact.id, address(site, fact), fact.sentence or fact.evidence, _title(zone, fact)),
        link=site.fact_link(page, fact.id),
    )


def _edit(site: Site, item: Published) -> str:
    """The address of the override that a fact has already."""
    if item.override is None or item.override.file not in site.settings.desk.files:
        return ""
    address = site.settings.desk.edit(item.override.file)
    return f"{address}#L{item.override.line}" if address else ""


TITLE = 60
"""Characters of a report's title."""


def _title(zone: Zone, fact: Fact) -> str:
    return f"[事实有误] {zone.name}：{spoken(fact.content)}"[:TITLE]
