"""What runs on the code host: pinned, least allowed, and nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

GITHUB = Path(__file__).resolve().parents[1] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


def tool(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """A checker that is installed beside this Python."""
    return subprocess.run(
        [str(Path(sys.executable).parent / name), *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def actionlint(*paths: Path) -> subprocess.CompletedProcess[str]:
    return tool("actionlint", "-no-color", "-oneline", "-shellcheck=", "-pyflakes=", *paths)


def test_zizmor_and_actionlint_find_nothing() -> None:
    for done in (tool("zizmor", "--offline", "--quiet", GITHUB), actionlint(*WORKFLOWS)):
        assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_and_actionlint_would_find_something(tmp_path: Path) -> None:
    path = tmp_path / ".github" / "workflows" / "a.yml"
    path.parent.mkdir(parents=True)
    told = 'on: issues\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "${{ %s }}"\n'
    path.write_text(told % "github.event.issue.title", encoding="utf-8")
    assert "template-injection" in tool("zizmor", "--offline", "--quiet", "--no-config", tmp_path / ".github").stdout
    path.write_text(told % "github.evnt.issue", encoding="utf-8")
    done = actionlint(path)
    assert done.returncode == 1
    assert 'property "evnt" is not defined' in done.stdout


def load(path: Path) -> dict:
    # YAML 1.1 reads the key `on` as true.
    body = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in body.items()}


def steps(workflow: dict) -> list[dict]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_is_one_to_publish_and_one_to_check() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "pages.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_with_their_version_beside_it(path: Path) -> None:
    used = [step["uses"] for step in steps(load(path)) if "uses" in step]
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    for line in path.read_text(encoding="utf-8").splitlines():
        assert "uses:" not in line or re.search(r"@[0-9a-f]{40} # v[0-9.]+$", line), line


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_allowed_but_what_a_job_asks_for(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert "contents" not in job["permissions"] or job["permissions"]["contents"] == "read"
        assert job["timeout-minutes"] <= 20


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_hold_no_expression_that_a_stranger_could_fill(path: Path) -> None:
    assert [step["run"] for step in steps(load(path)) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_keeps_no_credentials(path: Path) -> None:
    checkouts = [step for step in steps(load(path)) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_only_main_is_published_and_only_by_the_job_that_may() -> None:
    workflow = load(GITHUB / "workflows" / "pages.yml")
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert "pull_request" not in workflow["on"]
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert workflow["jobs"]["deploy"]["needs"] == "build"
    assert "write" not in workflow["jobs"]["build"]["permissions"].values()


def test_the_check_builds_tests_and_tells_which_facts_differ() -> None:
    workflow = load(GITHUB / "workflows" / "check.yml")
    assert list(workflow["on"]) == ["pull_request"]
    scripts = [step["run"] for step in steps(workflow) if "run" in step]
    assert "make site" in scripts
    assert ".ci/run" in scripts
    assert any(script.endswith("generator check --format github") for script in scripts)
    assert any('generator diff .cache/base . >> "$GITHUB_STEP_SUMMARY"' in script for script in scripts)


def test_the_check_tells_everything_even_where_something_is_wrong() -> None:
    told = steps(load(GITHUB / "workflows" / "check.yml"))
    after = told[[step.get("run") for step in told].index("make site") + 1 :]
    assert after
    assert all(step["if"] == "${{ !cancelled() }}" for step in after)


def test_the_form_for_a_wrong_fact_asks_for_it_and_for_proof() -> None:
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "wrong-fact.yml").read_text(encoding="utf-8"))
    fields = {field["id"]: field for field in form["body"] if "id" in field}
    assert {"fact", "page", "sentence", "right", "proof"} <= set(fields)
    assert all(fields[name]["validations"]["required"] for name in ("fact", "right", "proof"))


def test_dependencies_are_kept_up_to_date() -> None:
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert [(update["package-ecosystem"], update["directory"]) for update in updates] == [
        ("pip", "/"),
        ("npm", "/tests/audit/npm"),
        ("github-actions", "/"),
    ]
