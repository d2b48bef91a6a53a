"""One sentence's numbers, read from left to right: each may lean on the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.metrics import changes, counts, durations, levels, shares, steps
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import one_of, words_of
from generator.extract.metrics.state import State
from generator.extract.metrics.times import period_at, static, status_at
from generator.model import Status
from generator.reading import Sentence

STARTED = re.compile(f"(?:{one_of(words_of('prefix'))})")
READERS = (durations.read, steps.read, changes.read, shares.read, levels.attributive, counts.read, levels.read)
"""The readings of a number, the more special first: each gives its metrics, or None for not mine."""


def read(sentence: Sentence, month: str) -> Iterator[Found]:
    """The metrics of a sentence, in order, with time and status; `month` is the article's."""
    state = State.of(sentence)
    while state.index < len(state.quantities):
        here = state.index
        for reader in READERS:
            made = reader(state)
            if made is not None:
                state.remember(made)
                break
        state.index = max(state.index, here + 1)
    for found in state.found:
        if not found.wider:
            yield _timed(sentence, found, month)


def _timed(sentence: Sentence, found: Found, month: str) -> Found:
    clause = sentence.text.rfind("，", 0, found.number[0]) + 1
    start = min(clause, found.low) if found.low < clause else clause
    period = found.period
    unmoving = static(found.indicator)
    status, _ = status_at(sentence, found.number[0], start, "", month)
    if period == "=" and status is Status.ACTUAL:
        unmoving, period = False, ""
    if not period or period == "=":
        period = period_at(sentence, found.number[0], start, month, static=unmoving, target=status is Status.TARGET)
        if period.endswith("/..") and not STARTED.match(found.indicator):
            period = "now"
    elif period == "-":
        period = ""
    if status is Status.ACTUAL:
        status, _ = status_at(sentence, found.number[0], start, "" if period == "now" else period, month)
    return replace(found, period=period, status=status)
