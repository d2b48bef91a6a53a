"""The times in a sentence, resolved one after the other: each may lean on the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.gates import at_its_letters, gated
from generator.period.spans import Spans
from generator.period.values import bounds, date_of, days_on, is_point, months_on, point, span, year_of
from generator.period.words import (
    AFTER,
    DIGITS,
    EDGE_AFTER,
    LATER,
    SCAN,
    TIMES,
    TITLE,
    TO,
    TOLD_BY,
    WITHIN,
    WORDS,
    count,
    spelt_year,
)
from generator.reading import PeriodMention

LISTED = (
    *("years", "told_years", "months", "days", "told_days", "told_months", "told", "happened", "now", "gathered"),
    *("parts", "edges", "festivals", "plans", "eras"),
)
FIRST = sorted(
    {word[0] for key in LISTED for word in WORDS[key]}
    | set(DIGITS)
    | set('0123456789十半 第前头首连最近过未今年开新入党“"「')
)
"""The letters that a time begins with."""
SEARCH = gated(f"(?=[{re.escape(''.join(FIRST))}])(?:{'|'.join(map(at_its_letters, TIMES))})")
"""`SCAN`, tried only where a time can begin: a text has few such places, and the pattern many branches."""
NOW = frozenset([*WORDS["now"], "今天"])
DATELINE = gated("[0-9]日(?:电|讯|消息)")
"""How a report tells the day that its 今天 is."""
CLAUSE_END = re.compile(r"[，。；,;！？]")
FUTURE = re.compile("|".join(WORDS["future"]))
UNTIL, BY, SINCE, PAST = (tuple(WORDS[key]) for key in ("until", "by", "since", "past"))
HALF_A_YEAR = 6
RECENT = 2
"""Months before an article in which what it tells by the month alone has just happened."""
OF_IT = ("其中", "分季度", "分月", "逐季")
"""How a sentence begins that tells the year just told of part by part."""
ENDS = ("年底", "年末", "年终", "岁末", "岁尾")
WHOLE = ("全年", "一年里", "一年间")
EARLY = ("01", "02")
"""Months in which the year that 全年 means where none is named is the one that has just ended."""
AFTER_FIRST_HALF = ("06", "07", "08")
"""Months in which 过去的半年 is the first half of the year."""
MOMENT = frozenset(("years", "iso", "year", "relative", "told_year", "month_word", "within", "edge", "bare_day", "ago"))
"""Kinds of times that may begin or end something (截至…, 自…以来)."""


def find_periods(text: str, date: str, current: str = "", told: str = "") -> tuple[PeriodMention, ...]:
    """The times in a cleaned sentence, in order, none overlapping.

    `date` is the article's (as precise as known, may be empty), `current` the time that
    still holds from the sentences before (for 5月, 全年), `told` the last time told of, which
    当年, 同期, 成立之初 mean (`current`, where it is not given). A relative time that nothing
    resolves (目前 in an article without a date) has an empty period.
    """
    return tuple(_Reader(text, date if is_point(date) else "", current, told or current).read())


def is_now(words: str) -> bool:
    """Whether the words of a mention mean the article's own time (目前)."""
    return words in NOW


@lru_cache(maxsize=4096)
def is_weak(words: str) -> bool:
    """Whether the words of a mention tell a time only by the way (累计, 已, 20年来, 连续三年)."""
    match = SCAN.fullmatch(words)
    return match is not None and match.lastgroup in ("gathered", "row")


@lru_cache(maxsize=4096)
def is_aside(words: str) -> bool:
    """Whether the words of a mention name a time to compare with, or a length of time (上年同期, 10年前, 近三年)."""
    match = SCAN.match(words)
    return match is not None and _aside(match.lastgroup or "", match) and match.lastgroup != "now"


def made_known(text: str, mention: PeriodMention) -> bool:
    """Whether a day is only that on which the numbers behind it were made known."""
    return mention.end > 0 and bool(TOLD_BY.match(text, mention.end - 1))


