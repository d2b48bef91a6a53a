"""Facts of several zones side by side: units brought to one, and what cannot be compared said aloud."""

from generator.compare.indicators import Comparison, Reading, alone, compare
from generator.compare.matters import (
    Cell,
    Happening,
    Partnership,
    happenings,
    honours,
    industries,
    partnerships,
    targets,
)
from generator.compare.standing import Standing, standings

__all__ = [
    "Cell",
    "Comparison",
    "Happening",
    "Partnership",
    "Reading",
    "Standing",
    "alone",
    "compare",
    "happenings",
    "honours",
    "industries",
    "partnerships",
    "standings",
    "targets",
]
