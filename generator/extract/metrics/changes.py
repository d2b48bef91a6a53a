"""Growth: a change of the level before it, a metric without a level, or points above another place."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile

from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import ends_with, words_of
from generator.extract.metrics.nearby import earlier
from generator.extract.metrics.phrase import JOINTS, Phrase, clean
from generator.extract.metrics.state import State
from generator.model import Number
from generator.patterns import alternation
from generator.quantity.numerals import tidy

TO = r"(?:了|将|可|有望|预计|达|达到|为|是|率|率为|率达|分别为|分别达|分别为|超|约|到|要达到|约为|高达|速度为)*"
AGAINST = re.compile(r"(?:^|[^一-龥]|[一-龥])(?:较|比|相比|与)[^，]{1,14}$")
MULTIPLE = re.compile(r"(?:为|是|达|达到|相当于|约为|约是|已是|已达)(?P<base>[^，]{1,16}?)的$")
POINTS_OVER = re.compile(
    r"(?P<verb>高于|高出|快于|领先|低于|超过|高|优于|超|比(?![例重值]))(?P<whole>[^，]{1,16}?)(?P<tail>高|高出|快|多|低)?$"
)
MORE_BY = re.compile(
    r"(?:(?:较|比|相比)[^，]{1,14}|同比|环比)(?:净)?(?P<more>增加|减少|增长|提高|下降|扩大|多出|多|少|增|减)(?:了)?$"
)
CIRCUMSTANCE = re.compile("(?:[之形情]?下|影响|冲击|以来|前提)(?:也|还|仍|依然|依旧|仍然|只|逆势)*$")
"""疫情之下也只…: what things happened under does not itself grow."""
BEFORE = re.compile("(?:上年|去年|前年|上一年|前一年|年初|[0-9]{4}年)(?:度|末|底|同期|初)?")
"""A time that a share is compared with: what is above it is its rise."""
ASIDE = ("metric.share", "metric.points")
BESIDE = 30
ARRIVED = re.compile("(?:已|又|一路)?(?:降|升|涨|跌|提高|下降|上升|回落|攀升)(?:到|至)(?:了)?")
"""What leads a share to another level: 十年前90%，如今降到52%."""
ON_BASIS = re.compile("在[^，]{0,10}?基础上(?:再|实现)?$")
STOCK = re.compile("(?:存量|总数|总量|数量)$")
RISEN = frozenset(("增加", "增长", "扩大", "多出", "多", "增"))
NEAR = 60
"""Characters after a level in which its growth may still follow."""
RANK = re.compile(r"(?:排名|位次|位列|名次)?[^，]{0,6}$")


@cache
def _verb() -> re.Pattern[str]:
    up, down = alternation(words_of("change", "up")), alternation(words_of("change", "down"))
    return re.compile(f"(?:(?P<up>{up})|(?P<down>{down})|(?P<turn>翻)){TO}$")


@cache
def _near() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words_of('change', 'near'))}){{1,8}}$")


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words_of('ranks'))})(?:了)?$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(f"的?(?:年均|平均|同比|两位数)?(?:{alternation(words_of('change', 'after'))})")


def read(state: State) -> list[Found] | None:
    """The growth that the number is, or None where it is none."""
    if state.family == "points":
        return _points(state)
    if state.family not in ("share", "factor"):
        more = MORE_BY.search(state.left)
        if more or _more_too(state):
            return _added(state, more) if more else []
    if (state.family == "people" and state.q.unit == "位") or (state.q.unit == "名" and state.last is None):
        rank = _rank(state)
        if rank is not None:
            return rank
    if state.family not in ("share", "factor"):
        return None
    if state.last is not None and state.last.rule == "metric.share" and ARRIVED.fullmatch(clean(state.bare)):
        return None
    multiple = MULTIPLE.search(state.left)
    if state.q.unit == "倍" and multiple:
        change = tidy((_number(state) - 1) * 100)
        noun = state.noun(high=state.low + multiple.start())
        own = noun and noun.text not in words_of("generic")
        return _levelless(state, noun, change) if own else _attach(state, change, state.low)
    verb = _verb().search(state.left)
    if not verb:
        return (
            _afterwards(state)
            if _after().match(state.right) and state.family == "share"
            else ([] if state.family == "factor" else None)
        )
    change = _signed(state, verb)
    noun = _own(state, state.low + verb.start())
    if noun.text in ("降幅", "增幅", "增速"):
        return []
    if noun:
        return _levelless(state, noun, change)
    return _attach(state, change, state.low)


def _added(state: State, more: re.Match[str]) -> list[Found]:
    """企业6400户，较年初净增310户: by how much the level just told has risen, a metric of its own."""
    last = state.last_level() if state.index else None
    if last is None or last.value is None or last.wider or last.family != state.family:
        return []
    if state.quantities[state.index - 1].end + BESIDE < state.q.start or more["more"] not in RISEN:
        return []
    net = "净增" if "净" in more[0] else "增加"
    counted = state.family in ("count", "people")
    if state.family == "count" and net == "增加":
        return []
    bare = STOCK.sub("", last.indicator.removesuffix("数") if counted else last.indicator)
    name = f"{net}{bare}数" if counted else f"{bare}{net}{'量' if bare.endswith('量') else '额'}"
    return [state.metric(name, "metric.increase", low=state.low, noun=name)]


def _more_too(state: State) -> bool:
    """分别比上年增加90家、5家: the second number is of the same rise as the first."""
    before = state.following(-1)
    if before is None or state.text[before.end : state.q.start] not in JOINTS:
        return False
    return bool(MORE_BY.search(state.text[state.clause : before.start]))


def _number(state: State) -> float:
    value = state.q.value
    return float(value[1] if isinstance(value, tuple) else value or 0)


def _signed(state: State, verb: re.Match[str]) -> Number:
    value = _number(state)
    if state.q.unit == "番":
        return tidy((2 ** min(value, 20) - 1) * 100)
    if state.q.unit == "倍":
        arrived = re.search("(?:到|至)(?:了)?$", verb[0]) is not None
        value = (value - 1 if arrived else value) * 100
    return tidy(-value if verb["down"] else value)


def _own(state: State, high: int) -> Phrase:
    """What grows, where the clause of the growth says so itself."""
    text = state.text[state.low : high]
    near = _near().search(text) or ON_BASIS.search(text)
    if near:
        text = text[: near.start()]
    against = AGAINST.search(text)
    if against:
        cut = max(text.rfind("较"), text.rfind("比"), text.rfind("相比"), text.rfind("与"))
        text = text[:cut]
        again = _near().search(text)
        text = text[: again.start()] if again else text
    if not clean(text) or CIRCUMSTANCE.search(text):
        return Phrase()
    return state.noun(high=state.low + len(text))


def _attach(state: State, change: Number, low: int) -> list[Found]:
    """The growth goes to the level in the clause before; without one it is lost."""
    group = group_of(state)
    if len(group) > 1 and "分别" in state.left and len(state.found) >= len(group):
        return _attach_each(state, group, change)
    last = state.last_level() if state.index else None
    if last is not None and last.wider:
        return _of_the_zone(state, last, change)
    between = state.text[state.quantities[state.index - 1].end : state.q.start] if state.index else ""
    if last is None or len(between) > 40:
        return []
    if last.change is None and last.value is not None and last.number == _anchor(state, -1):
        state.amend(last, replace(last, change=change, high=state.q.end))
        return []
    if last.value is not None and last.change is None and _still_of(state, last) and between.count("，") <= 2:
        state.amend(last, replace(last, change=change, high=state.q.end))
    return []


def _still_of(state: State, last: Found) -> bool:
    """Whether nothing but the level's own share or distance to others was told since: 产值90亿元，占全市8%，增长12%."""
    at = state.text.find("；", last.number[1], state.q.start)
    since = takewhile(lambda found: found is not last, reversed(state.found))
    own = all(found.rule in ASIDE for found in since)
    return own and at < 0 and (state.last is last or state.q.start - last.number[1] <= NEAR)


