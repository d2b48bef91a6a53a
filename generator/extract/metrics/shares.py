"""Shares: 占全市的38.9%, 占比逾七成, 贡献了近六成, 完成年度计划的85%."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.metrics.found import Found
from generator.extract.metrics.lexicon import words_of
from generator.extract.metrics.phrase import Phrase, clean, noun_after
from generator.extract.metrics.state import State
from generator.model import Qualifier

OF = re.compile(
    r"(?P<verb>占据|约占|占到|占了|占(?!有|地(?![区方])|用|领)|相当于)(?P<whole>[^，]{0,24}?)(?:的)?"
    r"(?P<kind>比重|比例|份额|总量|总数|总额)?(?:的)?"
    r"(?P<to>要达到|已达到|达到|已达|达|约为|为|约|是|升至|提高到|提升到|提高至|提升至|上升到|上升至|已|连续[^，]{0,6}保持|保持在|保持|稳定在|近){0,4}$"
)
AMONG = re.compile(r"(?:在|于)?(?P<whole>全[市省国区州县球])(?:的|中的|所占的?)(?:份额|比重|占比|比例)(?:已|也|均)?$")
IS = re.compile(r"(?:是|为|达|等于)(?:了)?[^，。；0-9]{0,6}?(?P<whole>全[市省国区球州县])(?:总量|总数|总额)?的$")
THOSE = re.compile(r"^(?:其中)?(?P<how>[^，。；0-9]{2,14})的(?:已|就|更)?(?:占|有|达)?(?:到|了)?$")
ARE = re.compile(r"(?:都|均)?(?:是|为)(?P<what>[一-龥]{2,10})(?=[，。；]|$)")
ALSO = re.compile(r"^[、和及](?P<whole>全?[一-龥]{1,8})(?:的)?$")
PLAN = re.compile(r"完成(?:了)?(?P<plan>[^占，\W]{0,8}?(?:计划|任务|目标|预算|年度投资|总投资))(?:的)?$")
GAVE = re.compile(r"贡献(?!率|度)(?:了)?(?P<whole>[^，]{0,14}?)(?:的)?$")
PART_OF = re.compile(r"(?P<whole>全[市省国区球州]|全行业)(?:超|约|近|的)?$")
LISTED = re.compile(r"^(?:的[一-龥A-Z]{1,12})?(?:[、，和及]|以及)$")
FROM_HERE = re.compile(r"(?:来自|出自|源自|产自|由)(?:这里|于此|该区|园区|[一-龥]{2,12}区)")
AGAIN = re.compile(
    "(?:(?:已|才|仅|只有|高达|达到?|为|是|约|近|超|还是|(?:一路)?(?:降|升|涨|跌|提高|下降|上升|回落|攀升)(?:到|至|为)?){1,3})?$"
)
SHARE_OF = re.compile("(?P<part>[^，。；]{1,16}?)占(?P<whole>[^，。；]{1,12}?)(?:的)?(?:比重|比例|份额)，$")
"""A clause that only names a share, whose values follow."""
TOPIC = 36
COUNTED = re.compile("(?:项目|企业|公司|人才|人员|数)$")
BESIDE = 24
"""Characters between a sum and the clause that tells what share of it something is."""
WHOLE = re.compile(r"^[一-龥]{0,8}?(?P<all>全[市省国区州县球]|[市省])$")


def read(state: State) -> list[Found] | None:
    """The share that a percentage is, or None where it is none."""
    if state.family != "share":
        return None
    text = state.text[state.clause : state.q.start]
    plan = PLAN.search(text)
    if plan:
        low = state.clause + plan.start()
        name = plan["plan"].lstrip("了")
        return [state.metric(f"{name}完成率", "metric.share", low=low, noun=name)]
    of = None if GAVE.search(text) else OF.search(text)
    is_part = None if of else IS.search(text)
    if is_part:
        part = state.noun(high=state.clause + is_part.start()).text
        level = state.last_level()
        part = part if part not in ("", *words_of("light")) else level.indicator if level else ""
        if not part:
            return []
        made = state.metric(_name(part, is_part["whole"]), "metric.share", low=state.low, noun=part)
        return [replace(made, qualifier=Qualifier.ABOUT) if "约" in state.left or "近" in is_part[0] else made]
    if of and state.clause + of.start() >= state.low:
        return _of(state, of)
    if (again := _again(state)) is not None:
        return again
    also = None if state.right.startswith("的") else ALSO.match(state.left)
    last = state.last
    if also and last is not None and last.rule == "metric.share" and "占" in last.indicator:
        part = last.indicator.split("占")[0]
        return [state.metric(_name(part, _whole(also["whole"], part)), "metric.share", low=state.low, noun=part)]
    members = _part_of(state)
    if members is not None:
        return members
    gave = GAVE.search(text)
    if gave and state.right.startswith("的") and not gave["whole"]:
        return _gave_of(state, gave)
    if gave:
        return _gave(state, gave)
    if FROM_HERE.match(state.right):
        noun = state.noun()
        return (
            [state.metric(f"占{noun.text}比重", "metric.share", low=noun.start, high=state.high, noun=noun.text)]
            if noun
            else []
        )
    return _subset(state)


def _part_of(state: State) -> list[Found] | None:
    """全市25%的税收 is 税收占全市比重; the next of a list (、40%的投资) is of the same whole."""
    if not state.right.startswith("的"):
        return None
    whole = PART_OF.search(state.left)
    last = state.last
    if whole is None and not (LISTED.match(state.left) and last is not None and last.rule == "metric.part-of"):
        return None
    noun = noun_after(state.reading, state.q.end + 1, state.high)
    if not noun:
        return []
    name = whole["whole"] if whole else last.subject_whole if last else ""
    made = state.metric(
        f"{noun.text}占{name}比重", "metric.part-of", low=state.q.start - len(name), high=noun.end, noun=noun.text
    )
    return [replace(made, subject_whole=name)]


def _of(state: State, of: re.Match[str]) -> list[Found]:
    at = state.clause + of.start()
    noun = state.noun(high=at)
    last = state.last_level()
    part, low = noun.text, noun.start if noun else at
    if part in ("数量", "总数", "总量", "占", "规模", "其") or not part:
        if last is None:
            phrase = state.previous
            part = phrase.text
            if not phrase and not of["whole"]:
                return []
        else:
            part = last.indicator
            low = at
    if of["verb"] == "相当于":
        return [state.metric(_name(part, clean(of["whole"])), "metric.share", low=low, noun=part)]
    whole = _whole(of["whole"], part)
    if not whole and last is not None and part != last.indicator and _of_last(state, last, part):
        whole = last.indicator
    if not part and not whole:
        return []
    return [state.metric(_name(part, whole), "metric.share", low=low, noun=part)]


def _again(state: State) -> list[Found] | None:
    """A further value of the share that the clause before named, or told: 汽车占工业的比重，十年前90%，如今降到52%."""
    if not AGAIN.match(clean(state.bare)):
        return None
    last = state.last
    if last is not None and last.rule == "metric.share" and last.indicator.endswith(("比重", "占比")):
        return [state.metric(last.indicator, "metric.share", low=state.low, noun=last.noun)]
    told = SHARE_OF.search(state.text, max(0, state.clause - TOPIC), state.clause)
    if not told:
        return None
    part = state.noun(low=told.start("part"), high=told.end("part")).text
    return (
        [state.metric(_name(part, clean(told["whole"])), "metric.share", low=told.start(), noun=part)] if part else None
    )


def _of_last(state: State, last: Found, part: str) -> bool:
    """Whether a share is of the sum told just before: 预算收入36亿元，其中税收占九成."""
    sums = last.family in ("money", "dollar") and last.value is not None and not COUNTED.search(part)
    return sums and state.text.startswith("其中", state.clause) and state.clause - last.number[1] <= BESIDE


def named(state: State, of: re.Match[str]) -> Phrase:
    """The share that the clause up to the number names: 进出口额占全省比重由…."""
    noun = state.noun(low=state.clause, high=state.clause + of.start())
    last = None if noun else state.last_level()
    if last is not None and state.clause > 0 and state.text[state.clause - 1] == "，":
        noun = Phrase(last.noun or last.indicator, state.clause + of.start(), state.clause + of.start())
    whole = _whole(of["whole"], noun.text)
    return Phrase(_name(noun.text, whole), noun.start, state.clause + of.end()) if noun and whole else Phrase()


def among(state: State, found: re.Match[str]) -> Phrase:
    """在全市的份额由…: the share of what was told just before, or of what the clause names before."""
    low = state.clause + found.start()
    noun = state.noun(low=state.clause, high=low)
    last = state.last_level()
    part = noun.text or (last.indicator if last else "")
    return Phrase(_name(part, found["whole"]), low, state.clause + found.end()) if part else Phrase()


def _name(part: str, whole: str) -> str:
    return f"{part}占{whole}比重" if whole else f"{part}占比"


def _whole(text: str, part: str) -> str:
    """What it is a share of: 广州全市 is 全市; what repeats the part is left out."""
    plain = re.sub("(?:的)?(?:总量|总数|总额)?(?:的)?$", "", clean(text))
    if plain in ("比", "了", "到", "据"):
        return ""
    found = WHOLE.match(plain)
    if found:
        return found["all"] if len(found["all"]) == 2 else f"全{found['all']}"
    bare = part.removesuffix("数")
    if len(bare) >= 3 and plain.endswith(bare):
        return plain.removesuffix(bare).rstrip("的")
    return plain


def _gave(state: State, gave: re.Match[str]) -> list[Found]:
    last = state.last_level()
    whole = clean(gave["whole"])
    if whole:
        return [state.metric(f"占{whole}比重", "metric.share", low=state.clause + gave.start(), noun=whole)]
    if last is None:
        return []
    part = re.sub(r"^[一-龥]{1,6}[省市](?=[一-龥]{2})", "", last.indicator)
    return [state.metric(f"{part}占全市比重", "metric.share", low=state.clause, noun=part)]


def _gave_of(state: State, gave: re.Match[str]) -> list[Found]:
    """医药、新材料两个板块，贡献了八成的工业产值: the share of what stands behind that those before gave."""
    whole = noun_after(state.reading, state.q.end + 1, state.high)
    own = state.noun(high=state.clause + gave.start())
    who = own if own else state.previous
    if not whole or not who:
        return []
    name = f"{who.text}占{whole.text}比重"
    return [state.metric(name, "metric.share", low=who.start, high=whole.end, noun=who.text)]


def _subset(state: State) -> list[Found] | None:
    """A share of what stands after it that does something: 六成产品出口欧美, 一半以上的企业."""
    of_those = THOSE.search(state.text[state.clause : state.q.start])
    counted = state.last_count()
    kind = re.search("(?:企业|项目|人才|人员|员工|职工|产品|公司|机构|专利)$", counted.noun) if counted else None
    if of_those and kind and not state.right.strip("，。；以上左右多"):
        name = f"{clean(of_those['how'])}{kind[0]}占比"
        return [state.metric(name, "metric.share", low=state.clause, noun=name)]
    are = ARE.match(state.right)
    if are and kind and not clean(state.left):
        name = f"{are['what']}占比"
        return [state.metric(name, "metric.share", low=state.q.start, high=state.q.end + are.end(), noun=name)]
    noun = noun_after(state.reading, state.q.end, state.high)
    if not noun or noun.text.endswith(("率", "度", "股份", "股权", "比重", "份额")):
        return None
    rest = state.text[noun.end : state.high]
    verb = re.match(r"[一-龥]{2,10}$", rest)
    if not verb or re.search("率|度", verb[0]):
        return None
    return [
        state.metric(f"{noun.text}{verb[0]}占比", "metric.share", low=state.q.start, high=state.high, noun=noun.text)
    ]
