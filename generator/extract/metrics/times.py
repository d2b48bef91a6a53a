"""When a number was true, and whether it is hoped for."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.metrics.lexicon import one_of, words_of
from generator.model import Status
from generator.period import is_aside, is_now, is_weak
from generator.reading import PeriodMention, Sentence
from generator.rules import load

CLAUSE = re.compile(r"[，。；：！？]")


@cache
def _target() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = load("cues")["target"]
    before = "".join(f"(?<!{re.escape(word)})" for word in rules["not_before"])
    cue = f"{before}(?:{one_of(rules['words'])})(?!{one_of(rules['not_after'])})"
    return re.compile(cue), re.compile(one_of(rules["end"]))


def status_at(sentence: Sentence, position: int, clause: int, period: str, month: str) -> tuple[Status, bool]:
    """Whether a number at `position` is a target, and whether its own clause (from `clause` on) says so."""
    cue, end = _target()
    text = sentence.text[max(0, position - 200) : position]
    own = sentence.text[clause:position]
    cues = list(cue.finditer(text))
    local = bool(cue.search(own))
    later = bool(
        period
        and month
        and not period.startswith("..")
        and period.rsplit("/", 1)[-1][:7] > month
        and len(period.split("/")[0]) >= 4
        and period.split("/")[0][: len(month)] > month[: len(period.split("/")[0])]
    )
    if later:
        return Status.TARGET, True
    if not cues or end.search(text, cues[-1].end()):
        return Status.ACTUAL, False
    return Status.TARGET, local


def period_at(sentence: Sentence, position: int, clause: int, month: str, *, static: bool, target: bool) -> str:
    """The time a number at `position` is of: the nearest before it, else what gathers, else what holds from before."""
    strong, weak = _mentions(sentence, position)
    if static:
        own = [m for m in strong if _tells_when(sentence.text, m, clause, position)]
        return own[-1].period if own else ""
    if target:
        own = [m for m in strong if not is_now(sentence.text[m.start : m.end])]
        return own[-1].period if own else ""
    if strong:
        return strong[-1].period
    if weak:
        return weak[-1].period
    return sentence.period


def _tells_when(text: str, mention: PeriodMention, clause: int, position: int) -> bool:
    """Whether a time is when something that hardly changes was measured, not when something else happened."""
    if is_now(text[mention.start : mention.end]):
        return False
    return mention.period.startswith("..") or (mention.start >= clause and "的" not in text[mention.end : position])


def _mentions(sentence: Sentence, position: int) -> tuple[list[PeriodMention], list[PeriodMention]]:
    strong, weak = [], []
    for mention in sentence.periods:
        if mention.start >= position:
            break
        written = sentence.text[mention.start : mention.end]
        if is_weak(written):
            weak.append(mention)
        elif not is_aside(written):
            strong.append(mention)
    return strong, weak


def static(indicator: str) -> bool:
    """Whether an indicator does not change with the year: an area, a project's total investment."""
    return any(indicator.endswith(word) for word in words_of("static")) and not re.search(
        one_of(words_of("flow")), indicator
    )
