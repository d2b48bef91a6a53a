"""Counts: 国家级专精特新企业173家, 96家中试平台, 新增上市企业3家, 其中动工19个."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import one_of, words_of
from generator.extract.metrics.phrase import Phrase, clean, noun_after
from generator.extract.metrics.state import State
from generator.quantity import family

NO_SUFFIX = (
    "数",
    "数量",
    "总数",
    "人口",
    "量",
    "人次",
    "率",
    "机架",
    "岗位数",
    "名额",
    "产能",
    "规模",
    "能力",
    "额",
    "年龄",
)
SMALL = 10
MADE = {
    "生产": "产量",
    "年产": "年产量",
    "造": "产量",
    "制造": "产量",
    "产": "产量",
    "销": "销量",
    "卖": "销量",
    "卖出": "销量",
    "销售": "销量",
    "年销售": "年销量",
    "出口": "出口量",
    "开行": "开行量",
    "交付": "交付量",
    "下线": "下线量",
}
ADDED = ("再添", "又添", "新添", "喜添")
TITLED = ("入选", "获评", "获批", "上榜", "入库")
PER_HEAD = re.compile(
    "(?P<of>每(?:百|千|万|十万)?(?:人|户|家企业|名从业人员|人口|平方公里|亩))(?P<has>拥有|有)?(?:的)?$"
)
LEVEL_ONLY = re.compile("(?:国家|世界|[省市区县])级(?:及?以上)?")
"""孵化器18家(国家级5家): the level alone, of what was counted just before."""
OWNED = re.compile("(?:外资|内资|合资|独资|民营|国有|港资|台资|日资|德资|美资|韩资|欧资|侨资|本土)$")
"""Kinds of companies that are counted without the word: 企业30家，外资7家."""
GOODS = frozenset(("列", "辆", "台", "台套", "套", "架", "艘", "片", "颗", "部", "剂", "枚", "瓶"))
PEERS_AFTER = re.compile(
    r"[一-龥]{0,6}(?:开发区|高新区|经开区|工业园区|国家级新区)(?:之|中|里|内|综合|排名|参评|，|。|$)"
)
ELIDED = re.compile(r"(?P<what>[^，、]{2,24})的(?:就|也|则|共|已)?(?:有|达|为|共)?$")


KIND = re.compile(r"[一-龥]{0,6}(?:企业|项目|平台|机构|人才|专利|产品|公司)$")


@cache
def _governed() -> re.Pattern[str]:
    verbs = one_of({*words_of("hold"), *words_of("prefix")})
    return re.compile(f"(?:{verbs})(?:了|起|出|着|有|成)?$")


@cache
def _only_verbs() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words_of('prefix') | words_of('states'))}){{1,2}}")


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(f"(?P<verb>{one_of(words_of('prefix'))})(?:了)?(?P<of>[^，。；]{{0,40}}?)$")


@cache
def _state() -> re.Pattern[str]:
    """What became of the things counted; one place at most, since with more the ways to read it multiply."""
    how = "(?:已经|均|已|全部|成功|集中|集体|顺利|完成|正式|相继|陆续|先后)*"
    return re.compile(
        f"(?:{how}+在[^，。；]{{2,24}})?{how}(?P<verb>(?:{one_of(words_of('states'))}){{1,2}})(?![一-龥]*率)"
    )


def read(state: State) -> list[Found] | None:
    """A count as a metric; an empty list where nothing is counted or the number only announces a list."""
    if state.family not in ("count", "people", "times", "visits"):
        return None
    if state.family == "visits":
        return None
    after = noun_after(state.reading, state.q.end, state.high)
    if after and after.start - state.q.end > 2:
        after = Phrase()
    if PEERS_AFTER.match(state.text, state.q.end) or _one_of_them(state, after) or _each_time(state) or _each(state):
        return []
    after = _behind_amount(state, after) or _classed(state)
    if after and _mark_follows(state, after):
        return _counted_after(state, after)
    clause = _whole_clause(state) if not after else Phrase()
    if clause:
        return _counted_after(state, clause)
    return _counted_before(state)


def _each(state: State) -> bool:
    """每小时可下线20台: a rate is no count."""
    return bool(re.search("每(?:个)?(?:小时|分钟|秒|天|日)", state.left))


def _one_of_them(state: State, after: Phrase) -> bool:
    return bool(re.match("之[一首]|[中里]的?(?:第|排|列|位|居)", state.text[after.end or state.q.end :][:4]))


def _each_time(state: State) -> bool:
    """1秒就有1个电芯下线: the second number is a rate's, and no count."""
    before = state.following(-1)
    return before is not None and family(before.unit) == "time" and state.q.number_start - before.end <= 6


