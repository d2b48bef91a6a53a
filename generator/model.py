"""What the project speaks of: articles, cleaned text, facts, owners. No behaviour that reads or writes files.

Facts follow the fact model (tests/gold/fact-model.md). Offsets are always character
offsets: `Span` in an article's decoded text, `start`/`end` of mentions in a
sentence's cleaned text.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from generator.frozen import frozen

Number = int | float
Value = Number | tuple[Number, Number] | None


class Kind(StrEnum):
    """The eight kinds of facts."""

    METRIC = "metric"
    EVENT = "event"
    COOPERATION = "cooperation"
    INDUSTRY = "industry"
    ORGANISATION = "organisation"
    HONOUR = "honour"
    PERSON = "person"
    IDENTITY = "identity"


class Qualifier(StrEnum):
    """How exact a number is."""

    EXACT = "="
    ABOUT = "~"
    OVER = ">"
    UNDER = "<"


class Status(StrEnum):
    """Whether a number has happened or is hoped for."""

    ACTUAL = "actual"
    TARGET = "target"


class EventType(StrEnum):
    """What happened."""

    FOUNDED = "成立"
    APPROVED = "批准"
    SIGNED = "签约"
    STARTED = "开工"
    BUILT = "建成"
    IN_PRODUCTION = "投产"
    OPENED = "开业"
    PUBLISHED = "发布"
    AWARDED = "获奖"
    LISTED = "上市"
    VISITED = "考察"
    HELD = "活动"
    OTHER = "其他"


class CooperationType(StrEnum):
    """How a zone and a party outside it work together."""

    JOINT = "共建"
    STRATEGIC = "战略合作"
    PROJECT = "项目合作"
    TECHNICAL = "技术合作"
    EXCHANGE = "学习交流"
    OPERATION = "托管运营"
    OTHER = "其他"


class IndustryRole(StrEnum):
    """What an industry is to a zone."""

    LEADING = "主导"
    KEY = "重点"
    SPECIAL = "特色"
    FUTURE = "未来"


class OrganisationType(StrEnum):
    """What kind of organisation stands in a zone."""

    COMPANY = "企业"
    INSTITUTE = "科研机构"
    PLATFORM = "平台"
    PARK = "园区"
    INCUBATOR = "孵化载体"
    FUND = "基金"
    SCHOOL = "学校"
    FINANCE = "金融机构"
    GOVERNMENT = "政府机构"
    OTHER = "其他"


class Attribute(StrEnum):
    """What a zone is."""

    LEVEL = "级别"
    PROVINCE = "省份"
    CITY = "城市"
    ALIAS = "别名"
    FOUNDED = "成立时间"
    APPROVED = "批准时间"
    FORMERLY = "前身"
    POSITION = "定位"


@frozen
class Span:
    """A half-open range of character offsets in an article's decoded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A source document as decoded, line ends untouched.

    `doc` is the file's name. `date` is as precise as known (`2023-02-10`,
    `2024-03`, `2019` or empty), and so are the other pieces of metadata.
    """

    doc: str
    text: str
    encoding: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    author: str = ""


@frozen
class Owner:
    """Whom a fact is about: a zone and, where given, what inside it."""

    zone: str
    subject: str = ""


@frozen(kw_only=True)
class Metric:
    """A number with what it measures. `change` is signed and in percent."""

    indicator: str
    value: Value
    unit: str
    qualifier: Qualifier = Qualifier.EXACT
    period: str = ""
    change: Number | None = None
    status: Status = Status.ACTUAL


@frozen(kw_only=True)
class Event:
    """Something that happened at a time."""

    date: str
    type: EventType
    title: str
    partners: tuple[str, ...] = ()


@frozen(kw_only=True)
class Cooperation:
    """The zone and a party outside it."""

    partner: str
    type: CooperationType
    date: str = ""
    about: str = ""


@frozen(kw_only=True)
class Industry:
    """What the zone makes, or means to make."""

    name: str
    role: IndustryRole


@frozen(kw_only=True)
class Organisation:
    """Who is there, by the fullest name in the text."""

    name: str
    type: OrganisationType


@frozen(kw_only=True)
class Honour:
    """A title, listing, award or rank."""

    title: str
    issuer: str = ""
    date: str = ""
    rank: int | None = None


@frozen(kw_only=True)
class Person:
    """Who speaks or is in charge; `role` holds the organisation too."""

    name: str
    role: str


@frozen(kw_only=True)
class Identity:
    """What the zone is."""

    attribute: Attribute
    value: str


Content = Metric | Event | Cooperation | Industry | Organisation | Honour | Person | Identity

CONTENTS: dict[Kind, type[Content]] = {
    Kind.METRIC: Metric,
    Kind.EVENT: Event,
    Kind.COOPERATION: Cooperation,
    Kind.INDUSTRY: Industry,
    Kind.ORGANISATION: Organisation,
    Kind.HONOUR: Honour,
    Kind.PERSON: Person,
    Kind.IDENTITY: Identity,
}
KINDS: dict[type[Content], Kind] = {content: kind for kind, content in CONTENTS.items()}


@frozen(kw_only=True)
class Fact:
    """One fact with its proof.

    `evidence` equals the article's text[span.start:span.end], in the source's
    own script and damage. `sentence` is the cleaned sentence that it stands in.
    `rule` names the extraction rule. `mended` names what cleaning mended inside
    the evidence (a gloss, the script, a damaged byte), for readers to know.
    """

    id: str
    doc: str
    owner: Owner
    content: Content
    evidence: str
    span: Span
    sentence: str = ""
    rule: str = ""
    mended: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """The fact's kind, as its content tells."""
        return KINDS[type(self.content)]

    def record(self) -> dict[str, Any]:
        """The fact as the exchange format has it: plain values, fixed order, no provenance beyond its place."""
        body = {field.name: plain(getattr(self.content, field.name)) for field in fields(self.content)}
        return {
            "id": self.id,
            "doc": self.doc,
            "kind": self.kind.value,
            "zone": self.owner.zone,
            "subject": self.owner.subject,
            **body,
            "evidence": self.evidence,
            "start": self.span.start,
            "end": self.span.end,
        }


