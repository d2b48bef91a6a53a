"""What the clauses of a sentence tell: a verb, who acts, what follows; dated or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.event_described import AGENT, DESCRIBING, Telling, described, named_first
from generator.extract.event_title import stretch, subject_of, told_as
from generator.extract.event_words import (
    AMOUNT,
    ATTRIBUTE,
    CLAUSE,
    COMING,
    DISPOSALS,
    FOLLOWING,
    LEAVE_OUT,
    LEFT_OPEN,
    LISTED,
    LISTING,
    MEETING,
    NO_SUBJECT,
    OCCASION,
    OUTSIDE,
    PLANNED,
    SINCE,
    SO_MANY_YEARS,
    TELLER,
    THING,
    VERB,
    WHEN,
    verb_type,
)
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
COMING_FROM = re.compile(r"是?(?:从|自)[^，。；]{2,10}$")
"""Whence somebody came, which the next clause is not told of."""
BOARD = re.compile("交所|科创板|创业板|主板|新三板|纳斯达克")
"""Where a company goes public."""
HOSTED = ("主办", "承办", "联合举办")
"""Verbs that after 由 only tell who holds what is told of next."""
COMING_IN = ("走进",)
"""Verbs by which visitors come, and others do anything."""
RANKED = re.compile(r"第[0-9一二三四五六七八九十]{1,3}[名位]")
LATTER = ("后者", "前者")
MADE_SO = frozenset((EventType.FOUNDED, EventType.BUILT, EventType.STARTED))
"""Types that make what the next clause may be about: 建起某中心，本月开张."""
GOES_ON = frozenset((EventType.OPENED, EventType.IN_PRODUCTION, EventType.BUILT))
OUTCOME = re.compile(r"，(?=成为|升级为|升格为|列为|列入|纳入|入选|跻身|成功|共建|同意)[^，。；]{2,30}")
PASSIVE = ("被", "获", "经", "由")
COUNTED_END = re.compile(r"[0-9][余多万]?[家个户项名][^，。；、]{0,8}$")
MADE = re.compile(r"(?:的|合办|合建|联办|共建|创办|建设|打造|设立|组建)$")
LAST = re.compile(r"(?:的|合办|合建|联办|共建)(?P<name>[^的，。；、]{3,14})$")


TELLING = Gate(VERB, LISTING, ATTRIBUTE, WHEN, SINCE)
"""One of these matches wherever something is told."""


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
            yield from described(sentence, start, end, subject)
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
        subject = (
            _headed(sentence, start, end) if NO_SUBJECT.match(acting) else COMING_FROM.sub("", AGENT.sub("", acting))
        )
        made = _made(text, verb.end(), end) if kind in MADE_SO else ""
        outcome = OUTCOME.match(text, end) if kind == EventType.APPROVED and verb.end() == end else None
        stop = outcome.end() if outcome else end
        if verb[0] == "挂牌" and BOARD.search(text, start, end):
            kind = EventType.LISTED
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
        or (verb[0] in HOSTED and text.startswith("由", start))
        or (text.startswith("的，", verb.end()) and "是" not in text[start : verb.start()])
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
