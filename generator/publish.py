"""Facts and corrections to what the site shows: zones in order, each with its address, names and facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator import rules
from generator.model import Archive, Article, Attribute, Identity, Kind, Published, Zone
from generator.resolve import resolve
from generator.slugs import order, slugs

PROFILE_FACTS = 5
"""A zone that fewer facts are known of is only mentioned."""


def publish(
    facts: Sequence[Published], articles: Iterable[Article], aliases: Mapping[str, Sequence[str]] | None = None
) -> Archive:
    """The archive of the facts after overrides. `aliases` are further names of zones, given by people."""
    ordered = tuple(sorted(articles, key=lambda article: article.doc))
    by_doc = {article.doc: article for article in ordered}
    zones: dict[str, list[Published]] = defaultdict(list)
    for published in resolve(sorted(facts, key=_place), by_doc):
        zones[published.fact.owner.zone].append(published)
    addresses = slugs(zones)
    return Archive(
        zones=tuple(
            Zone(
                name=name,
                slug=addresses[name],
                aliases=zone_aliases(name, zones[name], (aliases or {}).get(name, ())),
                facts=tuple(zones[name]),
                profile=deserves_profile(zones[name]),
            )
            for name in sorted(zones, key=order)
        ),
        articles=tuple(sorted(ordered, key=lambda article: article.date, reverse=True)),
    )


def deserves_profile(facts: Sequence[Published]) -> bool:
    """Whether enough is known of a zone for a page of its own; a list of industries alone is a mention in passing.

    One that only people speak of was made on purpose.
    """
    if all(published.override and published.machine is None for published in facts):
        return True
    return len(facts) >= PROFILE_FACTS and any(published.fact.kind is not Kind.INDUSTRY for published in facts)


def zone_aliases(name: str, facts: Iterable[Published], given: Iterable[str] = ()) -> tuple[str, ...]:
    """A zone's other names, the rules' first, then those that people gave and articles tell; each once."""
    found: list[str] = []
    for zone in rules.load("zones"):
        if zone["name"] == name:
            found += [zone["full"]] if zone.get("full") else []
            found += zone.get("aliases", ())
    found += given
    for published in facts:
        content = published.fact.content
        if isinstance(content, Identity) and content.attribute is Attribute.ALIAS:
            found.append(content.value)
    return tuple(alias for alias in dict.fromkeys(found) if alias and alias != name)


def _place(published: Published) -> tuple[str, int, int, str]:
    fact = published.fact
    return fact.doc, fact.span.start, fact.span.end, fact.id
