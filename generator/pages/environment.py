"""The templates' environment: a name that is not given is an error, a value that is not escaped is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateNotFound
from jinja2.compiler import CodeGenerator
from markupsafe import Markup

from generator.pages import escape, words
from generator.problems import Problem, ProblemError

TEMPLATES = Path(__file__).parents[2] / "templates"


class _Finalized(CodeGenerator):
    """Values leave templates as `finalize` gives them: escaped already, and not looked at a second time."""

    def _output_child_pre(self, node: object, frame: object, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "")

    def _output_child_post(self, node: object, frame: object, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")" if finalize.src is not None else "")


class _Environment(Environment):
    code_generator_class = _Finalized

    def get_template(self, name: str | Template, *more: Any, **options: Any) -> Template:
        """The template. Raises ProblemError where there is no file of this name."""
        try:
            return super().get_template(name, *more, **options)
        except TemplateNotFound as error:
            raise ProblemError(_missing(str(error.name))) from error


def _missing(name: str) -> Problem:
    return Problem(
        code="TEMPLATE-MISSING",
        file=f"templates/{name}",
        message="there is no such template, and a page needs it",
        fix="put the file back, or mend the name where another template or the page's module asks for it",
    )


@cache
def environment(templates: Path = TEMPLATES) -> Environment:
    """The environment over a folder of templates."""
    made = _Environment(
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


def _escaped(value: object) -> Markup:
    """A value as it leaves a template: what no filter has escaped is escaped for any place in Markdown."""
    return value if type(value) is Markup else escape.inline(value)
