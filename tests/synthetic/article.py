"""One synthetic article: its text, its file, what is beside it, and the damage that sources come with."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import opencc
import yaml
from pypinyin import Style, lazy_pinyin

from tests.synthetic.cast import Zone, cast, zones

FORMS = Path(__file__).parent / "sentences.yml"
SLOT = re.compile(r"\{(\w+)\}")
SHORTEST, LONGEST = 300, 2000
"""Characters of an article."""
FIRST, LAST = 2019, 2025
"""Years of publication."""


@dataclass(frozen=True, slots=True)
class Written:
    """An article's file name and bytes, and the text of the file beside it, empty where there is none."""

    name: str
    data: bytes
    beside: str = ""


@cache
def forms() -> dict[str, list[str]]:
    """The forms of sentences by name."""
    return {str(name): [str(form) for form in listed] for name, listed in yaml.safe_load(FORMS.read_bytes()).items()}


def articles(count: int, zone_count: int, seed: int) -> Iterator[Written]:
    """So many articles, one at a time, that go round the zones."""
    known = zones(zone_count)
    for number in range(count):
        yield article(number, known[number % zone_count], known, seed)


def article(number: int, zone: Zone, others: tuple[Zone, ...], seed: int) -> Written:
    """The article of this number; the same for the same seed, whatever other articles are made."""
    pick = random.Random(f"{seed} {number} {zone.name}")
    year, month, day = pick.randint(FIRST, LAST), pick.randint(1, 12), pick.randint(1, 28)
    told = Teller(pick, cast(pick, zone, others), year, f"{year}-{month:02}-{day:02}")
    dated = pick.random() < 0.5
    text = "\n".join(lines(pick, told, head=dated or pick.random() < 0.4)) + "\n"
    beside = "" if dated else f"date: {told.published}\npublisher: {told('刊')}\n"
    return Written(f"{number:05}_{pick.getrandbits(48):012x}.txt", damaged(pick, text), beside)


class Teller:
    """Fills forms with an article's own words and with numbers."""

    def __init__(self, pick: random.Random, words: dict[str, list[str]], year: int, published: str) -> None:
        self.pick, self.words, self.year, self.published = pick, words, year, published
        self.left: dict[str, list[str]] = {}

    def __call__(self, name: str) -> str:
        """One of the forms of this name, filled."""
        if name in self.words:
            return self.pick.choice(self.words[name])
        if name in NUMBERS:
            return NUMBERS[name](self.pick, self)
        return SLOT.sub(lambda slot: self(slot[1]), self._form(name))

    def _form(self, name: str) -> str:
        """A form that the article has not used yet, as long as there is one."""
        left = self.left.setdefault(name, [])
        if not left:
            left += self.pick.sample(forms()[name], len(forms()[name]))
        return left.pop()


def _money(pick: random.Random, _: Teller) -> str:
    near = pick.choice(["", "", "", "近", "超", "约", "超过"])
    return f"{near}{pick.randint(1, 2500)}{pick.choice(['', f'.{pick.randint(1, 99)}'])}亿元"


def _area(pick: random.Random, _: Teller) -> str:
    part = pick.choice(["", f".{pick.randint(1, 9)}"])
    return f"{pick.randint(2, 400)}{part}{pick.choice(['平方公里', '万平方米', '公顷'])}"


NUMBERS: dict[str, Callable[[random.Random, Teller], str]] = {
    "小": lambda pick, _: str(pick.randint(2, 60)),
    "数": lambda pick, _: str(pick.randint(5, 900)),
    "大": lambda pick, _: pick.choice([str, "{:,}".format])(pick.randint(100, 9000)),
    "亩": lambda pick, _: str(pick.randint(20, 900)),
    "率": lambda pick, _: f"{pick.randint(0, 40)}.{pick.randint(1, 9)}",
    "月": lambda pick, _: str(pick.randint(2, 12)),
    "号": lambda pick, _: str(pick.randint(1, 28)),
    "金额": _money,
    "面积": _area,
    "年": lambda pick, told: str(told.year - pick.choice([0, 1, 1, 2, 3])),
    "早年": lambda pick, _: str(pick.randint(1988, 2015)),
    "后年": lambda pick, told: str(told.year + pick.randint(1, 10)),
    "发布": lambda pick, told: pick.choice(
        [told.published, "{}年{}月{}日".format(*map(int, told.published.split("-")))]
    ),
}


def lines(pick: random.Random, told: Teller, head: bool) -> list[str]:
    """The paragraphs from the title on, until the article is as long as it happens to be."""
    wanted = pick.randint(SHORTEST, LONGEST)
    found = [told("标题")] + ([told("文首"), told.published] if head else [])
    size = 0
    while size < wanted:
        if size and pick.random() < 0.15:
            found.append(told("小标题"))
        found.append(told("段首") + "".join(told("句") for _ in range(pick.randint(1, 4))))
        size += len(found[-1])
    return found + [told("文末")] * pick.randint(0, 1)


def damaged(pick: random.Random, text: str) -> bytes:
    """The bytes of the text, every fourth article with one kind of damage or another way of writing."""
    kind = pick.choices(["", "glosses", "gb18030", "blank", "crlf", "folded"], [15, 1, 1, 1, 1, 1])[0]
    if kind == "glosses":
        return glossed(text).encode()
    if kind == "gb18030":
        return text.encode("gb18030")
    if kind == "blank":
        return text.replace("\n", "\n\n　　").encode()
    if kind == "crlf":
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    if kind == "folded":
        return re.sub("(.{38})", r"\1\n", text).encode()
    return text.encode()


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def glossed(text: str) -> str:
    """Traditional script, with the reading of each character that differs in brackets after it."""
    turned = _traditional().convert(text)
    if len(turned) != len(text):
        return text
    return "".join(new if new == old else f"{new}({_reading(old)})" for old, new in zip(text, turned, strict=True))


@cache
def _reading(character: str) -> str:
    return str(lazy_pinyin(character, style=Style.TONE)[0])
