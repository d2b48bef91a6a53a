"""Facts and articles in one line each, for tests."""

from __future__ import annotations

from typing import Any

from generator.facts import PREFIXES
from generator.model import KINDS, Article, Content, Event, EventType, Fact, Metric, Override, Owner, Published, Span


def fact(content: Content, *, number: int = 1, zone: str = "临水高新区", subject: str = "", **more: Any) -> Fact:
    evidence = more.pop("evidence", "证据")
    start = more.pop("start", number)
    return Fact(
        id=f"{PREFIXES[KINDS[type(content)]]}-{number:010d}",
        owner=Owner(zone, subject),
        content=content,
        evidence=evidence,
        span=Span(start, start + len(evidence)),
        **({"doc": "a.txt"} | more),
    )


def metric(value: Any, *, unit: str = "家", indicator: str = "入驻企业数", period: str = "2023", **more: Any) -> Metric:
    return Metric(indicator=indicator, value=value, unit=unit, period=period, **more)


def event(title: str, date: str = "2023-05") -> Event:
    return Event(date=date, type=EventType.SIGNED, title=title)


def article(doc: str = "a.txt", text: str = "", **more: Any) -> Article:
    return Article(doc, text, "utf-8", **more)


def published(one: Fact, **more: Any) -> Published:
    return Published(fact=one, **more)


def override(**more: Any) -> Override:
    values: dict[str, Any] = {"fact": "m-0000000001", "action": "correct", "reason": "公告", "by": "bianji"}
    values |= {"date": "2024-04-02", "file": "seeds/overrides/临水高新区.yml", "line": 3}
    return Override(**(values | more))
