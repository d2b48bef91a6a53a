"""One normal form of width and punctuation, so that rules need to know one form only.

The normal form of cleaned text:

- digits, Latin letters and the signs % + = & @ # / are ASCII;
- `.` between digits is ASCII, and so is the comma (1,634.21);
- every other comma is `，`, and `；` `？` `！` are full-width; the colon is `：`
  but between ASCII letters or digits (09:30, http://…), where ; ? ! stay as well;
- parentheses are half-width: `(` `)`;
- quotation marks are “ ” and ‘ ’ where the source has 「 」 『 』 or ＂ in their place;
- the interpunct is `·`; a run of white space inside a line is one ASCII space;
- the dashes of a day in digits are hyphens: 2023-03-17;
- all other dashes and tildes (— – － ~ ～) and all else stay as they stand.

`normalise` keeps the length; `collapse` sees to the white space, line by line.
"""

from __future__ import annotations

import re

from generator.mapped import MappedText
from generator.reading import Mend, Repair

FULL = (
    "０１２３４５６７８９％＋＝＆＠＃／"
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
)
WIDE = re.compile("[" + re.escape(FULL) + "]")
WIDE_RUN = re.compile("[" + re.escape(FULL) + "．，：]+")
TABLE = str.maketrans(
    {full: chr(ord(full) - 0xFEE0) for full in FULL}
    | dict(zip("（）「」『』﹑‧•・･﹐﹔﹕﹖﹗︰", "()“”‘’、····，；：？！：", strict=True))
    | {"\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " "}
)
ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in TABLE) + "]")
POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
THOUSANDS = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})－([0-9]{1,2})－(?=[0-9]{1,2}(?![0-9]))")
CLOCK = re.compile(r"(?<=[0-9])：(?=[0-9])")
COMMA = re.compile(r",(?![0-9 ])|(?<![0-9]),(?=[0-9])|, (?![A-Za-z])|,$", re.MULTILINE)
STOPS = re.compile(r"(?<![A-Za-z0-9/])[:;?!]|(?<=[A-Za-z0-9/])[:;?!](?![A-Za-z0-9/])")
WIDER = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
SPACES = re.compile(r"[ \u200b\ufeff]{2,}|[\u200b\ufeff]")


def normalise(mapped: MappedText) -> tuple[MappedText, list[Repair]]:
    """The text in the normal form but for its white space, and a repair for each full-width number or word.

    The form of punctuation alone is no repair: nothing was damaged.
    """
    repairs = _repairs(mapped) if WIDE.search(mapped.text) else []
    return mapped.recast(fold(mapped.text)), repairs


def collapse(mapped: MappedText) -> MappedText:
    """A line with one space left of each run of them, and no invisible character."""
    if not SPACES.search(mapped.text):
        return mapped
    return mapped.without(_surplus(mapped.text))


def fold(text: str) -> str:
    """A text as `normalise` has it."""
    if ODD.search(text):
        text = text.translate(TABLE)
    text = POINT.sub(".", text)
    text = THOUSANDS.sub(",", text)
    text = CLOCK.sub(":", text)
    text = DAY.sub(r"\1-\2-", text)
    text = COMMA.sub(lambda match: "，" + match[0][1:], text)
    return STOPS.sub(lambda match: WIDER[match[0]], text)


def _surplus(text: str) -> list[tuple[int, int]]:
    """What to take out so that one space is left of a run of them, and no invisible character."""
    ranges = []
    for match in SPACES.finditer(text):
        start = match.start() + (1 if match[0][0] == " " else 0)
        if start < match.end():
            ranges.append((start, match.end()))
    return ranges


def _repairs(mapped: MappedText) -> list[Repair]:
    repairs = []
    for match in WIDE_RUN.finditer(mapped.text):
        if WIDE.search(match[0]):
            place = mapped.source(*match.span())
            after = THOUSANDS.sub(",", POINT.sub(".", match[0].translate(TABLE)))
            repairs.append(Repair(Mend.WIDTH, place.start, place.end, match[0], after))
    return repairs
