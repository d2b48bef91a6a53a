"""What is read of a number before it is a fact."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model import Number, Qualifier, Status, Value


@frozen(kw_only=True)
class Found:
    """A metric in a sentence's coordinates.

    `low:high` is the evidence, `number` the anchor. `noun` is the thing counted or
    measured without 数 and verb, for what later clauses leave unsaid; `subject` a name
    that the fact is about where the sentence's owner is another; `subject_whole` what a
    share is of.
    """

    indicator: str
    value: Value
    unit: str
    qualifier: Qualifier
    low: int
    high: int
    number: tuple[int, int]
    rule: str
    noun: str = ""
    change: Number | None = None
    period: str = ""
    status: Status = Status.ACTUAL
    subject: str = ""
    family: str = ""
    subject_whole: str = ""
    wider: bool = False
