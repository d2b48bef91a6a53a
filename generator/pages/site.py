"""What every page needs to know of the others: which page and anchor show which fact and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from urllib.parse import quote

from generator.compare import Comparison, Standing, compare, standings
from generator.model import Archive, Article, Fact, Named, Published, Zone
from generator.pages import addresses, edits
from generator.pages.editing import Desk
from generator.pages.escape import web_address
from generator.pages.memory import Memory
from generator.pages.whereabouts import mentioned_homes
from generator.tree import File, Fresh

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a maintainer may choose. `republish` shows whole articles on source pages: only with the right to do so.

    `site_url` is the address that the site is published at, `desk` where its files are edited.
    """

    name: str = "园鉴"
    motto: str = "每个数字都有出处"
    republish: bool = False
    site_url: str = ""
    desk: Desk = field(default_factory=Desk)

    @property
    def base(self) -> str:
        """The site's address with its closing slash; empty where it is not known."""
        known = web_address(self.site_url)
        return f"{known.rstrip('/')}/" if known else ""


@dataclass(frozen=True, slots=True)
class Site:
    """The archive with the addresses of all that is in it."""

    archive: Archive
    settings: Settings
    articles: dict[str, Article]
    sources: dict[str, str]
    homes: dict[str, Named]
    facts: dict[str, Published]
    quoted: dict[str, tuple[Published, ...]]
    comparisons: tuple[Comparison, ...]
    indicator_pages: dict[tuple[str, str, bool], str]
    titles: dict[str, str]
    standings: dict[str, Standing]
    places: dict[str, int]
    mentions: dict[str, str]
    editable: dict[str, str]
    pencils: dict[str, str] = field(default_factory=dict)
    memory: Memory | None = None

    @classmethod
    def of(cls, archive: Archive, settings: Settings, memory: Memory | None = None) -> Site:
        """The site of an archive. `memory` holds what was made for it before."""
        every = [(zone, published) for zone in archive.zones for published in zone.facts]
        quoted: dict[str, list[Published]] = {article.doc: [] for article in archive.articles}
        for _, published in every:
            if published.fact.evidence and published.fact.doc in quoted:
                quoted[published.fact.doc].append(published)
        slugs = addresses.source_slugs(quoted)
        comparisons = compare(archive)
        times = Counter((comparison.name, comparison.inside) for comparison in comparisons)
        parts = addresses.distinct(_page_name(comparison, times) for comparison in comparisons)
        return cls(
            archive=archive,
            settings=replace(settings, desk=replace(settings.desk, files=frozenset())),
            articles={article.doc: article for article in archive.articles},
            sources={doc: f"sources/{slugs[doc]}.md" for doc in quoted},
            homes={item.fact.id: named for zone in archive.zones for named in (zone.named,) for item in zone.facts},
            facts={published.fact.id: published for _, published in every},
            quoted={doc: tuple(rows) for doc, rows in quoted.items()},
            comparisons=comparisons,
            indicator_pages={
                (c.name, c.unit, c.inside): f"compare/indicators/{parts[_page_name(c, times)]}.md" for c in comparisons
            },
            titles={article.doc: article_title(article, quoted[article.doc]) for article in archive.articles},
            standings=standings(comparisons),
            places={zone.name: place for place, zone in enumerate(archive.zones)},
            mentions=mentioned_homes(zone for zone in archive.zones if not zone.profile),
            editable=dict.fromkeys(settings.desk.files, ""),
            memory=memory,
        )

    def desk(self) -> Desk:
        """Where files are edited. Which of them exist is asked file by file: a page hangs on its own ones alone."""
        known = self.settings.desk
        return Desk(known.repo, known.branch, self.editable)

    def once(self, name: Hashable, arguments: tuple[Any, ...], make: Callable[[Site], Result]) -> Result:
        """What `make` gives, of these arguments and this site alone; from memory where that has it and it holds."""
        return self.memory.recall(name, arguments, self, make) if self.memory else make(self)

    def page(self, path: str, arguments: tuple[Any, ...], make: Callable[[Site], str]) -> File:
        """A page, made of these arguments and this site alone, unless it was made of the same and lies there still."""
        pencil = edits.address(self, self.pencils, path)
        return self.files((path,), (pencil, *arguments), lambda site: (edits.finished(make(site), pencil),))[0]

    def files(
        self, paths: tuple[str, ...], arguments: tuple[Any, ...], make: Callable[[Site], tuple[str, ...]]
    ) -> tuple[File, ...]:
        """The same for files that are made together, whose texts are given as they are."""
        if self.memory:
            return self.memory.files(paths, arguments, self, make)
        return tuple(Fresh(text) for text in make(self))

    def profiles(self) -> Iterator[Zone]:
        """The zones with a page of their own, in order."""
        return (zone for zone in self.archive.zones if zone.profile)

    def mentioned(self) -> Iterator[Zone]:
        """The zones that are only mentioned, in order."""
        return (zone for zone in self.archive.zones if not zone.profile)

    def zone_page(self, zone: Named) -> str:
        """The page that tells of a zone."""
        return f"zones/{zone.slug}.md" if zone.profile else self.mentions[zone.name]

    def zone_link(self, page: str, zone: Named) -> str:
        """The address of a zone from a page."""
        return addresses.link(page, self.zone_page(zone), "" if zone.profile else f"zone-{zone.slug}")

    def zone_address(self, zone: Named) -> str:
        """Where the built site tells of a zone, below its own address."""
        address = addresses.built(self.zone_page(zone))
        return address if zone.profile else f"{address}#zone-{zone.slug}"

    def fact_address(self, zone: Named, fact_id: str) -> str:
        """Where the built site shows a fact of a zone, below its own address."""
        return f"{addresses.built(self.zone_page(zone))}#{quote(fact_id)}"

    def fact_link(self, page: str, fact_id: str) -> str:
        """The address of a fact from a page."""
        return addresses.link(page, self.zone_page(self.homes[fact_id]), fact_id)

    def quote_link(self, page: str, fact: Fact) -> str:
        """The address of the quotation that proves a fact; empty where its source has no page."""
        if not fact.evidence or fact.doc not in self.sources:
            return ""
        return addresses.link(page, self.sources[fact.doc], fact.id)

    def source_link(self, page: str, doc: str) -> str:
        """The address of a source's page."""
        return addresses.link(page, self.sources[doc])

    def comparison_link(self, page: str, comparison: Comparison) -> str:
        """The address of an indicator's comparison."""
        return addresses.link(page, self.indicator_pages[comparison.name, comparison.unit, comparison.inside])


def _page_name(comparison: Comparison, times: Mapping[tuple[str, bool], int]) -> str:
    """What a comparison's address is made from; the unit joins where one indicator has several."""
    inside = f"{comparison.name} 园内" if comparison.inside else comparison.name
    return f"{inside} {comparison.unit}" if times[comparison.name, comparison.inside] > 1 else inside


UNTITLED = 24
"""Characters of its first quoted sentence by which an article without a title is known."""


def article_title(article: Article, quoted: Iterable[Published]) -> str:
    """What an article is called on the site: its title, else its first quoted words, else its file's name."""
    if article.title.strip():
        return article.title.strip()
    first = min(quoted, key=lambda item: (item.fact.span.start, item.fact.id), default=None)
    words = first.fact.sentence.strip() if first else ""
    if not words:
        return article.doc
    return f"（无题）{words[:UNTITLED]}{'…' if len(words) > UNTITLED else ''}"
