"""Facts of the kind event: what has happened at a time that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.event_title import SUBJECT_LIMIT, object_of, stretch, subject_of, whole
from generator.extract.event_words import (
    ATTRIBUTE,
    CLAUSE,
    FIRM,
    LEAVE_OUT,
    LEFT_OPEN,
    LISTED,
    LISTING,
    OUTSIDE,
    PLANNED,
    SCENE,
    SINCE,
    VERB,
    verb_type,
)
from generator.model import Event, EventType, Owner
from generator.period import bounds, date_of, is_aside, is_weak
from generator.period.spans import Spans
from generator.reading import Context, Draft, PeriodMention, Sentence
from generator.timeline import BRACKETS

OF_A_DAY = frozenset((EventType.HELD, EventType.VISITED))
"""Types that a year alone does not date: what is held in a year is held every year."""
STRONG = frozenset(EventType) - {EventType.OTHER, EventType.PUBLISHED, EventType.VISITED, EventType.HELD}
"""Types that the time of an earlier sentence dates as well."""
NEAR = 6
"""Characters between a time and the verb that describes what follows: 2003年正式成立的…"""
FROM = ("由", "从", "自")
YEAR_ENDS = ("年底", "年末", "岁末", "年内")
"""Times of the article's own year that lie ahead of it unless it is over."""
COUNTED_PROJECTS = re.compile(r"[0-9一二三四五六七八九十]个(?:大|重点|重大)?项目")
LONGEST = 2000
"""Characters of a sentence that is still prose."""
ALIKE = 0.6
"""The part of their letters that two titles of one event share."""
SHORTEST = 5
"""Characters that a title has at least."""
CLAUSE_BREAK = re.compile(r"[，,；：][^，,]{4}")
OUTCOME = re.compile(r"，(?=成为|升级为|升格为|列为|成功|共建)[^，。；]{2,24}")
NAME_END = re.compile(r"[，。；、（(]|(?<=.{4})(?:占地|位于|总投资|在|是|已|与|由)")


@dataclass(frozen=True, slots=True)
class Telling:
    """What a stretch of a sentence tells: a verb, who acts and what follows."""

    start: int
    verb: int
    end: int
    type: EventType
    subject: str
    rest: str
    rule: str


def find(context: Context) -> Iterator[Draft]:
    """The events of an article, sentence by sentence, each told once."""
    told: list[tuple[Owner, Event]] = []
    before: Sentence | None = None
    zones: list[str] = []
    for sentence in context.sentences:
        if sentence.heading or len(sentence.text) > LONGEST:
            continue
        linked = before is not None and (before.story, before.paragraph) == (sentence.story, sentence.paragraph)
        chained = linked and before is not None and before.text.endswith(("；", ";"))
        tellings = list(_tellings(sentence))
        for number, telling in enumerate(tellings):
            if telling.type == EventType.VISITED and any(t.type == EventType.SIGNED for t in tellings[number + 1 :]):
                continue
            telling = _both(telling, zones)
            if not (mention := _time(sentence, telling)) and not (
                chained or (linked and _own(sentence, telling)) or SCENE.match(sentence.text)
            ):
                continue
            if _ahead(sentence, telling):
                continue
            draft = _draft(sentence, telling, mention, context, chained)
            if draft is None or not isinstance(draft.content, Event):
                continue
            if not any(_same(draft.owner, draft.content, *other) for other in told):
                told.append((draft.owner, draft.content))
                yield draft
        before = sentence
        for zone in sentence.zones:
            zones = [*(name for name in zones if name != zone.name), zone.name][-2:]


def _own(sentence: Sentence, telling: Telling) -> bool:
    """Whether the clause names who acts, and does not only count."""
    return bool(_topic(sentence, telling.start, telling.end)) and not COUNTED_PROJECTS.search(telling.subject)


