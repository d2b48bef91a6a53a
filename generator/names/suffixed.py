"""Names by their end: 昆山…有限公司, 苏州…研究院, 数字经济产业园."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator.names.left import ZONE, begin, proper
from generator.names.lexicon import lexicon
from generator.reading import Mention
from generator.words import Word

KEEP_ZONE = frozenset(["政府机构", "企业", "金融机构", "基金", "学校"])
VISIONS = (
    "成为",
    "成长为",
    "迈向",
    "建设成为",
    "打造成",
    "打造成为",
    "是",
    "作为",
    "建设成",
    "建成",
    "这是",
    "誉为",
    "做成",
    "为",
)
WEAK = frozenset(["平台", "其他", "园区", "孵化载体", "科研机构"])
SHORTEST, LONGEST = 3, 40


def suffixed(text: str, words: tuple[Word, ...]) -> Iterator[Mention]:
    """The names whose end `rules/organisations.yml` lists, from the right to the left, none overlapping."""
    lex = lexicon()
    starts = [word.start for word in words]
    limit = len(text)
    for end in reversed(list(lex.ends.finditer(text))):
        if end.end() > limit or not _is_end(text, end.start(), end.end()):
            continue
        last = bisect_left(starts, end.end())
        if last < len(words) and words[last - 1].end > end.end():
            continue
        index = bisect_right(starts, end.start()) - 1
        mention = _name(text, words, index, end.start(), end.end(), lex.types[end.group()])
        if mention:
            yield mention
            limit = mention.start


def _is_end(text: str, start: int, end: int) -> bool:
    """Whether this is an end of a name, and not a part of a common word (大学生, 中心城区)."""
    return not any(
        0 <= (at := text.find(word, max(0, start - len(word)), end + len(word))) <= start and at + len(word) > end
        for word in lexicon().not_ends
    )


def _name(text: str, words: tuple[Word, ...], index: int, suffix: int, end: int, kind: str) -> Mention | None:
    first = begin(words, index)
    start = words[first].start
    if words[index].start < suffix and first == index:
        start = words[index].start
    start = _after_zone(text, words, start, suffix, kind)
    end = _with_branch(text, end)
    name = text[start:end]
    if not SHORTEST <= len(name) <= LONGEST:
        return None
    inside = [word for word in words[first : index + 1] if word.end > start and word.start < suffix]
    if not says_which(inside, suffix) or _vision(text, start, inside, kind):
        return None
    return Mention(start, end, name, kind)


def _after_zone(text: str, words: tuple[Word, ...], start: int, suffix: int, kind: str) -> int:
    """Where the name starts if a zone's name stands before it: 成都高新区天府长岛数字文创园."""
    for zone in ZONE.finditer(text, start, suffix):
        keeps = kind in KEEP_ZONE and not any(word.start == zone.end() and proper(word) for word in words)
        if zone.end() < suffix and not keeps and text[zone.end()] != "(":
            start = zone.end()
    return start


def _with_branch(text: str, end: int) -> int:
    """The end with what stands in parentheses after it and belongs to the name: (科技城校区)."""
    if text[end : end + 1] == "(":
        close = text.find(")", end, end + 10)
        if close > 0 and text[end + 1 : close].endswith(("校区", "分校", "分院", "总部")):
            return close + 1
    return end


def says_which(inside: list[Word], suffix: int) -> bool:
    """Whether a word before the end tells this one from others of its kind."""
    generic = lexicon().generic
    return any(
        word.text not in generic and word.tag != "x" and word.tag[:1] != "m" for word in inside if word.start < suffix
    )


def _vision(text: str, start: int, inside: list[Word], kind: str) -> bool:
    """Whether this is what something means to become (成为全国重要的生产基地), and no name."""
    if kind not in WEAK or any(proper(word) for word in inside):
        return False
    before = text[max(0, start - 12) : start]
    if before.endswith(VISIONS):
        return not before.endswith(("打造为", "更名为", "名为", "分为"))
    return before.endswith("的") and kind in ("平台", "其他", "科研机构", "孵化载体")