def _behind_amount(state: State, after: Phrase) -> Phrase:
    """22个总投资382亿元的重点项目: what is counted stands behind the amount that describes it."""
    following = state.following()
    if not after or following is None or after.end != following.start or family(following.unit) == family(state.q.unit):
        return after
    if state.text[following.end : following.end + 1] != "的":
        return after
    return noun_after(state.reading, following.end + 1, min(len(state.text), following.end + 30)) or after


def _classed(state: State) -> Phrase:
    """4个10亿元以上项目: the amount that stands between the number and what is counted says of what class it is."""
    following = state.following()
    if following is None or following.start != state.q.end or family(following.unit) != "money":
        return Phrase()
    noun = noun_after(state.reading, following.end, min(len(state.text), following.end + 20))
    if not noun or noun.start != following.end or not KIND.search(noun.text):
        return Phrase()
    return Phrase(clean(state.text[following.start : noun.end]), following.start, noun.end)


def _mark_follows(state: State, after: Phrase) -> bool:
    return after.text not in ("目标", "以上", "左右", "人民", "次", "月", "规模", "大关")


def _small(state: State) -> bool:
    """Whether the number is a small one in words with nothing that makes or has that many: it announces a list."""
    value = state.q.value
    first = state.text[state.q.number_start]
    if first in "0123456789" or isinstance(value, tuple) or value is None or value >= SMALL or state.q.qualifier != "=":
        return False
    return not _governed().search(state.left)


def _whole_clause(state: State) -> Phrase:
    """108家提交申请的企业: what is counted stands after a clause of its own."""
    found = re.match(r"(?P<how>[^，。；、]{2,24}?)的(?=[一-龥“])", state.text[state.q.end : state.q.end + 40])
    if not found:
        return Phrase()
    low = state.q.end + found.end()
    end = min(len(state.text), low + 20)
    noun = noun_after(state.reading, low, end)
    if not noun or noun.start != low:
        return Phrase()
    how = "" if re.search(r"[0-9]", found["how"]) else clean(found["how"])
    return Phrase(how + noun.text, state.q.end, noun.end)


def _counted_after(state: State, noun: Phrase) -> list[Found]:
    if _small(state) or _peers(noun.text) or noun.text in words_of("announcing"):
        return []
    text = noun.text
    verb = _prefix_verb(state)
    done = _state().match(state.text, noun.end)
    high = noun.end
    if done and not verb and not text.startswith(done["verb"]) and len(text) <= 12:
        verb, high = done["verb"], done.end()
    low = state.q.start
    title = _title(state, high) if verb in TITLED and verb not in state.left else Phrase()
    made = MADE.get(_verb_at(state.left))
    if title:
        name, high = _suffixed(title.text), title.end
    elif made and state.q.unit.lstrip("万亿") in GOODS:
        first = re.match("的?([一-龥]+?)的", state.right)
        name = (first[1] if first else text) + made
    else:
        name = _suffixed(verb + text if verb and not text.startswith(verb) else text)
    if verb and verb in state.left:
        low = min(low, state.low + state.left.rfind(verb))
    return [
        state.metric(
            name,
            "metric.count-noun-after",
            low=low,
            high=high,
            noun=text if not verb else _with(verb, text),
            wider=state.wider(state.q.start),
        )
    ]


def _title(state: State, low: int) -> Phrase:
    """What is counted where it is named by the title it got: 4家企业入选科技领军企业 counts 科技领军企业."""
    found = noun_after(state.reading, low, min(len(state.text), low + 40))
    text = re.sub("(?:名单|榜单|目录|行列|序列|称号|认定|库)+$", "", found.text)
    return replace(found, text=text) if KIND.search(text) or text.endswith(("车间", "工厂", "中心")) else Phrase()


def _with(verb: str, text: str) -> str:
    return text if text.startswith(verb) else verb + text


def _verb_at(left: str) -> str:
    text = re.sub("(?:了|出)$", "", clean(left))
    return next((verb for verb in sorted(MADE, key=len, reverse=True) if text.endswith(verb)), "")


def _prefix_verb(state: State) -> str:
    """The verb of change that governs the number: 新增4家…, 引进华星等4个…."""
    found = _prefix().search(state.left)
    if not found:
        return ""
    of = found["of"]
    if of and not (of.endswith("等") or of == "的"):
        return ""
    return found["verb"]


def _peers(text: str) -> bool:
    """Whether zones or places are counted: the field that a zone is ranked in."""
    return text.endswith(tuple(sorted(words_of("zones_as_peers")))) and not text.endswith(("产业园区",))


