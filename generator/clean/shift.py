"""A run of GBK text read one byte late, set right.

An edit that looked at bytes and not at characters cut one out of the middle of a
character. Its first byte is left over, and what follows is read in wrong pairs until
a one-byte character ends the run. Pairs that fall into the user-defined areas of GBK
(GB 18030: AAA1–AFFE, F8A1–FEFE, A140–A7A0) have no character and were dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from heapq import nsmallest
from operator import itemgetter

from generator.clean.glosses import readings
from generator.clean.lexicon import Lexicon, is_standard, simplified

LEADS = range(0x81, 0xFF)
TRAILS = [byte for byte in range(0x40, 0xFF) if byte != 0x7F]
DROPPED = [
    (range(0xAA, 0xB0), range(0xA1, 0xFF)),
    (range(0xF8, 0xFF), range(0xA1, 0xFF)),
    (range(0xA1, 0xA8), TRAILS[:96]),
]
"""First and second bytes of the pairs that have no character."""
DROP_COST = 14.0
COMMA_COST = 3.0
"""What the assumption of a dropped pair costs, against the weight of pairs of characters. Less for a comma
(A3AC), whose second byte makes such a pair with every character of level 1 and 2 behind it."""
DROP_BEAM = 40
"""Readings, the best of the beam, for which a dropped pair is tried."""
UNKNOWN_COST, UNSEEN_COST = 10.0, 1.0
"""What a character costs that the dictionary does not have, and a pair that it has not."""
ODD_COST = 9.0
"""What a character costs that articles do not use."""
COMMON = frozenset("，。、；：？！“”‘’《》（）【】—…·％")
USUAL = 5.0
"""Weight of punctuation beside a character."""
BEAM = 120
SAME_LAST = 2
"""Readings that are kept at each character, in all and of those with the same last character."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a run: the characters, the bytes (by number in the run) that each took, and its weight."""

    text: str
    places: tuple[tuple[int, int], ...]
    weight: float

    @property
    def drops(self) -> int:
        """How many dropped pairs the reading supposes."""
        return sum(low == high for low, high in self.places) // 2


Accepts = Callable[[str], bool]


def read_shifted(
    bytes_: Sequence[int], first: Sequence[int], last: Accepts, before: str, after: str, lexicon: Lexicon
) -> list[Reading]:
    """The ways to read the bytes of a run, best first.

    `first` are the candidates for the lost byte before the run, `last` says which final
    character is possible, `before` and `after` are the characters around the run.
    The place of a byte is its index; -1 is the lost byte.
    """
    beam = [Reading("", (), 0.0)]
    beam = _extended(beam, [(lead, bytes_[0], (-1, 0), 0.0) for lead in first], before, lexicon)
    position = 1
    while position < len(bytes_):
        following: list[Reading] = []
        if position + 1 < len(bytes_):
            pair = (bytes_[position], bytes_[position + 1], (position, position + 1), 0.0)
            plain = _extended(beam, [pair], before, lexicon)
            dropped = _with_drop(beam, bytes_, position, before, lexicon)
            following = _best(plain + dropped)
        if not following:
            return []
        beam = following
        position += 2
    ended = [
        Reading(r.text, r.places, r.weight + _weight(r.text[-1], after, lexicon) + lexicon.words(simplified(r.text)))
        for r in beam
        if r.text and last(r.text[-1])
    ]
    return sorted(ended, key=lambda reading: (-reading.weight, reading.text))


def _with_drop(
    beam: list[Reading], bytes_: Sequence[int], position: int, before: str, lexicon: Lexicon
) -> list[Reading]:
    """The readings that suppose a dropped pair after the byte at `position`: two characters instead of one."""
    found: list[Reading] = []
    for firsts, seconds in DROPPED:
        lead = bytes_[position]
        left = [(lead, x, (position, position), -_drop_cost(lead, x)) for x in firsts if _common(lead, x)]
        halfway = _extended(beam[:DROP_BEAM], left, before, lexicon)
        right = [
            (y, bytes_[position + 1], (position + 1, position + 1), 0.0)
            for y in seconds
            if _common(y, bytes_[position + 1])
        ]
        found += _extended(halfway, right, before, lexicon)
    return found


def _drop_cost(lead: int, trail: int) -> float:
    return COMMA_COST if (lead, trail) == (0xA3, 0xAC) else DROP_COST


