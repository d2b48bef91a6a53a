"""Lines that tell where an article comes from: 来源：某报 | 2023-05-06 | 记者 某某.

Ingest reads the metadata from them and cleaning leaves them out, so both ask here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from generator.clean.imprint import find_imprint, full_date
from generator.rules import load

LONGEST_LINE = 160
LONGEST_NAME = 30
"""Characters of a publisher or of a list of authors; what is longer is prose."""
LONGEST_BARE = 16
"""Characters of a word with no label that may be a publisher's name."""

DAY = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2}) ?(?:年/?|[-./]) ?([01]?[0-9]) ?(?:月/?|[-./]) ?([0-3]?[0-9])(?![0-9])(?: ?日)?"
)
MONTH = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2}) ?(?:年|[-./]) ?([01]?[0-9])(?![0-9])(?: ?月)?")
MONTH_ALONE = re.compile(
    r"(?:([一-龥]{2,14}(?:[会网报社局委办室院部厅组]|中心|观察|整理|编写|供稿|编印))[ ，,])?"
    r"((?:19|20)[0-9]{2} ?年 ?[01]?[0-9] ?月)"
)
"""A line of a month, with who wrote it or without: 某某协会 2023年8月."""
CHINESE_DAY = re.compile(
    r"([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
CLOCK = re.compile(r"T?[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?Z?")
PROSE = re.compile("[。？！；，…]")
ADDRESS = re.compile(r"https?://[^\s，。；）)】>\"“”]{4,300}")
GAP = re.compile(r"\s{2,}|\s*[|丨│]\s*|\t")
NAME_MARKS = re.compile(r"^[◎●■△▲○(\[【「]{1,8}|[)\]】」]{1,8}$")
PADDING = " :：()[]【】《》-+·/◎●■△▲○"
DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one line says of the article, in the article's own words; empty where it says nothing."""

    date: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""


def read_line(line: str, head: bool = False) -> Metadata | None:
    """What a metadata line says, or None where the line is none.

    `line` has its glosses removed and its width folded. Only in the `head` of an
    article do a bare date and the name beside it count: further below they may be history.
    """
    line = line.strip().strip("()").strip()
    if not line or len(line) > LONGEST_LINE:
        return None
    if head and (month := MONTH_ALONE.fullmatch(line)) and (date := find_date(month[2])):
        return Metadata(date=date, publisher=month[1] or "")
    found = _read_fields(_barred().sub(r"\1：", line), head)
    if not head or (found and found.date):
        return found
    imprint = find_imprint(line)
    if imprint is None:
        return found
    found = found or Metadata()
    return replace(found, date=imprint[0], publisher=found.publisher or imprint[1])


def _read_fields(line: str, head: bool) -> Metadata | None:
    reader = _Reader(head)
    for field in GAP.split(line):
        for piece in _pieces(field):
            if not reader.take(piece):
                return None
    return reader.result()


def find_day(text: str) -> str:
    """The first full date in the text as 2023-05-06, or an empty string."""
    for day in DAY.finditer(text):
        if found := full_date(int(day[1]), int(day[2]), int(day[3])):
            return found
    if match := CHINESE_DAY.search(text):
        year = int("".join(str(DIGITS[character]) for character in match[1]))
        return full_date(year, _small(match[2]), _small(match[3]))
    return ""


def find_date(text: str) -> str:
    """The first date in the text, as precise as it is: 2023-05-06 or 2023-05."""
    if found := find_day(text):
        return found
    match = MONTH.search(text)
    return f"{match[1]}-{int(match[2]):02}" if match and 1 <= int(match[2]) <= 12 else ""


def names(text: str) -> str:
    """A list of names, divided by 、. Characters set apart to fill a column belong together: 吕 科."""
    words = [word for word in re.split(r"[\s、，,/]+", NAME_MARKS.sub("", text.strip())) if word]
    people: list[str] = []
    single = ""
    for word in words:
        if _bylines().fullmatch(word):
            continue
        if len(word) == 1 and single:
            people.append(single + word)
            single = ""
        elif len(word) == 1:
            single = word
        else:
            people.append(word)
    return "、".join(person for person in people if len(person) <= 12)


class _Reader:
    """Takes the pieces of a line one by one; what it found decides whether the line counts."""

    def __init__(self, head: bool) -> None:
        self.head = head
        self.known = False
        self.dated = False
        self.month = ""
        self.bare: list[str] = []
        self.found: dict[str, str] = {}

    def take(self, piece: str) -> bool:
        """False where the piece cannot stand in a metadata line."""
        if match := _labels().match(piece):
            return self._labelled(_fields()[match[1]], piece[match.end() :].strip())
        if match := _bylines().match(piece):
            self.known = True
            signed = piece[match.end() :]
            if self.head and (day := DAY.search(signed)):
                self._set("date", find_day(day[0]))
                signed = signed[: day.start()] + CLOCK.sub("", signed[day.end() :])
            people = names(signed.replace("文/图", "").strip(" :："))
            self.found["author"] = "、".join(part for part in (self.found.get("author"), people) if part)
            return not PROSE.search(piece) and len(piece) <= LONGEST_NAME * 2
        if day := DAY.search(piece) or CHINESE_DAY.search(piece):
            return self._dated(piece, day)
        if self.head and (month := MONTH_ALONE.fullmatch(piece)) and not month[1]:
            self.month = find_date(piece)
            return True
        rest = _controls().sub("", piece).strip(PADDING)
        if not rest or CLOCK.fullmatch(rest) or rest.isdigit():
            self.known = self.known or rest != piece
            return True
        self.bare.append(rest)
        return len(rest) <= LONGEST_BARE and not PROSE.search(rest)

    def result(self) -> Metadata | None:
        if self.month and (self.known or any(_media().search(word) for word in self.bare)):
            # 某某周刊  2022年9月: a month counts only beside who published it.
            self.known = True
            self._set("date", self.month)
        if self.bare and not (self.head and (self.known or self.dated)):
            return None
        if not self.known and not (self.dated and self.head):
            return None
        if self.bare and "publisher" not in self.found:
            self.found["publisher"] = max(
                self.bare, key=lambda word: (bool(_media().search(word)), -self.bare.index(word))
            )
        return Metadata(**self.found)

    def _labelled(self, field: str, value: str) -> bool:
        self.known = True
        if field == "url":
            match = ADDRESS.search(value)
            self._set("url", match[0] if match else "")
            return True
        if PROSE.search(value) or len(value) > LONGEST_NAME * 2:
            return field == "none" and not value.endswith(("。", "？", "！", "；"))
        if field == "date":
            self._set("date", find_date(value))
            return not value or "date" in self.found or bool(DAY.search(value) or MONTH.search(value))
        if field == "publisher":
            self._set(
                "publisher",
                _controls().sub("", DAY.sub("", value)).strip("《》 :：") if len(value) <= LONGEST_NAME else "",
            )
            if self.head:
                self._set("date", find_day(value))
        elif field == "author":
            if self.head and (day := DAY.search(value) or MONTH.search(value)):
                self._set("date", find_date(day[0]))
                value = value[: day.start()] + CLOCK.sub("", value[day.end() :])
            self._set("author", names(value))
        return True

    def _dated(self, piece: str, day: re.Match[str]) -> bool:
        self.dated = True
        self._set("date", find_day(day[0]))
        for rest in (piece[: day.start()], piece[day.end() :]):
            rest = CLOCK.sub("", rest).strip(" ()（）《》,，:：·/")
            words = len(self.bare)
            if rest and not self.take(rest):
                return False
            if len(self.bare) > words and not _media().search(self.bare[-1]):
                signed = self.head and words and _person().fullmatch(self.bare[-1])
                if not signed:
                    return False
                self._set("author", names(self.bare.pop()))
        return True

    def _set(self, field: str, value: str) -> None:
        if value and field not in self.found:
            self.found[field] = value


def _pieces(field: str) -> list[str]:
    """A field cut before each label and byline in it, where one space is all that divides them."""
    starts = [match.start() for match in _starts().finditer(field)]
    bounds = sorted({0, *starts, len(field)})
    pieces = (field[start:end].strip() for start, end in pairwise(bounds))
    return [piece for piece in pieces if piece]


def _small(text: str) -> int:
    """A Chinese number up to 31."""
    tens, ten, ones = text.rpartition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0)


