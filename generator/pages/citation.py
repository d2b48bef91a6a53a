"""How a fact is cited: what is said, who said it, when, and where it stands on the site."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compare.dates import date_words
from generator.model import Fact
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation's words, and the address of the fact: of the web where the site knows its own, else on the site."""

    text: str
    address: str

    @property
    def whole(self) -> str:
        """Both in one line."""
        return f"{self.text}{self.address}"


def citation(site: Site, fact: Fact, said: str) -> Citation:
    """The citation of a fact, `said` in one line of words."""
    article = site.articles.get(fact.doc)
    owner = fact.owner.zone + (f"（{fact.owner.subject}）" if fact.owner.subject else "")
    source = [f"《{site.titles[fact.doc]}》" if article else "人工补充"]
    source += [part for part in (article.publisher, date_words(article.date)) if part] if article else []
    return Citation(f"{owner}：{said}。据{'，'.join(source)}。引自{site.settings.name}：", address(site, fact))


def address(site: Site, fact: Fact) -> str:
    """Where a fact stands: absolute where the site's own address is known, else from the site's root."""
    return f"{site.settings.base}{site.fact_address(site.homes[fact.id], fact.id)}"
