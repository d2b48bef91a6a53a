"""A published fact as the pages show it: one line, and folded under it its proof and what people and rivals say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields

from generator.compare.dates import date_words, day_words, period_words
from generator.confidence import confidence
from generator.model import (
    Content,
    Cooperation,
    Event,
    Fact,
    Honour,
    Identity,
    Industry,
    Kind,
    Metric,
    Organisation,
    Override,
    Person,
    Published,
    Status,
    plain,
)
from generator.overrides.apply import RULE as ADDED
from generator.pages.acting import Act, act
from generator.pages.citation import Citation, citation
from generator.pages.marking import Piece, pieces, place, simplified
from generator.pages.site import Site
from generator.pages.words import ACTIONS, NO_PERIOD, Figure, change_words, figure, growth, mended_words, value_text

FIELDS = {
    "indicator": "指标", "value": "数值", "unit": "单位", "qualifier": "约略", "period": "时间", "change": "变化",
    "status": "状态", "date": "日期", "type": "类型", "title": "名称", "partners": "各方", "partner": "对方",
    "about": "内容", "name": "名称", "role": "角色", "issuer": "颁发方", "rank": "名次", "attribute": "属性",
    "zone": "园区", "subject": "主体",
}  # fmt: skip

HAN = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Proof:
    """A quotation: the sentence with the proving words marked, and where it comes from.

    `raw` holds the source's own words where they differ from the cleaned sentence or were
    not found in it. `link` is empty where the source has no page.
    """

    pieces: tuple[Piece, ...]
    raw: str
    doc: str
    link: str
    title: str
    publisher: str
    date: str
    mended: str
    sure: str
    act: Act
    citation: Citation


@dataclass(frozen=True, slots=True)
class Rival:
    """What another place says about the same thing."""

    id: str
    text: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person did to the fact."""

    action: str
    reason: str
    by: str
    date: str
    machine: str


@dataclass(frozen=True, slots=True)
class Row:
    """One fact as a line with its fold. `also` are the ids and proofs of facts that say the same."""

    id: str
    kind: Kind
    content: Content
    subject: str
    what: str
    figure: Figure | None
    when: str
    day: str
    change: str
    tag: str
    extra: str
    target: bool
    standing: str
    remark: Remark | None
    proof: Proof
    also: tuple[tuple[str, Proof], ...]
    rivals: tuple[Rival, ...]
    why: str

    @property
    def text(self) -> str:
        """The fact in one line of words."""
        return spoken(self.content)


@dataclass(frozen=True, slots=True)
class Fold:
    """A fact with those that say the same and those that say something else."""

    item: Published
    same: tuple[Published, ...]
    rivals: tuple[Published, ...]


def rows(site: Site, page: str, published: Iterable[Published]) -> tuple[Row, ...]:
    """The facts as rows, in their order: a fact that repeats or rivals one before it is folded under that one."""
    return tuple(row_of(site, page, fold) for fold in folded(published))


def folded(published: Iterable[Published]) -> tuple[Fold, ...]:
    """The facts that have a row of their own, in their order, each with those that are folded under it."""
    facts = tuple(published)
    here = {item.fact.id: item for item in facts}
    placed: set[str] = set()
    made = []
    for item in sorted(facts, key=lambda item: not item.chosen):
        if item.fact.id in placed:
            continue
        same = _unplaced(item, item.same, here, placed)
        rivals = _unplaced(item, item.rivals, here, placed) if item.chosen else ()
        placed.update([item.fact.id, *(other.fact.id for other in (*same, *rivals))])
        made.append(Fold(item, same, rivals))
    order = {item.fact.id: place for place, item in enumerate(facts)}
    return tuple(sorted(made, key=lambda fold: order[fold.item.fact.id]))


def _unplaced(
    item: Published, ids: tuple[str, ...], here: dict[str, Published], placed: set[str]
) -> tuple[Published, ...]:
    found = (here[fact_id] for fact_id in dict.fromkeys(ids) if fact_id in here and fact_id not in placed)
    return tuple(other for other in found if other.fact.kind is item.fact.kind and other is not item)


def row_of(site: Site, page: str, fold: Fold) -> Row:
    """A fact as a row, with what is folded under it."""
    item = fold.item
    fact, content = item.fact, item.fact.content
    what, tag, extra = _labels(content)
    return Row(
        id=fact.id,
        kind=fact.kind,
        content=content,
        subject=fact.owner.subject,
        what=what,
        figure=figure(content, simplified(fact.evidence)) if isinstance(content, Metric) else None,
        when=when(content),
        day=_day(content),
        change=growth(content.change) if isinstance(content, Metric) and content.value is not None else "",
        tag=tag,
        extra=extra,
        target=isinstance(content, Metric) and content.status is Status.TARGET,
        standing=_standing(site, fact),
        remark=_remark(item),
        proof=proof(site, page, fact),
        also=tuple((other.fact.id, proof(site, page, other.fact)) for other in fold.same),
        rivals=tuple(
            Rival(other.fact.id, spoken(other.fact.content), proof(site, page, other.fact)) for other in fold.rivals
        ),
        why=item.why,
    )


