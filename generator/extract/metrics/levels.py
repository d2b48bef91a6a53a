"""Levels: 规上工业产值634.21亿元, 占地面积50余亩, 239亩低效用地, 95%的设备自动化率."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import words_of
from generator.extract.metrics.phrase import Phrase, clean, noun_after
from generator.extract.metrics.state import State
from generator.extract.metrics.unnamed import unnamed
from generator.model import Qualifier
from generator.patterns import alternation
from generator.quantity import base_value, family

MEASURED = frozenset(
    (
        "money",
        "dollar",
        "currency",
        "area",
        "length",
        "mass",
        "volume",
        "power",
        "energy",
        "voltage",
        "data",
        "computing",
        "share",
        "score",
        "visits",
    )
)
MONEY = frozenset(("money", "dollar", "currency"))
BARE = frozenset(
    (
        "总投资",
        "投资",
        "投资总额",
        "总投资额",
        "总产值",
        "产值",
        "年产值",
        "税收",
        "年税收",
        "总建筑面积",
        "计划投资",
        "计划总投资",
        "协议总投资",
        "协议投资",
        "协议投资额",
        "协议投资总额",
        "概算投资",
        "签约金额",
        "签约总金额",
        "年销售收入",
    )
)
BARE_ENDS = tuple(sorted(BARE))
ADDED = re.compile(r"(?P<verb>新增|新建|改建|扩建|盘活|腾退|交付|出让|收储|供应)(?:了)?$")
RATE = re.compile(r"的(?P<name>[一-龥]{1,12}?(?:率|占比|比重|份额))")
PER = re.compile(r"每(?:平方公里|公顷|亩|平方米|户|人|万人|吨|台|辆|度)(?:约|达)?$")
WAY = re.compile("(?:路|道|路网|管网|管线|管廊|铁路|线|渠|堤防|岸线|河道|隧道)$")
DIRECTION = re.compile("(?:[东南西北][上下进行去]|[往向朝][东南西北]{1,2}|驱车|步行|行驶|绵延|蜿蜒|出发|车程)$")
OF_COUNTED = {"合计产值": "产值", "合计营收": "营收", "合计税收": "税收", "合计年产值": "年产值", "共计产值": "产值"}
AMOUNTS = frozenset(("产值", "总产值", "营收", "营业收入", "增加值", "税收", "销售收入", "利润", "主营业务收入"))
MADE_IT = re.compile(r"(?:业|链|集群)(?P<verb>(?:共|累计|合计)?(?:实现|完成|创造|贡献|达成)(?:了)?)$")
PROJECTS_AFTER = re.compile(r"的[^，。；]{0,12}?(?:项目|工程|基地|园)")
AVERAGED = ("亩均", "人均", "户均", "地均", "每")
SAME = frozenset(("数", "数才", "个数", "数字", "数据", "这个数", "这一数字", "同一口径", "同口径", "口径"))
TAKEN_UP = re.compile("(?:这|这个|这一|该|此)(?:数字|数据|数|指标)|同一?口径|(?<=[数字])才$")
"""What takes up the measure told before: 去年20亿元，2019年这个数才18亿元."""
NAME = 14
"""Characters of a measure that an amount before it describes: 500万元以上固定资产投资78亿元."""
OF_SEVERAL = re.compile("的[0-9]{1,4}[余多]?[个只项]")
"""What stands behind a sum of several things: 总投资273亿元的31个项目."""
SUMMED = re.compile("^(?:累计|共|合计|总计|达|约|为|已达){0,4}$")
CONTINUED = re.compile(
    r"^[，、]?(?:想要?|要|盼着|希望|瞄准|目标是?|力争|争取|首次|已经|已|现|约|更|才|仅|只有|达到|达|为|是|就|便|有望|预计|将|可|攀升至|升至|增至|(?:增长|提高|提升)[到至]|[做冲干跑]到|突破|超过|完成|实现|冲刺|冲击|剑指|瞄准){0,8}$"
)
"""What leads to a further number of what was told before: 去年3亿元，今年前三季度已做到4亿元."""
ROUND = re.compile(
    r"^[，、](?:也|并|更|且|由此)?(?:首次|历史性地?|成功|一举|首度|正式|实现){0,3}(?:突破|跨越|跨过|迈上|迈过|迈入|站上|跨上|踏上|首破|越过|超过|破)(?:了)?$"
)
"""What stands before the round number that a level just told has passed: 达1106亿元，首次突破千亿大关."""
SCORED = re.compile("(?:得分|总分|评分|得了|拿下|拿到|获得)(?:为|达|达到|约){0,2}$")
BY_SCORE = re.compile("(?:的)?(?:总分|得分|高分|成绩)?(?:位|名)?[居列排获夺]")
PROJECT = re.compile(r"(?:项目|工程)$")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words_of('heads'))})$")


def attributive(state: State) -> list[Found] | None:
    """A number that only describes what is counted next: 10亿元以上企业15家, 总投资5亿元的项目3个, 百亿级产业集群."""
    if state.family in ("count", "people", "times") or state.family not in MEASURED:
        return None
    following = state.following()
    q, text = state.q, state.text
    before = state.following(-1)
    if before and before.end == q.start and family(before.unit) in ("count", "people") and _of_class(state):
        return []
    if following is not None and state.family in MONEY and family(following.unit) in MONEY and q.qualifier == ">":
        between = text[q.end : following.start]
        if len(between) <= NAME and re.fullmatch("(?:的)?[一-龥]+", between) and _heads().search(between):
            return []
    if following is None or family(following.unit) not in ("count", "people"):
        return None
    between = text[q.end : following.start]
    if re.search("[，。；、]", between):
        return None
    if re.match(
        r"的?(?:[一-龥]{0,6}?(?:企业|项目|单位|楼宇|工程)|[“‘][一-龥]{1,6}[”’])?(?:的)?(?:就|也|共|已|仅|只|才)?"
        r"(?:达到|增至|共有|有|达|为|共)?$",
        between,
    ) and re.search(r"投资|合同|超|产值|营收|收入|税|以上|资", state.left + text[q.start : q.end] + between):
        noun = state.noun()
        if q.qualifier == "=" and _bare(noun.text):
            return None
        state.attribute = noun.start if noun and noun.end == q.start else q.start
        return []
    if (
        re.match(r"(?:级)?[一-龥“”、（）()]{1,20}$", between)
        and not between.startswith("的")
        and not _heads().search(state.noun().text or "无")
    ):
        state.attribute = q.start
        return []
    return None


def _of_class(state: State) -> bool:
    """Whether an amount right after a count names the class of what is counted: 4个10亿元以上项目."""
    return bool(re.match(r"(?:以上|级|级别)?(?:的)?[一-龥]{0,6}(?:企业|项目|平台|机构|工程)", state.right)) and bool(
        re.search("以上|级", state.text[state.q.start : state.q.end] + state.right[:3])
    )


def read(state: State) -> list[Found] | None:
    """A number with a unit of measure as a metric; an empty list where nothing says what is measured."""
    if state.family in ("count", "people", "times", "factor", "points", "time", "year"):
        return []
    if not state.q.unit:
        noun = state.noun()
        return [state.metric(noun.text, "metric.index", low=noun.start, noun=noun.text)] if noun else []
    per = PER.search(state.left)
    noun = state.noun(high=state.low + per.start()) if per else state.noun()
    after = _after(state)
    if re.search("首[个家座批]|唯一", noun.text):
        return []
    rate = RATE.match(state.right) if state.family == "share" else None
    if rate:
        return [state.metric(rate["name"], "metric.described", low=state.q.start, high=state.q.end + rate.end())]
    if _passed(state):
        exact = state.found[-1]
        told = state.metric(exact.indicator, "metric.level", low=state.low, noun=exact.noun, wider=exact.wider)
        state.found.insert(-1, told)  # a growth that follows is of the exact level
        return []
    if state.family == "score" and not noun:
        return _score(state)
    if per and not noun:
        noun = _per_what(state)
    if per and noun:
        return [
            state.metric(
                noun.text if noun.text.startswith(AVERAGED) else clean(per[0]) + noun.text,
                "metric.per",
                low=noun.start,
                noun=noun.text,
                wider=state.wider(noun.start),
            )
        ]
    again = noun.text in SAME
    noun = Phrase() if again else noun
    if (plain := unnamed(state, noun)) is not None:
        return plain
    if state.family == "length" and noun and DIRECTION.search(noun.text):
        return []
    together = _together(state, noun)
    if together:
        return together
    if _heads().search(noun.text or "") or (noun and not after):
        return _level(state, noun, after)
    if after:
        return _described(state, after)
    last = (state.last_level() or state.told) if again else state.model
    if last is not None and (last.family == state.family or last.value is None) and CONTINUED.match(_onward(state)):
        if last.value is None and last.change is not None:
            return _filled(state, last)
        return [state.metric(last.indicator, "metric.level", low=state.low, noun=last.noun, wider=last.wider)]
    if SUMMED.match(clean(state.bare)) or CONTINUED.match(clean(state.bare)):
        previous = state.previous
        if previous and _heads().search(previous.text):
            return [
                state.metric(
                    previous.text,
                    "metric.level",
                    low=previous.start,
                    noun=previous.text,
                    wider=state.wider(previous.start),
                )
            ]
    return []


def _per_what(state: State) -> Phrase:
    """What is told per acre where the clause before tells it: 税收3.9亿元，每平方公里超7000万元."""
    last, previous = state.last_level(), state.previous
    if last is not None and last.family in MONEY and last.value is not None and state.low - last.number[1] <= NAME:
        return Phrase(last.indicator, last.low, last.high)
    return previous if previous and _heads().search(previous.text) else Phrase()


def _onward(state: State) -> str:
    """The words before the number without the time and without what takes up the measure just told (这个数)."""
    return clean(TAKEN_UP.sub("", state.bare))


def _passed(state: State) -> bool:
    """Whether the number is a round one that the level just told has passed."""
    last, value = state.last, state.q.value
    if last is None or last.family != state.family or not isinstance(value, int) or isinstance(last.value, tuple):
        return False
    if state.text[state.q.number_start] in "0123456789" and value % 100:
        return False
    between = state.text[last.number[1] : state.q.number_start]
    words = between[between.find("，") :] if "，" in between else ""
    if last.value is None or not ROUND.match(words):
        return False
    return base_value(value, state.q.unit)[0] <= base_value(last.value, last.unit)[0]


def _together(state: State, noun: Phrase) -> list[Found]:
    """A、B双双突破9亿元: the number is of each of them."""
    each = re.search("双双|齐齐|均|都|皆", state.text[noun.end : state.q.start]) if noun else None
    parts = [part for part in re.split("、|和|及|与|以及", noun.text) if part]
    if not each or len(parts) < 2 or not all(_heads().search(part) for part in parts):
        return []
    wider = state.wider(noun.start)
    return [state.metric(part, "metric.level", low=noun.start, noun=part, wider=wider) for part in parts]


def _filled(state: State, last: Found) -> list[Found]:
    """The level that a growth without one led to: 翻一番、达1200亿元."""
    state.found[-1] = replace(
        state.metric(last.indicator, "metric.level", low=last.low, noun=last.noun, wider=last.wider), change=last.change
    )
    return []


def _score(state: State) -> list[Found]:
    """88.9分: the score of the assessment that the sentence names."""
    named = re.findall(
        r"[一-龥]{0,4}(?:考评|评价|考核|评估|测评|评审|评选)", state.text[max(0, state.q.start - 60) : state.q.end + 20]
    )
    if named:
        return [state.metric(f"{named[-1]}得分", "metric.score", low=state.low)]
    scored = SCORED.search(state.left)
    ranked = state.left.endswith("以") and BY_SCORE.match(state.text, state.q.end)
    return [state.metric("得分", "metric.score", low=state.low)] if scored or ranked else []


def _after(state: State) -> Phrase:
    match = re.match(r"(?:的|作为|用于|建设|用以)?", state.right)
    skip = match.end() if match else 0
    noun = noun_after(state.reading, state.q.end + skip, state.high)
    return noun if noun.start - state.q.end <= 4 else Phrase()


def _level(state: State, noun: Phrase, after: Phrase) -> list[Found]:
    name = noun.text
    if state.family == "share" and not re.search(
        "率|比重|占比|比例|份额|强度|度$|成本|比$|股|覆盖|利用|容积|能耗", name
    ):
        return []
    if state.family == "score" and not re.search("分$|得分|指数|评分|考评|评价|成绩", name):
        name += "得分"
    if state.family == "visits" and not name.endswith(("人次", "量", "数")):
        name += state.q.unit.lstrip("万亿")
    if state.family == "area" and not _heads().search(name):
        name += "面积"
    if state.family == "length" and WAY.search(name):
        name += "长度"
    if name.startswith("最高") and len(name) > 3:
        limit = state.metric(name.removeprefix("最高"), "metric.level", low=noun.start, noun=name)
        return [replace(limit, qualifier=Qualifier.UNDER)]
    if name == "占地" or name.endswith("占地"):
        name += "面积"
    if name in ("规模", "总规模", "首期规模", "募集规模", "目标规模") and after:
        name = after.text + name
    if state.family in MONEY and noun.verb and not _heads().search(name) and noun.verb == name:
        return []
    if state.family in MONEY and re.search("(?:园|区|公司|城|市|省|县|中心|活动|集团)$", name):
        return []
    period = ""
    if _bare(name) and PROJECTS_AFTER.match(state.text, state.q.end):
        name = next(word for word in sorted(BARE, key=len, reverse=True) if name.endswith(word))
    name = _of_industry(state, noun) + name
    if name in OF_COUNTED:
        name = _of_companies(state) + OF_COUNTED[name]
    if name in BARE:
        described = (
            after.text
            if after and state.text[state.q.end : state.q.end + 1] == "的" and PROJECT.search(after.text)
            else ""
        )
        counted = state.last_count()
        if described and counted is not None and described in counted.noun:
            name = described + name
        elif _of_projects(state):
            name = _of_projects(state) + name
        else:
            counted = None
        period = "=" if counted or OF_SEVERAL.match(state.text, state.q.end) else ""
    summed = state.last_count()
    if summed is not None and name.startswith(summed.noun) and name[len(summed.noun) :] in BARE:
        period = "="
    high = after.end if after and state.text[state.q.end : state.q.end + 1] == "的" else 0
    return [
        state.metric(
            name, "metric.level", low=noun.start, high=high, noun=name, period=period, wider=state.wider(noun.start)
        )
    ]


def _bare(name: str) -> bool:
    """Whether a name is 总投资 or the like, alone or after the verb of the project: 开工总投资9亿元的3个项目."""
    return name in BARE or (
        name.endswith(BARE_ENDS)
        and any(name.startswith(word) and name[len(word) :] in BARE for word in words_of("prefix"))
    )


def _of_industry(state: State, noun: Phrase) -> str:
    """Who made a bare amount, where a verb stands between: 医药产业实现产值30亿元."""
    if noun.text not in AMOUNTS:
        return ""
    made = MADE_IT.search(state.text[state.clause : noun.start])
    if not made or state.clause + made.start() < state.low:
        return ""
    who = state.noun(high=state.clause + made.start("verb"))
    return who.text if who.text.endswith(("产业", "行业", "制造业", "服务业", "产业链", "集群")) else ""


def _of_companies(state: State) -> str:
    """The companies, just counted, that a sum is of: 41家造纸企业合计产值30亿元."""
    counted = state.last_count()
    between = state.text[counted.number[1] : state.q.start] if counted else ""
    own = counted is not None and counted.noun.endswith(("企业", "公司")) and len(between) < 30
    return counted.noun if own and counted and not re.search("[，、]", between) else ""


def _of_projects(state: State) -> str:
    """The projects that a bare 总投资 is of: those counted just before."""
    counted = state.last_count()
    if counted is None or not PROJECT.search(counted.noun) or counted.wider:
        return ""
    between = state.text[counted.number[1] : state.q.start]
    return counted.noun if len(between) < 40 else ""


def _described(state: State, noun: Phrase) -> list[Found]:
    """What stands after the number is measured by it."""
    name, low = noun.text, state.q.start
    linked = state.text[state.q.end : noun.start]
    if state.family == "area":
        name = name if _heads().search(name) else f"{name}面积"
    elif state.family == "share":
        if not re.search("率$|比重$|占比$|份额$|度$", name):
            return []
    elif state.family in MONEY:
        if not _heads().search(name):
            return []
        name += "规模" if name.endswith("基金") else ""
    elif state.family in ("power", "energy"):
        name = name if _heads().search(name) else f"{name}产能"
    elif state.family == "computing":
        name = name if _heads().search(name) else f"{name}规模"
    elif not linked or state.family in ("mass", "length"):
        return []
    verb = ADDED.search(state.left)
    if verb:
        name, low = verb["verb"] + name, state.low + verb.start()
    return [state.metric(name, "metric.described", low=low, high=noun.end, noun=noun.text, wider=state.wider(low))]
