"""Facts of the kind event: what has happened at a time that the text gives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.event_time import NEAR, STRONG, datable, date_in, dated_before, is_year_end, time_of
from generator.extract.event_title import SUBJECT_LIMIT, stretch, subject_of, told_as, whole
from generator.extract.event_words import (
    AMOUNT,
    ATTRIBUTE,
    CLAUSE,
    COMING,
    FIRM,
    FOLLOWING,
    JOINTLY,
    LEAVE_OUT,
    LEFT_OPEN,
    LISTED,
    LISTING,
    MEETING,
    MEETING_NAME,
    NO_SUBJECT,
    OUTSIDE,
    PLANNED,
    SCENE,
    SINCE,
    SO_MANY_YEARS,
    TELLER,
    THING,
    VERB,
    WHEN,
    verb_type,
)
from generator.model import Event, EventType, Owner
from generator.reading import Context, Draft, PeriodMention, Sentence

BOTH = ("双方", "两区", "两园", "两地")
FROM = ("由", "从", "自")
COUNTED_PROJECTS = re.compile(r"[0-9一二三四五六七八九十]个(?:大|重点|重大)?项目|[0-9][余多]?[家户](?:企业|单位)")
LONGEST = 2000
"""Characters of a sentence that is still prose."""
MOST_TOLD = 200
"""Events of one type, zone and year, the last ones, that another is held against; no article tells of as many."""
ALIKE = 0.6
"""The part of their letters that two titles of one event share."""
SHORTEST = 5
"""Characters that a title has at least."""
OUTCOME = re.compile(r"，(?=成为|升级为|升格为|列为|跻身|成功|共建)[^，。；]{2,24}")
AGENT = re.compile(r"[由经获](?P<who>[^，。；由经获]{2,12}?)(?:正式)?$")
"""Who approved or founded what is described: 1992年由国务院批准成立的…"""
MEETINGS = frozenset((EventType.HELD, EventType.SIGNED, EventType.STARTED))
"""What people meet for, so that 会上 and 仪式上 are of its day."""
PASSIVE = ("被", "获", "经", "由")
COUNTED_END = re.compile(r"[0-9][余多万]?[家个户项名][^，。；、]{0,8}$")
MADE = re.compile(r"(?:的|合办|合建|联办|共建|创办|建设|打造|设立|组建)$")
LAST = re.compile(r"(?:的|合办|合建|联办|共建)(?P<name>[^的，。；、]{3,14})$")
GENERIC = re.compile(r"^(?:国家级|省级|国家)?(?:高新技术产业开发区|高新区|经济技术开发区|经开区|开发区|新区|园区)")
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
    told: dict[tuple[str, EventType, str], list[Event]] = defaultdict(list)
    before: Sentence | None = None
    zones: list[str] = []
    met = (-1, "")
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
            if not (
                mention := time_of(sentence, telling.verb, telling.start, telling.end, telling.type, telling.rule)
            ) and not (chained or (linked and _own(sentence, telling)) or SCENE.match(sentence.text)):
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
            others = told[draft.owner.zone, event.type, event.date[:4]]
            if not any(_same(event, other) for other in others[-MOST_TOLD:]):
                others.append(event)
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
    return any(is_year_end(sentence.text[m.start : m.end]) for m in times)


def _both(telling: Telling, zones: list[str]) -> Telling:
    """What both parties did, by the names of the two zones that were spoken of last."""
    if telling.subject.startswith(BOTH) and len(zones) > 1:
        return replace(telling, subject="与".join(zones) + telling.subject[2:])
    return telling


def _same(event: Event, other: Event) -> bool:
    """Whether two events of one type in one zone are one, perhaps with a less precise date."""
    short, long = sorted((event.date, other.date), key=len)
    letters, other_letters = set(event.title), set(other.title)
    return long.startswith(short) and len(letters & other_letters) >= ALIKE * max(len(letters), len(other_letters))


def _tellings(sentence: Sentence) -> Iterator[Telling]:
    """What the clauses of a sentence tell, dated or not, in order."""
    text, subject, listing, last = sentence.text, "", "", None
    for start, end in _clauses(sentence):
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
            # A clause without a verb of ours tells whom the next one is about.
            subject = _headed(sentence, start, end) or _topic(sentence, start, end) or subject
            continue
        kind = verb_type(verb)
        if _idle(text, start, verb, own, kind):
            continue
        if not own and kind == last:
            continue
        acting, last = own or subject, kind
        subject = _headed(sentence, start, end) if NO_SUBJECT.match(acting) else acting
        outcome = OUTCOME.match(text, end) if kind == EventType.APPROVED and verb.end() == end else None
        stop = outcome.end() if outcome else end
        rest = told_as(sentence, verb, stop)
        yield Telling(start, verb.start(), stop, kind, acting, rest, "event.dated-verb")


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The clauses, cut before each further time of a list as well: 1992年创办、2000年升级."""
    cuts = {m.start - 1 for m in sentence.periods if m.start and sentence.text[m.start - 1] == "、"}
    for clause in CLAUSE.finditer(sentence.text):
        start = clause.start()
        for cut in sorted(cut for cut in cuts if clause.start() < cut < clause.end()):
            yield start, cut
            start = cut + 1
        yield start, clause.end()


