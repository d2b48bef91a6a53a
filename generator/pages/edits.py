"""Where the pencil of each page leads: to what a person may edit, never to what is generated."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.pages import addresses
from generator.pages.draft import metadata, whole_file
from generator.pages.editing import TEMPLATES, metadata_file, override_file

if TYPE_CHECKING:
    from generator.pages.site import Site

HEAD = "---\n"
OWN = {
    addresses.FRONT: "index.md.j2",
    addresses.ZONES: "zones.md.j2",
    addresses.SOURCES: "sources.md.j2",
    addresses.COMPARE: "compare.md.j2",
    addresses.INDUSTRIES: "industries.md.j2",
    addresses.HONOURS: "honours.md.j2",
    addresses.COOPERATION: "cooperation.md.j2",
    addresses.TIMELINE: "timeline.md.j2",
    addresses.TARGETS: "targets.md.j2",
    addresses.BESIDE: "beside.md.j2",
    addresses.MATRIX: "matrices.md.j2",
    addresses.NAMES: "names.md.j2",
    addresses.METHOD: "method.md.j2",
    addresses.CORRECT: "correct.md.j2",
    addresses.REVIEW: "review.md.j2",
}
"""The templates of the pages of which there is one."""
FOLDERS = {
    "compare/matrix": "matrix.md.j2",
    "compare/topics": "topic.md.j2",
    "compare/timeline": "timeline.md.j2",
    "names": "names.md.j2",
    "review": "review.md.j2",
    "zones/mentioned": "mentioned.md.j2",
    "zones/provinces": "province.md.j2",
}
"""The templates of pages that lie in a folder of their own."""
NUMBERED = re.compile(r"-\d+(?=\.md$)")
"""What the further pages of a long list have in their names."""


def table(site: Site) -> dict[str, str]:
    """For the pages of zones and sources what can be edited for them; a template for the pages of which there is one.

    Empty where the hosting site is not known.
    """
    desk = site.desk()
    if not desk.base:
        return {}
    found = {page: desk.edit(f"{TEMPLATES}/{template}") for page, template in OWN.items()}
    found |= {page: desk.edit(f"{TEMPLATES}/indicator.md.j2") for page in site.indicator_pages.values()}
    found |= {page: desk.edit(metadata_file(doc), metadata(site.articles[doc])) for doc, page in site.sources.items()}
    for zone in site.archive.zones:
        address = desk.edit(override_file(zone.name), whole_file(zone.name, ""))
        found[f"zones/{zone.slug}.md"] = address
    return found


def address(site: Site, table: Mapping[str, str], page: str) -> str:
    """What can be edited for a page: as the table has it, else the template of its list or folder."""
    first = NUMBERED.sub("", page)
    template = FOLDERS.get(posixpath.dirname(page), "")
    known = table.get(page) or table.get(first, "")
    return known or (site.desk().edit(f"{TEMPLATES}/{template}") if table and template else "")


def named(text: str, address: str) -> str:
    """A page with this address in its front matter, for the hook that gives it to the theme."""
    body = text.lstrip()
    if not address or not body.startswith(HEAD):
        return text
    return f"{HEAD}edit_url: {json.dumps(address)}\n{body.removeprefix(HEAD)}"


def finished(text: str, address: str) -> str:
    """A page as it is written: with this address for its pencil, and tidy."""
    return tidy(named(text, address))


def tidy(text: str) -> str:
    """Markdown without blank lines in a row and without white space at the ends of lines, ending in one line end."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept) + "\n"