def _of_the_zone(state: State, last: Found, change: Number) -> list[Found]:
    """全市工业增加值增长6%，其中该区增长9%: the zone's own growth of what was said of the city."""
    own = any(m.start >= state.clause for m in earlier(state.sentence.zones, state.q.start))
    if not own and not re.match("其中|而|该区|全区|园区|新区", state.text[state.clause : state.q.start]):
        return []
    made = _null(state, re.sub("^全[市省国州县]", "", last.indicator), change, state.clause)
    return [replace(made, wider=False)]


def _attach_each(state: State, group: list[int], change: Number) -> list[Found]:
    """分别提高12%和9%: each growth goes to one of the levels before, in order."""
    for offset, index in enumerate(group):
        state.index = index
        at = offset - len(group)
        last = state.found[at]
        if last.change is None and last.value is not None:
            value = tidy(-_number(state) if change < 0 else _number(state))
            state.found[at] = replace(last, change=value)
    state.index = group[-1] + 1
    return []


def _anchor(state: State, step: int) -> tuple[int, int]:
    q = state.following(step)
    return (q.number_start, q.number_end) if q else (-1, -1)


def _levelless(state: State, noun: Phrase, change: Number) -> list[Found]:
    """One metric for each thing that grows: A、B增速分别为1%和2%, 营收和税收均增长15%."""
    group = group_of(state)
    parts = members(noun.text)
    made = []
    if len(group) > 1 and len(parts) == len(group):
        sign = -1 if change < 0 else 1
        for part in parts:
            made.append(_null(state, part, tidy(sign * _number(state)), noun.start))
            state.index += 1
        return made
    each = parts if len(parts) > 1 and re.search("均|都", state.text[noun.end : state.q.start]) else [noun.text]
    return [_null(state, part, change, noun.start) for part in each]


def _null(state: State, indicator: str, change: Number, low: int) -> Found:
    return state.metric(
        indicator, "metric.change", low=low, value=None, unit="", change=change, noun=indicator, wider=state.wider(low)
    )