def _common(lead: int, trail: int) -> bool:
    """Whether two bytes are a character that may well stand in an article."""
    character = decode(lead, trail)
    return bool(character) and (is_chinese(character) or character in COMMON)


def _extended(
    beam: list[Reading], pairs: Sequence[tuple[int, int, tuple[int, int], float]], before: str, lexicon: Lexicon
) -> list[Reading]:
    """The readings, each with the character of each pair behind it; only the best that end alike are kept."""
    states = [(reading, reading.text[-1] if reading.text else before) for reading in beam]
    lefts = sorted({left for _, left in states})
    found: list[Reading] = []
    for lead, trail, place, extra in pairs:
        character = decode(lead, trail)
        if not character:
            continue
        weigh = _weigher(character, lexicon)
        weights = {left: weigh(left) for left in lefts}
        ends = [(-(reading.weight + extra + weights[left]), reading.text, reading) for reading, left in states]
        for weight, text, reading in nsmallest(SAME_LAST, ends, key=itemgetter(0, 1)):
            found.append(Reading(text + character, (*reading.places, place), -weight))
    return _best(found)


def _best(found: list[Reading]) -> list[Reading]:
    kept: list[Reading] = []
    seen: Counter[str] = Counter()
    for reading in sorted(found, key=lambda reading: (-reading.weight, reading.text)):
        seen[reading.text[-1]] += 1
        if seen[reading.text[-1]] <= SAME_LAST:
            kept.append(reading)
    return kept[:BEAM]


def _weight(left: str, right: str, lexicon: Lexicon) -> float:
    return _weigher(right, lexicon)(left)


def _weigher(right: str, lexicon: Lexicon) -> Callable[[str], float]:
    """How well a character goes behind others, as a function of the one before it."""
    if not right:
        return lambda left: 0.0
    common, odd, simple = right in COMMON, _oddness(right, lexicon), simplified(right)
    foreign = 0.0 if is_standard(right) else UNKNOWN_COST

    def weigh(left: str) -> float:
        if not left:
            return 0.0
        if common or left in COMMON:
            return _punctuation(left, right) - (0 if common else odd)
        weight = lexicon.weight(simplified(left), simple)
        return weight - foreign if weight > 0 else -UNSEEN_COST - odd

    return weigh


def _oddness(character: str, lexicon: Lexicon) -> float:
    """What a character costs where the pair says nothing for it."""
    if not is_chinese(character):
        return 0.0 if character.isascii() else ODD_COST
    simple = simplified(character)
    return lexicon.rarity(simple) + (0.0 if lexicon.knows(simple) and is_standard(character) else UNKNOWN_COST)


def _punctuation(left: str, right: str) -> float:
    """Weight of a pair with punctuation in it: a stop goes with a quotation mark, and with no title's mark."""
    if left in "。！？" and right in "”“’‘":
        return USUAL * (2.5 if right in "”“" else 1)
    if left in COMMON and right in COMMON:
        opens = (right in "“‘《" and left not in "“‘《（") or (right == "（" and left in "”》）")
        return USUAL * 0.8 if opens or (left in "”》）’" and right in "，。、；：") else -USUAL
    return USUAL


def in_context(reading: Reading, title_open: bool, bracket_closed: bool) -> Reading:
    """A reading that weighs more where it closes the title open before it, or opens the parenthesis closed after it."""
    fitting = (title_open and "》" in reading.text) + (bracket_closed and "（" in reading.text)
    return replace(reading, weight=reading.weight + USUAL * 1.5 * fitting) if fitting else reading


def is_chinese(character: str) -> bool:
    """Whether it is a Chinese character."""
    return "㐀" <= character <= "鿿"


@cache
def decode(lead: int, trail: int) -> str:
    """The character of two GBK bytes, or an empty string where they are none."""
    try:
        character = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return character if len(character) == 1 else ""


def encode(character: str) -> bytes:
    """The GBK bytes of a character; the euro sign is the byte 0x80 of code page 936. Empty where there are none."""
    if character == "€":
        return b"\x80"
    try:
        return character.encode("gbk")
    except UnicodeEncodeError:
        return b""


def leads_read(trail: int, syllable: str) -> list[int]:
    """The bytes that make, after `trail` as a first byte, a character of this reading."""
    return [byte for byte in LEADS if (found := decode(trail, byte)) and syllable in readings(found)]
