"""Rows of a flattened table: a head of names, then a year and a number for each name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.extract.metrics.found import Found
from generator.extract.metrics.phrase import clean
from generator.extract.metrics.times import noted, status_at
from generator.frozen import frozen
from generator.gates import gated
from generator.model import Qualifier
from generator.quantity import family
from generator.reading import QuantityMention, Sentence

BAR = gated(r" ?[|｜\t] ?")
LABELLED = re.compile(r"(?P<label>[一-龥A-Z&]{2,12})[ ：:]{1,2}[约近超逾达]{0,2}$")
"""What stands before the number of a cell that names it itself: 常住人口 30万人."""
LABEL = re.compile(r"[一-龥A-Z]{2,12}[ ：:]{1,2}")
CHANGED = re.compile("[(（][+＋−-]")
"""What stands before a change in brackets: 94家(+21家)."""
LINE = 40
"""Characters of a line that is one cell."""
MOST = 30
"""Columns that a table may have."""


@frozen
class Head:
    """The names over a table's columns, the first over the rows' own names."""

    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names)


def heads(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Head]]:
    """Each sentence with the head of the table that it is a row of; an empty head outside tables."""
    head = Head()
    for sentence in sentences:
        cells = BAR.expression.split(sentence.text) if BAR.search(sentence.text) else []
        if not 2 <= len(cells) <= MOST:
            head = Head()
            yield sentence, head
        elif not sentence.quantities:
            head = Head(tuple(clean(cell) for cell in cells))
            yield sentence, Head()
        else:
            yield sentence, head if len(head.names) == len(cells) else Head()


def box(sentence: Sentence, month: str, *, near: bool) -> list[Found]:
    """The metrics of a line of a fact box, each cell with its own label: 面积 80平方公里 | 常住人口 30万人(2021年末).

    A line may be one cell. Where the time that holds in it is `near`, numbers without a time are of it.

    Empty where the line is none.
    """
    made: list[Found] = []
    barred = BAR.search(sentence.text) is not None
    if not barred and not (len(sentence.text) <= LINE and LABEL.match(sentence.text)):
        return made
    for start, end in _cells(sentence.text) if barred else [(0, len(sentence.text))]:
        held = [q for q in sentence.quantities if start <= q.start and q.end <= end]
        label = LABELLED.fullmatch(sentence.text, start, held[0].number_start) if held else None
        if (
            label is None
            or not _alone(sentence.text, held)
            or not re.fullmatch(r" ?(?:[(（].{0,20})?", sentence.text[held[0].end : end])
        ):
            continue
        q = held[0]
        period = noted(sentence, q.end) or (sentence.period if near else "")
        made.append(_found(sentence, q, label["label"], (start, end), "metric.box", period, month))
    return made


def _alone(text: str, held: list[QuantityMention]) -> bool:
    """Whether a cell holds one number, or others only in brackets behind it: 94家(+21家)."""
    return len(held) == 1 or (len(held) > 1 and CHANGED.match(text, held[0].end) is not None)


def _cells(text: str) -> list[tuple[int, int]]:
    """Where the cells of a line begin and end; none where it has no bar."""
    bars = [bar.span() for bar in BAR.finditer(text)]
    edges = [0, *(end for bar in bars for end in bar), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True)) if 1 <= len(bars) < MOST else []


def _counted(name: str, unit: str) -> str:
    """The name of a number, as one of things where it counts them."""
    counted = family(unit) in ("count", "people") and not name.endswith(("数", "量", "人口"))
    return name + ("数" if counted else "")


def read(sentence: Sentence, head: Head, month: str) -> Iterator[Found]:
    """The metrics of a row: each number under its column's name, at the time that the row begins with."""
    cells = _cells(sentence.text)
    period = next((m.period for m in sentence.periods if m.start < cells[0][1]), "")
    row = "" if period else clean(sentence.text[slice(*cells[0])])
    for (start, end), name in zip(cells[1:], head.names[1:], strict=True):
        held = [q for q in sentence.quantities if start <= q.start and q.end <= end]
        if len(held) != 1 or not name:
            continue
        yield _found(sentence, held[0], row + name, (start, end), "metric.table", period, month)


def _found(
    sentence: Sentence, q: QuantityMention, name: str, cell: tuple[int, int], rule: str, period: str, month: str
) -> Found:
    """The metric of a cell: its number under the name that its column or its label gives it."""
    return Found(
        indicator=_counted(name, q.unit),
        value=q.value,
        unit=q.unit,
        qualifier=Qualifier(q.qualifier),
        low=cell[0],
        high=cell[1],
        number=(q.number_start, q.number_end),
        rule=rule,
        period=period,
        status=status_at(sentence, q.start, period, month),
        family=family(q.unit),
    )
