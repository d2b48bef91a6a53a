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
LONGEST_BRAND = 4
SWALLOWED = frozenset("以在由与和将从对为把被向是有让使给到内")
NO_BRAND = frozenset("要往想已正再又还就才都跟请去来做说看以的了在是与和由为着该此这其本我有等各到从以把被将内外上下里")
CONJUNCTIONS = ("与", "及", "和")
BUILDING = re.compile(r"\(?[新改扩续]\)?建")
SITES = frozenset("区园城院所港谷厂馆校")
"""Last letters of what is a name by itself: 和 behind it stands between two."""
FIGURES = "0123456789.,%"
DIGITS = re.compile(r"[0-9.,%]+")
TIME = re.compile(r"[年月日时期代世纪节春夏秋冬晨早晚夜今昨明前后近现当古昔初末底周季旬天刻朝宋元清唐汉以]")
"""A character of these is in every word of time; what has none is a name that the dictionary misjudges (隆中)."""
NUMERAL = re.compile(r"[一二三四五六七八九十百千万]")
OF_ZONES = frozenset(["高新区", "经开区", "开发区", "新区", "自贸区", "商务区"])
"""What the segmenter takes for a person's name or a place."""
TIMES = frozenset(
    ["现代", "未来", "青年", "世纪", "时代", "新世纪", "青春", "三期", "二期", "一期", "七一", "五一", "八一"]
)
PROPER_TAGS = frozenset(["nr", "nrt", "nz", "nt", "eng"])
AFTER_ORDINAL = re.compile(r"中学|小学|医院|人民|工程|研究|实验|高级|附属|建筑|勘察|设计")
MANY = re.compile(r"[一二两三四五六七八九十]大|各大")
MANY_WORDS = frozenset([f"{number}大" for number in "一二两三四五六七八九十"] + ["各大"])
OFFICIAL = re.compile(r"[为以由与在将是获][省市县区国]")
KINDS_OF_FIRMS = ("企业", "公司", "机构", "单位", "巨头")
REGIONS = frozenset(["东部", "西部", "南部", "北部", "中部", "华东", "华南", "华北", "西北", "西南", "东北", "东南"])
SCHOOLS = frozenset(["附中", "附小", "大学", "学院", "附属"])
SPECIAL = frozenset(["全球", "国际", "中国", "全国"])
AFTER_GLOBAL = ("总部", "研发", "供应链", "创新", "运营")


def begin(words: tuple[Word, ...], index: int, suffix: int) -> int:
    """The index of the first word of the name whose end begins at offset `suffix`, in `words[index]`.

    It is `index` itself where nothing before the end belongs to the name.
    """
    first, at, lowest = index, index - 1, index - FARTHEST - 1
    while at >= 0 and at > lowest:
        word = words[at]
        if word.text in CLOSING:
            opening = _opening(words, at, lowest)
            if opening < 0 or (word.text != ")" and at + 1 != index):
                break
            first, at = opening, opening - 1
            if word.text != ")":
                break
            if at >= 0 and words[at].tag != "x" and words[at].text not in lexicon().stops:
                first, at = at, at - 1
            continue
        if word.text in CONJUNCTIONS and _joins(words, at, first, index, suffix):
            at -= 1
            continue
        if not _serves(words, at, index, suffix):
            break
        first, at = at, at - 1
    return trim(words, _listed(words, first, at), suffix)


def offset(word: Word) -> int:
    """Where a name begins whose first word this is: behind a particle that an unknown word took in (以臻识)."""
    swallowed = len(word.text) > 2 and word.text[0] in SWALLOWED and word.tag != "x" and not known(word.text)
    official = len(word.text) == 2 and OFFICIAL.match(word.text)
    return word.start + 1 if swallowed or official else word.start


def after_building(text: str, start: int, suffix: int) -> int:
    """Where the name starts if 新(扩)建 stands before it."""
    building = BUILDING.match(text, start, suffix)
    return building.end() if building else start


def brand(words: tuple[Word, ...], index: int) -> int:
    """The first of the few short words before `words[index]` that must be a firm's own name (昱能|科技有限公司).

    For where the segmenter took an unknown name for a verb or a particle.
    """
    first, size, stops = index, 0, lexicon().stops
    while first > 0 and size < 2:
        word = words[first - 1]
        if (
            word.tag == "x"
            or len(word.text) > 2
            or word.text in NO_BRAND
            or (len(word.text) == 2 and word.text in stops)
        ):
            break
        first, size = first - 1, size + len(word.text)
    if first > 0 and (words[first - 1].tag in ("g", "vg", "ng", "zg") or words[first - 1].text in places()):
        first -= 1
    return first if 2 <= size <= LONGEST_BRAND else index


def _opening(words: tuple[Word, ...], closing: int, lowest: int) -> int:
    """The index of the mark that opens what closes here, where what is between can be inside a name; else -1."""
    mark = OPENING[CLOSING.index(words[closing].text)]
    for at in range(closing - 1, max(lowest, -1), -1):
        if words[closing].start - words[at].end > LONGEST_INSERT:
            break
        if words[at].text == mark:
            inside = "".join(word.text for word in words[at + 1 : closing])
            if not inside or (mark == "(" and re.search(ZONE_FORMS, inside)):
                break
            return at
    return -1


