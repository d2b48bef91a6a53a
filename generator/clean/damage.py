"""Places where a byte-blind edit of GBK text tore characters apart: found, mended where certain, else reported.

Two edits are known. One replaced the bytes A3A1 (！) by an ASCII sign although they were
the end of one character and the head of the next: 。” became `?!` and the text after it
reads one byte late. The other put the pinyin of a character where its two bytes stood
in the middle of two others: `?cè)` is a lost byte with the rest of (cè).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from generator.clean.glosses import VOWELS, readings, toneless
from generator.clean.lexicon import Lexicon
from generator.clean.pieces import balance
from generator.clean.shift import (
    DROP_COST,
    LEADS,
    TRAILS,
    Accepts,
    Reading,
    decode,
    encode,
    in_context,
    leads_read,
    read_shifted,
)
from generator.mapped import MappedText, join
from generator.model import Article, Span
from generator.problems import Problem
from generator.reading import Mend, Repair

LETTERS = rf"[a-z{VOWELS}]{{1,6}}"
SITE = re.compile(rf"\?!(?=[^\x00-\x7f])|(?<=[㐀-鿿])\?(?P<gloss>{LETTERS})\)")
END = re.compile(rf"\?\(?(?P<gloss>{LETTERS})\)|(?P<trail>[@A-Z\[\]^_`a-z{{|}}~€])(?:\((?P<read>{LETTERS})\))?")
LONGEST_RUN = 24
"""Characters of the longest run that is set right."""
MARGIN = 3.0
"""By how much the best reading must outweigh the next one to be certain."""
LEAST_WEIGHT = 2.0
"""Weight a character that a reading must have on average."""
LOST = re.compile("\ufffd+")
MOST_SITES = 60
"""Places that are looked at; a text with more is no article, and what is left of it stays as it is."""
MOST_PROBLEMS = 40
SHOWN = 6
"""Characters around a damaged place that a problem shows."""
CUT = 0xA1
"""The byte that the first edit tore off a punctuation mark, whose second byte lies in A1–BF."""


@dataclass(frozen=True, slots=True)
class _Run:
    """The damaged stretch `start:end`: its edit, its bytes with the character each came from, what ends it."""

    start: int
    head: int
    end: int
    gloss: str
    bytes_: tuple[int, ...]
    sources: tuple[int, ...]
    last: str


def mend_bytes(mapped: MappedText, article: Article) -> tuple[MappedText, list[Repair], list[Problem]]:
    """The text with certain damage mended, a repair for each mended place, a problem for each other one."""
    text = mapped.text
    repairs: list[Repair] = []
    lost = islice(LOST.finditer(text), MOST_PROBLEMS)
    problems = [_problem(article, match.start(), match.end()) for match in lost]
    parts: list[MappedText] = []
    position = 0
    lexicon: Lexicon | None = None
    known: dict[tuple[str, str], Reading | None] = {}
    for site in islice(SITE.finditer(text), MOST_SITES):
        if site.start() < position:
            continue
        lexicon = lexicon or Lexicon(text)
        run = _run(text, site)
        reading = None
        if run:
            key = (text[max(0, run.start - LONGEST_RUN) : run.start], text[run.start : run.end + 2 * LONGEST_RUN])
            if key not in known:
                known[key] = _certain(_readings(text, run, lexicon))
            reading = known[key]
        if run and reading:
            parts += [mapped.cut(position, run.start), _placed(reading, run)]
            before = text[run.start : run.end]
            repairs.append(Repair(Mend.BYTES, run.start, run.end, before, reading.text))
            position = run.end
        elif len(problems) < MOST_PROBLEMS and (site["gloss"] or (run and _is_cut(run))):
            problems.append(_problem(article, site.start(), run.end if run else site.end()))
    problems.sort(key=lambda problem: problem.line)
    return join([*parts, mapped.cut(position, len(text))]), repairs, problems


def unmended(text: str, repairs: Sequence[Repair]) -> tuple[Span, ...]:
    """The damaged places of the source that no repair covers, in order; what touches one is not certain."""
    mended = {repair.start for repair in repairs}
    found = [Span(*lost.span()) for lost in LOST.finditer(text)]
    for number, site in enumerate(SITE.finditer(text)):
        if site.start() in mended:
            continue
        run = _run(text, site) if number < MOST_SITES else None
        if site["gloss"] or number >= MOST_SITES or (run and _is_cut(run)):
            found.append(Span(site.start(), run.end if run else site.end()))
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _run(text: str, site: re.Match[str]) -> _Run | None:
    """The run that begins at a site, None where it has no end that fits."""
    data: list[int] = []
    sources: list[int] = []
    for place in range(site.end(), min(len(text), site.end() + LONGEST_RUN)):
        end = END.match(text, place)
        if end or text[place].isascii():
            break
        encoded = encode(text[place])
        if len(encoded) != 2:
            return None
        data += encoded
        sources += [place, place]
    else:
        return None
    if not end or not data:
        return None
    if end["trail"]:
        data.append(encode(end["trail"])[0])
        sources.append(place)
    stop = place + 1 if end["trail"] else end.end()
    return _Run(
        site.start(),
        site.end(),
        stop,
        site["gloss"] or "",
        tuple(data),
        tuple(sources),
        end["gloss"] or end["read"] or "",
    )


def _is_cut(run: _Run) -> bool:
    """Whether the first byte of a `?!` run completes a punctuation mark, as after a cut A3A1 it must."""
    return 0xA1 <= run.bytes_[0] <= 0xBF


def _readings(text: str, run: _Run, lexicon: Lexicon) -> list[Reading]:
    """The ways to read a run, best first."""
    before = text[run.start - 1] if run.start else ""
    after = text[run.end] if run.end < len(text) else ""
    syllable = toneless(run.last)

    def fits(character: str) -> bool:
        return not syllable or syllable in readings(character)

    if run.gloss:
        torn = encode(before)
        leads = leads_read(torn[1], toneless(run.gloss)) if len(torn) == 2 else []
        return _ended(list(run.bytes_), leads, fits, before, after, lexicon)
    if not _is_cut(run):
        return []
    found = _ended([0xA3, CUT, *run.bytes_], list(LEADS), fits, before, after, lexicon)
    near, behind = text[max(0, run.start - LONGEST_RUN) : run.start], text[run.end : run.end + LONGEST_RUN * 2]
    title_open, bracket_closed = near.rfind("《") > near.rfind("》"), ")" in balance(behind.replace("）", ")"))[0]
    found = [in_context(reading, title_open, bracket_closed) for reading in found]
    return sorted(found, key=lambda reading: (-reading.weight, reading.text))


def _ended(
    data: list[int], leads: list[int], fits: Accepts, before: str, after: str, lexicon: Lexicon
) -> list[Reading]:
    """The readings with the run's last byte: it stands there, or it was lost before a gloss and is found by it."""
    if len(data) % 2:
        return read_shifted(data, leads, fits, before, after, lexicon)
    found: list[Reading] = []
    for trail in TRAILS:
        character = decode(data[-1], trail)
        if character and fits(character):
            found += read_shifted([*data, trail], leads, fits, before, after, lexicon)
    return sorted(found, key=lambda reading: (-reading.weight, reading.text))


