"""Queries typed into the search box of a built site, and how good the answers are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import yaml
from opencc import OpenCC
from playwright.sync_api import Page

from tests.site import reading

CASES = Path(__file__).parents[1] / "cases" / "search.yml"

NOT_FOR_READERS = re.compile(r"404\.html|review/.*")
"""Pages that say search: exclude: forms for editors, which repeat what other pages say."""

LISTEN = """
const Plain = window.Worker
window.Worker = class extends Plain {
  constructor(...given) {
    super(...given)
    this.addEventListener("message", ({ data }) => { if (data.type === 3) window.answered(data.data.items) })
  }
}
window.answers = []
window.answered = items => window.answers.push(items)
"""
"""Hears what the theme's worker answers: the box itself shows no more than fits."""


@dataclass(frozen=True)
class Case:
    """A query, the page that it wants, and the words that every page found must say."""

    query: str
    page: str
    means: str


@dataclass(frozen=True)
class Figures:
    """What a search is worth over all cases, 1 being best."""

    rank: float
    recall: float
    precision: float


def cases() -> list[Case]:
    entries = yaml.safe_load(CASES.read_text(encoding="utf-8"))["queries"]
    return [Case(entry["query"], entry["page"], entry.get("means", entry["query"])) for entry in entries]


def type_query(page: Page, query: str) -> list[list[dict[str, Any]]]:
    """Types as an input method does, the words arriving whole and a key going up; gives what the worker answers.

    The page must have been opened with `LISTEN`. What was in the box is replaced.
    """
    page.click(".md-search__input")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.wait_for_function("document.querySelector('.md-search-result__list').childElementCount === 0")
    before = page.evaluate("window.answers.length")
    page.keyboard.insert_text(query)
    page.keyboard.press("Shift")
    page.wait_for_function("before => window.answers.length > before", arg=before)
    return page.evaluate("window.answers.at(-1)")


def paths(answer: Iterable[Sequence[dict[str, Any]]]) -> list[str]:
    """The pages of an answer, best first."""
    return list(dict.fromkeys(group[0]["location"].partition("#")[0] for group in answer))


def ask_all(page: Page, address: str, asked: Iterable[Case]) -> dict[str, list[str]]:
    """Every query typed on one page; the pages found, best first."""
    page.add_init_script(LISTEN)
    page.goto(address)
    return {case.query: paths(type_query(page, case.query)) for case in asked}


def folded(text: str) -> str:
    """A text as readers compare it: one width, case and script; what is only set between digits, letters and Chinese
    characters goes: the comma in 8,046 and the space before 万."""
    plain = OpenCC("t2s").convert(unicodedata.normalize("NFKC", text).lower())
    plain = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[a-z0-9])|(?<=[a-z0-9%])\s+(?=[\u3400-\u9fff])", "", plain)
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain)


def pages_by_text(site: Path) -> dict[str, str]:
    """The folded text that a reader sees, by page."""
    built = {page.path.removesuffix("index.html"): page.text for page in reading.read_all(site)}
    return {path: folded(text) for path, text in built.items() if not NOT_FOR_READERS.fullmatch(path)}


def truth(texts: dict[str, str], case: Case) -> set[str]:
    """The pages that say every word of what a case means."""
    words = [folded(word) for word in case.means.split()]
    return {path for path, text in texts.items() if all(word in text for word in words)}


def figures(asked: Sequence[Case], found: dict[str, list[str]], texts: dict[str, str]) -> Figures:
    """Mean reciprocal rank of the pages wanted; recall and precision against the truth; each the mean of all cases."""
    ranks, recalls, precisions = [], [], []
    for case in asked:
        got = [path for path in found[case.query] if path in texts]
        saying = truth(texts, case)
        ranks.append(1 / (1 + got.index(case.page)) if case.page in got else 0.0)
        recalls.append(len(saying & set(got)) / len(saying) if saying else 1.0)
        precisions.append(len(saying & set(got)) / len(got) if got else 0.0)
    return Figures(fmean(ranks), fmean(recalls), fmean(precisions))