def group_of(state: State) -> list[int]:
    """The numbers that stand in one list with this one."""
    found, step = [state.index], 1
    while (
        (q := state.following(step))
        and state.text[state.quantities[state.index + step - 1].end : q.start] in JOINTS
        and q.unit == state.q.unit
    ):
        found.append(state.index + step)
        step += 1
    return found


def members(text: str) -> list[str]:
    """The members of an enumeration, each with the head that only the last one says."""
    parts = [part for part in re.split("、|和|及|与|以及", text) if part]
    if len(parts) < 2:
        return [text]
    last = re.sub("(?:增速|增幅)$", "", parts[-1])
    head = re.search("(?:产业|行业|企业|项目|领域|产品|服务业|制造业|投资|收入)?(?:产值|增加值|营收|收入|投资)?$", last)
    tail = head[0] if head else ""
    last = re.sub("[两二三四五六七八九十]{1,3}大", "", last)
    if any(ends_with("heads").search(part) for part in parts[:-1]):
        return [*parts[:-1], last]
    return [part if not tail or part.endswith(tail) or tail in part else part + tail for part in [*parts[:-1], last]]


def _afterwards(state: State) -> list[Found] | None:
    """The number stands before the word: 保持10%以上的增幅, 实现15%的增长."""
    high = state.q.start
    text = state.left
    cut = re.search(r"(?:实现|保持|取得|达到|录得|呈现|连续|同比|均)+[^，]{0,10}$", text)
    if cut:
        high = state.low + cut.start()
    noun = state.noun(high=high) if clean(text[: high - state.low]) else Phrase()
    after = _after().match(state.right)
    sign = -1 if after and re.search("下降|负增长", after[0]) else 1
    change = tidy(sign * _number(state))
    if noun:
        return _levelless(state, noun, change)
    last = state.last_level()
    if last is None:
        return []
    return [_null(state, last.indicator, change, state.low)]


def _points(state: State) -> list[Found]:
    """百分点: above or below another place, or what a share rose by."""
    group = group_of(state)
    verb = _verb().search(state.left)
    over = None if verb else POINTS_OVER.search(state.left)
    if over and not (over["verb"] == "比" and not over["tail"]):
        if BEFORE.fullmatch(clean(over["whole"])):
            change = _number(state)
            return _attach_points(state, tidy(-change if over["verb"] == "低于" or over["tail"] == "低" else change))
        return _over(state, over, group)
    if verb:
        noun = _own(state, state.low + verb.start())
        change = _signed(state, verb)
        if noun.text in ("降幅", "增幅", "增速"):
            return []
        if not noun:
            return _attach_points(state, change)
        rise = "下降" if change < 0 else "提高"
        return [
            state.metric(
                noun.text + rise, "metric.points", low=noun.start, noun=noun.text, wider=state.wider(noun.start)
            )
        ]
    noun = state.noun()
    return [state.metric(noun.text, "metric.points", low=noun.start, noun=noun.text)] if noun else []


def _attach_points(state: State, change: Number) -> list[Found]:
    last = state.last
    if last is not None and last.change is None and last.family == "share" and last.number == _anchor(state, -1):
        state.found[-1] = replace(last, change=change, high=state.q.end)
    return []


def _over(state: State, over: re.Match[str], group: list[int]) -> list[Found]:
    """增速高于全国2.1个百分点; one metric for each place of a list."""
    noun = state.noun(high=state.low + over.start())
    if not noun and over["verb"] == "超":
        return [
            state.metric("超" + clean(over["whole"]), "metric.points", low=state.low + over.start(), noun=over["whole"])
        ]
    base = noun.text
    if not base or base in ("增速", "增幅", "分别"):
        base = _told_of(state, bool(noun))
    lower = over["verb"] == "低于" or over["tail"] == "低"
    places = [clean(part) for part in re.split("、|和|及|与", over["whole"]) if clean(part)]
    low = noun.start if noun else state.low + over.start()
    made = []
    for number, _ in enumerate(group):
        place = places[number] if len(places) == len(group) else clean(over["whole"])
        place = re.sub("(?:平均水平|平均|水平|增速)$", "", place)
        made.append(state.metric(base + ("低于" if lower else "高于") + place, "metric.points", low=low, noun=base))
        state.index += 1
    return made


def _told_of(state: State, growth: bool) -> str:
    """What stands above or below others where the clause does not say so: the share or growth told just before."""
    last = state.last
    if last is None:
        return "增速"
    if last.rule == "metric.points" and last.number == _anchor(state, -1):
        return last.noun
    if last.family == "share" and last.value is not None and not growth and last.change is None:
        return last.indicator
    level = state.last_level()
    return (level.indicator if level else "") + "增速"


def _rank(state: State) -> list[Found] | None:
    """前进3位: how far a rank moved; the rank itself is an honour."""
    if _moved().search(state.left):
        return [state.metric("排名前进位次", "metric.rank-moved", low=state.low)]
    return None
