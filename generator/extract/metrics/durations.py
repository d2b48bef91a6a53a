"""Lengths of time: measured only where the text says what took or lasted that long."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import words_of
from generator.extract.metrics.phrase import clean
from generator.extract.metrics.state import State
from generator.model import Qualifier
from generator.patterns import alternation

WITHIN = re.compile(r"(?:之内|以内|内)(?:即|就|便)?(?:全部|陆续)?(?:完成|建成|竣工|投产|完工|办结)")


@cache
def _used() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words_of('duration', 'used'))})(?:了|为|达|到|仅)?$")


@cache
def _since() -> re.Pattern[str]:
    return re.compile(
        f"(?P<verb>{alternation(words_of('duration', 'since'))})(?P<place>[^，]{{0,12}}?)(?:已|已经|已有|了|近|至今)?$"
    )


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(
        f"的?(?P<noun>[一-龥]{{0,12}}?(?:{alternation(words_of('duration', 'nouns'))}))(?![一-龥]{{0,40}}(?:以来|内))"
    )


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(f"(?P<verb>{alternation(words_of('duration', 'lasting'))})(?:了|达|已)?$")


def read(state: State) -> list[Found] | None:
    """A measured length of time; an empty list for one that only tells when."""
    if state.family not in ("time", "year"):
        return None
    left, right, unit = state.left, state.right, state.q.unit
    used = _used().search(left)
    if used:
        noun = state.noun(high=state.low + used.start())
        done = re.match(r"(?:的时间)?(?:就)?(?:建成|完成|走完|实现|跑完)", right)
        what = noun.text or ("建设" if done else "")
        return [
            state.metric(what + "用时", "metric.duration", low=state.low, high=state.high if done else 0, period="-")
        ]
    if WITHIN.match(right):
        return [state.metric("工期", "metric.duration", low=state.low, high=state.high, qualifier=Qualifier.UNDER)]
    lasting = _lasting().search(left)
    if lasting and unit == "天":
        return [state.metric(f"{lasting['verb']}天数", "metric.duration", low=state.low + lasting.start())]
    since = _since().search(left)
    if since and unit == "年" and not re.match("[前后内间之以的行]|周年|计划|规划", right):
        return [state.metric(f"{since['verb']}年限", "metric.years", low=state.low + since.start(), period="now")]
    lasted = _nouns().match(right)
    if lasted:
        high = state.q.end + lasted.end()
        return [state.metric(clean(lasted["noun"]), "metric.duration", low=state.q.start, high=high, period="-")]
    before = state.noun()
    if before and re.search("(?:工期|周期|时间|期限|年限|时长|寿命|天数)$", before.text):
        return [state.metric(before.text, "metric.duration", low=before.start)]
    return []
