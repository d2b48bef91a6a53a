"""What a person can do about a fact from its page: correct it where the files are edited, or report it.

The hosting site (GitHub) fills in a file that does not exist yet from its address, and the fields of an
issue form; a file that exists it opens as it is, so the entry stands beside the link, to be copied. What
is filled in goes as forms, whose text stands in the page as it is: in an address it would be three times
as long.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from generator.model import Fact, Named, Published
from generator.pages.citation import address
from generator.pages.draft import entry, whole_file
from generator.pages.editing import ISSUE_FORM, LONGEST, SENTENCE, Desk, override_file
from generator.pages.site import Site

ENCODED = 3
"""Characters that a byte of text takes at most in an address."""
TITLE = 60
"""Characters of a report's title."""


@dataclass(frozen=True, slots=True)
class Report:
    """The form for readers at `action`, with its fields filled in."""

    action: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Act:
    """The ways to correct a fact.

    `entry` is what is drafted for `file`: an item of it, or all of it where it does not
    exist (`fresh`); empty where the fact has an override, which then stands at `standing`.
    `new` is where a file is made with the draft in it, `edit` where the file is edited;
    both are empty without a hosting site.
    """

    file: str
    entry: str
    fresh: bool
    new: str
    edit: str
    standing: str
    report: Report | None


def act(site: Site, item: Published, told: str) -> Act:
    """What can be done about a fact, which `told` says in one line."""
    zone, desk = site.homes[item.fact.id], site.desk()
    form = report(site, item.fact, zone, told)
    if item.override:
        file = item.override.file
        edit = f"{desk.edit(file)}#L{item.override.line}" if desk.base and file in desk.files else ""
        return Act(file, "", False, "", edit, f"{file} 第 {item.override.line} 行", form)
    return replace(drafted(desk, zone.name, entry(item.machine or item.fact)), report=form)


def drafted(desk: Desk, zone: str, body: str) -> Act:
    """What can be done with an entry drafted for a zone's override file."""
    file = _file(zone)
    return kept(desk, file, body) if file in desk.files else fresh(desk, file, whole_file(zone, body))


def kept(desk: Desk, file: str, body: str) -> Act:
    """What can be done with text drafted for a file that exists."""
    return Act(file, body, False, "", desk.edit(file), "", None)


def fresh(desk: Desk, file: str, text: str) -> Act:
    """What can be done with the whole text of a file that does not exist."""
    fits = len(text.encode("utf-8", "replace")) * ENCODED <= LONGEST
    return Act(file, text, True, desk.new if fits else "", "" if fits else desk.edit(file), "", None)


def report(site: Site, fact: Fact, zone: Named, told: str) -> Report | None:
    """The form for readers about a fact, with its id, its page and its sentence; None without a hosting site."""
    desk = site.desk()
    if not desk.base:
        return None
    sentence = fact.sentence or fact.evidence
    return Report(
        desk.issues,
        (
            ("template", ISSUE_FORM),
            ("title", f"[事实有误] {zone.name}：{told}"[:TITLE]),
            ("fact", fact.id),
            ("page", address(site, fact)),
            ("sentence", sentence if len(sentence) <= SENTENCE else sentence[: SENTENCE - 1] + "…"),
        ),
    )


@cache
def _file(zone: str) -> str:
    return override_file(zone)
