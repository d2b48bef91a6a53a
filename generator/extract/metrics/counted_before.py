"""Counts whose noun stands before the number, or was said before: 上市企业3家, 其中动工19个, 总数达86家."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.extract.metrics.count_words import (
    GOODS,
    KIND,
    MADE,
    NO_SUFFIX,
    done_pattern,
    peers,
    small,
    suffixed,
    verb_at,
    with_verb,
)
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import without_start, words_of
from generator.extract.metrics.phrase import Phrase, clean
from generator.extract.metrics.state import State
from generator.patterns import alternation

STAFF = re.compile(r"(?:用着|雇着|雇了|养着|聚着|只有|仅有|就有|不过|(?<!人)才|有着)(?:了)?$")
"""What stands before the people of a company where nothing says that they work there: 厂里用着1400人."""
ONWARD = re.compile("[、，]?(?:参|报名|到场|受|获|因|来自|入选)")
PER_HEAD = re.compile(
    "(?P<of>每(?:百|千|万|十万)?(?:人|户|家企业|名从业人员|人口|平方公里|亩))(?P<has>拥有|有)?(?:的)?$"
)

LEVEL_ONLY = re.compile("(?:国家|世界|[省市区县])级(?:及?以上)?")
"""孵化器18家(国家级5家): the level alone, of what was counted just before."""

BOARD = re.compile("(?:科创板|创业板|主板|北交所|新三板)$")
"""Where firms are listed: 上市公司26家，其中科创板4家."""
OWNED = re.compile("(?:外资|内资|合资|独资|民营|国有|港资|台资|日资|德资|美资|韩资|欧资|侨资|本土)$")
"""Kinds of companies that are counted without the word: 企业30家，外资7家."""

ELIDED = re.compile(r"(?P<what>[^，、]{2,24})的(?:就|也|则|共|已|仅|只|才)?(?:有|达|为|共)?$")


@cache
def _only_verbs() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words_of('prefix') | words_of('states'))}){{1,2}}")


@cache
def _what_is_said() -> re.Pattern[str]:
    """What is said of things before their class: 引进|企业, 产值1亿元以上|企业."""
    return re.compile(f"^(?:{alternation(words_of('prefix') | words_of('states'))})|^.*(?:元|以上|的)")


def counted_before(state: State) -> list[Found]:
    """The count whose noun stands before its number; an empty list where nothing says what is counted."""
    staff = STAFF.search(state.left) if state.family == "people" else None
    if staff and _of_company(state) and not state.noun(high=state.low + staff.start()):
        return [state.metric("员工数", "metric.count-staff", low=state.low + staff.start(), noun="员工")]
    counted = state.last_count()
    told = state.model
    if counted is None and told is not None and told.family in ("count", "people"):
        counted = told
    elided = ELIDED.search(state.text[state.clause : state.q.start])
    if elided:
        return _elided(state, elided, counted)
    noun = state.noun()
    text = clean(noun.text)
    if not text or text in words_of("generic"):
        return _generic(state, noun, counted)
    if small(state) or peers(text):
        return []
    if _only_verbs().fullmatch(text) or noun.verb == text:
        own = _before_verb(state, noun)
        if own:
            name = with_verb(text, _described(state, own) + own.text)
            wider = state.wider(own.start)
            return [state.metric(suffixed(name), "metric.count-verb", low=own.start, noun=name, wider=wider)]
        if counted is None:
            return []
        bare = without_start(counted.noun, "prefix")
        return [
            state.metric(
                suffixed(with_verb(text, bare)),
                "metric.count-verb",
                low=noun.start,
                noun=with_verb(text, bare),
                wider=counted.wider,
            )
        ]
    if text.endswith(("总数", "数量", "总量")) and len(text) <= 4 and counted:
        return _generic(state, noun, counted)
    if counted is not None and LEVEL_ONLY.fullmatch(text):
        text += re.sub("^(?:国家|世界|[省市区县])级(?:以上)?|(?:及|和)?其他", "", counted.noun)
    if counted is not None and BOARD.search(text) and counted.noun.endswith(("公司", "企业")):
        text += counted.noun
    text = text.removeprefix("投") if text.startswith("投项目") else text
    text = _described(state, noun) + text + ("企业" if OWNED.search(text) and state.q.unit.endswith("家") else "")
    per = PER_HEAD.search(state.text[state.clause : noun.start])
    if per:
        name = f"{per['of']}{text}{'拥有量' if per['has'] else '数'}"
        return [state.metric(name, "metric.count-per", low=state.clause + per.start(), noun=text)]
    made = _goods(state, noun)
    name = made or suffixed(text, state.q.unit)
    return [state.metric(name, "metric.count-noun-before", low=noun.start, noun=text, wider=state.wider(noun.start))]


def _of_company(state: State) -> bool:
    """Whether the words are about something inside the zone, which has people of its own."""
    owner = state.sentence.owner(state.q.start)
    return owner is not None and bool(owner.subject) and not ONWARD.match(state.text, state.q.end)


def _before_verb(state: State, verb: Phrase) -> Phrase:
    """What did it, where it stands before the verb: 高新技术企业净增53家, 项目开工12个."""
    noun = state.noun(low=state.clause, high=verb.start)
    touching = not clean(state.text[noun.end : verb.start])
    return noun if noun and touching and noun.text not in words_of("generic") and not peers(noun.text) else Phrase()


def _described(state: State, noun: Phrase) -> str:
    """The amount that describes what is counted: 10亿元以上企业15家."""
    start, state.attribute = state.attribute, -1
    before = state.following(-1)
    adjacent = before is not None and before.start >= start >= 0 and 0 <= noun.start - before.end <= 1
    return clean(state.text[start : noun.start]) if adjacent else ""


def _goods(state: State, noun: Phrase) -> str:
    """Things made or sold: 生产新能源汽车34.4万辆 is 新能源汽车产量."""
    if state.q.unit.lstrip("万亿") not in GOODS:
        return ""
    text = noun.text
    if text.endswith(NO_SUFFIX):
        return ""
    verb = noun.verb if noun.verb in MADE else verb_at(state.text[state.low : noun.start])
    for word in MADE:
        if text.startswith(word) and len(text) > len(word):
            return text[len(word) :] + MADE[word]
    return text + MADE[verb] if verb else ""


def _elided(state: State, elided: re.Match[str], counted: Found | None) -> list[Found]:
    """投资超10亿元的3个: the class of things was said before (的 stands for it)."""
    what = re.sub("^(?:其中|以及|还有|和|、)+", "", clean(elided["what"]))
    kind = KIND.search(_what_is_said().sub("", counted.noun)) if counted else None
    if kind is None:
        before = re.findall(r"([一-龥]{2,10})[中里]，", state.text[max(0, state.clause - 40) : state.clause])
        kind = KIND.search(re.sub("^.*的", "", before[-1])) if before else None
    name = kind[0] if kind else "项目" if re.search("投资|亿元", what) else ""
    return (
        [state.metric(suffixed(what + name), "metric.count-elided", low=state.clause, noun=what + name)] if name else []
    )


def _plain(phrase: Phrase) -> Phrase:
    """上市公司少，只有38家: the phrase without the word that judges its number."""
    return replace(phrase, text=re.sub("(?<=.{2})(?:太少|偏少|不多|少|多|不足)$", "", phrase.text))


def _generic(state: State, noun: Phrase, counted: Found | None) -> list[Found]:
    """总数达786家, 累计482家, 最终仅8家: what is counted was said before."""
    previous = _plain(state.previous)
    if (
        previous
        and not noun
        and re.search(
            "企业|项目|平台|机构|人才|专利|公司|载体|园|院|厂|店|产品|单位|人口|主体|人员|商户", previous.text
        )
    ):
        return (
            []
            if peers(previous.text)
            else [
                state.metric(
                    suffixed(previous.text),
                    "metric.count-said-before",
                    low=previous.start,
                    noun=previous.text,
                    wider=state.wider(previous.start),
                )
            ]
        )
    if counted is None or state.q.unit.lstrip("万") != counted.unit.lstrip("万"):
        return []
    done = done_pattern().match(state.text, state.q.end)
    kind = KIND.search(re.sub("^.*(?:元|以上|的)", "", counted.noun)) if done else None
    if done and kind:
        bare = without_start(kind[0], "prefix")
        name = done["verb"] + bare
        high = done.end()
        return [
            state.metric(suffixed(name), "metric.count-done", low=state.low, high=high, noun=name, wider=counted.wider)
        ]
    bare = without_start(counted.noun, "prefix") or counted.noun
    return [state.metric(suffixed(bare), "metric.count-said-before", low=state.low, noun=bare, wider=counted.wider)]
