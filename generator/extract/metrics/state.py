"""Where the reading of a sentence stands, and the words to both sides of the number it is at."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.metrics.cut import Reading
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import words_of
from generator.extract.metrics.nearby import RECENT, covered, earlier
from generator.extract.metrics.phrase import Phrase, noun_before
from generator.model import Qualifier
from generator.patterns import alternation
from generator.quantity import family
from generator.reading import QuantityMention, Sentence

UP_TO_MARK = re.compile(".*[，。；：！？!?;（(]", re.DOTALL)
STOP = re.compile(r"[，。；：！？!?;]")
NEAR = 80
"""Characters to one side of a number that its reading looks at."""
LENGTHS_OF_TIME = ("year", "time")
PLACE = re.compile(
    r"(?:^|[，。；、])[一-龥]{2,3}(?<![上城都超门股夜楼入后全本该我各])(?:省|市|自治区)(?:的)?(?!级|场|值|内|政|民|容|况|委|长|辖|[一-龥]{0,4}区)"
)
WIDER = re.compile(
    f"(?:{alternation(words_of('wider'))})(?!首|唯一|第|最|领先|前|各|重点|性|级|化|市场|份额|500强|百强|布局)"
)
REACHED = re.compile(f"(?:{alternation(words_of('reach'))})(?:了|到|着)?$|占[^，]*$|[居列位对]$")
GREW = re.compile(
    "(?:从零起步|从零开始|从无到有|从小到大|由小到大|不断壮大|持续壮大|稳步增长|快速增长|再创新高|节节攀升|一路走高)$"
)
PEOPLE = re.compile(r"(?:人口|人员|人数|师生|学生|居民|职工)(?:约|为|达|达到|有|已)*$")
UP_AND_DOWN = re.compile("[一二两三四五六]?(?:降|平)")
LEVEL_OF = re.compile(
    r"(?:级)?(?=[一-龥“])(?!级?(?:的|以上|左右|和|及|与|大关|目标|级别|规模|融资|投资|资金|营收|产值|税收|订单|销售|元|美元))"
)


class State:
    """A sentence being read: its numbers, which one is next, and what was found.

    `attribute` is where an amount begins that describes what is counted next, -1 without
    one; `told` is the last metric of the sentence before in the paragraph.

    Of the number `q` that is read now, at `index`: `family` is that of its unit, `clause` where
    its clause begins, `low` and `high` where the words begin and end that belong to it (at a mark
    or at the number before or after), `left` and `right` these words.
    """

    q: QuantityMention
    family: str
    clause: int
    low: int
    high: int
    left: str
    right: str

    def __init__(self, sentence: Sentence, told: Found | None = None) -> None:
        """Before the first number. Numbers in titles and slogans are left out. `told` is the sentence's before."""
        self.text = text = sentence.text
        kept = [q for q in sentence.quantities if not (_quoted(text, q) or _class(text, q) or _no_measure(text, q))]
        self.sentence, self.told, self.attribute = sentence, told, -1
        self.reading = Reading.of(sentence, kept)
        self.quantities = [_people(text, q) for q in kept]
        self.families = [family(q.unit) for q in self.quantities]
        self.found: list[Found] = []
        self.index = 0

    @property
    def index(self) -> int:
        """Which number is read now; it may be set to any other, and to one behind the last."""
        return self._index

    @index.setter
    def index(self, index: int) -> None:
        self._index = index
        if index < len(self.quantities):
            self._look(index)

    def _look(self, index: int) -> None:
        """What surrounds the number at `index`."""
        q, text, quantities = self.quantities[index], self.text, self.quantities
        low = clause = _behind_mark(text, max(0, q.start - NEAR), q.start)
        for at in range(max(0, index - 3), index):
            if self.families[at] not in LENGTHS_OF_TIME:
                low = max(low, quantities[at].end)
        end = min(len(text), q.end + NEAR)
        if index + 1 < len(quantities):
            end = min(end, quantities[index + 1].start)
        stop = STOP.search(text, q.end, end)
        self.q, self.family, self.clause = q, self.families[index], clause
        self.low, self.high = low, stop.start() if stop else end
        self.left, self.right = text[low : q.start], text[q.end : self.high]

    def following(self, step: int = 1) -> QuantityMention | None:
        """The number `step` further on."""
        at = self._index + step
        return self.quantities[at] if 0 <= at < len(self.quantities) else None

    @property
    def last(self) -> Found | None:
        """What was found last in this sentence."""
        return self.found[-1] if self.found else None

    @property
    def bare(self) -> str:
        """The words before the number that belong to it, without the times among them."""
        text, low = self.left, self.low
        for m in reversed(earlier(self.sentence.periods, self.q.start)):
            if m.start < low or m.end > self.q.start:
                break
            text = text[: m.start - low] + text[m.end - low :]
        return text

    @property
    def model(self) -> Found | None:
        """The metric that a number with nothing but a time before it is another value of (前一年是30亿元)."""
        return (self.last_level() or self.told) if self.bare != self.left else self.last

    @property
    def previous(self) -> Phrase:
        """The noun phrase that the clause before this one is about, where that clause has no number."""
        end = self.clause - 1
        if end <= 0 or (self.index and self.quantities[self.index - 1].end > max(0, end - 1)):
            return Phrase()
        window = max(0, end - NEAR)
        start = _behind_mark(self.text, window, end)
        grown = GREW.search(self.text, start, end)
        return noun_before(self.reading, start, grown.start() if grown else end)

    def noun(self, low: int | None = None, high: int | None = None) -> Phrase:
        """What the text before the number says is measured."""
        return noun_before(self.reading, self.low if low is None else low, self.q.start if high is None else high)

    def last_count(self) -> Found | None:
        """The last thing counted in this sentence."""
        return next((f for f in self.found[: -RECENT - 1 : -1] if f.family in ("count", "people")), None)

    def last_level(self) -> Found | None:
        """The last metric with an indicator that a share or a growth can be of."""
        return next(
            (f for f in self.found[: -RECENT - 1 : -1] if f.rule not in ("metric.share", "metric.points")), None
        )

    def metric(self, indicator: str, rule: str, *, low: int, high: int = 0, **more: object) -> Found:
        """The number at hand as a metric."""
        q = self.q
        return Found(
            **{  # type: ignore[arg-type]
                "indicator": indicator,
                "value": q.value,
                "unit": q.unit,
                "qualifier": Qualifier(q.qualifier),
                "low": min(low, q.start),
                "high": max(high, q.end),
                "number": (q.number_start, q.number_end),
                "rule": rule,
                "family": self.family,
                **more,
            }
        )

    def amend(self, old: Found, new: Found) -> None:
        """Puts a metric in the place of one found shortly before."""
        for at in range(len(self.found) - 1, max(-1, len(self.found) - RECENT - 1), -1):
            if self.found[at] is old:
                self.found[at] = new
                return

    def remember(self, found: list[Found]) -> None:
        """Keeps what a reading gave."""
        self.found.extend(found)

    def wider(self, low: int) -> bool:
        """Whether what is measured from `low` on is a city's, a province's or the country's, not the zone's."""
        text = self.text
        start = max(self.clause, low - 12)
        head = text[start : self.q.start]
        for found in WIDER.finditer(head):
            at = start + found.start()
            if covered(self.sentence.names, at) or covered(self.sentence.zones, at):
                continue
            before, between = text[max(0, at - 8) : at], text[at + len(found[0]) : max(low, at + len(found[0]))]
            if not REACHED.search(before) and re.match(r"(?:的|共有|共|有|各类|现有)?$", between):
                return True
        if text.startswith("距", low):
            return False
        return bool(PLACE.match(text[low : self.q.start]) or PLACE.search(text[start:low]))


