"""What articles leave open: numbers that became no fact, damaged places, missing dates."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.pages import draft
from generator.pages.acting import drafted, fresh, kept
from generator.pages.editing import ARTICLES, metadata_file
from generator.pages.marking import pieces, place
from generator.pages.rows import proof
from generator.pages.site import Site
from generator.pages.task import Sort, Task, Work, fact_task, quoted
from generator.pages.words import mended_words, value_text
from generator.problems import Problem
from generator.reading import Mend
from generator.unread import TIMES, Unread

RISKY = frozenset({Mend.BYTES.value, Mend.LINES.value, Mend.COLUMNS.value})
"""Repairs that may have gone wrong; glosses, script and width are certain."""
DAMAGE = {
    "TEXT-TORN": "这一段从半句话开始，找不到它接在哪里",
    "TEXT-DAMAGED": "这里的字编码坏了，补不回来",
}


def numbers(site: Site, page: str, work: Work, most: int) -> Sort:
    """Numbers that no rule could attribute; those of a zone first, lengths of time last."""
    found = sorted(
        ((source.article.doc, number) for source in work.sources for number in source.unread),
        key=lambda one: (not one[1].zone, one[1].unit in TIMES, one[0], one[1].start),
    )
    about = "文章里有数，没有一条规则说得出它是谁的、量的是什么。是园区的事实就照条目补上，不是的不必管。"
    tasks = tuple(_number(site, page, doc, number) for doc, number in found[:most])
    return Sort("numbers", "没有归属的数字", about, len(found), tasks)


def _number(site: Site, page: str, doc: str, number: Unread) -> Task:
    zone = number.zone or _told_most(site, doc)
    where = place(number.sentence, number.quote)
    value = f"{value_text(number.value)} {number.unit}"
    return Task(
        text=value,
        reason=f"算在{number.zone}名下，但不知道量的是什么" if number.zone else "不知道说的是哪个园区",
        beside=zone,
        pieces=pieces(number.sentence, [where] if where else []),
        act=drafted(site.desk(), zone, draft.addition(doc, number)) if zone else None,
        **_from(site, page, doc),
    )


def _told_most(site: Site, doc: str) -> str:
    """The zone of which an article tells most; empty where it tells of none."""
    told = Counter(site.homes[item.fact.id].name for item in site.quoted.get(doc, ()))
    return min(told, key=lambda zone: (-told[zone], zone), default="")


def _from(site: Site, page: str, doc: str) -> dict[str, Any]:
    known = doc in site.sources
    return {
        "source": site.titles.get(doc, doc),
        "source_link": site.source_link(page, doc) if known else "",
    }


def damage(site: Site, page: str, work: Work, most: int) -> Sort:
    """Places that could not be mended, then facts whose proof was mended in a way that may be wrong."""
    torn = [(source.article.doc, problem) for source in work.sources for problem in source.problems]
    mended = [item for item in site.facts.values() if item.override is None and RISKY & set(item.fact.mended)]
    tasks = [_torn(site, page, doc, problem) for doc, problem in torn[:most]]
    tasks += [
        fact_task(site, page, item, f"引文修补过：{mended_words(item.fact.mended)}")
        for item in mended[: max(0, most - len(torn))]
    ]
    about = "文章坏了的地方：没有修好的，看看原文说了什么，漏掉的补上；修补过的，看看补得对不对。"
    return Sort("damage", "坏了的原文", about, len(torn) + len(mended), tuple(tasks))


def _torn(site: Site, page: str, doc: str, problem: Problem) -> Task:
    zone, words = _told_most(site, doc), problem.found.rstrip("…")
    return Task(
        text=f"第 {problem.line} 行" if problem.line else problem.file,
        reason=DAMAGE.get(problem.code, problem.message),
        beside=f"{ARTICLES}/{doc}",
        raw=problem.found,
        act=drafted(site.desk(), zone, draft.saying(doc, words)) if zone and words else None,
        **_from(site, page, doc),
    )


def undated(site: Site, page: str, work: Work, most: int) -> Sort:
    """Articles without a date."""
    found = [source.article for source in work.sources if not source.article.date]
    about = "文章没有日期，“今年”“目前”就不知道是什么时候。查到发表的日期，写进文章旁边的文件。"
    tasks = []
    for article in found[:most]:
        file, desk, told = metadata_file(article.doc), site.desk(), site.quoted.get(article.doc, ())
        known = file in desk.files
        title = site.titles.get(article.doc, article.doc)
        body = "date:   # " + draft.DATES + "\n" if known else draft.dating(title)
        shown = proof(site, page, told[0].fact) if told else None
        task = Task(
            text=title,
            reason=f"没有日期，{len(told)} 个事实的时间可能因此定不下来",
            beside=f"{ARTICLES}/{article.doc}",
            act=kept(desk, file, body) if known else fresh(desk, file, body),
            **quoted(shown),
        )
        tasks.append(task)
    return Sort("undated", "没有日期的文章", about, len(found), tuple(tasks))
