"""The pages for editors: an overview of what waits for a person, and a page for each sort of which there is more."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages import addresses
from generator.pages.environment import environment
from generator.pages.site import Site
from generator.pages.tasks import MOST, SORTS, Work

FIRST = 10
"""Tasks of each sort that the overview shows."""


def render(site: Site, work: Work | None = None) -> Iterator[tuple[str, str]]:
    """The overview, and the pages of the sorts that it cannot hold."""
    found = work or Work()
    template = environment().get_template("review.md.j2")
    page = addresses.REVIEW
    waiting = sum(item.override is None for item in site.facts.values())
    overview = tuple(sort(site, page, found, FIRST) for sort in SORTS)
    pages = {sort.name: f"review/{sort.name}.md" for sort in overview if sort.total > FIRST}
    yield (
        page,
        template.render(
            one=None,
            sorts=overview,
            more={sort.name: addresses.link(page, pages[sort.name]) for sort in overview if sort.name in pages},
            waiting=waiting,
            correct=addresses.link(page, addresses.CORRECT),
        ),
    )
    for make, sort in zip(SORTS, overview, strict=True):
        if sort.name in pages:
            target = pages[sort.name]
            yield (
                target,
                template.render(
                    one=make(site, target, found, MOST),
                    back=addresses.link(target, page),
                    correct=addresses.link(target, addresses.CORRECT),
                ),
            )
