"""Numbers with their units: 近9万平方米, 两成, 1至2家."""

from __future__ import annotations

from generator.reading import QuantityMention


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """The quantities in a cleaned sentence, in order, none overlapping."""
    return ()