@cache
def _fields() -> dict[str, str]:
    """The field that each label fills."""
    return {label: field for field, labels in load("metadata")["labels"].items() for label in labels}


def _longest_first(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"[【\[(]?({_longest_first(list(_fields()))})\s?(?:[:：]|$|(?<=[者辑对审章核])\s)")


@cache
def _bylines() -> re.Pattern[str]:
    rules = load("metadata")
    prefix = _longest_first(rules["byline_prefixes"])
    return re.compile(rf"[◎●(]?\s?(?:{prefix}){{0,3}}(?:{_longest_first(rules['bylines'])})(?:[\s:：]|$)")


@cache
def _person() -> re.Pattern[str]:
    """Who signs behind a paper's name and a day: 某某日报 2023年5月6日 王某某."""
    surname = "".join(sorted(load("surnames")["single"]))
    return re.compile(rf"[{surname}][一-龥]{{1,2}}(?:[ 　、][{surname}][一-龥]{{1,2}}){{0,2}}")


@cache
def _starts() -> re.Pattern[str]:
    rules = load("metadata")
    prefix = _longest_first(rules["byline_prefixes"])
    labels, bylines = _longest_first(list(_fields())), _longest_first(rules["bylines"])
    return re.compile(rf"(?<=[\s】\])])[【\[(]?(?:(?:{labels})\s?[:：]|(?:{prefix}){{0,3}}(?:{bylines})[\s:：])")


@cache
def _barred() -> re.Pattern[str]:
    """A label or byline that a bar divides from its value: 责任编辑 | 某某, 文/某某."""
    rules = load("metadata")
    words = _longest_first([*_fields(), *rules["bylines"]])
    return re.compile(rf"(?<![^\s一-鿿])({words})\s?(?:[|丨│]|/(?![图摄]))\s?")


@cache
def _controls() -> re.Pattern[str]:
    return re.compile("|".join(load("metadata")["controls"]) + r"|\([0-9]{0,6}\)")


@cache
def _media() -> re.Pattern[str]:
    return re.compile(f"(?:{_longest_first(load('metadata')['publisher_endings'])})$")