def _behind_mark(text: str, start: int, end: int) -> int:
    """Where the clause begins that ends at `end`, not before `start`."""
    mark = UP_TO_MARK.match(text, start, end)
    return mark.end() if mark else start


def _quoted(text: str, quantity: QuantityMention) -> bool:
    """Whether a number is part of a slogan or a title (“四个高新”, 《三年行动计划》)."""
    before = text[max(0, quantity.start - 40) : quantity.start]
    if before.rfind("《") > before.rfind("》"):
        return True
    small = text[quantity.number_start] not in "0123456789"
    opened = before.rfind("“")
    return small and opened > before.rfind("”") and len(before) - opened <= 6 and "，" not in before[opened:]


def _no_measure(text: str, quantity: QuantityMention) -> bool:
    """Whether a number measures nothing: two up and one down (两升一降), one acre that stands for any (腾出1亩地)."""
    if quantity.unit == "升" and text[quantity.number_start] not in "0123456789":
        return bool(UP_AND_DOWN.match(text, quantity.end))
    return quantity.unit == "亩" and quantity.value == 1


def _people(text: str, quantity: QuantityMention) -> QuantityMention:
    """常住人口38.6万: a bare 万 after people is 万人."""
    if quantity.unit == "万" and PEOPLE.search(text[max(0, quantity.start - 10) : quantity.start]):
        return replace(quantity, unit="万人")
    return quantity


def _class(text: str, quantity: QuantityMention) -> bool:
    """Whether an amount only names a class of things (百亿级项目, 千亿产业集群)."""
    if family(quantity.unit) != "money" or quantity.qualifier not in "=~":
        return False
    if text.endswith("个亿", 0, quantity.number_end):
        return False
    level = text[quantity.end - 1 : quantity.end] == "级"
    if not level and "元" in text[quantity.number_end : quantity.end]:
        return False
    return bool(LEVEL_OF.match(text, quantity.end))
