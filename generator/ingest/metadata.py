"""Title, publisher, date, address and author of an article, where its text states them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.clean.glosses import remove_glosses
from generator.clean.headings import find_title
from generator.clean.imprint import full_date
from generator.clean.metadata import ADDRESS, Metadata, find_date, find_day, names, read_line
from generator.clean.script import simplify
from generator.clean.width import fold
from generator.mapped import MappedText

HEAD_LINES = 8
"""Lines at the top in which a bare date and a name beside it are the article's."""
EDGE_LINES = 25
EDGE_SIZE = 6000
"""Lines and characters at both ends of a text in which metadata are looked for."""
SIGNED = re.compile(r"[(（](?:本文)?(?:作者|记者|撰稿|通讯员)(?:系)?[:： ]\s?([^()（）]{2,30})[)）]\s*$")
SIGNATURE_DATE = re.compile(r"[(]?[0-9一二三四五六七八九十〇○零]{4}[年./-][^，。]{3,12}[)]?")
SIGNATURE_LINES = 5
CREDIT = re.compile(r"出处\(([^()]{2,20})\)")
DATELINE = re.compile(
    r"^(?:\(.{0,30}\))?([一-鿿]{2,8}(?:日报|晚报|时报|导报|社|网))[一-鿿]{0,6}([^。]{0,16}?)(?:讯|电)\s?[(（ ]"
)
DATED_LINK = re.compile(r"/t?((?:19|20)[0-9]{2})[-/]?([01][0-9])(?:[-/]?([0-3][0-9]))?(?=[/_.])")
SPEECH = re.compile(
    r"[—－\s(-]{0,8}[0-9]{4} ?年[0-9 ]{1,4}月[0-9 ]{1,4}日[，,\s]?在[^。；]{2,40}(?:会|会议|大会|论坛|仪式)上"
)
"""When a report was given, a line that tells of the zone too: ——2024年1月12日在…大会上."""
TOLD_DAY = re.compile(r"^.{0,40}?(?<![0-9年])([01]?[0-9])月([0-3]?[0-9])日(?:[讯电]|消息|[(]记者)")
"""A dateline without its year: 本报5月6日讯."""


def read_metadata(text: str) -> Metadata:
    """What the head and the foot of the text say of where it comes from."""
    head, foot = _edge(text[:EDGE_SIZE]), _edge(text[-EDGE_SIZE:], last=True)
    lines = [read_line(line, head=True) for line in head[:HEAD_LINES]]
    lines += [read_line(line) for line in foot]
    found = [line for line in lines if line]
    url = _first(line.url for line in found) or _linked(foot)
    stated = _first(line.date for line in found) or _signed_date(foot) or _dateline(head)[1] or _link_date(url)
    stated = stated or _first(find_day(line) for line in head[:HEAD_LINES] if SPEECH.match(line))
    return Metadata(
        date=_with_day(stated, head),
        publisher=_first(line.publisher for line in found) or _credit(foot) or _dateline(head + foot)[0],
        author=_first(line.author for line in found) or _signature(foot),
        url=url,
    )


def read_title(text: str) -> str:
    """The article's title in simplified characters; empty where the text begins with prose."""
    return find_title(_edge(text[:EDGE_SIZE]))


def _edge(text: str, last: bool = False) -> list[str]:
    """The lines at one end of an article as cleaning would have them, their spaces as they stand."""
    lines = [line for line in text.splitlines() if line.strip()]
    chosen = lines[-EDGE_LINES:] if last else lines[:EDGE_LINES]
    mapped, _ = remove_glosses(MappedText.of("\n".join(chosen).lstrip("\ufeff")))
    mapped, _ = simplify(mapped)
    return [line.strip() for line in fold(mapped.text).split("\n")]


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _linked(lines: list[str]) -> str:
    """The address on a line that speaks of the original: 原文链接：http://… in it."""
    for line in lines:
        match = ADDRESS.search(line)
        if match and "原文" in line[: match.start()]:
            return match[0]
    return ""


def _signature(lines: list[str]) -> str:
    """Who signed in parentheses at the end: …。(作者：某某) there."""
    for line in reversed(lines):
        if match := SIGNED.search(line):
            return names(match[1])
    return ""


def _signed_date(lines: list[str]) -> str:
    """The date that stands alone on one of the last lines, as official notices are signed."""
    for line in lines[:0:-1][:SIGNATURE_LINES]:
        if SIGNATURE_DATE.fullmatch(line):
            return find_day(line)
    return ""


def _credit(lines: list[str]) -> str:
    return _first(match[1] for line in lines if (match := CREDIT.search(line)))


def _dateline(lines: list[str]) -> tuple[str, str]:
    """Publisher and date of 某某日报北京2023年5月6日电; the date only where it has its year."""
    for line in lines:
        if match := DATELINE.match(line):
            return match[1], find_date(match[0])
    return "", ""


def _with_day(stated: str, lines: list[str]) -> str:
    """A date of which the year or month is known, with the day of the dateline where that is in it."""
    match = _first_match(lines) if len(stated) in (len("2023"), len("2023-05")) else None
    told = full_date(int(stated[:4]), int(match[1]), int(match[2])) if match else ""
    return told if told.startswith(stated) else stated


def _first_match(lines: list[str]) -> re.Match[str] | None:
    return next((match for line in lines if (match := TOLD_DAY.match(line))), None)


def _link_date(url: str) -> str:
    """The day or month that is part of an article's address: /2023/05/06/, /202305/t20230506_1.html, /202305/."""
    dates = [find_date("-".join(part for part in match.groups() if part)) for match in DATED_LINK.finditer(url)]
    return max(dates, key=len, default="")
