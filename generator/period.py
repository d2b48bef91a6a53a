"""Times: 今年1—6月, 截至2024年底, 近三年."""

from __future__ import annotations

from generator.reading import PeriodMention


def find_periods(text: str, date: str, current: str = "") -> tuple[PeriodMention, ...]:
    """The times in a cleaned sentence, in order, none overlapping.

    `date` is the article's (as precise as known, may be empty), `current` the time
    that holds from the sentences before (for 当年, 同期, 5月).
    """
    return ()
