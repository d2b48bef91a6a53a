"""Facts of the kind metric: numbers with what they measure, of what time, whether reached or hoped for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extract.metrics import tables
from generator.extract.metrics.found import Found
from generator.extract.metrics.reader import read
from generator.model import Metric, Owner, Status
from generator.period import is_weak
from generator.reading import Context, Draft, Sentence

LABEL = re.compile(r"[一-龥A-Z][^，。；：:？！|]{1,15}[：:] ?[约近超逾达]{0,2}[0-9]")
"""A line that is a label with its number (常住人口：30万人), which cleaning may take for a heading."""
LEADING = re.compile("^.{1,24}[，,：:]$|[？?]$")
GOALS = re.compile(
    "(?:发展|主要|总体|具体|重点|规划|工作|奋斗|预期|远景|建设)(?:目标|任务)|(?:工作|下一?步|今后)[^，。；]{0,4}(?:打算|安排|计划|思路|部署)"
    "|(?:五|十)年(?:之)?后|要到哪|下一站|(?:20[0-9]{2}|明)年[^，。；]{0,6}(?:展望|打算|安排|思路|目标|计划|规划数)"
)
"""A heading under which stands what is to be."""
ASKED = re.compile("目标|打算")
"""A question that is answered by what is to be."""
ASIDE = re.compile(r"[\[【(（]?(?:相关|背景|新闻|延伸)?(?:链接|背景|阅读|资料|名片|简介|编后|手记)")
"""How a box beside the story begins."""
DONE = re.compile("已|目前|截至|累计|现有|同比|去年|上年|了")
OF_YEAR = re.compile(
    r"(?:(?:20[0-9]{2}|去|今|明|这一|过去一)年)[^，。；]{0,10}(?:工作|打算|安排|计划|目标|回顾|总结|成绩|情况|运行|指标|干了|数说|盘点|答卷|账本|亮点|任务)"
    r"|(?:一图读懂|数说|数读|图解|年报|盘点|回眸)[^。]{0,12}20[0-9]{2}"
)
"""A heading that says of what year all is that stands under it."""
HEAD = 2
"""Characters before a time that leads a sentence in, and so may be of the next ones."""
LEFT = re.compile("[从由][^0-9到至]{0,12}$")
POINT = re.compile("[—–●■•◆▲]|[（(]?[一二三四五六七八九十0-9]{1,2}[)）.、]")


def find(context: Context) -> Iterator[Draft]:
    """The metric facts of an article, sentence by sentence; headings repeat what the text says and are left out."""
    rows = tables.heads(context.sentences)
    before: tuple[tuple[int, int], Found | None] = ((-1, -1), None)
    goals = asked = False
    for (sentence, near), (_, head) in zip(_with_nearness(context.sentences), rows, strict=True):
        question = sentence.text.endswith(("？", "?"))
        if sentence.heading or question:
            goals = bool((ASKED if question else GOALS).search(sentence.text))
            asked = question or (goals and any(m.period == context.month[:4] for m in sentence.periods))
        goals = goals and not ASIDE.match(sentence.text)
        if not sentence.quantities or not sentence.owners:
            continue
        if sentence.heading and not head and not LABEL.match(sentence.text):
            continue
        place = (sentence.story, sentence.paragraph)
        told = before[1] if before[0] == place else None
        made = _read(sentence, head, context.month, near=near, told=told)
        levels = [found for found in made if found.rule not in ("metric.share", "metric.points")]
        before = place, levels[-1] if levels else None
        hoped = goals and not sentence.heading and not DONE.search(sentence.text)
        for found in made:
            owner = sentence.owner(found.number[0])
            if owner is not None:
                this_year = asked and found.period == context.month[:4]
                past = _past(found.period, context.month) and not this_year
                hope = hoped and not past and not _left(sentence.text, found)
                yield _draft(sentence, replace(found, status=Status.TARGET) if hope else found, owner, context.month)


def _read(sentence: Sentence, head: tables.Head, month: str, *, near: bool, told: Found | None) -> tuple[Found, ...]:
    """The metrics of a table's row, of a fact box's line, or of a sentence."""
    if boxed := tables.box(sentence, month, near=near):
        return tuple(boxed)
    return tuple(tables.read(sentence, head, month) if head else read(sentence, month, near=near, told=told))


def _left(text: str, found: Found) -> bool:
    """Whether a level is the one that is to be left: 从3张提高到5张."""
    return found.rule == "metric.from-to" and bool(LEFT.search(text[found.low : found.number[0]]))


def _past(period: str, month: str) -> bool:
    """Whether a time has begun when the article was written; an empty one has not."""
    return period != "" and (period == "now" or period.startswith("..") or period[:4] <= month[:4])


def _with_nearness(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, bool]]:
    """Each sentence with whether the time that holds in it is near: told in its paragraph, or by what leads it in.

    A paragraph is led in by one that breaks off (到2030年，), by a question, as a further point
    by the points before it, as a line of a fact box by the box's heading, and as one of a section
    by its heading where that says of what year the section is.
    """
    told, leads, place, first = False, False, (-1, -1), ""
    boxed = yearly = titled = False
    for sentence in sentences:
        if sentence.heading and not sentence.quantities:
            years = {m.period for m in sentence.periods if len(m.period) == len("2024")}
            named = len(years) == 1 and OF_YEAR.search(sentence.text) is not None
            yearly = named or (yearly and titled and not years)
            titled = sentence.paragraph == 0 or (titled and not named)
        if sentence.story != place[0] and not sentence.heading:
            yearly = False
        if (sentence.story, sentence.paragraph) != place:
            point = POINT.match(sentence.text) and POINT.match(first)
            told = bool(sentence.story == place[0] and (leads or (told and point)))
            place, first = (sentence.story, sentence.paragraph), sentence.text
            boxed = boxed and bool(LABEL.match(sentence.text))
            own = not (sentence.owners and sentence.owners[0].owner.subject)
            told = told or boxed or (yearly and own and len(sentence.period) == len("2024"))
        yield sentence, told
        reports = bool(sentence.quantities) or sentence.heading or bool(LEADING.search(sentence.text))
        here = any(
            (reports or m.start <= HEAD) and not is_weak(sentence.text[m.start : m.end]) for m in sentence.periods
        )
        told = told or here
        boxed = boxed or (here and sentence.heading and not sentence.quantities)
        leads = bool(here and LEADING.search(sentence.text))


def _draft(sentence: Sentence, found: Found, owner: Owner, month: str) -> Draft:
    period = (f"../{month}" if month else "") if found.period == "now" else found.period
    return Draft(
        content=Metric(
            indicator=found.indicator,
            value=found.value,
            unit=found.unit,
            qualifier=found.qualifier,
            period=period,
            change=found.change,
            status=found.status,
        ),
        owner=Owner(owner.zone, found.subject) if found.subject else owner,
        sentence=sentence,
        evidence=(found.low, found.high),
        anchor=found.number,
        rule=found.rule,
    )