def _standing(site: Site, fact: Fact) -> str:
    """Where the figure stands among those that can be compared with it; empty where too few can."""
    found = site.standings.get(fact.id)
    return f"同期 {found.zones} 个园区中第 {found.place}" if found else ""


def _labels(content: Content) -> tuple[str, str, str]:
    """A fact's main words, its kind within its kind, and what is said beside."""
    match content:
        case Metric():
            return content.indicator, "", ""
        case Event():
            return content.title, content.type.value, "、".join(content.partners)
        case Cooperation():
            return content.partner, content.type.value, content.about
        case Industry():
            return content.name, content.role.value, ""
        case Organisation():
            return content.name, content.type.value, ""
        case Honour():
            return content.title, rank_words(content), content.issuer
        case Person():
            return content.name, "", content.role
        case Identity():
            return date_words(content.value), content.attribute.value, ""


def rank_words(honour: Honour) -> str:
    """The rank, where the title does not say it already."""
    if honour.rank is None or re.search(rf"(?<!\d){honour.rank}(?!\d)", honour.title):
        return ""
    if re.search(rf"第{_in_han(honour.rank)}(?![一二三四五六七八九十百])", honour.title):
        return ""
    return f"第 {honour.rank} 位"


def _in_han(rank: int) -> str:
    """A rank below 100 in Chinese numerals: 七, 十二, 四十; a larger one in digits."""
    tens, ones = divmod(rank, 10)
    if not 0 < rank < 100:
        return str(rank)
    return f"{HAN[tens] if tens > 1 else ''}{'十' if tens else ''}{HAN[ones] if ones else ''}"


def when(content: Content) -> str:
    """The time of a fact in words; empty where it has none."""
    match content:
        case Metric():
            return period_words(content.period)
        case Event() | Cooperation() | Honour():
            return date_words(content.date)
        case _:
            return ""


def _day(content: Content) -> str:
    """Month and day of an event, to stand beside its year: 2月29日."""
    return day_words(content.date) if isinstance(content, Event) else ""


def spoken(content: Content) -> str:
    """A fact in one line of words."""
    what, tag, extra = _labels(content)
    if isinstance(content, Metric):
        aim = "（目标）" if content.status is Status.TARGET else ""
        level = figure(content).text if content.value is not None else change_words(content.change)
        change = f"，{change_words(content.change)}" if content.value is not None and content.change is not None else ""
        return f"{what} {level}{change}（{when(content) or NO_PERIOD}）{aim}"
    if isinstance(content, Identity):
        return f"{tag}：{what}"
    beside = "，".join(part for part in (tag, extra, when(content)) if part)
    return f"{what}（{beside}）" if beside else what


def proof(site: Site, page: str, fact: Fact) -> Proof:
    """The quotation of a fact as seen from a page."""
    article = site.articles.get(fact.doc)
    sentence = fact.sentence or simplified(fact.evidence)
    found = place(sentence, fact.evidence)
    told = spoken(fact.content)
    return Proof(
        pieces=pieces(sentence, [found] if found else []),
        raw=fact.evidence if fact.evidence and (not found or fact.mended) else "",
        doc=fact.doc,
        link=site.quote_link(page, fact),
        title=site.titles.get(fact.doc, fact.doc),
        publisher=article.publisher if article else "",
        date=date_words(article.date) if article else "",
        mended=mended_words(fact.mended),
        sure=sure_words(fact.rule),
        act=act(site, site.facts[fact.id], told),
        citation=citation(site, fact, told),
    )


def sure_words(rule: str) -> str:
    """How sure a rule's facts are, with what was measured: 97 %（182/193）; empty for a fact that a person added."""
    if rule == ADDED:
        return ""
    sure = confidence(rule)
    return f"{sure.share:.0%}（{sure.right}/{sure.found}）" if sure.found else "未经测量"


def _remark(item: Published) -> Remark | None:
    override = item.override
    if override is None:
        return None
    return Remark(
        action=ACTIONS[override.action],
        reason=override.reason,
        by=override.by,
        date=date_words(override.date),
        machine=_before(item.machine, item.fact, override) if item.machine else "",
    )


def _before(machine: Fact, fact: Fact, override: Override) -> str:
    """What the machine had read, field by field where it differs."""
    was, now = machine.content, fact.content
    if type(was) is not type(now):
        return spoken(was)
    differing = [
        f"{FIELDS.get(field.name, field.name)} {_shown(getattr(was, field.name))}"
        for field in fields(was)
        if getattr(was, field.name) != getattr(now, field.name)
    ]
    if machine.owner != fact.owner:
        differing.append(f"主体 {machine.owner.subject or machine.owner.zone}")
    return "，".join(differing)


def _shown(value: object) -> str:
    plain_value = plain(value)
    if isinstance(plain_value, list):
        numeric = all(isinstance(part, int | float) for part in plain_value)
        return value_text(tuple(plain_value)) if numeric and len(plain_value) == 2 else "、".join(map(str, plain_value))
    if isinstance(plain_value, int | float):
        return value_text(plain_value)
    return str(plain_value) if plain_value not in (None, "") else "（空）"
