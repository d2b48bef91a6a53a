"""Facts of the kind event: what has happened at a time that the text gives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.event_described import Telling, named_first
from generator.extract.event_tellings import tellings
from generator.extract.event_time import datable, date_in, is_year_end, time_of
from generator.extract.event_title import whole
from generator.extract.event_words import (
    JOINTLY,
    OUTSIDE,
    SCENE,
)
from generator.model import Event, EventType, Owner
from generator.period import date_of
from generator.reading import Context, Draft, PeriodMention, Sentence

BOTH = ("双方", "两区", "两园", "两地")
COUNTED_PROJECTS = re.compile(r"[0-9一二三四五六七八九十]个(?:大|重点|重大)?项目|[0-9][余多]?[家户](?:企业|单位)")
OF_PLACE = re.compile(r"[一-龥]{2,4}[省市县州](?!场|政府|区|级|[一-龥]{0,12}(?:区|园|公司|院|中心|集团))")
YEAR_FIRST = re.compile(r"(?:19|20)[0-9]{2}年")
SO_MANY_LINES = 3
"""Lines without a full stop that begin with a year, of which a chronicle has at least so many."""
MEANT = re.compile(r"(?:校方|院方|企业方|该校|该院|该公司|双方|两家)(?!将|会|要)")
"""Who was named before."""
LONGEST = 2000
"""Characters of a sentence that is still prose."""
MOST_TOLD = 200
"""Events of one type, zone and year, the last ones, that another is held against; no article tells of as many."""
ALIKE = 0.6
"""The part of their letters that two titles of one event share."""
SHORTEST = 5
"""Characters that a title has at least."""
WITH_ANOTHER = re.compile("[与和同]")
STANDING = re.compile(r"(?:已|均|都)(?:经|已)?$")
"""What says that it has come to be so, before a verb that no time of its own dates."""
SO_MANY = re.compile(r"(?:[^，。]{2,20}等)?[0-9一二三四五六七八九十]{1,4}[余多]?[个家只项户]")
COUNTED_BY_YEAR = frozenset((EventType.BUILT, EventType.STARTED, EventType.IN_PRODUCTION, EventType.OPENED))
AT_MEETINGS = frozenset((EventType.SIGNED, EventType.STARTED, EventType.FOUNDED))
"""What is done at meetings and told in the paragraphs behind."""
MEETINGS = frozenset((EventType.HELD, EventType.SIGNED, EventType.STARTED))
"""What people meet for, so that 会上 and 仪式上 are of its day."""


def find(context: Context) -> Iterator[Draft]:
    """The events of an article, sentence by sentence, each told once."""
    told: dict[tuple[str, EventType, str], list[Event]] = defaultdict(list)
    before: Sentence | None = None
    zones: list[str] = []
    met = (-1, "")
    chronicle = sum(bool(YEAR_FIRST.match(s.text)) for s in context.sentences if s.heading) >= SO_MANY_LINES
    for sentence in context.sentences:
        if (sentence.heading and not (chronicle and YEAR_FIRST.match(sentence.text))) or len(sentence.text) > LONGEST:
            continue
        linked = before is not None and (before.story, before.paragraph) == (sentence.story, sentence.paragraph)
        chained = linked and before is not None and before.text.endswith(("；", ";"))
        here = list(tellings(sentence))
        for number, telling in enumerate(here):
            if telling.type == EventType.VISITED and any(t.type == EventType.SIGNED for t in here[number + 1 :]):
                continue
            both = telling.subject.startswith(BOTH) and len(zones) > 1 and not _partner(sentence, telling)
            telling = _both(sentence, telling, zones)
            mention = time_of(sentence, telling.verb, telling.start, telling.end, telling.type, telling.rule)
            of_meeting = met == (sentence.story, sentence.period) and telling.type in AT_MEETINGS
            told_of = _own(sentence, telling) or (of_meeting and _mutual(telling))
            carried = chained or SCENE.match(sentence.text) or ((linked or of_meeting) and told_of)
            if mention is None and not carried:
                continue
            if mention is None and STANDING.search(sentence.text, telling.start, telling.verb):
                continue
            if _yearly(telling, mention or sentence.period):
                continue
            if _ahead(sentence, telling) or (mention is None and telling.rest[:2] in JOINTLY):
                continue
            day = met[1] if mention is None and met[0] == sentence.story and SCENE.match(sentence.text) else ""
            draft = _draft(sentence, telling, mention, context, chained, day)
            if draft is None or not isinstance(draft.content, Event):
                continue
            event = draft.content
            if event.type in MEETINGS and len(event.date) == len("2020-01-01"):
                met = (sentence.story, event.date)
            for each in (draft, *_others(draft, sentence, telling, zones if both else [])):
                others = told[each.owner.zone, event.type, event.date[:4]]
                if not any(_same(event, other) for other in others[-MOST_TOLD:]):
                    others.append(event)
                    yield each
        before = sentence
        for zone in sentence.zones:
            zones = [*(name for name in zones if name != zone.name), zone.name][-2:]


def _mutual(telling: Telling) -> bool:
    """Whether it tells what so many or one with another signed: 12家银行与园区企业签约."""
    return telling.type == EventType.SIGNED and bool(WITH_ANOTHER.search(telling.subject, 2))


def _own(sentence: Sentence, telling: Telling) -> bool:
    """Whether the clause names who acts, and does not only count."""
    named = named_first(sentence, telling.start, telling.end) or MEANT.match(sentence.text, telling.start)
    return bool(named) and not COUNTED_PROJECTS.search(telling.subject)


def _yearly(telling: Telling, time: PeriodMention | str) -> bool:
    """Whether it counts what was finished in a whole year: 去年60个项目建成."""
    date = time if isinstance(time, str) else time.period
    return (
        telling.type in COUNTED_BY_YEAR
        and len(date_of(date)) == len("2020")
        and bool(SO_MANY.match(telling.subject))
        and "集中" not in telling.rest
    )


def _ahead(sentence: Sentence, telling: Telling) -> bool:
    """Whether it is told for the end of the running year."""
    times = (m for m in sentence.periods if telling.start <= m.start and m.end <= telling.verb)
    return any(is_year_end(sentence.text[m.start : m.end]) for m in times)


def _partner(sentence: Sentence, telling: Telling) -> str:
    """Whom 双方 means besides the zone that the sentence names: 某区负责人拜会某集团，双方签署协议."""
    named = {zone.name for zone in sentence.zones if zone.end <= telling.start}
    near = [m.name for m in sentence.names if telling.start - 2 <= m.end <= telling.start]
    return near[-1] if near and len(named) < 2 else ""


def _both(sentence: Sentence, telling: Telling, zones: list[str]) -> Telling:
    """What both parties did, by the names of the two zones that were spoken of last, or of who is named before."""
    owner = sentence.owner(telling.verb)
    if telling.subject.startswith(BOTH) and owner and (partner := _partner(sentence, telling)):
        return replace(telling, subject=f"{owner.zone}与{partner}{telling.subject[2:]}")
    if telling.subject.startswith(BOTH) and len(zones) > 1:
        return replace(telling, subject="与".join(zones) + telling.subject[2:])
    return telling


def _same(event: Event, other: Event) -> bool:
    """Whether two events of one type in one zone are one, perhaps with a less precise date."""
    short, long = sorted((event.date, other.date), key=len)
    letters, other_letters = set(event.title), set(other.title)
    return long.startswith(short) and len(letters & other_letters) >= ALIKE * max(len(letters), len(other_letters))


def _draft(
    sentence: Sentence, telling: Telling, mention: PeriodMention | None, context: Context, chained: bool, day: str
) -> Draft | None:
    """The event that is told, where it has a date and an owner; `day` is that of the meeting at which it is told."""
    owner = _owner(sentence, telling)
    date = day or date_in(mention.period if mention else sentence.period, context.article.date)
    if owner is None or not date or not datable(telling.type, date, mention is None and not day, chained):
        return None
    if (
        telling.type in (EventType.PUBLISHED, EventType.HELD)
        and OUTSIDE.search(telling.subject)
        and not _names_zone(sentence, telling)
        and not _in_zone(sentence, telling)
    ):
        return None
    if telling.type == EventType.PUBLISHED and _of_place(sentence, telling):
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


def _names_zone(sentence: Sentence, telling: Telling) -> bool:
    """Whether what is made known bears a zone's name: 市政府印发《某高新区发展规划》."""
    return "《" in telling.rest and any(telling.verb <= zone.start < telling.end for zone in sentence.zones)


