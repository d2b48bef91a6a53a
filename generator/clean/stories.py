"""Where the stories of a text begin, and which of their lines are titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.clean.furniture import Line
from generator.clean.headings import choose_title, is_heading, title_lines

MOST_TITLES = 3
"""Kicker, title and subtitle."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a story: its text, whether it is a heading, and the story's number."""

    line: Line
    story: int
    heading: bool


def tell_apart(lines: Sequence[Line], title: str) -> tuple[list[Item], list[str]]:
    """The lines that are text, each with its story, and the stories' titles.

    A story begins at the titles right above a line that says who reports (a byline, a
    dateline, 来源), when prose comes after it. `title` is the article's own, for its first story.
    """
    starts = dict(_starts(lines))
    first = min((i for i, line in enumerate(lines) if not line.furniture), default=0)
    top = title_lines([line.text.text for line in lines[: 3 * MOST_TITLES] if not line.row])
    if starts and min(starts) <= first + len(top):
        del starts[min(starts)]
    titles = [title or choose_title(top)]
    headings = set(range(first, first + len(top))) if top else set()
    items: list[Item] = []
    for i, line in enumerate(lines):
        if i in starts:
            titles.append(choose_title([lines[k].text.text for k in starts[i]]))
            headings.update(starts[i])
        if not line.furniture:
            heading = not line.row and (i in headings or is_heading(line.text.text))
            items.append(Item(line, len(titles) - 1, heading))
    return items, titles


def _starts(lines: Sequence[Line]) -> list[tuple[int, list[int]]]:
    """For each story the index of its first title and the indexes of all its titles."""
    found = []
    for i, line in enumerate(lines):
        if not line.origin:
            continue
        titles = []
        for k in range(i - 1, max(-1, i - 1 - MOST_TITLES), -1):
            if lines[k].furniture or lines[k].row or not is_heading(lines[k].text.text):
                break
            titles.append(k)
        if titles and _prose_after(lines, i):
            found.append((titles[-1], titles[::-1]))
    return found


def _prose_after(lines: Sequence[Line], origin: int) -> bool:
    """Whether prose stands at the line, or soon below it."""
    return any(
        not line.furniture and not is_heading(line.text.text) for line in lines[origin : origin + 1 + MOST_TITLES]
    )
