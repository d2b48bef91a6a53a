"""A published fact as a row of the downloads: what it says, the words that prove it, where from, and who changed it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from generator.compare import Comparison, Reading
from generator.model import Content, Fact, Named, Override, Published, plain
from generator.pages.rows import spoken
from generator.pages.site import Site


def record(site: Site, zone: Named, item: Published) -> dict[str, Any]:
    """A fact with its evidence, its source and its override trail, as JSON has it; always the same keys in one order.

    Beside them stand the fields of its kind, as the fact model names them. `page` is its
    address below the site's own.
    """
    fact = item.fact
    article = site.articles.get(fact.doc)
    return {
        "id": fact.id,
        "kind": fact.kind.value,
        "zone": zone.name,
        "subject": fact.owner.subject,
        **content(fact.content),
        "statement": spoken(fact.content),
        "evidence": fact.evidence,
        "sentence": fact.sentence,
        "mended": list(fact.mended),
        "source": {
            "doc": fact.doc,
            "title": site.titles.get(fact.doc, ""),
            "publisher": article.publisher if article else "",
            "date": article.date if article else "",
            "url": article.url if article else "",
            "start": fact.span.start,
            "end": fact.span.end,
        },
        "page": site.fact_address(zone, fact.id),
        "rule": fact.rule,
        "chosen": item.chosen,
        "why": item.why,
        "same": list(item.same),
        "rivals": list(item.rivals),
        "override": _override(item.override),
        "machine": _machine(item.machine),
    }


def content(value: Content) -> dict[str, Any]:
    """The fields of a fact's kind as plain values; a number that is none is absent."""
    return {field.name: _finite(plain(getattr(value, field.name))) for field in fields(value)}


def compared(comparison: Comparison, reading: Reading) -> dict[str, Any]:
    """What a comparison adds to the row of a reading's fact."""
    return {
        "comparison": comparison.name,
        "inside": comparison.inside,
        "common_unit": comparison.unit,
        "common_value": _finite(plain(reading.value)),
        "ranked": reading.best,
        "warnings": list(comparison.warnings),
    }


def zones(site: Site) -> Iterator[dict[str, Any]]:
    """The zones with what they are called and how much is known of them."""
    for zone in site.archive.zones:
        yield {
            "zone": zone.name,
            "aliases": list(zone.aliases),
            "profile": zone.profile,
            "facts": len(zone.facts),
            "page": site.zone_address(zone),
        }


def sources(site: Site) -> Iterator[dict[str, Any]]:
    """The articles, and whatever else facts name as their source."""
    told = {item.fact.doc for zone in site.archive.zones for item in zone.facts} - {""}
    counted = dict.fromkeys(sorted(told | set(site.articles)), 0)
    for zone in site.archive.zones:
        for item in zone.facts:
            if item.fact.doc:
                counted[item.fact.doc] += 1
    for doc, facts in counted.items():
        article = site.articles.get(doc)
        yield {
            "doc": doc,
            "title": site.titles.get(doc, ""),
            "publisher": article.publisher if article else "",
            "author": article.author if article else "",
            "date": article.date if article else "",
            "url": article.url if article else "",
            "facts": facts,
        }


def _override(override: Override | None) -> dict[str, Any] | None:
    if override is None:
        return None
    return {
        "action": override.action.value,
        "reason": override.reason,
        "by": override.by,
        "date": override.date,
        "file": override.file,
        "line": override.line,
        "expect": _plain_pairs(override.expect),
        "set": _plain_pairs(override.set),
    }


def _plain_pairs(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: _finite(plain(value)) for name, value in pairs}


def _machine(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {"zone": fact.owner.zone, "subject": fact.owner.subject, **content(fact.content)}


def _finite(value: Any) -> Any:
    """The value without what JSON cannot say."""
    if isinstance(value, list):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
