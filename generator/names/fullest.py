"""Short forms of an article's names: 中科可控 for 中科可控信息产业有限公司, 安科园 where the text says 以下简称."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.names.lexicon import ZONE_FORMS, alternation, lexicon
from generator.names.places import divisions, places
from generator.reading import Mention
from generator.words import known, words

Read = tuple[str, tuple[Mention, ...]]
CALLED = re.compile(r"^[(（]?(?:以下)?(?:简称|统称|又称|俗称)(?:为|是|：)?[“‘「]?([^()（）“”‘’」，。；、]{2,10})")
FIRM_END = re.compile(
    r"(?:科技|实业|产业)?(?:股份|集团|控股)*(?:有限责任公司|股份公司|有限公司|集团公司|公司)$|(?:股份|集团)$"
)
TAIL = re.compile(r"(?:公司|集团|园区|产业园|中心|研究院|股份)$")
BRACKET = re.compile(r"\([^()]{1,8}\)")
JOINT = re.compile(r"[·•\s“”‘’]")
SHORTEST, LONGEST = 2, 6


def squeeze(name: str) -> str:
    """A name without the marks that writers set or leave out: 紫竹·麦垛 is 紫竹麦垛."""
    return JOINT.sub("", name)


def fullest_names(sentences: Iterable[Read]) -> dict[str, str]:
    """Short forms to the fullest name in the article, where only one name can be meant."""
    read = list(sentences)
    names: dict[str, str] = {}
    for _, mentions in read:
        for mention in mentions:
            names.setdefault(mention.name, mention.type)
    fullest = _called(read)
    for short, kind in names.items():
        full = _only(other for other in names if _shortens(short, kind, other, names[other]))
        if full:
            fullest.setdefault(short, full)
    _spelled_alike(names, fullest)
    _in_text(read, names, fullest)
    return {short: _last(short, fullest) for short in fullest}


def find_short(text: str, names: tuple[Mention, ...], fullest: dict[str, str]) -> tuple[Mention, ...]:
    """The names of a sentence by their fullest forms, with the short forms that stand outside of them, in order."""
    full = [Mention(one.start, one.end, fullest.get(one.name, one.name), one.type) for one in names]
    if not fullest:
        return tuple(full)
    taken = bytearray(len(text))
    for one in names:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    kinds = {one.name: one.type for one in full}
    for match in alternation(fullest).finditer(text):
        if not any(taken[match.start() : match.end()]):
            name = fullest[match.group()]
            full.append(Mention(match.start(), match.end(), name, kinds.get(name) or kind_of(name)))
    return tuple(sorted(full, key=lambda one: one.start))


def kind_of(name: str) -> str:
    """The type that a name's end tells; a name with no such end is a firm's."""
    return lexicon().types.get(lexicon().ended(name), "企业")


def core(name: str) -> str:
    """A name without its place, its parentheses and its 有限公司: what its short forms are made of."""
    name = FIRM_END.sub("", BRACKET.sub("", squeeze(name)))
    for size in range(5, 1, -1):
        if name[:size] in divisions() and len(name) - size >= SHORTEST:
            return core(name[size:]) if name[size : size + 2] in divisions() else name[size:]
    return name


def _called(read: list[Read]) -> dict[str, str]:
    """What the text itself says: X(以下简称Y)."""
    found: dict[str, str] = {}
    for text, mentions in read:
        for mention in mentions:
            called = CALLED.match(text[mention.end : mention.end + 24])
            if called and called[1] != mention.name:
                found.setdefault(called[1], mention.name)
    return found


def _only(found: Iterable[str]) -> str:
    """The one name found; of several that are forms of one another the longest; empty where they differ."""
    some = sorted(set(found), key=lambda name: (-len(name), name))
    if not some or any(squeeze(name) not in squeeze(some[0]) for name in some[1:]):
        return ""
    return some[0]


def _shortens(short: str, kind: str, full: str, full_kind: str) -> bool:
    if len(squeeze(full)) <= len(squeeze(short)) or "项目" in (kind, full_kind):
        return False
    tight, whole, middle = squeeze(short), squeeze(full), core(full)
    if kind == full_kind and whole.endswith(tight) and len(tight) >= 4:
        rest = whole[: -len(tight)]
        return rest in places() or rest == "中国" or len(tight) >= 8
    if tight.startswith(tuple(place for place in (tight[:2], tight[:3]) if place in divisions())):
        return kind == full_kind and middle.startswith(core(short)) and whole.startswith(tight[:2]) and kind == "企业"
    if full_kind == "企业" and kind == "企业":
        stem = TAIL.sub("", tight)
        return len(stem) >= SHORTEST and (middle.startswith(stem) or (stem[:2] == middle[:2] and _inside(stem, whole)))
    if kind == full_kind == "园区" and tight.endswith("园区"):
        return len(tight) >= 6 and middle.startswith(tight[:-2])
    return kind == full_kind and middle[:2] == tight[:2] and tight[-2:] == whole[-2:] and _inside(tight, whole)


def _inside(short: str, full: str) -> bool:
    """Whether the characters of the short form stand in the full one in this order."""
    rest = iter(full)
    return all(char in rest for char in short)


def _spelled_alike(names: dict[str, str], fullest: dict[str, str]) -> None:
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(squeeze(name), name)
        if other != name:
            fullest.setdefault(name, other)


def _in_text(read: list[Read], names: dict[str, str], fullest: dict[str, str]) -> None:
    """Short forms of firms that were not found as names: the first words of a name, standing alone."""
    everything = "\n".join(text for text, _ in read)
    forms: Counter[str] = Counter()
    meant: dict[str, str] = {}
    for full, kind in names.items():
        if kind != "企业" or not FIRM_END.search(full) or full in fullest:
            continue
        for form in _forms(full, everything.replace(full, " ")):
            forms[form] += 1
            meant[form] = full
    for form, count in forms.items():
        if count == 1 and form not in names and form not in fullest and not _elsewhere(form, meant[form], names):
            fullest[form] = meant[form]


def _forms(full: str, everything: str) -> set[str]:
    middle = core(full)
    found, size = set(), 0
    for word in words(middle):
        size += len(word.text)
        form = middle[:size]
        if size > LONGEST:
            break
        if size >= SHORTEST and not known(form) and form in everything and not _other(form):
            found.add(form)
    if len(middle) >= 4:
        for match in re.finditer(f"{re.escape(middle[:2])}[{re.escape(full)}]{{1,2}}", everything):
            if match.group() not in full and _inside(match.group(), full):
                found.add(match.group())
    return found


def _other(form: str) -> bool:
    """Whether this is a place or a zone, which a firm is named after."""
    return form in places() or re.search(ZONE_FORMS, form) is not None


def _elsewhere(form: str, full: str, names: dict[str, str]) -> bool:
    """Whether the form is part of another organisation's name too."""
    return any(form in name and squeeze(name) != squeeze(full) for name in names if name not in full)


def _last(short: str, fullest: dict[str, str]) -> str:
    name, seen = fullest[short], {short}
    while name in fullest and name not in seen:
        seen.add(name)
        name = fullest[name]
    return name
