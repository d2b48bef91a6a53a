"""What waits for a person's eye, by sorts, the most useful first: each task with its reason and the entry to copy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.compare.naming import headline_rank, registered, topic
from generator.confidence import confidence
from generator.indicators import indicators
from generator.model import Action, Metric, Published
from generator.overrides import Idle
from generator.pages import draft
from generator.pages.acting import Act, drafted, fresh, kept
from generator.pages.editing import ARTICLES, RULES, metadata_file
from generator.pages.marking import Piece, pieces, place
from generator.pages.rows import FIELDS, Proof, proof, spoken, sure_words
from generator.pages.site import Site
from generator.pages.words import mended_words, value_text
from generator.problems import Problem, likeliest
from generator.quantity import family
from generator.reading import Mend
from generator.store import Source
from generator.unread import TIMES, Unread

MOST = 100
"""Tasks that a page of one sort lists: more than anyone does in a day."""
RIVALS = 3
RISKY = frozenset({Mend.BYTES.value, Mend.LINES.value, Mend.COLUMNS.value})
"""Repairs that may have gone wrong; glosses, script and width are certain."""
INDICATORS = f"{RULES}/indicators.yml"
DAMAGE = {
    "TEXT-TORN": "这一段从半句话开始，找不到它接在哪里",
    "TEXT-DAMAGED": "这里的字编码坏了，补不回来",
}
IDLE = {
    "UNKNOWN-FACT": "文章里已经没有这个编号：换成新的编号，或者删去这一条",
    "NO-CHANGE": "机器自己已经读成这样：改成 confirm，或者删去这一条",
    "DOUBLE-OVERRIDE": "同一个事实有两条更正，只用了前面一条：合成一条",
    "WRONG-FILE": "这个事实归在别的园区：移到那个园区的文件里",
    "UNKNOWN-ZONE": "没有文章说到这个园区：核对名称",
    "UNKNOWN-DOCUMENT": "没有这篇文章：核对文件名",
    "UNKNOWN-QUOTE": "引的话不在那篇文章里：照原文抄",
}


@dataclass(frozen=True, slots=True)
class Work:
    """What was found out beside the facts: overrides without effect, what is wrong in files, articles as stored."""

    idle: tuple[Idle, ...] = ()
    broken: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to look at. `act` holds the entry; `others` what contradicts it, each with an entry of its own."""

    text: str
    reason: str
    link: str = ""
    beside: str = ""
    pieces: tuple[Piece, ...] = ()
    raw: str = ""
    source: str = ""
    source_link: str = ""
    act: Act | None = None
    others: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of tasks: its name in addresses, its title, what to do, how many there are, the first of them."""

    name: str
    title: str
    about: str
    total: int
    tasks: tuple[Task, ...]


def sorts(site: Site, page: str, work: Work, most: int = MOST) -> tuple[Sort, ...]:
    """All sorts, those without tasks too, with at most so many tasks each, as seen from a page."""
    return (
        _overrides(site, page, work, most),
        _rivals(site, page, most),
        _doubts(site, page, most),
        _numbers(site, page, work, most),
        _damage(site, page, work, most),
        _names(site, page, most),
        _undated(site, page, work, most),
    )


def _overrides(site: Site, page: str, work: Work, most: int) -> Sort:
    found: list[Idle | Problem] = [*work.idle, *work.broken]
    about = "这些更正没有起作用。照下面的条目改过的，替换原来那一条。"
    made = [_idle(site, page, one) if isinstance(one, Idle) else _broken(site, one) for one in found[:most]]
    return Sort("overrides", "没有生效的更正", about, len(found), tuple(made))


def _idle(site: Site, page: str, idle: Idle) -> Task:
    override, problem = idle.override, idle.problem
    reason, text = IDLE.get(problem.code, problem.message), draft.standing(override)
    now = idle.fact.record() if idle.fact else {}
    if problem.code == "STALE-EXPECT":
        reason = _stale(override.expect, dict(override.set), now)
        text = draft.standing(override, expect={name: now[name] for name, _ in override.expect})
    if problem.code == "NO-CHANGE" and override.set:
        text = draft.standing(override, Action.CONFIRM, {name: now[name] for name, _ in override.set})
    edit = site.settings.desk.edit(override.file)
    act = replace(kept(site.settings.desk, override.file, text), edit=f"{edit}#L{override.line}" if edit else "")
    shown = proof(site, page, idle.fact) if idle.fact and idle.fact.id in site.facts else None
    return Task(
        text=spoken(idle.fact.content) if idle.fact else f"{override.fact or override.action.value}",
        reason=f"{override.file} 第 {override.line} 行：{reason}",
        link=site.fact_link(page, idle.fact.id) if shown and idle.fact else "",
        act=act,
        **_quoted(shown),
    )


def _stale(expect: Iterable[tuple[str, object]], changes: dict[str, object], now: dict[str, object]) -> str:
    """The three values side by side, for each field that is read otherwise now."""
    parts = []
    for name, seen in expect:
        if now.get(name) != (list(seen) if isinstance(seen, tuple) else seen):
            right = f"，更正成{_said(changes[name])}" if name in changes else ""
            parts.append(f"{FIELDS.get(name, name)}当时读作{_said(seen)}，现在读作{_said(now.get(name))}{right}")
    return "；".join(parts) + "。再看一遍引文，仍要更正的，照下面改 expect；不必的，删去这一条"


def _said(value: object) -> str:
    return f"“{'—'.join(map(str, value)) if isinstance(value, list | tuple) else value}”"


def _broken(site: Site, problem: Problem) -> Task:
    edit = site.settings.desk.edit(problem.file) if problem.file in site.settings.desk.files else ""
    act = Act(problem.file, "", False, "", f"{edit}#L{problem.line}" if edit else "", _line(problem), None)
    return Task(text=_line(problem), reason="写法不对，没有读进来", raw=problem.text(), act=act)


def _line(problem: Problem) -> str:
    return f"{problem.file} 第 {problem.line} 行" if problem.line else problem.file


def _rivals(site: Site, page: str, most: int) -> Sort:
    found = [
        item
        for item in site.facts.values()
        if item.chosen and item.override is None and any(other in site.facts for other in item.rivals)
    ]
    found.sort(key=_prominence)
    about = (
        "同一件事、同一时间，几处说的不一样。看过引文，把对的一条写作 confirm，网站就取它；有读错的，改正读错的那条。"
    )
    return Sort("rivals", "互相矛盾的说法", about, len(found), tuple(_rival(site, page, one) for one in found[:most]))


def _rival(site: Site, page: str, item: Published) -> Task:
    others = [site.facts[other] for other in item.rivals if other in site.facts][:RIVALS]
    return replace(
        _confirmed(site, page, item, f"现在取这一说：{item.why}" if item.why else "现在取这一说"),
        others=tuple(_confirmed(site, page, other, "另一说") for other in others),
    )


def _confirmed(site: Site, page: str, item: Published, reason: str) -> Task:
    body = draft.confirmation(item.machine or item.fact)
    act = drafted(site.settings.desk, site.homes[item.fact.id].name, body)
    return replace(_fact(site, page, item, reason), act=act)


def _prominence(item: Published) -> tuple[int, str, int, str]:
    """Key figures first, then by place."""
    content = item.fact.content
    rank = headline_rank(content.indicator) if isinstance(content, Metric) else 0
    return rank, item.fact.doc, item.fact.span.start, item.fact.id


def _doubts(site: Site, page: str, most: int) -> Sort:
    found = sorted((item for item in site.facts.values() if item.override is None), key=_sureness)
    tasks = tuple(_fact(site, page, item, _doubt(item)) for item in found[:most])
    about = "读出这些事实的规则最不可靠；不可靠不等于错。对照引文看一眼，对的写 confirm，错的改正或写 reject。"
    return Sort("doubts", "最没有把握的事实", about, len(found), tasks)


def _sureness(item: Published) -> tuple[float, str, int, int, str]:
    """The least sure first; facts as sure as one another by their place."""
    fact = item.fact
    return confidence(fact.rule).share, fact.doc, fact.span.start, fact.span.end, fact.id


def _doubt(item: Published) -> str:
    return f"规则 {item.fact.rule} 的可靠度 {sure_words(item.fact.rule)}"


def _fact(site: Site, page: str, item: Published, reason: str) -> Task:
    shown = proof(site, page, item.fact)
    zone, subject, text = site.homes[item.fact.id].name, item.fact.owner.subject, spoken(item.fact.content)
    return Task(
        text=text,
        reason=reason,
        link=site.fact_link(page, item.fact.id),
        beside=f"{zone} · {subject}" if subject and subject not in text else zone,
        act=replace(shown.act, report=None),
        **_quoted(shown),
    )


def _quoted(shown: Proof | None) -> dict[str, Any]:
    if shown is None:
        return {}
    return {"pieces": shown.pieces, "raw": shown.raw, "source": shown.title, "source_link": shown.link}


def _numbers(site: Site, page: str, work: Work, most: int) -> Sort:
    found = sorted(
        ((source.article.doc, number) for source in work.sources for number in source.unread),
        key=lambda one: (not one[1].zone, one[1].unit in TIMES, one[0], one[1].start),
    )
    about = "文章里有数，没有一条规则说得出它是谁的、量的是什么。是园区的事实就照条目补上，不是的不必管。"
    tasks = tuple(_number(site, page, doc, number) for doc, number in found[:most])
    return Sort("numbers", "没有归属的数字", about, len(found), tasks)


def _number(site: Site, page: str, doc: str, number: Unread) -> Task:
    zone = number.zone or _told_most(site, doc)
    where = place(number.sentence, number.quote)
    value = f"{value_text(number.value)} {number.unit}"
    return Task(
        text=value,
        reason=f"算在{number.zone}名下，但不知道量的是什么" if number.zone else "不知道说的是哪个园区",
        beside=zone,
        pieces=pieces(number.sentence, [where] if where else []),
        act=drafted(site.settings.desk, zone, draft.addition(doc, number)) if zone else None,
        **_from(site, page, doc),
    )


def _told_most(site: Site, doc: str) -> str:
    """The zone of which an article tells most; empty where it tells of none."""
    told = Counter(site.homes[item.fact.id].name for item in site.quoted.get(doc, ()))
    return min(told, key=lambda zone: (-told[zone], zone), default="")


def _from(site: Site, page: str, doc: str) -> dict[str, Any]:
    known = doc in site.sources
    return {
        "source": site.titles.get(doc, doc),
        "source_link": site.source_link(page, doc) if known else "",
    }


def _damage(site: Site, page: str, work: Work, most: int) -> Sort:
    torn = [(source.article.doc, problem) for source in work.sources for problem in source.problems]
    mended = [item for item in site.facts.values() if item.override is None and RISKY & set(item.fact.mended)]
    tasks = [_torn(site, page, doc, problem) for doc, problem in torn[:most]]
    tasks += [
        _fact(site, page, item, f"引文修补过：{mended_words(item.fact.mended)}")
        for item in mended[: max(0, most - len(torn))]
    ]
    about = "文章坏了的地方：没有修好的，看看原文说了什么，漏掉的补上；修补过的，看看补得对不对。"
    return Sort("damage", "坏了的原文", about, len(torn) + len(mended), tuple(tasks))


def _torn(site: Site, page: str, doc: str, problem: Problem) -> Task:
    zone, words = _told_most(site, doc), problem.found.rstrip("…")
    return Task(
        text=f"第 {problem.line} 行" if problem.line else problem.file,
        reason=DAMAGE.get(problem.code, problem.message),
        beside=f"{ARTICLES}/{doc}",
        raw=problem.found,
        act=drafted(site.settings.desk, zone, draft.saying(doc, words)) if zone and words else None,
        **_from(site, page, doc),
    )


def _names(site: Site, page: str, most: int) -> Sort:
    using: dict[str, list[Published]] = defaultdict(list)
    for item in site.facts.values():
        content = item.fact.content
        if isinstance(content, Metric) and not registered(content.indicator):
            using[content.indicator].append(item)
    found = sorted(using, key=lambda name: (-len(using[name]), name))
    about = (
        "规则里没有登记的指标，同别的园区比不起来。是已有指标的另一种写法，就写进那个指标的 synonyms；"
        "是新的指标，照条目登记。"
    )
    tasks = tuple(_name(site, page, name, using[name]) for name in found[:most])
    return Sort("indicators", "没有登记的指标", about, len(found), tasks)


def _name(site: Site, page: str, name: str, using: Sequence[Published]) -> Task:
    first = using[0].fact
    shown = proof(site, page, first)
    unit = first.content.unit if isinstance(first.content, Metric) else ""
    near = likeliest(name, [indicator.name for indicator in indicators()], 2)
    hint = f"，最像的是{'、'.join(near)}" if near else ""
    body = draft.registration(name, topic(name).name, (family(unit) or "count") if unit else "change")
    return Task(
        text=name,
        reason=f"{len(using)} 个事实用了它{hint}",
        link=site.fact_link(page, first.id),
        beside=site.homes[first.id].name,
        act=kept(site.settings.desk, INDICATORS, body),
        **_quoted(shown),
    )


def _undated(site: Site, page: str, work: Work, most: int) -> Sort:
    found = [source.article for source in work.sources if not source.article.date]
    about = "文章没有日期，“今年”“目前”就不知道是什么时候。查到发表的日期，写进文章旁边的文件。"
    tasks = []
    for article in found[:most]:
        file, desk, quoted = metadata_file(article.doc), site.settings.desk, site.quoted.get(article.doc, ())
        known = file in desk.files
        title = site.titles.get(article.doc, article.doc)
        body = "date:   # " + draft.DATES + "\n" if known else draft.dating(title)
        shown = proof(site, page, quoted[0].fact) if quoted else None
        task = Task(
            text=title,
            reason=f"没有日期，{len(quoted)} 个事实的时间可能因此定不下来",
            beside=f"{ARTICLES}/{article.doc}",
            act=kept(desk, file, body) if known else fresh(desk, file, body),
            **_quoted(shown),
        )
        tasks.append(task)
    return Sort("undated", "没有日期的文章", about, len(found), tuple(tasks))
