"""The templates' environment: a name that is not given is an error, a value that is not escaped is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.pages import escape, words

TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def environment(templates: Path = TEMPLATES) -> Environment:
    """The environment over a folder of templates."""
    made = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(
        md=escape.prose,
        cell=escape.cell,
        code=escape.code,
        html=escape.html,
        note=escape.note,
        title=escape.title,
    )
    made.globals.update(NO_PERIOD=words.NO_PERIOD)
    return made


def _escaped(value: object) -> object:
    """A value as it leaves a template: what no filter has escaped is escaped for any place in Markdown."""
    return value if isinstance(value, Markup) else escape.inline(value)
