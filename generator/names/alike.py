"""Which of an article's names are short forms of which: 中科可控 of 中科可控信息产业有限公司.

Each name is held against the few that begin or end as it does, so that the work grows
with the names and not with their pairs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.frozen import frozen
from generator.names.places import divisions, places

FIRM_END = re.compile(
    r"(?:科技|实业|产业)?(?:股份|集团|控股){0,3}(?:有限责任公司|股份公司|有限公司|集团公司|公司)$|(?:股份|集团)$"
)
TAIL = re.compile(r"(?:公司|集团|园区|产业园|中心|研究院|股份)$")
BRACKET = re.compile(r"\([^()]{1,8}\)")
JOINT = re.compile(r"[·•\s“”‘’]")
PLACED = frozenset(["园区", "孵化载体"])
"""What is called by the beginning of its name: 天安智谷 is 天安智谷科技产业园."""
SAME_START = 4
"""Characters that a park's name and its short form begin with alike where these leave something out of the middle."""
REMEMBERED = 512
"""Names of an article that are kept without their marks."""
SHORTEST = 2
SHORTEST_END = 4
"""Characters that the end of a name has that stands for the whole."""
CERTAIN_END = 8
"""Characters from which such an end stands for the whole, whatever it leaves out."""
MOST_ALIKE = 64
"""Names that begin alike and are still held against one another; of more of them no short form tells one."""


@frozen
class _Form:
    """A name as it is compared: without its marks, and its core."""

    name: str
    kind: str
    tight: str
    core: str


@lru_cache(maxsize=REMEMBERED)
def squeeze(name: str) -> str:
    """A name without the marks that writers set or leave out: 紫竹·麦垛 is 紫竹麦垛."""
    return JOINT.sub("", name)


def core(name: str) -> str:
    """A name without its place, its parentheses and its 有限公司: what its short forms are made of."""
    name = FIRM_END.sub("", BRACKET.sub("", squeeze(name)))
    for size in range(5, 1, -1):
        if name[:size] in divisions() and len(name) - size >= SHORTEST:
            return core(name[size:]) if name[size : size + 2] in divisions() else name[size:]
    return name


def shortened(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each name that is a short form of one other, with that one; `names` are their types."""
    forms = [_Form(name, kind, squeeze(name), core(name)) for name, kind in names.items() if kind != "项目"]
    ending, beginning = _by_end(forms), _by_beginning(forms)
    for short in forms:
        others = [*ending.get(short.tight, ()), *_alike(short, beginning)]
        full = _only({other.name: other.tight for other in others if _shortens(short, other)})
        if full:
            yield short.name, full


def _by_end(forms: list[_Form]) -> dict[str, list[_Form]]:
    """The names that end in another name."""
    ends: dict[str, list[_Form]] = {form.tight: [] for form in forms}
    for form in forms:
        for start in range(1, len(form.tight) - SHORTEST_END + 1):
            if form.tight[start:] in ends:
                ends[form.tight[start:]].append(form)
    return ends


def _by_beginning(forms: list[_Form]) -> dict[tuple[str, ...], list[_Form]]:
    """The names by their type with the first letters of their core, and with those of the whole besides."""
    groups: dict[tuple[str, ...], list[_Form]] = defaultdict(list)
    for form in forms:
        groups[form.kind, form.core[:SHORTEST]].append(form)
        groups[form.kind, form.core[:SHORTEST], form.tight[:SHORTEST]].append(form)
    return groups


def _alike(short: _Form, groups: Mapping[tuple[str, ...], list[_Form]]) -> list[_Form]:
    stem = TAIL.sub("", short.tight)
    keys: set[tuple[str, ...]] = {(short.kind, stem[:SHORTEST]), (short.kind, short.tight[:SHORTEST])}
    keys.add((short.kind, short.core[:SHORTEST], short.tight[:SHORTEST]))
    return [form for key in keys for form in groups.get(key, ()) if len(groups[key]) <= MOST_ALIKE]


def _only(found: Mapping[str, str]) -> str:
    """The one name found; of several that are forms of one another the longest; empty where they differ."""
    some = sorted(found, key=lambda name: (-len(name), name))
    if not some or any(found[name] not in found[some[0]] for name in some[1:]):
        return ""
    return some[0]


def _shortens(short: _Form, full: _Form) -> bool:
    kind, tight, whole, middle = short.kind, short.tight, full.tight, full.core
    if len(whole) <= len(tight):
        return False
    if kind == full.kind and len(tight) >= SHORTEST_END and whole.startswith(tight) and kind in PLACED:
        return True
    if kind == full.kind and whole.endswith(tight) and len(tight) >= SHORTEST_END:
        rest = whole[: -len(tight)]
        return rest in places() or rest == "中国" or len(tight) >= CERTAIN_END
    if tight[:2] in divisions() or tight[:3] in divisions():
        return kind == full.kind == "企业" and middle.startswith(short.core) and whole.startswith(tight[:2])
    if tight.endswith("集团") and not FIRM_END.search(whole):
        return False
    if full.kind == kind == "企业":
        stem = TAIL.sub("", tight)
        if (
            len(stem) >= SHORTEST_END
            and FIRM_END.search(whole)
            and stem in (whole[2 : 2 + len(stem)], whole[3 : 3 + len(stem)])
        ):
            return True
        return len(stem) >= SHORTEST and (middle.startswith(stem) or (stem[:2] == middle[:2] and inside(stem, whole)))
    if kind == full.kind == "园区" and tight.endswith("园区"):
        return len(tight) >= 6 and middle.startswith(tight[:-2])
    if kind == full.kind == "园区" and tight[:SAME_START] == whole[:SAME_START] and tight[-1] == whole[-1]:
        return len(tight) > SAME_START + 1 and inside(tight, whole)
    return kind == full.kind and middle[:2] == tight[:2] and tight[-2:] == whole[-2:] and inside(tight, whole)


def inside(short: str, full: str) -> bool:
    """Whether the characters of the short form stand in the full one in this order."""
    rest = iter(full)
    return all(char in rest for char in short)
