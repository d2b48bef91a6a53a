"""How property tests run: never timed, and the same examples on every machine that integrates changes."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("ours", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("ours")