def _of_place(sentence: Sentence, telling: Telling) -> bool:
    """Whether what is made known is a city's or a province's: 某市经济运行情况发布."""
    named = any(telling.start <= zone.start < telling.end for zone in sentence.zones)
    return not named and OF_PLACE.match(telling.subject) is not None


def _others(draft: Draft, sentence: Sentence, telling: Telling, both: list[str]) -> Iterator[Draft]:
    """What two zones sign with each other is an event of both; `both` are those that 双方 means."""
    if telling.type != EventType.SIGNED or not WITH_ANOTHER.search(telling.subject):
        return
    named = {m.name for m in sentence.zones if telling.start <= m.start < telling.verb} | set(both)
    parties = {name for name in named if name in telling.subject}
    for name in sorted(parties - {draft.owner.zone}) if len(parties) > 1 else ():
        yield replace(draft, owner=Owner(name))


def _in_zone(sentence: Sentence, telling: Telling) -> bool:
    """Whether it is held in a zone: 省商务厅在某高新区举办…."""
    places = (zone.start for zone in sentence.zones if telling.start < zone.start < telling.verb)
    return any(sentence.text[place - 3 : place].find("在") >= 0 for place in places)


def _owner(sentence: Sentence, telling: Telling) -> Owner | None:
    """Whose event it is: the zone's that acts by name, else whose place in the sentence it is."""
    for zone in sentence.zones:
        if telling.rule == "event.since" and telling.subject == zone.name:
            return sentence.owner(zone.start)
    return sentence.owner(telling.verb)