@dataclass(slots=True)
class _Reader:
    """Reads one sentence. `base` is the time that a part of a year belongs to, `told` the one that 当年 means.

    `here` says that the sentence itself has named it, `day` is the first day that it named.
    """

    text: str
    date: str
    base: str
    told: str
    here: bool = False
    day: str = ""

    def read(self) -> Iterator[PeriodMention]:
        """The times, one after the other."""
        strong, position, last = False, 0, -1
        titles = Spans.of(TITLE, self.text)
        while match := SEARCH.search(self.text, position):
            start, position = match.start(), match.end()
            kind = match.lastgroup or ""
            if titles.cover(start) or (self.text[start - 1 : start] == "的" and start - 1 == last):
                continue
            if kind == "gathered":
                if not strong:
                    yield PeriodMention(start, position, self._as_of(self._month()))
                continue
            read = self._resolve(kind, match)
            if read is None or (kind == "told_day" and start == last):
                continue
            end, period = read
            if kind in MOMENT and period:
                start, end, period = self._framed(start, end, period)
                later = LATER.match(self.text, end) if period.endswith("/..") else None
                position = later.end() if later else position
            found = PeriodMention(start, end, period)
            yield found
            position, last = max(end, position), end
            strong = True
            if period and not _aside(kind, match) and not made_known(self.text, found):
                self.base = self.told = period
                self.here = True
                self.day = self.day or (period if len(period) == len("2024-03-05") else "")

    def _resolve(self, kind: str, match: re.Match[str]) -> tuple[int, str] | None:
        """Where the time ends and its period; None where it is no time."""
        read: tuple[int, str] | None = getattr(self, f"_{kind}")(match)
        return read

    # Years, and what may follow them.

    def _years(self, match: re.Match[str]) -> tuple[int, str] | None:
        period = span(match["low"], match["high"])
        return (match.end(), period) if period else None

    def _year(self, match: re.Match[str]) -> tuple[int, str] | None:
        digits = match["digits"] or match["bare_year"]
        year = int(digits) if digits else spelt_year(match["spelt"])
        return self._in_year(year, match.end())

    def _relative(self, match: re.Match[str]) -> tuple[int, str] | None:
        word = match["relative"]
        if not self.date:
            return self._in_year(0, match.end())
        return self._in_year(int(self.date[:4]) + WORDS["years"][word], match.end())

    def _told_year(self, match: re.Match[str]) -> tuple[int, str] | None:
        word = match["told_year"]
        base = self.told
        this_year = int(self.date[:4]) if self.date else 0
        year = _single_year(base) or (this_year if word in WORDS["alone"] else 0)
        late = self.date[5:7] >= "11"
        if word == "全年" and late and year < this_year - 1 and not _single_year(self.base):
            year = this_year
        if word == "全年" and year < this_year - 1 and not self.here and self._to_come(match.end()):
            year = this_year
        if not year and word in WHOLE and self.date[5:7] in EARLY and not self._to_come(match.end()):
            year = this_year - 1
        if word == "全年" and not year:
            return None
        if word.startswith("一年") and not year:
            return match.end(), self._as_of(self._month())
        end, period = self._in_year(year + WORDS["told_years"][word] if year else 0, match.end())
        if self.text.startswith("同期", end) and base:
            return end + 2, _moved(base, WORDS["told_years"][word])
        return end, period

    def _half(self, match: re.Match[str]) -> tuple[int, str] | None:
        month = self._month()
        if month[5:7] in AFTER_FIRST_HALF:
            return match.end(), span(f"{month[:4]}-01", f"{month[:4]}-06")
        if month[5:7] in EARLY:
            year = int(month[:4]) - 1
            return match.end(), span(f"{year}-07", f"{year}-12")
        return None

    def _in_year(self, year: int, position: int) -> tuple[int, str]:
        """What follows a year at this position, as part of it; year 0 is an unknown one."""
        inner = WITHIN.match(self.text, position + (self.text[position : position + 1] == "的"))
        if not inner:
            edge = EDGE_AFTER.match(self.text, position)
            end = edge.end() if edge else position
            return self._ranged(year, end, point(year) if year else "")
        period = _part(inner, year)
        if period is None:
            return position, point(year) if year else ""
        return self._ranged(year, inner.end(), period if year else "")

    def _ranged(self, year: int, end: int, period: str) -> tuple[int, str]:
        """A point and the one it reaches to: 2019年3月至2021年5月, 10月25日至11月3日."""
        if not year or "/" in period:
            return end, period
        to = TO.match(self.text, end)
        if not to:
            return end, period
        later = SCAN.match(self.text, to.end())
        if later and later.lastgroup == "year":
            next_year = int(later["digits"]) if later["digits"] else spelt_year(later["spelt"])
            inner = WITHIN.match(self.text, later.end())
            last = (_part(inner, next_year) if inner else point(next_year)) or ""
            stop = inner.end() if inner else later.end()
        elif later and later.lastgroup == "within":
            last, stop = _part(later, year) or "", later.end()
        else:
            return end, period
        if len(last) != len(period):
            return end, period
        joined = span(period, last)
        return (stop, joined) if joined else (end, period)

    def _iso(self, match: re.Match[str]) -> tuple[int, str] | None:
        period = point(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
        return (match.end(), period) if period else None

    # Parts of a year that is not named.

    def _within(self, match: re.Match[str]) -> tuple[int, str] | None:
        probe = _part(match, 2000)
        if probe is None:
            return None
        first, last = (int(edge[5:7]) for edge in bounds(probe))
        now = int(self.date[5:7]) if len(self.date) >= 7 else 12
        begun = first == 1 and not (last == HALF_A_YEAR and now >= HALF_A_YEAR - 2)
        part = bool(match["part"] or match["first"])
        fresh = (part or bool(match["from"])) and self._reported(last)
        year = self._year_for(last if begun else first, match.end(), whole=part, fresh=fresh)
        period = _part(match, year) if year else ""
        return None if period is None else self._ranged(year, match.end(), period)

    def _year_for(self, month: int, position: int, *, whole: bool = False, fresh: bool = False) -> int:
        """The year of a month that stands alone: the one told of, else the last such month, or the next if to come.

        A half or a quarter (`whole`) is reported soon after, so no year long past that was told of before is its own;
        where it is `fresh`, no year before the article's is. A month in a new sentence must go on with what was told.
        """
        year = _single_year(self.base)
        past_long = bool(self.date) and year < int(self.date[:4]) - (0 if fresh else 1)
        if year and (self.here or (not ((whole or fresh) and past_long) and (whole or self._goes_on(year, month)))):
            return year
        if not self.date:
            return 0
        year = int(self.date[:4])
        past = len(self.date) >= 7 and month > int(self.date[5:7])
        return year - 1 if past and not self._to_come(position) else year

    def _goes_on(self, year: int, month: int) -> bool:
        """Whether a month without a year goes on with the year that the sentences before told of.

        It does in an article of that year, within a part of it (上半年…。6月，…), and, unless it is one of the last
        months before the article, where it comes after a month told of or the year is long past.
        """
        if not self.date or year >= int(self.date[:4]):
            return True
        first, last = (int(edge[5:7]) for edge in bounds(self.base))
        if "/" in self.base:
            return first <= month <= last
        recent = len(self.date) >= 7 and 0 <= int(self.date[5:7]) - month <= RECENT
        long_ago = year < int(self.date[:4]) - 1
        return not recent and (month > first if len(self.base) > len("2019") else long_ago)

    def _reported(self, last: int) -> bool:
        """Whether a part of the article's year has just ended, where a whole year before it was told: 去年…。首季…."""
        told = len(self.base) == len("2024") and not self.text.startswith(OF_IT)
        return told and len(self.date) >= 7 and 0 <= int(self.date[5:7]) - last <= HALF_A_YEAR

    def _bare_day(self, match: re.Match[str]) -> tuple[int, str] | None:
        day = int(match["bare"])
        month = date_of(self.base)[:7] if self.base else ""
        if len(month) < 7:
            month = self.date[:7]
            if len(self.date) == 10 and day > int(self.date[8:]) and not self._to_come(match.end()):
                month = months_on(month, -1)
        period = point(int(month[:4]), int(month[5:]), day) if len(month) == 7 else ""
        return (match.end(), period) if 1 <= day <= 31 and (period or not month) else None

    def _edge(self, match: re.Match[str]) -> tuple[int, str] | None:
        year = _single_year(self.base) or (int(self.date[:4]) if self.date else 0)
        if not _single_year(self.base) and self._ended(match):
            year -= 1
        return match.end(), point(year) if year else ""

    def _ended(self, match: re.Match[str]) -> bool:
        """Whether 年末 in an article of the first months is that of the year before, not one to come."""
        early = "01" <= self.date[5:7] <= "03"
        ahead = self.text.startswith(("前", "之前", "以前"), match.end()) or self._to_come(match.end())
        return early and match["edge"] in ENDS and not ahead and not self.text.endswith(("到", "至"), 0, match.start())

    # Words for a month, a day, now.

    def _month_word(self, match: re.Match[str]) -> tuple[int, str] | None:
        month = self._month()
        offset = WORDS["months"][match["month_word"]]
        return match.end(), (months_on(month, offset) if offset else month)

    def _day_word(self, match: re.Match[str]) -> tuple[int, str] | None:
        offset = WORDS["days"][match["day_word"]]
        dateline = self.day if DATELINE.search(self.text) else ""
        return match.end(), days_on(self.date, offset) or days_on(dateline, offset)

    def _told_day(self, match: re.Match[str]) -> tuple[int, str] | None:
        if match["told"]:
            return match.end(), date_of(self.told) if self.told.endswith("/..") else self.told
        start = date_of(self.told)
        length = 7 if match["told_month"] else 10
        return match.end(), start[:length] if len(start) >= length else ""

    def _now(self, match: re.Match[str]) -> tuple[int, str] | None:
        return match.end(), self._as_of(self._month())

    def _dawn(self, match: re.Match[str]) -> tuple[int, str] | None:
        month = self._month()
        return match.end(), span(f"{month[:4]}-01", month) if len(month) == 7 else month

    # Lengths of time up to a known end.

    def _plan(self, match: re.Match[str]) -> tuple[int, str] | None:
        first, last = WORDS["plans"][match["plan_name"]]
        part = match["plan_part"]
        if (part.startswith("开局") and not part.endswith("以来")) or part.endswith("初"):
            return match.end(), point(first)
        if part.startswith("收官") or part.endswith("末"):
            return match.end(), point(last)
        return match.end(), f"{first}/.." if part.endswith("以来") else span(point(first), point(last))

    def _era(self, match: re.Match[str]) -> tuple[int, str] | None:
        return match.end(), f"{WORDS['eras'][match['era_name']]}/.."

    def _ago(self, match: re.Match[str]) -> tuple[int, str] | None:
        number, unit = count(match["ago_count"]), match["ago_unit"]
        more = bool(match["ago_more"] or match["ago_over"])
        month = self._month()
        if match["ago_count"] == "半":
            if unit != "年":
                return None
            number, unit = HALF_A_YEAR, "个月"
        if number is None or not month:
            return match.end(), ""
        if unit == "年":
            whole = len(month) == 7 and more
            then = months_on(month, -12 * number - HALF_A_YEAR)[:4] if whole else point(int(month[:4]) - number)
        elif "月" in unit:
            then = months_on(month, -number)
        else:
            then = days_on(self.date, -number * (7 if unit == "周" else 1))
        if not then:
            return match.end(), ""
        return self._in_year(int(then[:4]), match.end()) if self._followed(match.end()) else (match.end(), then)

    def _followed(self, position: int) -> bool:
        """Whether a month or a part of a year follows (两个月前的8月18日)."""
        return bool(WITHIN.match(self.text, position + (self.text[position : position + 1] == "的")))

    def _row(self, match: re.Match[str]) -> tuple[int, str] | None:
        number, year = count(match["row_count"]), _single_year(self.base or self.told)
        if not number or not year:
            return match.end(), ""
        return match.end(), span(point(year - number + 1), point(year))

    def _lately(self, match: re.Match[str]) -> tuple[int, str] | None:
        number = count(match["lately_count"])
        if not number or not self.date:
            return match.end(), ""
        year = int(self.date[:4])
        return match.end(), span(point(year - number + 1), point(year))

    def _ahead(self, match: re.Match[str]) -> tuple[int, str] | None:
        later = count(match["later_count"]) if match["later_count"] else None
        if later:
            hoped = bool(self.date) and (self._to_come(match.end()) or self.text[match.end()] in "扩增冲")
            year = int(self.date[:4]) if hoped else _single_year(self.told)
            return match.end(), point(year + later) if year else ""
        number = count(match["ahead_count"])
        return match.end(), self._as_of(point(int(self.date[:4]) + number)) if number and self.date else ""

    # What frames a time.

    def _framed(self, start: int, end: int, period: str) -> tuple[int, int, str]:
        """A time with the words that make it a begin or an end: 截至…, 自…以来, …起."""
        after = AFTER.match(self.text, end)
        word = next((word for word in UNTIL if self.text.endswith(word, 0, start)), "")
        if word:
            stop = after.end() if after and after[0] in ("止", "为止") else end
            return start - len(word), stop, self._as_of(_end(period))
        since = next((word for word in SINCE if self.text.endswith(word, 0, start)), "")
        past = next((word for word in PAST if self.text.endswith(word, 0, start)), "")
        if (after and after["since"]) or (since and not after) or LATER.match(self.text, end):
            stop = after.end() if after and after["since"] else end
            return start - len(since or past), stop, self._since(period, after)
        if after:
            if after["before"] and not self._ahead_of(period):
                return start, after.end(), self._as_of(_end(period))
            return start, after.end(), period
        word = next((word for word in BY if self.text.endswith(word, 0, start)), "")
        if word and self.text[end - 1] in "底末" and not self._ahead_of(period):
            return start - len(word), end, self._as_of(_end(period))
        return start, end, period

    def _since(self, period: str, after: re.Match[str] | None) -> str:
        """The period that begins with this one; this year's months where that is this year."""
        first = date_of(period) or period[:4]
        month = self._month()
        if after and after[0] == "以来" and len(month) == 7 and first == month[:4]:
            return span(f"{first}-01", month)
        return f"{first}/.."

    def _ahead_of(self, period: str) -> bool:
        """Whether the period lies after the article was written."""
        return bool(self.date) and bounds(period)[1] > bounds(self.date)[1] and bounds(period)[0] > bounds(self.date)[0]

    def _to_come(self, position: int) -> bool:
        """Whether the rest of the clause speaks of what is yet to come."""
        end = CLAUSE_END.search(self.text, position + 1)
        return bool(FUTURE.search(self.text, position, end.start() if end else len(self.text)))

    def _month(self) -> str:
        return self.date[:7]

    def _as_of(self, period: str) -> str:
        return f"../{period}" if period else ""


def _single_year(period: str) -> int:
    """The year that a period lies in; 0 where it is open, unknown or more than one."""
    first, slash, last = period.partition("/")
    if slash and (last == ".." or (first != ".." and first[:4] != last[:4])):
        return 0
    return year_of(period) or 0


def _part(match: re.Match[str], year: int) -> str | None:
    """The part of a year that the pattern `WITHIN` found; None where the calendar has no such thing."""
    year = year or 2000
    if match["part"]:
        first, last = WORDS["parts"][match["part"]]
        return span(point(year, first), point(year, last))
    if match["first"]:
        last = count(match["first"])
        return _valid(span(point(year, 1), point(year, last)) if last else "")
    if match["from"]:
        low, high = count(match["from"]), count(match["to"])
        return _valid(span(point(year, low), point(year, high)) if low and high else "")
    month = count(match["month"])
    if not month:
        return None
    if match["day_to"]:
        low, high = count(match["day"]), count(match["day_to"])
        return _valid(span(point(year, month, low), point(year, month, high)) if low and high else "")
    day = count(match["only"]) if match["only"] else 0
    return _valid(point(year, month, day)) if day is not None else None


def _aside(kind: str, match: re.Match[str]) -> bool:
    """Whether the time is only there to compare with, or to say how long (上年, 10年前, 连续三年)."""
    return kind in ("row", "ago", "lately", "now", "ahead") or (
        kind == "told_year" and WORDS["told_years"][match["told_year"]] < 0
    )


def _valid(period: str) -> str | None:
    return period or None


def _end(period: str) -> str:
    """The last point of a period."""
    last = period.rpartition("/")[2]
    return last if last != ".." else period.partition("/")[0]


def _moved(period: str, years: int) -> str:
    """A period some years on."""
    return re.sub(r"\d{4}", lambda match: f"{int(match[0]) + years:04}", period)
