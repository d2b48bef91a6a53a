"""What the clauses of a sentence tell: a verb, who acts, what follows; dated or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.event_time import NEAR, STRONG, dated_before
from generator.extract.event_title import BARE_APPROVALS, SUBJECT_LIMIT, stretch, subject_of, told_as
from generator.extract.event_words import (
    AMOUNT,
    ATTRIBUTE,
    CLAUSE,
    COMING,
    DISPOSALS,
    FIRM,
    FOLLOWING,
    LEAVE_OUT,
    LEFT_OPEN,
    LISTED,
    LISTING,
    MEETING,
    MEETING_NAME,
    NO_SUBJECT,
    OCCASION,
    OUTSIDE,
    OWN_THING,
    PLANNED,
    SINCE,
    SO_MANY_YEARS,
    TELLER,
    THING,
    VERB,
    WHEN,
    verb_type,
)
from generator.frozen import frozen
from generator.gates import Gate
from generator.model import EventType
from generator.reading import Sentence

DISPOSED = re.compile(
    r"将(?![于在正再继全陆会有可率先力把对与和同从向由被按逐尽加进不也分持])(?P<what>[^，。；]{1,60}?)"
    r"(?P<how>(?:进行|予以|加以|全面|统一|整体|一并|正式){0,3})$"
)
"""A thing with which something is done, and no plan: 将原某园区、某镇进行整合."""
ONLY_AT = re.compile(r"将[在于从向][^，。；]{2,24}$")
"""A plan whose verb the next clause holds: 双方将在某园，设立…."""
MATTER = re.compile(r"(?:就|围绕|针对)[^，。；]{2,40}?(?=签|达成|缔结)")
"""What is signed about, with verbs of its own: 就项目落户签订协议."""
STATISTIC = re.compile(r"(?:有|共计|合计|完成)[0-9一二三四五六七八九十百千两]{1,6}[余多]?[家个户项名](?:企业|项目)?")
"""A count that has come together: 已有3家企业上市."""
IN_NAME_OF = re.compile(r"代表(?:双方|各方|[三两]方|学校|校方|公司|企业|集团|园区|管委会)[^，。；]{0,4}$")
"""Who signs what another clause tells: 某某代表双方签约."""
VISITORS = re.compile(r"考察团|代表团|调研组|考察组|访问团|商务团|客商|一行|专家组|参访团")
HOSTED = ("主办", "承办", "联合举办")
"""Verbs that after 由 only tell who holds what is told of next."""
COMING_IN = ("走进",)
"""Verbs by which visitors come, and others do anything."""
RANKED = re.compile(r"第[0-9一二三四五六七八九十]{1,3}[名位]")
LATTER = ("后者", "前者")
MADE_SO = frozenset((EventType.FOUNDED, EventType.BUILT, EventType.STARTED))
"""Types that make what the next clause may be about: 建起某中心，本月开张."""
GOES_ON = frozenset((EventType.OPENED, EventType.IN_PRODUCTION, EventType.BUILT))
DELIVERED = ("交付", "落户", "入驻", "迁入", "落地", "复工", "更名", "移交")
"""Verbs of other events that describe what is named behind them: 2014年交付的某大厦."""
LISTED_AS = re.compile(r"[\u4e00-\u9fff0-9]{2,10}(?=、)")
"""How a member of a list goes on after its owner's name: 某公司海上风电总装、某学院分中心等项目."""
STANDING = re.compile(r"(?:已|均|都)(?:经|已)?$")
FROM = ("由", "从", "自")
OUTCOME = re.compile(r"，(?=成为|升级为|升格为|列为|列入|纳入|入选|跻身|成功|共建)[^，。；]{2,24}")
AGENT = re.compile(r"[由经获](?P<who>[^，。；由经获]{2,12}?)(?:正式)?$")
"""Who approved or founded what is described: 1992年由国务院批准成立的…"""
BY_STATE = re.compile(r"(?P<who>国务院|[省市]政府|[^，。；由经获0-9年月日]{1,8}人民政府)$")
PASSIVE = ("被", "获", "经", "由")
COUNTED_END = re.compile(r"[0-9][余多万]?[家个户项名][^，。；、]{0,8}$")
MADE = re.compile(r"(?:的|合办|合建|联办|共建|创办|建设|打造|设立|组建)$")
LAST = re.compile(r"(?:的|合办|合建|联办|共建)(?P<name>[^的，。；、]{3,14})$")
GENERIC = re.compile(
    r"^(?:全[省国市]|[西中东]部|国内|我[国省市]|首批|首[个家]|唯一|又?一[个家]|第[0-9一二三四五六七八九十]{1,3}[批个家]|的){0,4}(?:国家级|省级|国家)?(?:高新技术产业开发区|高新区|经济技术开发区|经开区|开发区|新区|园区)"
)
NAME_END = re.compile(r"[，。；、（(]|(?<=.{4})(?:占地|位于|总投资|在|是|已|与|由)")


TELLING = Gate(VERB, LISTING, ATTRIBUTE, WHEN, SINCE)
"""One of these matches wherever something is told."""
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


