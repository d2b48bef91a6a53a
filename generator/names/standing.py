"""Short forms of firms that no rule finds as names: the first words of a firm's name, standing alone in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from generator.names.alike import FIRM_END, MOST_ALIKE, SHORTEST, core, inside, squeeze
from generator.names.lexicon import zone_form
from generator.names.places import places
from generator.words import known, words

QUICKLY_MADE = Implementation.NoncontiguousNFA
"""The kind of matcher for words of one article only."""
LONGEST = 6
LOOSEST = 4
"""Characters of a core from which a short form may leave out some: 飞鹰坚科 of 飞鹰坚质材料科技."""
LEFT_OUT = 2
"""Characters of such a form behind its first two."""


def standing(texts: Sequence[str], names: Mapping[str, str], fullest: Mapping[str, str]) -> dict[str, str]:
    """Short forms that stand in the texts outside of the firm's full name, to the one firm that each can mean.

    `names` are the article's names with their types, `fullest` the short forms known already.
    """
    cores = {full: core(full) for full, kind in names.items() if _is_whole(full, kind) and full not in fullest}
    if not cores:
        return {}
    beginnings = {full: _beginnings(middle) for full, middle in cores.items()}
    places_of = _Places.of("\n".join(texts), cores, beginnings)
    alike = Counter(middle[:SHORTEST] for middle in cores.values())
    shares: Counter[str] = Counter()
    meant: dict[str, str] = {}
    for full, middle in cores.items():
        forms = {form for form in beginnings[full] if places_of.alone(form, full)}
        if len(middle) >= LOOSEST and alike[middle[:SHORTEST]] <= MOST_ALIKE:
            forms.update(places_of.loose(middle[:SHORTEST], full))
        shares.update(sorted(forms))
        meant.update(dict.fromkeys(forms, full))
    fresh = [form for form, count in shares.items() if count == 1 and form not in names and form not in fullest]
    elsewhere = _elsewhere(fresh, meant, names)
    return {form: meant[form] for form in fresh if form not in elsewhere}


def _is_whole(name: str, kind: str) -> bool:
    return kind == "企业" and FIRM_END.search(name) is not None


def _beginnings(middle: str) -> list[str]:
    """The first words of a core that may stand for the firm; no places and no zones, which firms are named after."""
    found, size = [], 0
    for word in words(middle):
        size += len(word.text)
        form = middle[:size]
        if size > LONGEST:
            break
        if size >= SHORTEST and not known(form) and form not in places() and not zone_form().search(form):
            found.append(form)
    return found


@dataclass(frozen=True, slots=True)
class _Places:
    """Where in a text each of some words begins, in order."""

    text: str
    starts: Mapping[str, list[int]]

    @classmethod
    def of(cls, text: str, cores: Mapping[str, str], beginnings: Mapping[str, list[str]]) -> _Places:
        """The places of the full names, of their beginnings and of the first letters of their cores."""
        sought = {*cores, *(form for forms in beginnings.values() for form in forms)}
        sought |= {middle[:SHORTEST] for middle in cores.values() if len(middle) >= LOOSEST}
        patterns = sorted(sought)
        starts: dict[str, list[int]] = defaultdict(list)
        matcher = AhoCorasick(patterns, implementation=QUICKLY_MADE)
        for at, start, _ in matcher.find_matches_as_indexes(text, overlapping=True):
            starts[patterns[at]].append(start)
        return cls(text, starts)

    def alone(self, form: str, full: str) -> bool:
        """Whether the form stands somewhere outside of the full name."""
        return any(not self._within(start, start + len(form), full) for start in self.starts.get(form, ()))

    def loose(self, first: str, full: str) -> Iterator[str]:
        """Words outside of the full name that begin as its core does and go on with one or two of its letters."""
        letters, after = set(full), 0
        for start in self.starts.get(first, ()):
            end = begun = start + len(first)
            while end < begun + LEFT_OUT and self.text[end : end + 1] in letters:
                end += 1
            if start < after or end == begun or self._within(start, begun, full):
                continue
            word = self.text[start:end]
            after = end
            if word not in full and inside(word, full):
                yield word

    def _within(self, start: int, end: int, full: str) -> bool:
        """Whether a place overlaps the full name, where that stands."""
        starts = self.starts.get(full, [])
        at = bisect_right(starts, end - 1) - 1
        return at >= 0 and starts[at] + len(full) > start


def _elsewhere(forms: list[str], meant: Mapping[str, str], names: Mapping[str, str]) -> set[str]:
    """The forms that are part of another organisation's name too."""
    found: set[str] = set()
    if not forms:
        return found
    matcher = AhoCorasick(forms, implementation=QUICKLY_MADE)
    for name in names:
        for at, _, _ in matcher.find_matches_as_indexes(name, overlapping=True):
            full = meant[forms[at]]
            if name not in full and squeeze(name) != squeeze(full):
                found.add(forms[at])
    return found
