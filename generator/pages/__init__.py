"""The pages of the site, as Markdown.

Each kind of page is a module here beside its template in `templates/`; `site.py` knows
which page shows what, `rows.py` how a fact is shown, `escape.py` that source text stays text.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    return render_site(Site.of(archive, settings or Settings()), scores, notes, work)


def render_site(
    site: Site,
    scores: Mapping[str, Any] | None = None,
    notes: Mapping[str, str] | None = None,
    work: Work | None = None,
    follow: Follow = silently,
) -> dict[str, str]:
    """The same for a site that is known already; `follow` is told of the pages that there are most of."""
    pages: dict[str, str] = {}
    for made in (
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
        pages.update(made)
    editable = edits.table(site)
    return {
        path: _finished(site, path, text, edits.address(site, editable, path)) for path, text in sorted(pages.items())
    }


def _finished(site: Site, path: str, text: str, address: str) -> str:
    return site.once(("finished", path), (text, address), lambda _: tidy(edits.named(text, address)))


def tidy(text: str) -> str:
    """Markdown without blank lines in a row and without white space at the ends of lines, ending in one line end."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept) + "\n"
