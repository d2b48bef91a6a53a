"""The key figures of a zone: which of its figures a card, a list or a comparison says first."""

from __future__ import annotations

from collections.abc import Iterable

from generator import rules
from generator.compare.dates import period_end
from generator.compare.naming import headline_rank, shared_name
from generator.model import Metric


def key_figures(known: Iterable[tuple[str, Metric]]) -> tuple[str, ...]:
    """Their facts' ids: one an indicator, its latest; the listed indicators first, at most as many as the rules say."""
    latest: dict[str, tuple[str, str]] = {}
    for fact_id, metric in known:
        name, end = shared_name(metric.indicator), period_end(metric.period)
        if metric.value is not None and (name not in latest or end > latest[name][0]):
            latest[name] = (end, fact_id)
    ranked = sorted(latest.items(), key=lambda item: headline_rank(item[0]))
    return tuple(fact_id for _, (_, fact_id) in ranked[: rules.load("presentation")["headline_limit"]])
