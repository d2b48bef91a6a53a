"""Facts of several zones side by side: units brought to one, and what cannot be compared said aloud."""

from generator.compare.indicators import Comparison, Reading, alone, compare
from generator.compare.matters import Cell, Happening, Partnership, happenings, industries, partnerships, targets

__all__ = [
    "Cell",
    "Comparison",
    "Happening",
    "Partnership",
    "Reading",
    "alone",
    "compare",
    "happenings",
    "industries",
    "partnerships",
    "targets",
]