def _ahead(sentence: Sentence, telling: Telling) -> bool:
    """Whether it is told for the end of the running year."""
    times = (m for m in sentence.periods if telling.start <= m.start and m.end <= telling.verb)
    return any(sentence.text[m.start : m.end] in YEAR_ENDS for m in times)


def _both(telling: Telling, zones: list[str]) -> Telling:
    """What both parties did, by the names of the two zones that were spoken of last."""
    if telling.subject.startswith("双方") and len(zones) > 1:
        return replace(telling, subject="与".join(zones) + telling.subject[2:])
    return telling


def _same(owner: Owner, event: Event, other_owner: Owner, other: Event) -> bool:
    """Whether two events are one, perhaps with a less precise date."""
    if owner.zone != other_owner.zone or event.type != other.type:
        return False
    short, long = sorted((event.date, other.date), key=len)
    letters, other_letters = set(event.title), set(other.title)
    return long.startswith(short) and len(letters & other_letters) >= ALIKE * max(len(letters), len(other_letters))


def _tellings(sentence: Sentence) -> Iterator[Telling]:
    """What the clauses of a sentence tell, dated or not, in order."""
    text, subject, listing, last = sentence.text, "", "", None
    for clause in CLAUSE.finditer(text):
        start, end = clause.span()
        yield from _described(sentence, start, end, subject)
        verb = _verb(text, start, end)
        own = subject_of(sentence, start, verb.start()) if verb else ""
        if listing and (listed := LISTED.search(text, start, end)):
            own = subject_of(sentence, start, listed.start())
            yield Telling(start, listed.start(), end, EventType.AWARDED, own, "入选" + listing, "event.listed")
            subject, listing = own, ""
            continue
        opened = LISTING.search(text, start, end)
        if opened and OUTSIDE.search(subject_of(sentence, start, opened.start())):
            listing = named_list(sentence, opened)
            continue
        if verb is None or LEAVE_OUT.search(own) or LEFT_OPEN.search(text, verb.end(), end):
            subject = _topic(sentence, start, end) or subject
            continue
        kind = verb_type(verb)
        if not own and kind == last:
            continue
        subject, last = own or subject, kind
        outcome = OUTCOME.match(text, end) if kind == EventType.APPROVED and verb.end() == end else None
        stop = outcome.end() if outcome else end
        rest = object_of(sentence, verb.start(), stop).replace("，", "")
        yield Telling(start, verb.start(), stop, kind, subject, rest, "event.dated-verb")


def named_list(sentence: Sentence, opened: re.Match[str]) -> str:
    """The list that an authority makes known, without its size: 全省10家“…”基地名单."""
    return re.sub(r"^(?:了)?(?:全省|全国|全市)?[0-9]{1,4}[家个项]", "", stretch(sentence, *opened.span("list")))