def tellings(sentence: Sentence) -> Iterator[Telling]:
    """What the clauses of a sentence tell, dated or not, in order."""
    text, subject, listing, last, made, told_to, hoped = sentence.text, "", "", None, "", 0, False
    if not TELLING.opens(text):
        return
    describing, published = DESCRIBING.opens(text), LISTING.opens(text)
    for start, end in _clauses(sentence):
        if start < told_to:
            continue
        if describing:
            yield from _described(sentence, start, end, subject)
        verb = _verb(text, start, end)
        own = subject_of(sentence, start, verb.start()) if verb else ""
        if listing and (listed := LISTED.search(text, start, end)):
            own = subject_of(sentence, start, listed.start())
            yield Telling(start, listed.start(), end, EventType.AWARDED, own, "入选" + listing, "event.listed")
            subject, listing = own, ""
            continue
        opened = LISTING.search(text, start, end) if published else None
        if opened and OUTSIDE.search(subject_of(sentence, start, opened.start())):
            listing = named_list(sentence, opened)
            continue
        if own.startswith(LATTER):
            own = _one_before(sentence, start, first=own.startswith("前者")) + own[2:]
        if verb and hoped and not own:
            verb = None
        hoped = bool(ONLY_AT.search(text, start, end))
        if verb is None or LEAVE_OUT.search(own) or LEFT_OPEN.search(text, verb.end(), end):
            # A clause without a verb of ours tells whom the next one is about.
            subject = _headed(sentence, start, end) or named_first(sentence, start, end) or subject
            continue
        kind = verb_type(verb)
        if _idle(text, start, verb, own, kind):
            continue
        if not own and kind == last and not any(start <= m.start < verb.start() for m in sentence.periods):
            continue
        acting, last = own or (made if kind in GOES_ON else "") or subject, kind
        subject = _headed(sentence, start, end) if NO_SUBJECT.match(acting) else AGENT.sub("", acting)
        made = _made(text, verb.end(), end) if kind in MADE_SO else ""
        outcome = OUTCOME.match(text, end) if kind == EventType.APPROVED and verb.end() == end else None
        stop = outcome.end() if outcome else end
        rest, told_to = told_as(sentence, verb, stop), stop
        yield Telling(start, verb.start(), stop, kind, acting, rest, "event.dated-verb")


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The clauses, cut before each further time of a list as well: 1992年创办、2000年升级."""
    cuts = {m.start - 1 for m in sentence.periods if m.start and sentence.text[m.start - 1] == "、"}
    for clause in CLAUSE.finditer(sentence.text):
        start = clause.start()
        if not cuts:
            yield clause.span()
            continue
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
    while verb and (
        ATTRIBUTE.match(text, verb.start(), end)
        or (verb_type(verb) != EventType.HELD and OCCASION.match(text, verb.end(), end))
    ):
        verb = VERB.search(text, verb.end(), end)
    if verb is None or AMOUNT.match(text, verb.end(), end):
        return None
    if verb_type(verb) == EventType.HELD and MEETING.search(text[start : verb.start()]):
        # 推进 and 计划 in a meeting's name are no plan.
        return None if COMING.search(text, start, verb.start()) else verb
    if (matter := MATTER.search(text, start, end)) and verb.start() < matter.end():
        verb = VERB.search(text, matter.end(), end) or verb
    for planned in PLANNED.finditer(text, start, verb.start()):
        disposed = DISPOSED.match(text, planned.start(), verb.start())
        if not (disposed and (disposed["how"] or verb[0] in DISPOSALS)):
            return None
    return verb


def _idle(text: str, start: int, verb: re.Match[str], own: str, kind: EventType) -> bool:
    """Whether a verb tells no event of its own: an outcome, a series of years, a count, who only reports."""
    before = text[start : verb.start()]
    if SO_MANY_YEARS.search(before) or TELLER.match(own) or STATISTIC.search(before) or IN_NAME_OF.search(before):
        return True
    if kind == EventType.HELD and before.startswith("由") and verb[0] in HOSTED:
        return True
    if verb[0] in COMING_IN:
        return not VISITORS.search(before)
    if kind == EventType.OTHER:
        return bool(COUNTED_END.search(own))
    if kind in (EventType.APPROVED, EventType.FOUNDED) and FOLLOWING.search(before):
        return True
    if kind == EventType.AWARDED and RANKED.search(own):
        return True
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


def _one_before(sentence: Sentence, start: int, *, first: bool) -> str:
    """Whom 后者 means: the name that stands last before it, or (`first`) the one before that."""
    told = sorted((m for m in (*sentence.names, *sentence.zones) if m.end <= start), key=lambda m: m.start)
    return told[-2 if first and len(told) > 1 else -1].name if told else ""


def _made(text: str, start: int, end: int) -> str:
    """What a clause says was founded or built, where that is a thing by its name: 合建了某某中心."""
    thing = THING.match(text, start + text.startswith("了", start), end)
    return thing[0] if thing and thing.end() == end else ""


def named_first(sentence: Sentence, start: int, end: int) -> str:
    """Whom a clause names first."""
    for mention in (*sentence.names, *sentence.zones):
        if start <= mention.start <= start + NEAR and mention.end <= end:
            more = OWN_THING.match(sentence.text, mention.end, end)
            return mention.name + (more[0] if more else "")
    return ""


def _described(sentence: Sentence, start: int, end: int, subject: str) -> Iterator[Telling]:
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


def _name(sentence: Sentence, start: int, end: int) -> str:
    """The name that begins here."""
    for mention in sorted((*sentence.names, *sentence.zones), key=lambda mention: -mention.end):
        if start <= mention.start <= start + 1 and mention.end <= end:
            more = THING.match(sentence.text, mention.end, end) or LISTED_AS.match(sentence.text, mention.end, end)
            return sentence.text[start : more.end() if more else mention.end]
    stop = NAME_END.search(sentence.text, start, end)
    name = sentence.text[start : stop.start() if stop else end]
    return name if 3 < len(name) < 24 else ""
