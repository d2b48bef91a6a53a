"""Drafts to facts: the place in the source, the evidence, the id."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields

from generator.model import KINDS, Article, Content, Cooperation, Fact, Kind, Metric, Owner, Span
from generator.reading import Document, Draft, Repair

EVIDENCE_LIMIT = 80
"""Characters of source text that a proof may have (fact model)."""
ID_DIGITS = 10
ANCHOR_MARGIN = 8
TOUCHING = 2
"""Characters between a damaged place and a number, or its unit, that may be a part of it."""

PREFIXES = {
    Kind.METRIC: "m",
    Kind.EVENT: "e",
    Kind.COOPERATION: "c",
    Kind.INDUSTRY: "i",
    Kind.ORGANISATION: "o",
    Kind.HONOUR: "h",
    Kind.PERSON: "p",
    Kind.IDENTITY: "d",
}
PREFIX_OF = {content: PREFIXES[kind] for content, kind in KINDS.items()}


def settle(document: Document, drafts: Iterable[Draft]) -> tuple[Fact, ...]:
    """The drafts as facts in reading order, ids all different, equal facts at one place once."""
    facts = sorted(_facts(document, drafts), key=lambda fact: (fact.span.start, fact.span.end, fact.id))
    return tuple(facts)


def _facts(document: Document, drafts: Iterable[Draft]) -> Iterator[Fact]:
    article = document.article
    repairs = sorted(document.repairs, key=lambda repair: repair.start)
    ends = [repair.end for repair in repairs]
    placed = sorted(
        ((draft.sentence.mapped.source(*draft.anchor), order, draft) for order, draft in enumerate(drafts)),
        key=lambda item: (item[0].start, item[0].end, item[1]),
    )
    seen: Counter[tuple[str, ...]] = Counter()
    told: dict[tuple[int, int], list[tuple[Owner, Content]]] = {}
    for anchor, _, draft in placed:
        if document.damaged and _is_uncertain(document, draft, anchor):
            continue
        here = told.setdefault((anchor.start, anchor.end), [])
        if (draft.owner, draft.content) in here:
            continue
        here.append((draft.owner, draft.content))
        key = _key(article, draft, anchor)
        proof = anchor if draft.evidence == draft.anchor else draft.sentence.mapped.source(*draft.evidence)
        span = _first(_within_limit(proof, anchor), anchor, document)
        yield Fact(
            id=_id(key, seen[key]),
            doc=article.doc,
            owner=draft.owner,
            content=draft.content,
            evidence=article.text[span.start : span.end],
            span=span,
            sentence=draft.sentence.text,
            rule=draft.rule,
            mended=_mended(repairs, ends, span),
        )
        seen[key] += 1


def _is_uncertain(document: Document, draft: Draft, anchor: Span) -> bool:
    """Whether a place that could not be mended touches a metric's number, or stands in what the fact says."""
    if isinstance(draft.content, Metric):
        at = bisect_left(document.damaged, anchor.start - TOUCHING, key=lambda span: span.end)
        return at < len(document.damaged) and document.damaged[at].start <= anchor.end + TOUCHING
    said = (getattr(draft.content, field.name) for field in fields(draft.content))
    return any(isinstance(value, str) and "\ufffd" in value for value in said)


def _first(span: Span, anchor: Span, document: Document) -> Span:
    """Where the evidence stands first: in a pull quote above, where that says the anchor's words too.

    What of the evidence the pull quote leaves out is left out then.
    """
    text = document.article.text
    for repeat in document.repeats:
        again = repeat.again
        if again.start <= anchor.start and anchor.end <= again.end:
            shift = repeat.first.start - again.start
            start, end = max(span.start, again.start), min(span.end, again.end)
            if text[start + shift : end + shift] == text[start:end]:
                return Span(start + shift, end + shift)
    return span


def _within_limit(span: Span, anchor: Span) -> Span:
    """The evidence, cut to the limit around its anchor where it is too long."""
    if span.end - span.start <= EVIDENCE_LIMIT:
        return span
    start = max(span.start, min(anchor.start, anchor.end - EVIDENCE_LIMIT))
    end = min(span.end, start + EVIDENCE_LIMIT)
    return Span(max(span.start, end - EVIDENCE_LIMIT), end)


def _mended(repairs: list[Repair], ends: list[int], span: Span) -> tuple[str, ...]:
    """The kinds of repairs inside the span; repairs are sorted and do not overlap."""
    at = bisect_left(ends, span.start + 1)
    if at == len(repairs) or repairs[at].start >= span.end:
        return ()
    kinds = set()
    while at < len(repairs) and repairs[at].start < span.end:
        kinds.add(repairs[at].kind)
        at += 1
    return tuple(sorted(kind.value for kind in kinds))


def _key(article: Article, draft: Draft, anchor: Span) -> tuple[str, ...]:
    """What an id hangs on: where the fact was read, and not what was read.

    So it survives a new extraction of the same text by better rules and any
    corrected value. A cooperation's anchor may serve several parties, so these count too.
    """
    parts = [
        article.doc,
        PREFIX_OF[type(draft.content)],
        article.text[max(0, anchor.start - ANCHOR_MARGIN) : anchor.end + ANCHOR_MARGIN],
    ]
    if isinstance(draft.content, Cooperation):
        parts += [draft.owner.zone, draft.content.partner]
    return tuple(parts)


def _id(key: tuple[str, ...], again: int) -> str:
    digest = hashlib.sha256("\x1f".join([*key, str(again)]).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{key[1]}-{digest[:ID_DIGITS]}"
