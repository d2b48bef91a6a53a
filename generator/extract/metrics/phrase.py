"""Noun phrases beside a number: back from it to what is measured, on from it to what is counted."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from generator.extract.metrics.cut import Reading
from generator.extract.metrics.lexicon import endings, words_of
from generator.frozen import frozen
from generator.indicators import known_ending
from generator.patterns import alternation
from generator.words import Word

JOINTS = frozenset("、和及与") | {"以及"}
INSIDE = frozenset('“”‘’"·&-—/()（）+')
NOUNS = frozenset(
    (
        "n",
        "vn",
        "an",
        "j",
        "l",
        "i",
        "eng",
        "b",
        "a",
        "s",
        "f",
        "ns",
        "nr",
        "nz",
        "nt",
        "g",
        "m",
        "q",
        "k",
        "h",
        "z",
        "ng",
        "vg",
        "ag",
        "tg",
        "zg",
    )
)
STANDING = re.compile("在[孵营研谈册产校岗售驻租]")
"""在孵企业: what is in a state, which the segmenter takes for a preposition and a verb."""
BRACKETS = frozenset("(（[［〔")
STOPS = frozenset("，。；：！？,;:!?…《》【】〔〕◆■△")
UNSHOWN = re.compile(r"[“”‘’\"\s　◆■]+")
HAD = re.compile("^(?:现有|共有|拥有)(?=.{2})")
OUTSIDE, NOMINAL, LIGHT, PREFIX, STATES = map(words_of, ("outside", "nominal", "light", "prefix", "states"))
TAKEN_AS_NOUN = frozenset("首新总年月主分副率度额费量数值比价期线税地") | {"特新", "青年"}


@frozen
class Phrase:
    """A noun phrase of a sentence: its text without quotes, and where it stands. Empty where there is none."""

    text: str = ""
    start: int = 0
    end: int = 0
    verb: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


def clean(text: str) -> str:
    """A phrase as an indicator shows it: no quotes, no white space, no 的 at its ends."""
    return UNSHOWN.sub("", text).strip("的、和及与·-—/")


def nominal(word: Word) -> bool:
    """Whether a word may stand inside a noun phrase."""
    text = word.text
    return text not in OUTSIDE and (word.tag in NOUNS or text in NOMINAL or text in TAKEN_AS_NOUN)


def noun_before(reading: Reading, low: int, high: int, *, keep_verb: bool = True) -> Phrase:
    """What the text in [low, high) says is measured, read back from `high`.

    Trailing 达, 为, 累计 and the like are left out; a verb of change (新增, 引进) that
    governs the noun stays, one of having (拥有, 集聚) does not.
    """
    length = LENGTH.search(reading.sentence.text, max(low, high - 5), high)
    found = _with_rate(reading.before(low, length.start() if length else high))
    verb = ""
    while found and (
        found[-1].text in LIGHT
        or _mere_verb(found[-1])
        or found[-1].tag in ("d", "c", "uj", "ul", "y", "p", "r")
        or not found[-1].text.strip()
        or found[-1].text in '，“”"、'
    ):
        if found[-1].text in PREFIX or reading.wall(found[-1], high):
            break
        if found[-1].tag.startswith("v") and _named(reading, found[-1].end, low):
            break
        if found[-1].text in ("计划", "目标") and len(found) > 1 and found[-2].tag in ("n", "vn", "nz"):
            break
        dropped = found.pop()
        if dropped.tag.startswith("v") and dropped.text not in LIGHT:
            verb = verb or dropped.text
    edge = found[-1].end if found else high
    known = known_ending(reading.sentence.text, edge, max(low, reading.wall_before(edge)))
    taken: list[Word] = [Word(reading.sentence.text[known:edge], "n", known, edge)] if known < edge else []
    found = [_cut(word, known) for word in found if word.start < known] if taken else found
    related, quoted = False, False
    for index in range(len(found) - 1, -1, -1):
        word = found[index]
        if quoted and word.text not in STOPS:
            taken.insert(0, word)
            quoted = word.text not in "“‘"
            continue
        if word.text == "”" and taken and _opened(found, index):
            taken.insert(0, word)
            quoted = True
            continue
        if reading.wall(word, edge) or word.text in STOPS:
            if not taken and reading.timed(word):
                continue
            break
        if not taken and word.text in LIGHT:
            continue
        if word.text == "完成" and taken and _text(taken).startswith("投资") and len(_text(taken)) <= 3:
            taken.insert(0, word)
            continue
        if word.text in PREFIX and not _inside(word, taken):
            taken.insert(0, word) if keep_verb or not taken else None
            verb = word.text
            ahead = found[index - 1].text if index else ""
            if taken and taken[0] is word and (ahead == "新" or ahead in PREFIX):
                taken.insert(0, found[index - 1])
            break
        if word.text in JOINTS or word.text in INSIDE or not word.text.strip():
            if not taken:
                continue
            taken.insert(0, word)
            continue
        if word.text == "的":
            if taken and clean(_text(taken)) in words_of("relational"):
                related = True
                continue
            break
        if related and word.text == "对":
            taken.insert(0, word)
            break
        if taken and len(word.text) == 2 and word.tag == "v" and _text(taken) in ("区", "园"):
            taken.insert(0, word)
            break
        if not nominal(word):
            if not taken and word.tag.startswith("v"):
                verb = verb or word.text
                continue
            verb = word.text
            break
        taken.insert(0, word)
    return _phrase(taken, verb)


def _with_rate(found: list[Word]) -> list[Word]:
    """The words with a rate's ending told apart from its verb, which the segmenter takes for one word: 上架|率|达."""
    if found and len(found[-1].text) == 2 and found[-1].text[0] == "率":
        word = found[-1]
        return [*found[:-1], Word("率", "n", word.start, word.start + 1)]
    return found


