"""What experts of the field edit, as YAML beside this file, read once and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).parent


@cache
def load(name: str) -> Any:
    """The rules in `<name>.yml`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((RULES / f"{name}.yml").read_text(encoding="utf-8"), Loader=loader)
