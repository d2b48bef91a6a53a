"""Labels that were spread out to line up with longer ones: 面  积 137平方公里 is 面积 137平方公里.

Only a line's first words are looked at, and only single characters with blanks between
them that blanks or a colon follow: so set are the labels of tables and title pages.
"""

from __future__ import annotations

import re

from generator.mapped import MappedText
from generator.reading import Repair

SPREAD = re.compile(r"^ {0,8}(?P<label>[一-龥](?: {1,6}[一-龥]){1,3})(?= *[：:]| {2,}\S| [0-9约近超])", re.MULTILINE)
BLANKS = re.compile(" +")


def close_up(mapped: MappedText) -> tuple[MappedText, list[Repair]]:
    """The text with its spread labels closed up; blanks are no damage, so there is no repair to tell of."""
    ranges = [
        blank.span()
        for found in SPREAD.finditer(mapped.text)
        for blank in BLANKS.finditer(mapped.text, *found.span("label"))
    ]
    return (mapped.without(ranges) if ranges else mapped), []