def _named(reading: Reading, end: int, low: int) -> bool:
    """Whether a known indicator ends here, which the segmenter may take for a verb: 固投完成60亿元."""
    return known_ending(reading.sentence.text, end, max(low, reading.wall_before(end))) < end


def _opened(found: list[Word], index: int) -> bool:
    """Whether the quotation that ends at this word is a short one, of a name's words (“四上”企业)."""
    return any(word.text == "“" for word in found[max(0, index - 5) : index])


def _mere_verb(word: Word) -> bool:
    """Whether a word is a verb that leads to the number (攀升, 爬) and cannot be part of what is measured."""
    return word.tag.startswith("v") and not nominal(word) and word.text not in words_of("heads")


def _cut(word: Word, end: int) -> Word:
    """The word up to `end`, where a known indicator begins inside it."""
    return word if word.end <= end else Word(word.text[: end - word.start], word.tag, word.start, end)


def _inside(word: Word, taken: list[Word]) -> bool:
    """Whether a verb that can stand alone is part of the noun after it (上市企业, 规划面积)."""
    return (
        bool(taken)
        and word.text in NOMINAL
        and word.text not in ("签约", "开工", "新增", "孵化", "服务", "引育", "培育", "建设", "获批")
    )


def _text(taken: list[Word]) -> str:
    return "".join(word.text for word in taken)


LENGTH = re.compile("(?<=.)(?:一|半)(?:年|天|个?月|日|个?小时)(?:里|间|内|能|可)?$")
"""A length of time right before a number: 设计产能一年3000万台."""
SPAN = re.compile(r"^(?:[0-9]{4}|[一半每])年(?:可|能)?|(?:一|半|每)(?:年|天|月|日|小时|个月)(?:里|间|内)?$")
"""A length of time that is no part of what is measured: 设计产能一年3000万台."""
OF_SUM = ("总投", "总额", "现场", "合同", "协议", "投资额")
"""How what stands behind things counted begins, where it tells of them: 12个项目|总投资168亿元, 24个项目|现场签约."""
FIRST = re.compile("^.*首(?:部|款|条|台|套|只)")
POSSESSOR = re.compile(f"(?:{alternation(words_of('possessors'))})(?:的)?")


