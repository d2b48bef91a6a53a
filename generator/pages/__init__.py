"""The pages of the site, as Markdown.

Each kind of page is a module here beside its template in `templates/`; `site.py` knows
which page shows what, `rows.py` how a fact is shown, `escape.py` that source text stays text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from generator.following import Follow, silently
from generator.model import Archive
from generator.pages import (
    about,
    beside,
    chronicle,
    comparisons,
    crossings,
    deadlines,
    edits,
    front,
    matrix,
    mentions,
    names,
    provinces,
    review,
    sources,
    zones,
)
from generator.pages.site import Settings, Site
from generator.pages.tasks import Work
from generator.tree import File, Fresh

__all__ = ["Settings", "Site", "render", "render_site"]


def render(
    archive: Archive,
    settings: Settings | None = None,
    scores: Mapping[str, Any] | None = None,
    notes: Mapping[str, str] | None = None,
    work: Work | None = None,
) -> dict[str, str]:
    """All pages of the site by their paths below the documents' folder, in a fixed order.

    `scores` holds precision, recall and f1 by kind of fact, for the page on method;
    `notes` editors' own paragraphs by zone, in Markdown; `work` what waits for editors.
    """
    made = render_site(Site.of(archive, settings or Settings()), scores, notes, work)
    return dict(sorted((path, file.text) for path, file in made if isinstance(file, Fresh)))


def render_site(
    site: Site,
    scores: Mapping[str, Any] | None = None,
    notes: Mapping[str, str] | None = None,
    work: Work | None = None,
    follow: Follow = silently,
) -> Iterator[tuple[str, File]]:
    """The same for a site that is known already, one by one: whoever takes them need not hold them all.

    `follow` is told of the pages that there are most of.
    """
    site = replace(site, pencils=edits.table(site))
    for path, made in chain(
        front.render(site),
        follow(zones.render(site, notes or {}), "profiles", sum(1 for _ in site.profiles())),
        provinces.render(site),
        mentions.render(site),
        follow(comparisons.render(site), "comparisons", len(site.comparisons)),
        beside.render(site),
        matrix.render(site),
        crossings.render(site),
        chronicle.render(site),
        deadlines.render(site),
        follow(sources.render(site), "sources", len(site.sources)),
        names.render(site),
        about.render(site, scores),
        review.render(site, work),
    ):
        if isinstance(made, str):
            yield path, Fresh(edits.finished(made, edits.address(site, site.pencils, path)))
        else:
            yield path, made
