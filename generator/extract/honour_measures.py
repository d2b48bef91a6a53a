"""What a rank is a rank of: the measures named before it, in its clause or the ones before."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.honour_words import DIGITS, number, words
from generator.extract.phrases import Places, clause, enumeration, last_joint
from generator.patterns import one_of

LONGEST_MEASURE = 26
YEARS = re.compile(rf"连续{DIGITS}年|连年")
DONE = re.compile(r"^[^，。]{0,20}?(?:实现|完成|达到)|^(?:19|20)\d\d年(?:园区|全区)?")
BARE_ONE = re.compile(r"(?:总量|总额|规模|增速|增幅|增量|总数)$")
QUOTED_BEFORE = re.compile(r"“([^“”]{3,24})”$")
AMONG = re.compile(r"(?P<all>[^，。；]{2,60})[两三四五六七八九十]项(?P<what>[一-龥]{2,6})$")
CLAUSES_BACK = 3
COUNTED = re.compile(
    r"^(?:.*(?:拥有|集聚|聚集|累计|已有|共有|现有|有|达|新增|净增|培育|引进|认定|入选))?([一-龥“”]{3,20}?)(?:达到|达|总数达|为|有)?\d[\d.]*万?(?:余|多)?(?:家|个|项|人|件|户|名)$"
)
AMOUNT_BEFORE = re.compile(
    r"([一-龥A-Za-z]{2,18}?)(?:同比)?(?:达到|达|为|突破|完成|实现|超过|超|增长|约|近|居|高达){0,2}[\d.]+(?:[万亿]|多|余){0,3}(?!强|位|名)[一-龥%㎡]{1,6}(?:左右|以上)?$"
)
BOTH_MEASURES = re.compile(r"(?P<many>[两三四五六])项(?P<what>增速|增幅|总量|规模|增量)")
MEASURED = re.compile(
    r"(?:.{0,12}?[区园])?(?P<what>[一-龥A-Z]{2,14}?)(?:同比)?(?:增长|完成|实现|达到|达|为|突破|超)?[0-9][0-9.]*[万亿]?[%元美]"
)
ABOUT = re.compile(r"在([^，。；在]{2,50}?)(?:等)?(?:\d+个|[两三四五六]个)?(?:方面|领域|维度)")


@cache
def _fill() -> tuple[re.Pattern[str], re.Pattern[str]]:
    fill = one_of(words("rank_fill"))
    small = one_of([word for word in words("rank_fill") if word not in ("全区", "新区", "开发区", "高新区", "经开区")])
    return re.compile(f"^(?:{fill}|[，、的了])+"), re.compile(f"(?:{small}|[，、的了]){{1,12}}$")


def among(text: str, start: int) -> tuple[str, ...]:
    """A增速、B增速 of A、B两项增速，在…中分别排…."""
    if start < 2:
        return ()
    left, right = clause(text, start - 2)
    found = AMONG.search(text[left:right])
    if not found:
        return ()
    named = found.group("all")
    return tuple(named[a:b] + found.group("what") for a, b in enumeration(named, 0, len(named)))


def unfilled(stretch: str) -> str:
    """The stretch without the adverbs and verbs at its end: 在…排名中升至 ends with 中."""
    previous = None
    while previous != stretch:
        previous = stretch
        stretch = _fill()[1].sub("", stretch)
        stretch = re.sub(rf"(?:连续{DIGITS}年|由|从|上年的?|去年的?|第{DIGITS}位?)$", "", stretch)
    return stretch


def measures_in(stretch: str) -> tuple[str, ...]:
    """The names of what is ranked: A和B of A和B分列, none where it is no measure."""
    stretch = YEARS.sub("", re.sub(r"^.*[，,：:]", "", unfilled(stretch)))
    stretch = _fill()[1].sub("", _fill()[0].sub("", stretch))
    stretch = re.sub(r"^.*在[^，。]{2,40}?(?:方面|领域)", "", stretch)
    stretch = DONE.sub("", stretch)
    owned = re.search(r"(?<=的)[^的]{2,}$", stretch)
    stretch = owned.group() if owned and not stretch.startswith("“") else stretch
    if not stretch or len(stretch) > LONGEST_MEASURE * 2:
        return ()
    members = enumeration(stretch, 0, len(stretch))
    joined = last_joint(stretch, *members[-1])
    if joined and all(_is_measure(stretch[a:b]) for a, b in joined):
        members[-1:] = joined
    found = _filled(tuple(stretch[a:b].strip() for a, b in members))
    if not all(2 <= len(one) <= LONGEST_MEASURE for one in found):
        return ()
    return found if all(_is_measure(one) for one in found) else ()


def _filled(measures: tuple[str, ...]) -> tuple[str, ...]:
    """工业投资总量、增速 as 工业投资总量 and 工业投资增速."""
    stem = BARE_ONE.sub("", measures[0])
    bare = stem not in ("", measures[0])
    return tuple(stem + one if bare and BARE_ONE.fullmatch(one) else one for one in measures)


def _is_measure(name: str) -> bool:
    return name.endswith(words("measures")) or (name[:1] == "“" and name[-1:] == "”")


def named_fully(text: str, start: int, measures: tuple[str, ...]) -> tuple[str, ...]:
    """The measures, with what is counted or told of in the clause before where they say nothing alone."""
    if not measures or start < 2:
        return measures
    both = BOTH_MEASURES.fullmatch(measures[0])
    if both and len(measures) == 1:
        return _told_before(text, start, number(both.group("many")) or 0, both.group("what")) or measures
    left, right = clause(text, start - 2)
    if all(one in words("bare_measures") for one in measures):
        counted = COUNTED.search(text[left:right])
        if counted:
            ending = "数" if measures == ("数量",) else ""
            return tuple(counted.group(1) + (ending or one) for one in measures)
    about = ABOUT.search(text[left:right])
    if measures[0] in words("bare_ranks") and len(measures) == 1 and about:
        return tuple(about.group(1)[a:b] + measures[0] for a, b in enumeration(about.group(1), 0, len(about.group(1))))
    return measures


def _told_before(text: str, start: int, many: int, what: str) -> tuple[str, ...]:
    """A增速 and B增速 where A and B were told with their amounts: A增长9%，B达80亿元，增长7%，两项增速都排…."""
    named: list[str] = []
    while start > 1 and len(named) < many:
        left, right = clause(text, start - 2)
        found = MEASURED.match(text[left:right].lstrip())
        if found and found.group("what").endswith(words("measures")):
            named.insert(0, found.group("what") + what)
        if left >= start or text[left - 1 : left] not in ("，", ","):
            break
        start = left
    return tuple(named) if len(named) == many else ()


def amount_before(text: str, start: int, names: Places) -> str:
    """产值 in 产值达823亿元，同比增长9%，列全省第一: what a clause before gives the amount of, or names in quotes."""
    bare = ""
    for _ in range(CLAUSES_BACK):
        if start < 2:
            break
        left, right = clause(text, start - 2)
        left = max([left, *(end for _, end in names.within(left - 30, right) if left < end < right)])
        quoted = QUOTED_BEFORE.search(text[left:right])
        found = AMOUNT_BEFORE.search(text[left:right])
        name = _fill()[0].sub("", found.group(1)) if found else ""
        name = re.sub(r"^.*(?:实现|完成|的)|^年", "", name)
        if quoted and not bare:
            return quoted.group(1)
        if name.endswith(words("measures")) and not BARE_ONE.fullmatch(name):
            return name + bare
        if found is None or text[left - 1 : left] not in "，,":
            break
        bare = bare or (name if BARE_ONE.fullmatch(name) else "")
        start = left
    return bare