def _certain(found: list[Reading]) -> Reading | None:
    """The best reading, where it makes sense and no other comes near."""
    if not found or found[0].weight + found[0].drops * DROP_COST < LEAST_WEIGHT * len(found[0].text):
        return None
    rival = next((reading for reading in found[1:] if reading.text != found[0].text), None)
    return None if rival and rival.weight > found[0].weight - MARGIN else found[0]


def _placed(reading: Reading, run: _Run) -> MappedText:
    """The recovered characters, each at the damaged characters that hold its bytes."""
    skip = 0 if run.gloss else 2
    parts = []
    for character, (low, high) in zip(reading.text, reading.places, strict=True):
        start = _source(run, low - skip, first=True)
        parts.append(MappedText.at(character, Span(start, max(start + 1, _source(run, high - skip, first=False)))))
    return join(parts)


def _source(run: _Run, byte: int, first: bool) -> int:
    """Where a byte of the run stands: the start or the end of its character; before the run that is the edit itself."""
    if byte < 0:
        return run.start if first else run.head
    if byte >= len(run.sources):
        return run.sources[-1] if first else run.end
    return run.sources[byte] + (0 if first else 1)


def _problem(article: Article, start: int, end: int) -> Problem:
    text = article.text
    return Problem(
        code="TEXT-DAMAGED",
        file=article.doc,
        line=text.count("\n", 0, start) + 1,
        message="a damaged place that cannot be mended with certainty",
        found=" ".join(text[max(0, start - SHOWN) : end + SHOWN].split()),
        fix="compare it with the original; no number in it is published",
        fatal=False,
    )
