"""Days, months and years as people write them in YAML, and whether the calendar has them."""

from __future__ import annotations

import re
from datetime import date

DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def is_date(text: str) -> bool:
    """Whether this is a day, month or year that the calendar has: 2024-03-01, 2024-03, 2024."""
    match = DAY.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
