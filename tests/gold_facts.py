"""The facts found by hand as Fact objects, for tests of what comes after extraction."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from generator.facts import PREFIXES
from generator.model import Article, Fact, Kind, Owner, Span
from generator.store import content_of

TESTS = Path(__file__).parent
ARTICLES = TESTS.parent / "seeds" / "articles"


@cache
def seed_articles() -> tuple[Article, ...]:
    return tuple(
        Article(path.name, path.read_bytes().decode("utf-8-sig"), "utf-8", date="2024-03")
        for path in sorted(ARTICLES.glob("*.txt"))
    )


@cache
def seed_facts() -> tuple[Fact, ...]:
    texts = {article.doc: article.text for article in seed_articles()}
    facts = []
    for number, line in enumerate((TESTS / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()):
        entry = json.loads(line)
        start = texts[entry["doc"]].index(entry["evidence"])
        facts.append(
            Fact(
                id=f"{PREFIXES[Kind(entry['kind'])]}-{number:010d}",
                doc=entry["doc"],
                owner=Owner(entry["zone"], entry["subject"]),
                content=content_of(Kind(entry["kind"]), entry),
                evidence=entry["evidence"],
                span=Span(start, start + len(entry["evidence"])),
                sentence=entry["evidence"],
                rule="hand",
                mended=("gloss", "script"),
            )
        )
    return tuple(facts)
