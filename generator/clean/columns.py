"""A page whose columns were cut up: pieces of paragraphs that belong together, brought together.

A paragraph that breaks off and one that begins in mid-sentence are joined when they
can only belong to one another; what came after the second piece follows it to its
new place, up to the next break. What has no certain partner stays and is reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.clean.pieces import LOOSE_START, follows, is_continuation, is_open, match
from generator.clean.stories import Item
from generator.mapped import join
from generator.model import Article
from generator.problems import Problem
from generator.reading import Mend, Repair, Repeat

FURTHEST = 60
"""Torn ends that are compared. With more of them the text is in shreds, and nothing in it is certain."""
MOST_PROBLEMS = 40
QUOTE_SHORTEST, QUOTE_LONGEST = 16, 200
"""Characters of a pull quote, a line that repeats what a longer paragraph says."""
PAGE_LINES, PAGE_SIZE = 600, 200_000
"""Lines and characters up to which a text is taken for a page, with pull quotes and columns."""
SHOWN = 12
"""Characters of a torn place that a problem shows."""


def arrange(items: Sequence[Item], article: Article) -> tuple[list[Item], list[Repair], list[Problem]]:
    """The items in reading order, pieces joined, with the joins that were made and what may be torn."""
    repairs: list[Repair] = []
    items = _join_neighbours(items, article, repairs)
    opens = [i for i, item in enumerate(items) if not item.heading and is_open(item.line.text.text)]
    starts = [i for i, item in enumerate(items) if not item.heading and is_continuation(item.line.text.text)]
    pairs: dict[int, int] = {}
    whole = _whole(items)
    if opens and starts and max(len(opens), len(starts)) <= FURTHEST and len(whole) <= PAGE_SIZE:
        matched = match([_text(items[i]) for i in opens], [_text(items[i]) for i in starts], whole)
        pairs = {opens[i]: starts[j] for i, j in matched.items()}
    problems = [_torn(items[i], article, end=True) for i in [i for i in opens if i not in pairs][:MOST_PROBLEMS]]
    loose = [i for i in starts if i not in pairs.values() and LOOSE_START.match(_text(items[i]))]
    problems += [_torn(items[i], article, end=False) for i in loose[:MOST_PROBLEMS]]
    ordered = _ordered(items, pairs, set(opens), set(starts))
    return _joined(items, ordered, pairs, article, repairs), repairs, problems


def without_pull_quotes(items: Sequence[Item]) -> tuple[list[Item], list[Repeat]]:
    """The items without those that only repeat a part of a longer one; of items that are the same the first is left.

    With them where words that a pull quote or a heading says stand again in a paragraph below.
    """
    whole = _whole(items)
    if len(items) > PAGE_LINES or len(whole) > PAGE_SIZE:
        return list(items), []
    same = Counter(_body(item) for item in items)
    kept: list[Item] = []
    left: list[Item] = []
    seen: set[str] = set()
    for item in items:
        body = _body(item)
        sized = QUOTE_SHORTEST <= len(_text(item)) <= QUOTE_LONGEST
        again = sized and body not in seen and whole.count(body) > same[body]
        if item.heading or not sized or (body not in seen and not again):
            kept.append(item)
        if again:
            left.append(item)
        seen.add(body)
    return kept, [repeat for item in left for repeat in _repeats(item, kept)]


def _repeats(quote: Item, items: Sequence[Item]) -> list[Repeat]:
    """Where the words of a pull quote stand again, in the first paragraph below it that holds them."""
    body, first = _body(quote), quote.line.text
    for item in items:
        text = item.line.text
        if text.starts[0] > first.starts[0] and (at := text.text.find(body)) >= 0:
            return [Repeat(first.source(0, len(body)), text.source(at, at + len(body)))]
    return []


def _body(item: Item) -> str:
    return _text(item).rstrip("。")


def _join_neighbours(items: Sequence[Item], article: Article, repairs: list[Repair]) -> list[Item]:
    """The items with those joined that a page break or a column's end cut in two where they stand."""
    found: list[Item] = []
    for item in items:
        last = found[-1] if found else None
        if last and last.story == item.story and not item.line.row and follows(_text(last), _text(item)):
            found[-1] = _join(last, item, article, repairs)
        else:
            found.append(item)
    return found


def _ordered(items: Sequence[Item], pairs: dict[int, int], opens: set[int], starts: set[int]) -> list[list[int]]:
    """The items' indexes as blocks in reading order: a block that a pair leads to follows the block it leads from."""
    blocks: list[list[int]] = []
    for i, item in enumerate(items):
        fresh = not blocks or i in starts or i - 1 in opens or item.story != items[i - 1].story or _gap(items, i)
        if fresh:
            blocks.append([])
        blocks[-1].append(i)
    led = {block[0]: block for block in blocks if block[0] in pairs.values()}
    ordered: list[list[int]] = []
    placed: set[int] = set()
    for block in [block for block in blocks if block[0] not in led] + list(led.values()):
        while block and block[0] not in placed:
            placed.add(block[0])
            ordered.append(block)
            block = led.get(pairs.get(block[-1], -1), [])
    return ordered


def _gap(items: Sequence[Item], i: int) -> bool:
    """Whether more blank lines than elsewhere divide an item from the one above it."""
    return items[i].line.gap > 1 and items[i].line.gap > items[i - 1].line.gap + 1


def _joined(
    items: Sequence[Item], blocks: list[list[int]], pairs: dict[int, int], article: Article, repairs: list[Repair]
) -> list[Item]:
    """The items block by block; those that a pair brings together are one, in the first one's story."""
    found: list[Item] = []
    last = -1
    for block in blocks:
        story = found[-1].story if last in pairs and pairs[last] == block[0] else items[block[0]].story
        for i in block:
            item = replace(items[i], story=story)
            if last in pairs and pairs[last] == i:
                found[-1] = _join(found[-1], item, article, repairs)
            else:
                found.append(item)
            last = i
    return sorted(found, key=lambda item: item.story)


def _join(left: Item, right: Item, article: Article, repairs: list[Repair]) -> Item:
    """Two pieces as one, and the repair: where the first breaks off and what is in between are the same place."""
    end = left.line.text.ends[-1]
    between = article.text[end : right.line.text.starts[0]] if right.line.text.starts[0] > end else ""
    if between and not between.strip():
        repairs.append(Repair(Mend.COLUMNS, end, end + len(between), between, ""))
    else:
        break_end = min(end + 1, len(article.text))
        start = min(end, break_end - 1)
        repairs.append(Repair(Mend.COLUMNS, start, break_end, article.text[start:break_end], ""))
    return replace(left, heading=False, line=replace(left.line, text=join([left.line.text, right.line.text])))


def _torn(item: Item, article: Article, end: bool) -> Problem:
    """What to tell of a paragraph that may be torn at its end or at its head."""
    text = item.line.text
    place = text.ends[-1] - 1 if end else text.starts[0]
    return Problem(
        code="TEXT-TORN",
        file=article.doc,
        line=article.text.count("\n", 0, place) + 1,
        message="a paragraph breaks off" if end else "a paragraph begins in mid-sentence",
        found="…" + text.text[-SHOWN:] if end else text.text[:SHOWN] + "…",
        expected="a partner that certainly belongs to it",
        fix="check the paragraph against the original",
        fatal=False,
    )


def _text(item: Item) -> str:
    return item.line.text.text


def _whole(items: Sequence[Item]) -> str:
    return "\n".join(_text(item) for item in items)
