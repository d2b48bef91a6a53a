"""Rows of a flattened table: a head of names, then a year and a number for each name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.extract.metrics.found import Found
from generator.extract.metrics.phrase import clean
from generator.extract.metrics.times import status_at
from generator.model import Qualifier
from generator.quantity import family
from generator.reading import Sentence

BAR = re.compile(r" ?[|｜\t] ?")
MOST = 30
"""Columns that a table may have."""


@dataclass(frozen=True, slots=True)
class Head:
    """The names over a table's columns, the first over the rows' own names."""

    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names)


def heads(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Head]]:
    """Each sentence with the head of the table that it is a row of; an empty head outside tables."""
    head = Head()
    for sentence in sentences:
        cells = BAR.split(sentence.text) if BAR.search(sentence.text) else []
        if not 2 <= len(cells) <= MOST:
            head = Head()
            yield sentence, head
        elif not sentence.quantities:
            head = Head(tuple(clean(cell) for cell in cells))
            yield sentence, Head()
        else:
            yield sentence, head if len(head.names) == len(cells) else Head()


def read(sentence: Sentence, head: Head, month: str) -> Iterator[Found]:
    """The metrics of a row: each number under its column's name, at the time that the row begins with."""
    edges = [0, *(end for bar in BAR.finditer(sentence.text) for end in bar.span()), len(sentence.text)]
    cells = list(zip(edges[::2], edges[1::2], strict=True))
    period = next((m.period for m in sentence.periods if m.start < cells[0][1]), "")
    row = "" if period else clean(sentence.text[slice(*cells[0])])
    for (start, end), name in zip(cells[1:], head.names[1:], strict=True):
        held = [q for q in sentence.quantities if start <= q.start and q.end <= end]
        if len(held) != 1 or not name:
            continue
        q = held[0]
        indicator = row + name
        counted = family(q.unit) in ("count", "people") and not indicator.endswith(("数", "量", "人口"))
        yield Found(
            indicator=indicator + ("数" if counted else ""),
            value=q.value,
            unit=q.unit,
            qualifier=Qualifier(q.qualifier),
            low=start,
            high=end,
            number=(q.number_start, q.number_end),
            rule="metric.table",
            period=period,
            status=status_at(sentence, q.start, period, month),
            family=family(q.unit),
        )
