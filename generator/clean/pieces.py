"""Paragraphs that were cut in the middle: which are open at an end, and which pieces fit together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.clean.headings import is_heading

LEAST_PROSE = 14
"""Characters of the shortest line that may be a cut paragraph."""
CLOSED = re.compile(r"[。！？!?…；：:—;，、][”’」』》)）\"']*$|[。！？…][”’」』》)）\"']*\([^()]{0,40}\)$")
"""Ends of a paragraph that is whole, or that is a list's lead."""
TAIL = 60
"""Characters at a paragraph's end that show how it ends."""
HANGING_END = re.compile(r"[0-9A-Za-z.—–～~和与及的了把被将对向在]$")
LOOSE_START = re.compile(
    r"^(?:[，。、；：？！”’》)%]|的|们|[^为除有到过受随趁借凭了]了(?!解)|[^今这看是好对但而先再后即又且故据]，)"
)
"""Heads of a paragraph that cannot begin one: a closing mark, 的, a verb with 了 and no subject, one lone character."""
OPENING, CLOSING = "“《(", "”》)"
MARKS = re.compile(f"[{OPENING}{CLOSING}]")
DEEPEST = 50
"""Marks open at once, beyond which a text's marks say nothing."""
PAIR_MARGIN = 1.5
"""How many times better than its rivals a pair must fit to be certain."""
LEAST_FIT = 2.0


def balance(text: str) -> tuple[str, str]:
    """The marks that are closed but not opened, and opened but not closed, in the text: ("”", "“").

    Nothing is said of a text whose marks are nested deeper than any text's.
    """
    stack: list[str] = []
    excess = []
    for mark in MARKS.findall(text):
        if mark in OPENING:
            stack.append(mark)
            if len(stack) > DEEPEST:
                return "", ""
        else:
            partner = OPENING[CLOSING.index(mark)]
            if partner in stack:
                while stack.pop() != partner:
                    pass
            else:
                excess.append(mark)
    return "".join(excess), "".join(stack)


def is_open(text: str) -> bool:
    """Whether a paragraph breaks off: no stop at its end, and a mark left open or an end that hangs."""
    if len(text) < LEAST_PROSE or CLOSED.search(text[-TAIL:]):
        return False
    return bool(balance(text)[1]) or (bool(HANGING_END.search(text)) and not is_heading(text))


def is_continuation(text: str) -> bool:
    """Whether a paragraph begins in the middle: it closes a mark that it did not open, or its head is loose."""
    return len(text) >= LEAST_PROSE and (bool(LOOSE_START.match(text)) or bool(balance(text)[0]))


def follows(left: str, right: str) -> bool:
    """Whether a piece that breaks off goes on in the very next paragraph."""
    if not is_open(left) or not fits(left, right):
        return False
    if is_continuation(right):
        return True
    return left[-1].isdigit() and "一" <= right[0] <= "鿿" and bool(CLOSED.search(right[-TAIL:]))


def fits(left: str, right: str) -> bool:
    """Whether nothing speaks against reading the two pieces as one: what one closes, the other opened."""
    opened, closed = balance(left)[1], balance(right)[0]
    partners = "".join(OPENING[CLOSING.index(mark)] for mark in closed)
    if "“" in opened and "“" not in partners:
        return False
    return set(partners) <= set(opened)


def match(opens: Sequence[str], starts: Sequence[str], article: str) -> dict[int, int]:
    """Which open piece goes on in which continuation, where each is the other's one best partner.

    The fit of two pieces is what they share in words, rare words more, and whether
    their seam is a word of the article.
    """
    counts = Counter(article[i : i + 2] for i in range(len(article) - 1))
    table = {
        (i, j): _fit(left, right, counts, article)
        for i, left in enumerate(opens)
        for j, right in enumerate(starts)
        if fits(left, right)
    }
    return {i: j for (i, j), fit in table.items() if fit >= LEAST_FIT and _best(i, j, fit, table)}


def _best(i: int, j: int, fit: float, table: dict[tuple[int, int], float]) -> bool:
    return all(other * PAIR_MARGIN <= fit for (a, b), other in table.items() if (a == i) != (b == j))


def _fit(left: str, right: str, counts: Counter[str], article: str) -> float:
    shared = _pairs(left) & _pairs(right)
    content = sum(4.0 / counts[pair] for pair in sorted(shared))
    seam = max(
        (len(word) for word in _seams(left, right) if article.count(word) > 0),
        default=0,
    )
    both_quoted = 2.0 if "“" in balance(left)[1] and "”" in balance(right)[0] else 0.0
    return content + seam + both_quoted


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1) if "一" <= text[i] <= "鿿" and "一" <= text[i + 1] <= "鿿"}


def _seams(left: str, right: str) -> list[str]:
    """What would stand across the seam, two characters from each side at most."""
    return [left[-a:] + right[:b] for a in (1, 2) for b in (1, 2)]
