"""The rules about names, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator import patterns, rules
from generator.gates import Gated, gated

ZONE_FORMS = (
    "高新技术产业开发区|高新技术产业园区|经济技术开发区|新技术开发区|经济开发区|高新园区|高新区|经开区|开发区|商务区"
    "|自贸区|自贸试验区|科技城|新区"
)


LONGEST_END = 9


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `rules/organisations.yml` says, in the form that matching needs."""

    types: dict[str, str]
    ends: Gated
    heads: dict[str, str]
    known: Gated
    short_ends: Gated
    standing_ends: Gated
    not_ends: Gated
    firm_cues: Gated
    firms: frozenset[str]
    generic: frozenset[str]
    inner: frozenset[str]
    leading: frozenset[str]
    leading_verb: re.Pattern[str]
    acts: re.Pattern[str]
    stops: frozenset[str]
    appositions: frozenset[str]
    companions: frozenset[str]
    products: frozenset[str]
    abroad: frozenset[str]
    alone: frozenset[str]
    alone_ends: tuple[str, ...]
    needs_proper: frozenset[str]
    cut_inside: frozenset[str]
    after_cut: frozenset[str]

    def plain(self, word: str) -> bool:
        """Whether a word says only what kind of thing something is, or is made of two such words."""
        return word in self.generic or (
            len(word) > 3
            and any(word[:cut] in self.generic and word[cut:] in self.generic for cut in range(2, len(word) - 1))
        )

    def ended(self, text: str) -> str:
        """The longest end of a name that the text ends with; empty for none."""
        return next(
            (text[at:] for at in range(max(0, len(text) - LONGEST_END), len(text)) if text[at:] in self.types), ""
        )


@cache
def zone_form() -> re.Pattern[str]:
    """The endings of zones' names, compiled."""
    return re.compile(ZONE_FORMS)


@cache
def lexicon() -> Lexicon:
    """The lexicon of names."""
    data = rules.load("organisations")
    types: dict[str, str] = {}
    for kind, ends in data["suffixes"].items():
        for end in ends:
            types.setdefault(end, kind)
            if end.endswith("园"):
                types.setdefault(end + "区", kind)
    return Lexicon(
        types=types,
        ends=Gated(alternation(types)),
        heads={head: kind for kind, heads in data["heads"].items() for head in heads},
        known=Gated(alternation(data["known"])),
        short_ends=Gated(alternation([*data["short_ends"], *data["standing_ends"]])),
        standing_ends=Gated(alternation(data["standing_ends"])),
        not_ends=Gated(alternation(data["not_ends"])),
        firm_cues=gated("|".join(data["firm_cues"])),
        alone_ends=tuple(sorted(data["alone"])),
        leading_verb=alternation(word for word in data["leading"] if len(word) > 1),
        acts=alternation(data["acts"]),
        firms=frozenset([*data["known"], *data["ambiguous"]]),
        **{name: frozenset(data[name]) for name in SETS},
    )


SETS = [
    "generic",
    "inner",
    "leading",
    "stops",
    "appositions",
    "companions",
    "products",
    "abroad",
    "alone",
    "needs_proper",
    "cut_inside",
    "after_cut",
]


def alternation(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words, the longest first."""
    return re.compile(patterns.alternation(words))
