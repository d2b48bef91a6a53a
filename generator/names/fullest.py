"""Short forms of an article's names: 中科可控 for 中科可控信息产业有限公司, 安科园 where the text says 以下简称."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from generator.names.alike import shortened, squeeze
from generator.names.lexicon import lexicon
from generator.names.standing import standing
from generator.reading import Mention

Read = tuple[str, tuple[Mention, ...]]
CALLED = re.compile(
    r"^[(（]?(?:以下|下文)?(?:简称|统称|又称|俗称|下称|以下称)(?:为|是|[：:])?[“‘「]?([^()（）“”‘’」，。；、]{2,10})"
)
SWALLOWED = "光仅单就连像和与由在被将把让对从向以为是有"
CALLED_WITHIN = 24
"""Characters behind a name in which its short form is told."""


def fullest_names(sentences: Iterable[Read]) -> dict[str, str]:
    """Short forms to the fullest name in the article, where only one name can be meant."""
    read = list(sentences)
    names: dict[str, str] = {}
    for _, mentions in read:
        for mention in mentions:
            names.setdefault(mention.name, mention.type)
    fullest = _called(read)
    for short, full in shortened(names):
        fullest.setdefault(short, full)
    _spelled_alike(names, fullest)
    _with_adverb(names, fullest)
    fullest |= standing([text for text, _ in read], names, fullest)
    return {short: _last(short, fullest) for short in fullest}


@dataclass(frozen=True, slots=True)
class ShortForms:
    """Finds an article's short forms in its sentences; `fullest` is what `fullest_names` found."""

    fullest: dict[str, str]
    words: tuple[str, ...]
    matcher: AhoCorasick | None

    @classmethod
    def of(cls, fullest: dict[str, str]) -> ShortForms:
        """A finder for these short forms."""
        words = tuple(sorted(fullest))
        return cls(fullest, words, _matcher(words) if words else None)

    def find(self, text: str, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The names of a sentence by their fullest forms, with the short forms that stand outside of them, in order."""
        if not self.matcher:
            return names
        full = [Mention(one.start, one.end, self.fullest.get(one.name, one.name), one.type) for one in names]
        matches = self.matcher.find_matches_as_indexes(text)
        if not matches:
            return tuple(full)
        taken = bytearray(len(text))
        for one in names:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
        kinds = {one.name: one.type for one in full}
        for at, start, end in matches:
            if not any(taken[start:end]):
                name = self.fullest[self.words[at]]
                full.append(Mention(start, end, name, kinds.get(name) or kind_of(name)))
        return tuple(sorted(full, key=lambda one: one.start))


def _matcher(words: tuple[str, ...]) -> AhoCorasick:
    """Finds the longest of an article's words; of a kind that is quickly made, since it serves one article only."""
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.NoncontiguousNFA)


def kind_of(name: str) -> str:
    """The type that a name's end tells; a name with no such end is a firm's."""
    return lexicon().types.get(lexicon().ended(name), "企业")


def _called(read: list[Read]) -> dict[str, str]:
    """What the text itself says: X(以下简称Y)."""
    found: dict[str, str] = {}
    for text, mentions in read:
        for mention in mentions:
            called = CALLED.match(text[mention.end : mention.end + CALLED_WITHIN])
            if called and called[1] != mention.name:
                found.setdefault(called[1], mention.name)
    return found


def _spelled_alike(names: dict[str, str], fullest: dict[str, str]) -> None:
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(squeeze(name), name)
        if other != name:
            fullest.setdefault(name, other)


def _with_adverb(names: dict[str, str], fullest: dict[str, str]) -> None:
    """A firm with an adverb or a particle before it that the segmenter took in: 光|立讯精密, 由|立讯精密."""
    for name, kind in names.items():
        if kind == "企业" and name[0] in SWALLOWED and names.get(name[1:]) == kind:
            fullest.setdefault(name, name[1:])


def _last(short: str, fullest: dict[str, str]) -> str:
    name, seen = fullest[short], {short}
    while name in fullest and name not in seen:
        seen.add(name)
        name = fullest[name]
    return name
