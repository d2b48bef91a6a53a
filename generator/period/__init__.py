"""Times: 今年1—6月, 截至2024年底, 近三年; and the strings that the fact model writes them as."""

from generator.period.find import find_periods, is_aside, is_now, is_weak, made_known
from generator.period.values import bounds, date_of, is_valid, overlaps, sort_key, year_of

__all__ = [
    "bounds",
    "date_of",
    "find_periods",
    "is_aside",
    "is_now",
    "is_valid",
    "is_weak",
    "made_known",
    "overlaps",
    "sort_key",
    "year_of",
]