def _suffixed(text: str) -> str:
    for added in ADDED:
        if text.startswith(added):
            text = "新增" + text.removeprefix(added)
    return text if text.endswith(NO_SUFFIX) else text + "数"


def _counted_before(state: State) -> list[Found]:
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
    if _small(state) or _peers(text):
        return []
    if _only_verbs().fullmatch(text) or noun.verb == text:
        own = _before_verb(state, noun)
        if own:
            name = _with(text, _described(state, own) + own.text)
            wider = state.wider(own.start)
            return [state.metric(_suffixed(name), "metric.count-verb", low=own.start, noun=name, wider=wider)]
        if counted is None:
            return []
        bare = re.sub(f"^(?:{one_of(words_of('prefix'))})", "", counted.noun)
        return [
            state.metric(
                _suffixed(_with(text, bare)),
                "metric.count-verb",
                low=noun.start,
                noun=_with(text, bare),
                wider=counted.wider,
            )
        ]
    if text.endswith(("总数", "数量", "总量")) and len(text) <= 4 and counted:
        return _generic(state, noun, counted)
    if counted is not None and LEVEL_ONLY.fullmatch(text):
        text += re.sub("^(?:国家|世界|[省市区县])级(?:以上)?|(?:及|和)?其他", "", counted.noun)
    text = _described(state, noun) + text + ("企业" if OWNED.search(text) and state.q.unit.endswith("家") else "")
    per = PER_HEAD.search(state.text[state.clause : noun.start])
    if per:
        name = f"{per['of']}{text}{'拥有量' if per['has'] else '数'}"
        return [state.metric(name, "metric.count-per", low=state.clause + per.start(), noun=text)]
    made = _goods(state, noun)
    name = made or _suffixed(text)
    return [state.metric(name, "metric.count-noun-before", low=noun.start, noun=text, wider=state.wider(noun.start))]


def _before_verb(state: State, verb: Phrase) -> Phrase:
    """What did it, where it stands before the verb: 高新技术企业净增53家, 项目开工12个."""
    noun = state.noun(low=state.clause, high=verb.start)
    touching = not clean(state.text[noun.end : verb.start])
    return noun if noun and touching and noun.text not in words_of("generic") and not _peers(noun.text) else Phrase()


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
    verb = noun.verb if noun.verb in MADE else _verb_at(state.text[state.low : noun.start])
    for word in MADE:
        if text.startswith(word) and len(text) > len(word):
            return text[len(word) :] + MADE[word]
    return text + MADE[verb] if verb else ""


def _elided(state: State, elided: re.Match[str], counted: Found | None) -> list[Found]:
    """投资超10亿元的3个: the class of things was said before (的 stands for it)."""
    what = re.sub("^(?:其中|以及|还有|和|、)+", "", clean(elided["what"]))
    kind = (
        KIND.search(
            re.sub(f"^(?:{one_of(words_of('prefix') | words_of('states'))})|^.*(?:元|以上|的)", "", counted.noun)
        )
        if counted
        else None
    )
    if kind is None:
        before = re.findall(r"([一-龥]{2,10})[中里]，", state.text[max(0, state.clause - 40) : state.clause])
        kind = KIND.search(re.sub("^.*的", "", before[-1])) if before else None
    name = kind[0] if kind else "项目" if "投资" in what else ""
    return (
        [state.metric(_suffixed(what + name), "metric.count-elided", low=state.clause, noun=what + name)]
        if name
        else []
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
            if _peers(previous.text)
            else [
                state.metric(
                    _suffixed(previous.text),
                    "metric.count-said-before",
                    low=previous.start,
                    noun=previous.text,
                    wider=state.wider(previous.start),
                )
            ]
        )
    if counted is None or state.q.unit.lstrip("万") != counted.unit.lstrip("万"):
        return []
    done = _state().match(state.text, state.q.end)
    kind = KIND.search(re.sub("^.*(?:元|以上|的)", "", counted.noun)) if done else None
    if done and kind:
        bare = re.sub(f"^(?:{one_of(words_of('prefix'))})", "", kind[0])
        name = done["verb"] + bare
        high = done.end()
        return [
            state.metric(_suffixed(name), "metric.count-done", low=state.low, high=high, noun=name, wider=counted.wider)
        ]
    bare = re.sub(f"^(?:{one_of(words_of('prefix'))})", "", counted.noun) or counted.noun
    return [state.metric(_suffixed(bare), "metric.count-said-before", low=state.low, noun=bare, wider=counted.wider)]
