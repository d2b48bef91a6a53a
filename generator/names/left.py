"""Where a name begins. Its end is easy to see in Chinese, its beginning is not: no space, no capital.

From a known end we walk to the left over the words of the sentence while they can be part
of a name: nouns, places, Latin letters, verbs that serve as nouns (研发, 检测), a place in
parentheses. A particle, a preposition, another verb or a mark ends the walk.
"""

from __future__ import annotations

import re

from generator.names.lexicon import ZONE_FORMS, lexicon
from generator.names.places import places
from generator.words import Word, known

FARTHEST = 16
"""Words that a name may have before its end."""
OPENING, CLOSING = "“‘(", "”’)"
JOINTS = "·•-&+/"
LONGEST_INSERT = 8
CONJUNCTIONS = ("与", "及", "和")
DIGITS = re.compile(r"[0-9.,%]+")
TIMES = frozenset(
    ["现代", "未来", "青年", "世纪", "时代", "新世纪", "青春", "三期", "二期", "一期", "七一", "五一", "八一"]
)
ZONE = re.compile(rf"(?:{ZONE_FORMS})(?:\([^()]{{1,10}}\))?")
PROPER_TAGS = frozenset(["nr", "nrt", "nz", "nt", "eng"])


def begin(words: tuple[Word, ...], index: int, *, after: int = -1) -> int:
    """The index of the first word of the name whose end begins at `words[index]`; `index` where there is none.

    Words before index `after` are not looked at.
    """
    first, at, lowest = index, index - 1, max(after, index - FARTHEST - 1)
    while at > lowest:
        word = words[at]
        if word.text in CLOSING:
            opening = _opening(words, at, lowest)
            if opening < 0:
                break
            first, at = opening, opening - 1
            if word.text != ")":
                break
            continue
        if word.text in CONJUNCTIONS and _joins(words, at, first, index):
            at -= 1
            continue
        if not _serves(words, at, index):
            break
        first, at = at, at - 1
    return trim(words, first, index)


def _opening(words: tuple[Word, ...], closing: int, lowest: int) -> int:
    """The index of the mark that opens what closes here, where what is between can be inside a name."""
    mark = OPENING[CLOSING.index(words[closing].text)]
    for at in range(closing - 1, lowest, -1):
        if words[closing].start - words[at].end > LONGEST_INSERT:
            break
        if words[at].text == mark:
            inside = "".join(word.text for word in words[at + 1 : closing])
            if not inside or (mark == "(" and re.search(ZONE_FORMS, inside)):
                break
            return at
    return -1


def _serves(words: tuple[Word, ...], at: int, index: int) -> bool:
    """Whether this word can be inside a name that ends at `index`."""
    lex, word, following = lexicon(), words[at], words[at + 1]
    text, tag = word.text, word.tag
    if text in JOINTS:
        return at > 0 and following.tag != "x" and words[at - 1].tag != "x"
    if text in lex.stops:
        return False
    if text in lex.appositions:
        return (following.text in lex.companions and following.start == word.end) or text in ("集团", "中心")
    if DIGITS.fullmatch(text):
        return following.tag == "eng"
    kind = tag[:1]
    if kind in "xeyou" and tag != "uv":
        return tag == "eng"
    if kind in "pcr":
        return False
    if kind == "v" and tag != "vn" and len(text) > 1:
        return text in lex.inner or not known(text)
    if kind == "m":
        return text[0] == "第" or (len(text) == 1 and following.tag[:1] not in "qm")
    if kind == "q":
        return at == 0 or words[at - 1].tag[:1] not in "mr"
    if kind == "t":
        return text in TIMES
    if kind == "d":
        return not known(text) or (text not in lex.stops and len(text) == 1)
    if kind == "f":
        return text == "中" and (at == 0 or words[at - 1].tag[:1] in "xvpcud")
    return True


def _joins(words: tuple[Word, ...], at: int, first: int, index: int) -> bool:
    """Whether this 与, 及 or 和 is inside a name (机器人与智能制造学院), and not between two."""
    if at == 0:
        return False
    if words[at - 1].text == "、":
        return words[at].text == "和" and first < index
    lex, before = lexicon(), words[at - 1]
    right = words[first:index]
    if not right or any(proper(word) for word in right):
        return False
    return _serves(words, at - 1, index) and not lex.ends.fullmatch(before.text) and before.tag[:1] != "x"


def trim(words: tuple[Word, ...], first: int, index: int) -> int:
    """The name's first word once a zone's name, an apposition and adjectives before it are cut off."""
    lex = lexicon()
    while first < index:
        word, rest = words[first], words[first + 1 : index]
        text = word.text
        if text in CONJUNCTIONS and not (first and words[first - 1].text == "、"):
            first += 1
            continue
        if text in JOINTS or (text in "新大" and len(text) == 1 and _sayssomething(rest)):
            first += 1
            continue
        if word.tag[:1] in "bd" and known(text) and _sayssomething(rest) and len(text) > 1:
            first += 1
            continue
        if text in lex.leading and _sayssomething(rest):
            first += 1
            continue
        break
    return first


def _sayssomething(rest: tuple[Word, ...]) -> bool:
    generic = lexicon().generic
    return any(word.text not in generic and word.tag != "x" for word in rest)


def proper(word: Word) -> bool:
    """Whether this word names one thing, and not a kind of things: a place, a firm, letters, an unknown word."""
    if word.tag in PROPER_TAGS or word.text in places():
        return word.text not in lexicon().generic
    return word.tag not in ("x", "m") and len(word.text) > 1 and not known(word.text)