def plain(value: Any) -> Any:
    """A field's value as JSON and YAML know it: enums as text, tuples as lists."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


class Action(StrEnum):
    """What an override does to a fact."""

    CORRECT = "correct"
    REJECT = "reject"
    CONFIRM = "confirm"
    ADD = "add"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A person's correction, as it stands in `seeds/overrides/<zone>.yml`.

    `expect` holds what the machine said when it was written, `set` what is right,
    both by the names of a fact record's fields. `line` counts from 1.
    """

    fact: str
    action: Action
    expect: tuple[tuple[str, Any], ...] = ()
    set: tuple[tuple[str, Any], ...] = ()
    reason: str
    by: str
    date: str
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A fact as the site shows it: after overrides, with its rivals.

    `machine` is what was extracted, where an override changed it (None where a person
    added the fact). `same` are ids of facts that say the same elsewhere, `rivals` of
    facts that say something else about the same thing at the same time. `chosen` is
    False for the rival that lost; `why` states the rule that chose.
    """

    fact: Fact
    override: Override | None = None
    machine: Fact | None = None
    same: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    chosen: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What it takes to name a zone and to lead to it. `profile` is False for a zone that is only mentioned."""

    name: str
    slug: str
    aliases: tuple[str, ...] = ()
    profile: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone(Named):
    """A zone with its published facts."""

    facts: tuple[Published, ...] = ()

    @property
    def named(self) -> Named:
        """The zone without its facts, for whatever does not change with them."""
        return Named(name=self.name, slug=self.slug, aliases=self.aliases, profile=self.profile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All that the site is made from: zones by pinyin order of name, articles by date, newest first."""

    zones: tuple[Zone, ...]
    articles: tuple[Article, ...]