def named_list(sentence: Sentence, opened: re.Match[str]) -> str:
    """The list that an authority makes known, without its size: 全省10家“…”基地名单."""
    return re.sub(r"^(?:了)?(?:全省|全国|全市)?[0-9]{1,4}[家个项]", "", stretch(sentence, *opened.span("list")))


def _verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb that the clause turns on, unless it is a plan."""
    verb = VERB.search(text, start, end)
    if verb is None or AMOUNT.match(text, verb.end(), end) or ATTRIBUTE.match(text, verb.start(), end):
        return None
    if verb_type(verb) == EventType.HELD and MEETING.search(text[start : verb.start()]):
        # 推进 and 计划 in a meeting's name are no plan.
        return None if COMING.search(text, start, verb.start()) else verb
    return None if PLANNED.search(text, start, verb.start()) else verb


def _idle(text: str, start: int, verb: re.Match[str], own: str, kind: EventType) -> bool:
    """Whether a verb tells no event of its own: an outcome, a series of years, a count, who only reports."""
    before = text[start : verb.start()]
    if SO_MANY_YEARS.search(before) or TELLER.match(own):
        return True
    if kind == EventType.OTHER:
        return bool(COUNTED_END.search(own))
    if kind == EventType.APPROVED:
        return bool(FOLLOWING.search(before))
    return verb[0] == "授予" and any(word in before for word in PASSIVE)


def _headed(sentence: Sentence, start: int, end: int) -> str:
    """The name at the end of a clause that describes it, or tells who made it: 甲与乙合办的某某研究院."""
    for mention in sentence.names:
        if start < mention.start and mention.end == end and MADE.search(sentence.text, start, mention.start):
            return mention.name
    last = LAST.search(sentence.text, start, end)
    if last and (THING.match(last["name"]) or any(last.start("name") == name.start for name in sentence.names)):
        return last["name"]
    return ""


def _topic(sentence: Sentence, start: int, end: int) -> str:
    """Whom a clause names first."""
    for mention in (*sentence.names, *sentence.zones):
        if start <= mention.start <= start + NEAR and mention.end <= end:
            return mention.name
    return ""


def _described(sentence: Sentence, start: int, end: int, subject: str) -> Iterator[Telling]:
    """What a dated description tells of a name: 1992年成立的铜山经济开发区, 自2010年设立以来."""
    text = sentence.text
    for match in ATTRIBUTE.finditer(text, start, end):
        kind = verb_type(match)
        agent = AGENT.search(text, start, match.start())
        dated = dated_before(sentence, agent.start() if agent else match.start())
        if kind == EventType.HELD and dated and (meeting := MEETING_NAME.match(text, match.end(), end)):
            named = stretch(sentence, match.end(), meeting.end())
            yield Telling(start, match.start(), meeting.end(), kind, named, match["verb"], "event.described")
        if kind in STRONG and (match[0].endswith("还有") or dated):
            name = _name(sentence, match.end(), end)
            stop = match.end() + len(name)
            zone = sentence.owner(match.start())
            if zone and name.startswith(("这", "该")):
                name = zone.zone
            if name and agent and GENERIC.search(name):
                rest = match["verb"] + (zone.zone if zone else name)
                yield Telling(start, match.start(), stop, kind, agent["who"], rest, "event.described")
            elif name:
                yield Telling(start, match.start(), stop, kind, FIRM.sub("", name), match["verb"], "event.described")
    for match in WHEN.finditer(text, start, end):
        who = subject_of(sentence, start, match.start())
        by = text[start : match.start()].startswith("由")
        yield Telling(start, match.start(), end, verb_type(match), "由" * by + who, match["verb"], "event.when")
    for match in SINCE.finditer(text, start, end):
        if dated_before(sentence, match.start()):
            own = subject_of(sentence, start, match.start())
            if verb_type(match) not in STRONG and (not own or verb_type(match) != EventType.OTHER):
                continue
            own = "" if len(own) > SUBJECT_LIMIT or own[-1:] in FROM else own
            who = FIRM.sub("", own or subject or _topic(sentence, end + 1, len(text)))
            yield Telling(start, match.start(), match.end("verb"), verb_type(match), who, match["verb"], "event.since")


def _name(sentence: Sentence, start: int, end: int) -> str:
    """The name that begins here."""
    for mention in sorted((*sentence.names, *sentence.zones), key=lambda mention: -mention.end):
        if start <= mention.start <= start + 1 and mention.end <= end:
            more = THING.match(sentence.text, mention.end, end)
            return sentence.text[start : more.end() if more else mention.end]
    stop = NAME_END.search(sentence.text, start, end)
    name = sentence.text[start : stop.start() if stop else end]
    return name if 3 < len(name) < 24 else ""


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
        and "《" not in telling.rest
        and not _in_zone(sentence, telling)
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
