"""The templates' environment: what is wrong with a template is told with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pages.environment import environment
from generator.problems import ProblemError

TOLD = (
    "templates/macros/lists.md.j2: TEMPLATE-MISSING: there is no such template, and a page needs it. "
    "Fix: put the file back, or mend the name where another template or the page's module asks for it"
)


def test_a_missing_template_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as error:
        environment(tmp_path).get_template("macros/lists.md.j2")
    assert error.value.problem.text() == TOLD


def test_one_that_another_template_asks_for_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "zone.md.j2").write_text('{% import "macros/lists.md.j2" as lists %}', encoding="utf-8")
    with pytest.raises(ProblemError) as error:
        environment(tmp_path).get_template("zone.md.j2").render()
    assert error.value.problem.text() == TOLD
