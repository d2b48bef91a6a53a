"""The sources: a list, and a page for each with what was quoted from it in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.compare.dates import date_words
from generator.model import Article, Named, Published
from generator.pages.addresses import SOURCES
from generator.pages.environment import environment
from generator.pages.escape import web_address
from generator.pages.marking import Piece, pieces, place, simplified
from generator.pages.paging import leaves
from generator.pages.rows import spoken
from generator.pages.site import Site
from generator.pages.words import mended_words
from generator.tree import File

SHORT = 150
"""Articles that one page lists."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in a list."""

    title: str
    link: str
    publisher: str
    date: str
    day: str
    zones: tuple[tuple[str, str], ...]
    facts: int


@dataclass(frozen=True, slots=True)
class QuotedFact:
    """A fact that a quotation proves: where it stands on the site and the source's own words for it."""

    id: str
    text: str
    link: str
    zone: str
    raw: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence that was quoted, the proving words of all its facts marked."""

    pieces: tuple[Piece, ...]
    facts: tuple[QuotedFact, ...]


def entry(site: Site, page: str, article: Article) -> SourceEntry:
    """An article as a list on a page shows it."""
    return SourceEntry(
        title=site.titles[article.doc],
        link=site.source_link(page, article.doc),
        publisher=article.publisher,
        date=date_words(article.date),
        day=article.date,
        zones=tuple((zone.name, site.zone_link(page, zone)) for zone in zones_in(site, article)),
        facts=len(site.quoted[article.doc]),
    )


def zones_in(site: Site, article: Article) -> tuple[Named, ...]:
    """The zones of which an article tells something, in the order of the archive."""
    homes = {zone.name: zone for zone in (site.homes[item.fact.id] for item in site.quoted[article.doc])}
    return tuple(sorted(homes.values(), key=lambda zone: site.places[zone.name]))


def render(site: Site) -> Iterator[tuple[str, str | File]]:
    """The list of sources, on several pages where it is long, and the page of each."""
    listing = environment().get_template("sources.md.j2")
    for leaf in leaves(SOURCES, site.archive.articles, SHORT):
        entries = tuple(entry(site, leaf.path, article) for article in leaf.entries)
        yield leaf.path, listing.render(entries=entries, leaf=leaf)
    for article in site.archive.articles:
        page = site.sources[article.doc]
        yield page, site.page(page, (article,), partial(_source, page=page, article=article))


def _source(site: Site, page: str, article: Article) -> str:
    quoted = site.quoted[article.doc]
    return (
        environment()
        .get_template("source.md.j2")
        .render(
            article=article,
            entry=entry(site, page, article),
            address=web_address(article.url),
            mended=mended_words(tuple(sorted({kind for item in quoted for kind in item.fact.mended}))),
            quotations=quotations(site, page, quoted),
            paragraphs=_paragraphs(article) if site.settings.republish else (),
        )
    )


def quotations(site: Site, page: str, quoted: Iterable[Published]) -> tuple[Quotation, ...]:
    """The quoted sentences in reading order, each once."""
    sentences: dict[str, list[Published]] = {}
    for item in sorted(quoted, key=lambda item: (item.fact.span.start, item.fact.span.end, item.fact.id)):
        sentences.setdefault(item.fact.sentence or simplified(item.fact.evidence), []).append(item)
    return tuple(_quotation(site, page, sentence, items) for sentence, items in sentences.items())


def _quotation(site: Site, page: str, sentence: str, items: list[Published]) -> Quotation:
    found = {item.fact.id: place(sentence, item.fact.evidence) for item in items}
    return Quotation(
        pieces=pieces(sentence, [where for where in found.values() if where]),
        facts=tuple(
            QuotedFact(
                id=item.fact.id,
                text=spoken(item.fact.content),
                link=site.fact_link(page, item.fact.id),
                zone=item.fact.owner.subject or item.fact.owner.zone,
                raw=item.fact.evidence if item.fact.mended or not found[item.fact.id] else "",
            )
            for item in items
        ),
    )


def _paragraphs(article: Article) -> tuple[str, ...]:
    return tuple(line.strip() for line in article.text.splitlines() if line.strip())