def _verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb that the clause turns on, unless it is a plan."""
    verb = VERB.search(text, start, end)
    return None if verb is None or PLANNED.search(text, start, verb.start()) else verb


def _topic(sentence: Sentence, start: int, end: int) -> str:
    """Whom a clause without a verb of ours names first, for the next clause to be about."""
    for mention in (*sentence.names, *sentence.zones):
        if start <= mention.start <= start + NEAR and mention.end <= end:
            return mention.name
    return ""


def _described(sentence: Sentence, start: int, end: int, subject: str) -> Iterator[Telling]:
    """What a dated description tells of a name: 1992年成立的铜山经济开发区, 自2010年设立以来."""
    text = sentence.text
    for match in ATTRIBUTE.finditer(text, start, end):
        kind = verb_type(match)
        if kind in STRONG and (match[0].endswith("还有") or _dated(sentence, match.start())):
            name = _name(sentence, match.end(), end)
            if name:
                stop = match.end() + len(name)
                yield Telling(start, match.start(), stop, kind, FIRM.sub("", name), match["verb"], "event.described")
    for match in SINCE.finditer(text, start, end):
        if verb_type(match) in STRONG and _dated(sentence, match.start()):
            own = subject_of(sentence, start, match.start())
            own = "" if len(own) > SUBJECT_LIMIT or own[-1:] in FROM else own
            who = FIRM.sub("", own or subject or _topic(sentence, end + 1, len(text)))
            yield Telling(start, match.start(), match.end("verb"), verb_type(match), who, match["verb"], "event.since")


def _dated(sentence: Sentence, position: int) -> bool:
    """Whether a time stands right before the position."""
    return any(0 <= position - mention.end <= NEAR for mention in sentence.periods)


def _name(sentence: Sentence, start: int, end: int) -> str:
    """The name that begins here."""
    for mention in sorted((*sentence.names, *sentence.zones), key=lambda mention: -mention.end):
        if start <= mention.start <= start + 1 and mention.end <= end:
            return sentence.text[start : mention.end]
    stop = NAME_END.search(sentence.text, start, end)
    name = sentence.text[start : stop.start() if stop else end]
    return name if 3 < len(name) < 24 else ""


def _draft(
    sentence: Sentence, telling: Telling, mention: PeriodMention | None, context: Context, chained: bool
) -> Draft | None:
    """The event that is told, where it has a date and an owner."""
    owner = _owner(sentence, telling)
    date = _date(mention.period if mention else sentence.period, context.article.date)
    if owner is None or not date or not _datable(telling.type, date, mention is None, chained):
        return None
    if (
        telling.type in (EventType.PUBLISHED, EventType.HELD)
        and OUTSIDE.search(telling.subject)
        and "《" not in telling.rest
    ):
        return None
    title = whole(telling.subject, owner.zone, owner.subject, telling.rest)
    if len(title) < SHORTEST:
        return None
    start = min(mention.start, telling.start) if mention else telling.start
    return Draft(
        content=Event(date=date, type=telling.type, title=title),
        owner=owner,
        sentence=sentence,
        evidence=(start, max(telling.end, mention.end if mention else 0)),
        anchor=(telling.verb, telling.end),
        rule=telling.rule,
    )


def _owner(sentence: Sentence, telling: Telling) -> Owner | None:
    """Whose event it is: the zone's that acts by name, else whose place in the sentence it is."""
    for zone in sentence.zones:
        if telling.rule == "event.since" and telling.subject == zone.name:
            return sentence.owner(zone.start)
    return sentence.owner(telling.verb)


def _time(sentence: Sentence, telling: Telling) -> PeriodMention | None:
    """The time of what is told: the nearest before the verb, else one right behind it (成立于2003年)."""
    text = sentence.text
    asides = Spans.of(BRACKETS, text)
    for mention in reversed(sentence.periods):
        words = text[mention.start : mention.end]
        if is_weak(words) or (is_aside(words) and not words.endswith("前") and "月" not in words) or words in YEAR_ENDS:
            continue
        if asides.cover(mention.end - 1) and not asides.cover(telling.verb):
            continue
        if mention.end <= telling.verb:
            described = ATTRIBUTE.search(text, mention.end, mention.end + 2 * NEAR)
            if telling.rule == "event.dated-verb" and described and described.start() - mention.end <= NEAR:
                continue
            if telling.type not in STRONG and CLAUSE_BREAK.search(text, mention.end + 1, telling.start):
                continue
            return mention
        if mention.start < telling.end and text[mention.start - 1] == "于" and mention.start - telling.verb < 2 * NEAR:
            return mention
    return None


def _date(period: str, today: str) -> str:
    """The date of an event in a period; empty for times that are open to the past or yet to come."""
    if not period or period.startswith("../"):
        return ""
    date = date_of(period)
    late = today and date and bounds(date)[0] > bounds(today)[1]
    return "" if late else date


def _datable(kind: EventType, date: str, carried: bool, chained: bool) -> bool:
    """Whether a date is enough for a type of event."""
    if kind in OF_A_DAY and len(date) < len("2020-01"):
        return False
    return not carried or kind in STRONG or (chained and kind == EventType.OTHER)