def _serves(words: tuple[Word, ...], at: int, index: int, suffix: int) -> bool:
    """Whether this word can be inside a name that ends at `index`."""
    lex, word, following = lexicon(), words[at], words[at + 1]
    text = word.text
    listed = at > 0 and words[at - 1].text == "、"
    if text in JOINTS:
        return at > 0 and following.tag != "x" and words[at - 1].tag != "x"
    if text in places():
        return True
    if text in MANY_WORDS:
        return False
    if text in lex.stops:
        return text in SPECIAL and (listed or following.text.startswith(AFTER_GLOBAL) or _firm_before(words, at))
    if text in SCHOOLS:
        return True
    if text in lex.appositions or text.endswith(KINDS_OF_FIRMS):
        return following.text in lex.companions or text in ("集团", "中心")
    if text in lex.cut_inside and following.text not in lex.after_cut and says_which(words[at + 1 : index + 1], suffix):
        return False
    return _serves_by_tag(words, at)


def _firm_before(words: tuple[Word, ...], at: int) -> bool:
    """Whether a firm's own word stands before: 惠普|全球打印机生产基地."""
    return at > 0 and words[at - 1].tag in ("nr", "nrt", "nz") and words[at - 1].text not in places()


def _serves_by_tag(words: tuple[Word, ...], at: int) -> bool:
    lex, word, following = lexicon(), words[at], words[at + 1]
    text, kind = word.text, word.tag[:1]
    before = words[at - 1].tag[:1] if at else "x"
    if text[0] in FIGURES and DIGITS.fullmatch(text):
        return following.tag == "eng"
    if word.tag == "eng":
        return True
    if kind in "xyoupcr" or (kind == "e"):
        return word.tag == "uv"
    if kind == "v" and word.tag != "vn" and len(text) > 1:
        return text in lex.inner or not known(text) or (at > 0 and words[at - 1].tag == "eng" and len(text) == 2)
    if word.tag == "m":
        return text[0] == "第" and AFTER_ORDINAL.match(following.text) is not None
    if kind == "q":
        return at > 0 and before not in "mr"
    if kind == "t":
        return text in TIMES or not TIME.search(text)
    if kind == "d":
        return not known(text) or len(text) == 1 or text in lex.inner
    if kind == "f":
        return text in REGIONS or (text == "中" and before in "xvpcud")
    return True


def _joins(words: tuple[Word, ...], at: int, first: int, index: int, suffix: int) -> bool:
    """Whether this 与, 及 or 和 is inside a name (机器人与智能制造学院), and not between two."""
    if at == 0 or words[at - 1].tag[:1] == "x":
        return False
    lex, before = lexicon(), words[at - 1]
    right = words[first:index]
    if any(proper(word) for word in right) or words[index].start < suffix or words[at].text == "和":
        return False
    return _serves(words, at - 1, index, suffix) and not lex.ended(before.text) and before.text[-1] not in SITES


def _listed(words: tuple[Word, ...], first: int, at: int) -> int:
    """The member of a list is all that stands between its marks, be it a particle: 、和剂药业、."""
    if at < 1 or words[at].tag == "x" or len(words[at].text) > 1 or words[at].text in "的了":
        return first
    if words[at - 1].text == "、":
        return at
    if at > 1 and words[at - 2].text == "、" and len(words[at - 1].text) == 1:
        return at - 1
    return first


def trim(words: tuple[Word, ...], first: int, suffix: int) -> int:
    """The name's first word once adjectives and verbs before it are cut off."""
    lex = lexicon()
    while words[first].end <= suffix and words[first].text not in CLOSING:
        word, rest = words[first], words[first + 1 : first + FARTHEST]
        text = word.text
        enough = says_which(rest, suffix) and suffix - word.end > 1
        listed = first > 0 and words[first - 1].text == "、"
        wide = text.endswith(("省", "自治区")) and rest[0].text.endswith("市") and rest[0].text in places()
        adjective = word.tag[:1] in "bd" or word.tag == "ad" or text in "新大" or text in lex.leading
        cut = adjective and known(text) and enough and text not in places()
        if not (wide or cut or text in JOINTS or (text in CONJUNCTIONS and not listed)):
            break
        first += 1
    return first


def says_which(inside: tuple[Word, ...], suffix: int) -> bool:
    """Whether a word before the end tells this one from others of its kind."""
    lex = lexicon()
    for word in inside:
        if word.start >= suffix:
            break
        numeral = word.tag[:1] == "m" and word.text[0] != "第"
        if not (numeral or word.tag == "x" or lex.plain(word.text) or word.text in lex.leading):
            return True
    return False


def proper(word: Word) -> bool:
    """Whether this word names one thing, and not a kind of things: a place, a firm, letters, an unknown word."""
    if lexicon().plain(word.text) or word.text in OF_ZONES:
        return False
    if word.tag == "eng" or word.text in places():
        return True
    if word.tag in PROPER_TAGS:
        return word.text not in lexicon().inner
    return word.tag not in ("x", "m") and len(word.text) > 1 and not known(word.text)