def _phrase(taken: list[Word], verb: str) -> Phrase:
    while taken and (
        taken[0].text in JOINTS
        or taken[0].text in words_of("leading")
        or taken[0].text in INSIDE - {"“", "‘", "("}
        or not taken[0].text.strip()
        or taken[0].text in words_of("possessors")
        or taken[0].tag == "k"
    ):
        taken.pop(0)
    while taken and (taken[-1].text in JOINTS or taken[-1].text in "“‘（( "):
        taken.pop()
    if not taken:
        return Phrase(verb=verb)
    text = SPAN.sub("", HAD.sub("", clean(_text(taken))))
    if not text:
        return Phrase(verb=verb)
    found = POSSESSOR.match(text)
    if found and found.end() < len(text) - 1 and found[0] in ("全区", "园区", "该区", "新区", "区内", "片区"):
        text = text[found.end() :]
    return Phrase(_balanced(FIRST.sub("", text)), taken[0].start, taken[-1].end, verb)


def _balanced(text: str) -> str:
    """Without a parenthesis that has lost its other half."""
    for left, right in ("()", "（）"):
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    return text


def noun_after(reading: Reading, low: int, high: int) -> Phrase:
    """What is counted in [low, high), read on from `low`; empty where no noun stands there at once."""
    taken: list[Word] = []
    quoted = False
    if reading.sentence.text[low : low + 1] in BRACKETS:
        return Phrase()
    standing = STANDING.match(reading.sentence.text, low)
    if standing:
        rest = noun_after(reading, standing.end(), high)
        return replace(rest, text=standing[0] + rest.text, start=low) if rest else rest
    words = reading.after(low, high)
    for word, following in zip_longest(words, words[1:]):
        if reading.timed(word):
            break
        if not taken and following and word.tag == "v" and len(word.text) == 2 and _class(following):
            taken.append(word)
            continue
        if word.text in "”’":
            quoted = False
        elif word.text in "“‘":
            if taken and _class(taken[-1]):
                break
            quoted = True
        elif quoted and word.text not in STOPS:
            taken.append(word)
            continue
        elif _ends_noun(word, taken):
            break
        taken.append(word)
    taken = _whole(taken)
    text = _balanced(clean(_text(taken)))
    return Phrase(text, taken[0].start, taken[-1].end) if text else Phrase()


def _ends_noun(word: Word, taken: list[Word]) -> bool:
    if word.text in STOPS or not (nominal(word) or word.text in JOINTS or word.text in INSIDE or word.text == "的"):
        return True
    if not taken:
        return word.text in JOINTS
    if taken[-1].text in JOINTS:
        return False
    if word.tag == "v" and word.text not in NOMINAL:
        return True
    does = word.tag.startswith("v") or word.text in STATES or word.text.startswith(OF_SUM) or word.text == "总"
    return _class(taken[-1]) and does and word.text not in ("服务", "管理")


def _class(word: Word) -> bool:
    """Whether a word names a class of things that are counted: what follows it tells what they do."""
    return word.text.endswith(endings("classes"))


def _kept_verb(taken: list[Word]) -> bool:
    """Whether a verb at the end is the head of the phrase: 研发补助, but not 企业上市."""
    return taken[-1].text in NOMINAL - STATES or (len(taken) > 1 and taken[-2].text in ("的", "和", "、"))


def _whole(taken: list[Word]) -> list[Word]:
    """Cut where the phrase ends: no verb, joint or 的 at its end, and only the noun after the last 的."""
    if len(taken) == 1 and nominal(taken[0]) and taken[0].text not in STATES:
        return taken
    while taken and (
        taken[-1].text in JOINTS
        or taken[-1].text in words_of("trailing")
        or taken[-1].text in "的“（("
        or taken[-1].tag in ("d", "f", "m", "t", "ad")
        or (taken[-1].tag == "v" and not _kept_verb(taken))
    ):
        taken.pop()
    while taken and not taken[0].text.strip():
        taken.pop(0)
    for index in range(len(taken) - 1, 0, -1):
        if taken[index].text == "的":
            return taken[index + 1 :]
    return taken[1:] if taken and taken[0].text == "的" else taken
