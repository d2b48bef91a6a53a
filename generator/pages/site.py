"""What every page needs to know of the others: which page and anchor show which fact and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compare import Comparison, compare
from generator.model import Archive, Article, Fact, Published, Zone
from generator.pages import addresses


@dataclass(frozen=True, slots=True)
class Settings:
    """What a maintainer may choose. `republish` shows whole articles on source pages: only with the right to do so."""

    name: str = "园鉴"
    motto: str = "每个数字都有出处"
    republish: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """The archive with the addresses of all that is in it."""

    archive: Archive
    settings: Settings
    articles: dict[str, Article]
    sources: dict[str, str]
    homes: dict[str, Zone]
    facts: dict[str, Published]
    quoted: dict[str, tuple[Published, ...]]
    comparisons: tuple[Comparison, ...]
    indicator_pages: dict[tuple[str, str], str]

    @classmethod
    def of(cls, archive: Archive, settings: Settings) -> Site:
        """The site of an archive."""
        every = [(zone, published) for zone in archive.zones for published in zone.facts]
        quoted: dict[str, list[Published]] = {article.doc: [] for article in archive.articles}
        for _, published in every:
            if published.fact.evidence and published.fact.doc in quoted:
                quoted[published.fact.doc].append(published)
        slugs = addresses.source_slugs(quoted)
        comparisons = compare(archive)
        keys = {f"{c.name} {c.unit}" if _twice(c, comparisons) else c.name: (c.name, c.unit) for c in comparisons}
        parts = addresses.distinct(keys)
        return cls(
            archive=archive,
            settings=settings,
            articles={article.doc: article for article in archive.articles},
            sources={doc: f"sources/{slugs[doc]}.md" for doc in quoted},
            homes={published.fact.id: zone for zone, published in every},
            facts={published.fact.id: published for _, published in every},
            quoted={doc: tuple(rows) for doc, rows in quoted.items()},
            comparisons=comparisons,
            indicator_pages={key: f"compare/indicators/{parts[text]}.md" for text, key in keys.items()},
        )

    def profiles(self) -> Iterator[Zone]:
        """The zones with a page of their own, in order."""
        return (zone for zone in self.archive.zones if zone.profile)

    def mentioned(self) -> Iterator[Zone]:
        """The zones that are only mentioned, in order."""
        return (zone for zone in self.archive.zones if not zone.profile)

    def zone_page(self, zone: Zone) -> str:
        """The page that tells of a zone."""
        return f"zones/{zone.slug}.md" if zone.profile else addresses.ZONES

    def zone_link(self, page: str, zone: Zone) -> str:
        """The address of a zone from a page."""
        return addresses.link(page, self.zone_page(zone), "" if zone.profile else f"zone-{zone.slug}")

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
        return addresses.link(page, self.indicator_pages[comparison.name, comparison.unit])


def _twice(comparison: Comparison, comparisons: tuple[Comparison, ...]) -> bool:
    return sum(other.name == comparison.name for other in comparisons) > 1


def article_title(article: Article) -> str:
    """What an article is called on the site: its title, or its file's name where it has none."""
    return article.title.strip() or article.doc
