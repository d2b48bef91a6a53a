"""What describes a name and tells of it by the way: 1992年成立的某某经开区, 自2010年设立以来, 揭牌的时间是2017年1月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.event_time import NEAR, STRONG, dated_before
from generator.extract.event_title import BARE_APPROVALS, SUBJECT_LIMIT, stretch, subject_of
from generator.extract.event_words import (
    ATTRIBUTE,
    FIRM,
    MEETING_NAME,
    OUTSIDE,
    OWN_THING,
    SINCE,
    THING,
    WHEN,
    verb_type,
)
from generator.frozen import frozen
from generator.gates import Gate
from generator.model import EventType
from generator.reading import Sentence

AGENT = re.compile(r"[由经获](?P<who>[^，。；由经获0-9]{2,24}?)(?:正式)?$")
"""Who approved or founded what is described: 1992年由国务院批准成立的…"""
BY_STATE = re.compile(r"(?P<who>国务院|[省市]政府|[^，。；由经获0-9年月日]{1,8}人民政府)$")
DELIVERED = ("交付", "落户", "入驻", "迁入", "落地", "复工", "更名", "移交")
"""Verbs of other events that describe what is named behind them: 2014年交付的某大厦."""
LISTED_AS = re.compile(r"[\u4e00-\u9fff0-9]{2,10}(?=、)")
"""How a member of a list goes on after its owner's name: 某公司海上风电总装、某学院分中心等项目."""
STANDING = re.compile(r"(?:已|均|都)(?:经|已)?$")
FROM = ("由", "从", "自")
GENERIC = re.compile(
    r"^(?:全[省国市]|[西中东]部|国内|我[国省市]|首批|首[个家]|唯一|又?一[个家]|第[0-9一二三四五六七八九十]{1,3}[批个家]|的){0,4}"
    r"(?:国家级|省级|国家)?(?:高新技术产业开发区|高新区|经济技术开发区|经开区|开发区|新区|园区)"
)
"""What kind of zone it became, which is no name: 首批国家级高新区."""
SOME = re.compile("企业|公司|项目|工厂|平台|园区")
"""What stands for the name that was told before: 这家2017年成立的企业."""
NAME_END = re.compile(r"[，。；、（(]|(?<=.{4})(?:占地|位于|总投资|在|是|已|与|由)")
DESCRIBING = Gate(ATTRIBUTE, WHEN, SINCE)


@frozen
class Telling:
    """What a stretch of a sentence tells: a verb, who acts and what follows."""

    start: int
    verb: int
    end: int
    type: EventType
    subject: str
    rest: str
    rule: str


def described(sentence: Sentence, start: int, end: int, subject: str) -> Iterator[Telling]:
    """What a dated description tells of a name: 1992年成立的铜山经济开发区, 自2010年设立以来."""
    text = sentence.text
    for match in ATTRIBUTE.finditer(text, start, end):
        kind = verb_type(match)
        agent = AGENT.search(text, start, match.start()) or BY_STATE.search(text, start, match.start())
        if STANDING.search(text, start, match.start()):
            continue
        dated = dated_before(sentence, agent.start() if agent else match.start())
        if kind == EventType.HELD and dated and (meeting := MEETING_NAME.match(text, match.end(), end)):
            named = stretch(sentence, match.end(), meeting.end())
            yield Telling(start, match.start(), meeting.end(), kind, named, match["verb"], "event.described")
        if (kind in STRONG or match["verb"] in DELIVERED) and (match[0].endswith("还有") or dated):
            name = _name(sentence, match.end(), end)
            stop = match.end() + len(name)
            zone = sentence.owner(match.start())
            if zone and name.startswith(("这", "该")):
                name = zone.zone
            if zone and zone.subject and SOME.fullmatch(name or text[match.end() : match.end() + 2]):
                name = zone.subject
            if zone and agent and GENERIC.search(name) and match["verb"] in BARE_APPROVALS:
                who = f"{zone.zone}经{agent['who']}"
                yield Telling(start, match.start(), stop, kind, who, f"{match['verb']}为{name}", "event.described")
            elif name and agent and GENERIC.search(name):
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
            if verb_type(match) == EventType.APPROVED and OUTSIDE.search(own):
                zone = sentence.owner(match.start())
                rest = match["verb"] + (zone.zone if zone else "")
                yield Telling(start, match.start(), match.end("verb"), verb_type(match), own, rest, "event.since")
                continue
            who = FIRM.sub("", own or subject or named_first(sentence, end + 1, len(text)))
            yield Telling(start, match.start(), match.end("verb"), verb_type(match), who, match["verb"], "event.since")


def named_first(sentence: Sentence, start: int, end: int) -> str:
    """Whom a clause names first."""
    for mention in (*sentence.names, *sentence.zones):
        if start <= mention.start <= start + NEAR and mention.end <= end:
            more = OWN_THING.match(sentence.text, mention.end, end)
            return mention.name + (more[0] if more else "")
    return ""


def _name(sentence: Sentence, start: int, end: int) -> str:
    """The name that begins here."""
    for mention in sorted((*sentence.names, *sentence.zones), key=lambda mention: -mention.end):
        if start <= mention.start <= start + 1 and mention.end <= end:
            more = THING.match(sentence.text, mention.end, end) or LISTED_AS.match(sentence.text, mention.end, end)
            return sentence.text[start : more.end() if more else mention.end]
    stop = NAME_END.search(sentence.text, start, end)
    name = sentence.text[start : stop.start() if stop else end]
    return name if 3 < len(name) < 24 else ""
