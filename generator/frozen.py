"""What is made by the thousand while articles are read: dataclasses that nobody may change, made quickly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, dataclass_transform


@dataclass_transform(frozen_default=True)
def frozen(cls: type[Any] | None = None, /, *, kw_only: bool = False) -> Any:
    """A dataclass with slots, equal and hashed by its fields, as `dataclass(frozen=True, slots=True)` makes one.

    That no field is set again is held by the type checker alone. To hold it while the program
    runs, `dataclass` sets each field by a call, and an object takes seven times as long to make.
    """
    made = dataclass(slots=True, unsafe_hash=True, kw_only=kw_only)
    return made if cls is None else made(cls)
