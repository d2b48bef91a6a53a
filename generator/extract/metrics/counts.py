"""Counts: 国家级专精特新企业173家, 96家中试平台, 新增上市企业3家, 其中动工19个."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.extract.metrics.count_words import (
    GOODS,
    KIND,
    MADE,
    SMALL,
    done_pattern,
    peers,
    small,
    suffixed,
    verb_at,
    with_verb,
)
from generator.extract.metrics.counted_before import counted_before
from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import words_of
from generator.extract.metrics.phrase import Phrase, clean, noun_after
from generator.extract.metrics.state import State
from generator.patterns import alternation
from generator.quantity import family

TITLED = ("入选", "获评", "获批", "上榜", "入库")

POINTS = re.compile("(?:特点|特征|方面|问题|亮点|阶段|环节|转变|变化|优势|重点|难题|关键|举措|原因)$")
"""What is announced, and not counted."""
INSTITUTE = re.compile("(?:电科|电子科技|兵器|兵装|兵工|航天|航空|中船|船舶|中核|核工业)(?:集团|工业)?$")
"""Whose institutes are numbered: 中电科38所 is one."""
PEERS_AFTER = re.compile(
    r"[一-龥]{0,6}(?:开发区|高新区|经开区|工业园区|国家级新区)(?:之|中|里|内|综合|排名|参评|，|。|$)"
)


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(f"(?P<verb>{alternation(words_of('prefix'))})(?:了)?(?P<of>[^，。；]{{0,40}}?)$")


def read(state: State) -> list[Found] | None:
    """A count as a metric; an empty list where nothing is counted or the number only announces a list."""
    if state.family not in ("count", "people", "times", "visits"):
        return None
    if state.family == "visits":
        return None
    if state.q.unit == "所" and INSTITUTE.search(state.left):
        return []
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
    return counted_before(state)


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
    if small(state) or peers(noun.text) or noun.text in words_of("announcing") or _announced(state, noun):
        return []
    text = noun.text
    verb = _prefix_verb(state)
    done = done_pattern().match(state.text, noun.end)
    high = noun.end
    if done and not verb and not text.startswith(done["verb"]) and len(text) <= 12:
        verb, high = done["verb"], done.end()
    low = state.q.start
    title = _title(state, high) if verb in TITLED and verb not in state.left else Phrase()
    made = MADE.get(verb_at(state.left))
    if title:
        name, high = suffixed(title.text), title.end
    elif made and state.q.unit.lstrip("万亿") in GOODS:
        first = re.match("的?([一-龥]{1,40}?)的", state.right)
        name = (first[1] if first else text) + made
    else:
        name = suffixed(verb + text if verb and not text.startswith(verb) else text)
    if verb and verb in state.left:
        low = min(low, state.low + state.left.rfind(verb))
    return [
        state.metric(
            name,
            "metric.count-noun-after",
            low=low,
            high=high,
            noun=text if not verb else with_verb(verb, text),
            wider=state.wider(state.q.start),
        )
    ]


def _announced(state: State, noun: Phrase) -> bool:
    """Whether a number in words only announces what follows: 呈现三个明显特点."""
    value = state.q.value
    spelt = state.text[state.q.number_start] not in "0123456789"
    return spelt and isinstance(value, int) and value < SMALL and bool(POINTS.search(noun.text))


def _title(state: State, low: int) -> Phrase:
    """What is counted where it is named by the title it got: 4家企业入选科技领军企业 counts 科技领军企业."""
    found = noun_after(state.reading, low, min(len(state.text), low + 40))
    text = re.sub("(?:名单|榜单|目录|行列|序列|称号|认定|库){1,4}$", "", found.text)
    return replace(found, text=text) if KIND.search(text) or text.endswith(("车间", "工厂", "中心")) else Phrase()


def _prefix_verb(state: State) -> str:
    """The verb of change that governs the number: 新增4家…, 引进华星等4个…."""
    found = _prefix().search(state.left)
    if not found:
        return ""
    of = found["of"]
    if of and not (of.endswith("等") or of == "的"):
        return ""
    return found["verb"]
