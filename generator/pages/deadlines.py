"""Targets of all zones by their deadline, each with what came later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compare import Happening, targets
from generator.compare.dates import period_words
from generator.compare.series import Known, When, outcome
from generator.model import Archive, Metric, Owner
from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.marking import simplified
from generator.pages.paging import leaves
from generator.pages.site import Site
from generator.pages.words import figure, value_text

LINES = 150
"""Targets on one page."""
LABELS = {When.SAME: "实际", When.LATER: "后来", When.BEFORE: "此前"}


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a target, in words, and the address of the fact that says so."""

    text: str
    when: str
    lies: When
    link: str

    @property
    def label(self) -> str:
        """What the figure is to the target, before it."""
        return LABELS[self.lies]


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in the list over all zones; `came` is None where nothing is known of what became of it."""

    zone: str
    zone_link: str
    subject: str
    deadline: str
    indicator: str
    level: str
    link: str
    came: Came | None


def render(site: Site) -> Iterator[tuple[str, str]]:
    """The list, on as many pages as it needs."""
    known = known_figures(site.archive)
    for leaf in leaves(addresses.TARGETS, targets(site.archive), LINES):
        aims = tuple(_aim(site, leaf.path, entry, known) for entry in leaf.entries)
        yield leaf.path, environment().get_template("targets.md.j2").render(leaf=leaf, aims=aims)


def known_figures(archive: Archive) -> dict[Owner, list[Known]]:
    """All figures by their owner, those that lost to a rival left out."""
    found: dict[Owner, list[Known]] = {}
    for zone in archive.zones:
        for item in zone.facts:
            if item.chosen and isinstance(item.fact.content, Metric):
                owner = Owner(zone.name, item.fact.owner.subject)
                found.setdefault(owner, []).append((item.fact.id, item.fact.content))
    return found


def came_of(site: Site, page: str, target: Metric, known: list[Known]) -> Came | None:
    """What came of a target as a page shows it."""
    found = outcome(target, known)
    if found is None:
        return None
    evidence = site.facts[found.id].fact.evidence
    return Came(
        text=figure(found.metric, simplified(evidence)).text,
        when=period_words(found.metric.period),
        lies=found.when,
        link=site.fact_link(page, found.id),
    )


def _aim(site: Site, page: str, entry: Happening, known: dict[Owner, list[Known]]) -> Aim:
    fact, content = entry.published.fact, entry.content
    metric = content if isinstance(content, Metric) else Metric(indicator="", value=None, unit="")
    return Aim(
        zone=entry.zone.name,
        zone_link=site.zone_link(page, entry.zone),
        subject=fact.owner.subject,
        deadline=period_words(metric.period),
        indicator=metric.indicator,
        level=figure(metric, simplified(fact.evidence)).text or value_text(metric.value),
        link=site.fact_link(page, fact.id),
        came=came_of(site, page, metric, known.get(Owner(entry.zone.name, fact.owner.subject), [])),
    )
