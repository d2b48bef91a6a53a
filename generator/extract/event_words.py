"""The patterns of events, made from the words of `rules/events.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator import rules
from generator.model import EventType

WORDS = rules.load("events")


def one_of(words: Iterable[str]) -> str:
    """An alternation that tries longer words first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


TYPES = {verb: EventType(kind) for kind, verbs in WORDS["types"].items() for verb in verbs}
OBJECT_TYPES = {"获": EventType.AWARDED, "获得": EventType.AWARDED, "完成": EventType.OTHER, "通过": EventType.BUILT}

VERB = re.compile(
    rf"(?<!新)(?<!待)(?:(?P<verb>{one_of(TYPES)})(?!{one_of(WORDS['noun_after'])})"
    + "".join(f"|(?P<o{number}>{word})(?={pattern})" for number, (word, pattern) in enumerate(WORDS["objects"].items()))
    + ")"
)
"""A verb that tells an event. What may not follow it keeps 签约项目, 成立20周年 and 开工率 out."""
ATTRIBUTE = re.compile(rf"(?P<verb>{one_of(TYPES)})(?:使用|建设|并网|运营)?的(?:还有|是|有)?")
"""A verb that describes what is named behind it: 1992年成立的…"""

CLAUSE = re.compile(r"[^，。；,;：！？]+")
PLANNED = re.compile(one_of(WORDS["planned"]))
OUTSIDE = re.compile(rf"{one_of(WORDS['outside'])}$")
ZONE_WORD = re.compile(rf"{one_of(WORDS['zone_words'])}$|^{one_of(WORDS['zone_words'])}(?=[在与和同将被经获赴]|$)")
OPENER = re.compile(rf"(?:{one_of(WORDS['openers'])}|[\s、“”\"()（）—◎·])+")
ADVERB = re.compile(rf"{one_of(WORDS['adverbs'])}$")
LISTING = re.compile(rf"{one_of(WORDS['list_verbs'])}了?(?P<list>[^，。；]{{3,40}})")
LISTED = re.compile(one_of(WORDS["listed"]))
COUNTED = re.compile(r"[^与和同跟，。；]{2,80}?等(?=[0-9一二三四五六七八九十百两多余数]{1,4}[家个所项名])")
"""Names before 等5家单位: the count alone tells it shorter."""
FIRM = re.compile(r"(?:股份|集团)?(?:有限责任|有限)公司")
NO_SUBJECT = re.compile(r"^(?:与|和|同|跟|联合|赴|在|到|被|获|经|向|以|从|于|把|将|对|为)|^$")


def verb_type(match: re.Match[str]) -> EventType:
    """The type of event of a verb that `VERB` or `ATTRIBUTE` found."""
    verb = match.groupdict().get("verb")
    return TYPES[verb] if verb else OBJECT_TYPES[match[0]]
