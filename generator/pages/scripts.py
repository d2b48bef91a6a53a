"""Data that scripts of pages ask for: files that call a function with them.

A page opened from disk can fetch no file, but it can load a script.
"""

from __future__ import annotations

import json


def call(function: str, *data: object) -> str:
    """A script that hands the data to a function of the page; texts of sources stand in it as values alone."""
    # A lone surrogate can be escaped in JSON and not in UTF-8; a number that is none would end the script.
    text = ",".join(json.dumps(part, ensure_ascii=False, separators=(",", ":"), allow_nan=False) for part in data)
    return f"{function}({text})\n".encode("utf-8", "replace").decode()
