"""Industries told of without a word such as 产业 beside them: A、B打头，C和D做储备; 补上来的是A; 靠A起家; 40家A企业.

A list of two or more names that the rules know is one of industries whatever is said of
it, unless what stands around it tells that it is of products, trades or subjects of study.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.industry_words import bare, is_known, words
from generator.extract.phrases import enumeration, last_joint
from generator.gates import Gated, gated, gated_choice
from generator.industries import longest_after, longest_before

LISTING = re.compile(r"(?<![^，。；：！？\s])[^，。；：！？\s]*、[^，。；：！？\s]*")
"""A clause with a list in it, sought from the clause's beginning only."""
BEFORE = 6
AROUND = 10
GOES_ON = re.compile(
    r"产业|行业|领域|板块|方面|企业|等|[的是为在也均已正都则被将和与及以]|[两三四五六七八九十0-9“(]|属于|成为|构成|列入|协同|融合|竞相|联动|集聚|齐头|共同|多点|齐"
)
STRONG = 2
"""Names of a list that are industries wherever they stand, for the whole to be one of industries."""
COUNTED = gated(r"(?<=家)(?P<list>[^，。；：、的0-9]{2,12}?)(?=企业|公司|厂商)")
Members = list[tuple[int, int, str]]


@cache
def _told(key: str) -> Gated:
    return gated_choice(words(key))


@cache
def behind() -> tuple[Gated, ...]:
    """What is said of industries before it: 打头, 紧随其后, 做储备, 是三大支柱."""
    return tuple(map(gated, words("told_behind")))


def ahead() -> Gated:
    """What brings industries in without a verb of developing: 补上来的是."""
    return _told("told_before")


@cache
def around() -> tuple[Gated, ...]:
    """What stands on both sides: 靠…起家, 围着…转."""
    return tuple(map(gated, words("told_around")))


def free_lists(text: str) -> Iterator[Members]:
    """The runs of two or more known industries between 、, wherever they stand."""
    if "、" not in text:
        return
    for listing in LISTING.finditer(text):
        run: Members = []
        members = enumeration(text, *listing.span())
        for index, (start, end) in enumerate(members):
            found, goes_on = _member(text, start, end, first=index == 0, last=index == len(members) - 1)
            if not goes_on or not found:
                if len(run := run + found) > 1 and _of_zone(text, run):
                    yield run
                run = [] if goes_on or not found else found[-1:]
                continue
            run += found
        if len(run) > 1 and _of_zone(text, run):
            yield run


def counted(text: str) -> Iterator[Members]:
    """The industry of so many firms: 40家轴承企业."""
    for found in COUNTED.finditer(text):
        name = bare(found["list"])
        if is_known(name) and name not in words("classes"):
            start = text.find(name, *found.span())
            yield [(start, start + len(name), name)]


def _member(text: str, start: int, end: int, *, first: bool, last: bool) -> tuple[Members, bool]:
    """The industries that a member of a list holds, and whether the list can go on behind it."""
    name = bare(text[start:end])
    if is_known(name, in_list=True):
        at = text.find(name, start, end)
        return [(at, at + len(name), name)], True
    joined = last_joint(text, start, end) if last else None
    if joined:
        left = _whole(text, *joined[0])
        if left:
            return left + _beginning(text, *joined[1]), False
    if first and (begun := longest_before(text, end)) is not None and begun >= start:
        known = text[begun:end]
        return ([(begun, end, known)] if is_known(known, in_list=True) else []), True
    return _beginning(text, start, end), False


def _whole(text: str, start: int, end: int) -> Members:
    name = bare(text[start:end])
    at = text.find(name, start, end)
    return [(at, at + len(name), name)] if is_known(name, in_list=True) else []


def _beginning(text: str, start: int, end: int) -> Members:
    stop = longest_after(text, start, end)
    if not stop or not is_known(text[start:stop], in_list=True) or not (stop == end or GOES_ON.match(text, stop)):
        return []
    return [(start, stop, text[start:stop])]


def _of_zone(text: str, run: Members) -> bool:
    """Whether nothing around the list says that it is of products, subjects or people."""
    if sum(is_known(name) for _, _, name in run) < STRONG:
        return False
    before, after = text[max(0, run[0][0] - BEFORE) : run[0][0]], text[run[-1][1] : run[-1][1] + AROUND]
    return not _told("no_list_before").search(before) and not _told("no_list_behind").match(after)
