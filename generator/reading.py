"""An article as the extractors read it: stories, paragraphs, sentences with what is mentioned in them.

The types that cleaning hands to annotation and annotation hands to extraction.
Offsets in a `Mention` are offsets in its sentence's text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from generator.frozen import frozen
from generator.mapped import MappedText
from generator.model import Article, Content, Owner, Span, Value
from generator.problems import Problem


class Mend(StrEnum):
    """What cleaning did to a stretch of source text."""

    GLOSS = "gloss"
    SCRIPT = "script"
    BYTES = "bytes"
    LINES = "lines"
    COLUMNS = "columns"
    WIDTH = "width"


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of source text, by offsets in the decoded text, that cleaning changed."""

    kind: Mend
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Words that stand twice in the source: where they stand first, and where in the paragraph that is read."""

    first: Span
    again: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a story, cleaned. A heading is a title or a section's line, not prose."""

    text: MappedText
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One story of an article: its title and its paragraphs in reading order, furniture left out."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article cleaned: its stories, what was mended, what could not be, what an earlier line says too."""

    article: Article
    stories: tuple[Story, ...]
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    damaged: tuple[Span, ...] = ()


@frozen
class Mention:
    """A name in a sentence. `name` is its canonical form, `type` what kind of thing it is."""

    start: int
    end: int
    name: str
    type: str = ""


@frozen
class QuantityMention:
    """A number with its unit in a sentence.

    `start:end` covers qualifier, number and unit; `number_start:number_end` the
    digits and their scale. `value` is in `unit` as written (万 and 亿 kept in the unit).
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Value
    unit: str
    qualifier: str


@frozen
class PeriodMention:
    """A time in a sentence, resolved: `period` as the fact model writes it."""

    start: int
    end: int
    period: str


@frozen
class Ownership:
    """From this position in the sentence on, facts are about this owner."""

    start: int
    owner: Owner


STARTS = attrgetter("start")


@frozen
class Sentence:
    """A sentence with what is mentioned in it, whose facts it tells and of what time.

    `owners` is sorted by start and covers the sentence from 0; it is empty where
    nothing in the sentence can be a zone's fact.
    """

    mapped: MappedText
    story: int
    paragraph: int
    heading: bool
    zones: tuple[Mention, ...] = ()
    names: tuple[Mention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    owners: tuple[Ownership, ...] = ()
    period: str = ""
    text: str = field(init=False, repr=False, compare=False)
    """The cleaned text."""

    def __post_init__(self) -> None:
        # Kept and not asked of `mapped` each time: nothing is read as often.
        object.__setattr__(self, "text", self.mapped.text)

    def owner(self, position: int) -> Owner | None:
        """Whom a fact at this position is about; None where it is about no zone."""
        at = bisect_right(self.owners, position, key=STARTS)
        owner = self.owners[at - 1].owner if at else None
        return owner if owner and owner.zone else None

    def with_names(self, zones: tuple[Mention, ...], names: tuple[Mention, ...]) -> Sentence:
        """The sentence with other zones and names in it."""
        place = (self.mapped, self.story, self.paragraph, self.heading)
        return Sentence(*place, zones, names, self.quantities, self.periods, self.owners, self.period)

    def with_times(self, periods: tuple[PeriodMention, ...], period: str) -> Sentence:
        """The sentence with its times and the time that holds in it."""
        place = (self.mapped, self.story, self.paragraph, self.heading)
        return Sentence(*place, self.zones, self.names, self.quantities, periods, self.owners, period)

    def with_owners(self, owners: tuple[Ownership, ...]) -> Sentence:
        """The sentence with whom it is about."""
        place = (self.mapped, self.story, self.paragraph, self.heading)
        return Sentence(*place, self.zones, self.names, self.quantities, self.periods, owners, self.period)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about the whole article while its sentences are read.

    `month` is the article's date cut to its month (empty without a date);
    `fullest` maps a short name of an organisation to the fullest one in the text.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    fullest: dict[str, str] = field(default_factory=dict)

    @property
    def month(self) -> str:
        """The article's month, or what is known of it."""
        return self.article.date[:7]


@frozen(kw_only=True)
class Draft:
    """What an extractor found, still in its sentence's coordinates.

    `evidence` is the range of the proof (its source is at most 80 characters),
    `anchor` the shortest range that makes this fact this fact (a metric's number,
    an organisation's name): the fact's id hangs on it, so it must not move when a
    rule learns to read more around it.
    """

    content: Content
    owner: Owner
    sentence: Sentence
    evidence: tuple[int, int]
    anchor: tuple[int, int]
    rule: str
