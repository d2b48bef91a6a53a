"""Ranks: 在…中排名第七, 数量居全国高新区第4位, 由第9位升至第6位, 连续九年跻身全国十强, A和B分列全省第6位和第2位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.honour_awards import hoped
from generator.extract.honour_measures import (
    LONGEST_MEASURE,
    YEARS,
    among,
    amount_before,
    measures_in,
    named_fully,
    unfilled,
)
from generator.extract.honour_rank_titles import PLACES, TOPS, Head, Listing, honours_of
from generator.extract.honour_words import DIGITS, Found, pattern, words
from generator.extract.phrases import Places, clause
from generator.gates import gated
from generator.patterns import one_of
from generator.places import find_places

REACH = 90
LONGEST_SCOPE = 34
END = r"(?=[，,。；;：、！!）)”\s和与及的升跃上前较比提进下蹿攀挪往到至]|$)"
RANK = gated(
    rf"第(?P<number>{DIGITS})(?P<unit>位|名)?{END}"
    rf"|(?P<top>{'|'.join((*TOPS, *PLACES))}){END}"
    rf"|前(?:\d{{1,3}}%?|[一二三四五六七八九十]{{1,2}})(?:名|位|强)?{END}"
    rf"|(?P<strong>[百千十]强|\d{{2,4}}强|[一二三四五六七八九]十强)(?:县|区|园区|榜单|榜|企业|行列|名单)?(?!”?[中里])(?!排名){END}"
)
RANKING = r"(?:榜单?|排名|排行榜?|评价|考核|考评|评估|测评|评选|百强[一-龥]{0,4}|[0-9]{2,3}强)[”》]?"
INSIDE = re.compile(
    rf"在([^，。；,;]{{2,50}}?)(?:当中|[中里内])$|([^，。；,;在]{{2,50}}?{RANKING})(?:当中|[中里内上])$"
)
ENTERED = re.compile(
    r"(?:入选|跻身|荣登|登上|上榜|入围|进入|挤进|冲进|闯进|杀入|进了)(?:了)?([^，。；,;]{4,40}?(?:强”?|榜单?|名单|(?:考核|评价|考评|评估|排名)(?=前[0-9一二三四五六七八九十百]{1,3}[名位强]?$)))(?:前[0-9一二三四五六七八九十百]{1,3}[名位强]?)?$"
)
ABOUT = re.compile(r"在(?P<one>[^，。；在]{2,40}?)(?P<two>)(?:等)?(?:方面|领域|指标上|单项上|维度上)$")
AT_SCOPE = re.compile(r"在([一-龥]{2,6})$")
INSIDE_EARLIER = re.compile(
    rf"在([^，。；,;]{{2,50}}?)(?:当中|[中里内])(?=[^，。；,;]{{0,30}}$)|在([^，。；,;]{{2,50}}?{RANKING})上(?=[^，。；,;]{{0,30}}$)"
)
CLASS = re.compile("[A-D][类级档]")
"""The class of a ranking: 位列B类第31名."""
OVERALL = "综合排名"
WITHIN = re.compile(r"在(?P<group>[^，。；在]{2,24}?)(?:当中|[中里])(?P<measure>[一-龥A-Z]{2,14})$")
"""在全省园区里亩均税收第二: the group and the measure right before the rank."""
AWARDED = re.compile(r"(?:评为|获评|荣获|获得|被评为)[^，。；]{1,12}$")
RANKING_CLAUSE = re.compile(
    r"^(?:[0-9]{1,2}月)?(?![^，。]*(?:公布|发布|通报|印发|下发|公示)[^，。]{2})"
    r"([^，。；,;]{4,50}?(?:评价|考核|考评|评估|测评|评选|竞赛|大赛|排名))(?:结果)?(?:揭晓|出炉|公布|发布|放榜)?$"
)
"""A clause that is only the ranking's name: 全省营商环境评价，我们得了第二名."""
JOINT = re.compile(r"^(?:和|与|及|、|以及|，)?$")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(one_of(words("rank_verbs")))


def ranks(text: str, listing: Listing, names: tuple[tuple[int, int], ...] = ()) -> Iterator[Found]:
    """The ranks of a sentence; `names` are the places of zone names, which are no part of a rank's title."""
    if not RANK.opens(text):
        return
    places = Places(names)
    run: list[tuple[re.Match[str], str]] = []
    head: Head | None = None
    for token in RANK.expression.finditer(text):
        scope = _joined(text, run[-1][0], token) if run else None
        if scope is not None and head is not None:
            run.append((token, scope or head.scope))
            continue
        if head is not None:
            yield from honours_of(text, run, head, listing)
        head = _head(text, token, places)
        run = [(token, head.scope)] if head else []
    if head is not None:
        yield from honours_of(text, run, head, listing)


def _joined(text: str, before: re.Match[str], token: re.Match[str]) -> str | None:
    """The scope between two ranks of one run (第6位和第2位, 国内第一、全球第二); None where they are no run."""
    between = text[before.end() : token.start()]
    if len(between) > 14:
        return None
    scope = between.lstrip("、，和与及")
    if len(scope) == len(between) or any(verb in scope for verb in ("由", "从", "居", "列", "排", "第")):
        return None
    return scope if not scope or _is_scope(scope) else None


def _head(text: str, token: re.Match[str], names: Places) -> Head | None:
    start = max(clause(text, token.start())[0], token.start() - REACH)
    if hoped(text, token.start()):
        return None
    before = text[start : token.start()]
    verbs = [verb for verb in _verbs().finditer(before) if not before[verb.end() :].startswith(("为主", "于"))]
    verb = verbs[-1] if verbs else None
    scope = before[verb.end() :].strip("“的上年了") if verb else _scope_at_end(before)
    strong = token.group("strong")
    if verb is None and (strong or not scope):
        return None if strong else _measured(text, start, before)
    if verb is not None and (len(scope) > LONGEST_SCOPE or not (strong or _is_scope(scope))):
        return None
    if verb and verb.group() in ("排名", "综合排名") and len(verbs) > 1:
        # 获全省年度综合排名前15%: the name of the ranking stands between the verb and 排名.
        named = before[verbs[-2].end() : verb.end()]
        if _is_scope(named.removesuffix(verb.group())) and len(named) > len(verb.group()) + 1:
            verbs, verb, scope = verbs[:-1], verbs[-2], named
    end, said = (verb.start(), verb.group()) if verb else (len(before) - len(scope), "")
    for earlier in reversed(verbs[:-1]):
        if not before[earlier.end() : end].strip("“了全部"):
            end = earlier.start()
            said = earlier.group() if earlier.group() == OVERALL else said
    return _read_head(text, start, start + end, names, said, scope)


def _measured(text: str, start: int, before: str) -> Head | None:
    """国内市场占有率第一: a measure with its scope right before the rank."""
    found = list(pattern("scopes").finditer(before))
    if not found or not before.endswith(words("measures")) or len(before) - found[0].start() > LONGEST_MEASURE:
        return None
    within = WITHIN.search(before)
    if within and before.endswith(words("measures")):
        return Head((within["measure"],), "", within["group"], "", "", "", start + within.start())
    begin = found[0].start()
    return Head((before[begin:],), "", "", "", "", " ", start + begin)


def _read_head(text: str, start: int, end: int, names: Places, verb: str, scope: str) -> Head | None:
    years = YEARS.search(text[start:end])
    stretch = unfilled(text[start:end])
    inside = INSIDE.search(stretch) or INSIDE_EARLIER.search(stretch) or _inside_before(text, start)
    for left, right in names.within(start, end):
        if start <= left and right <= end and not text.startswith("的", right):
            start = right
    within = INSIDE.search(stretch)
    placed = AT_SCOPE.search(stretch)
    if placed and not scope and not within and _is_scope(placed.group(1)):
        scope, end = placed.group(1), end - (len(text[start:end]) - len(stretch)) - len(placed.group())
    if within:
        measures = among(text, start) or measures_in(text[start : start + within.start()])
    else:
        measures = named_fully(text, start, measures_in(text[start:end]))
    amount = amount_before(text, start, names) if not measures else ""
    return Head(
        measures,
        amount,
        next(filter(None, inside.groups())) if inside else "",
        years.group() if years else "",
        verb,
        scope,
        end,
    )


def _inside_before(text: str, start: int) -> re.Match[str] | None:
    """在…中 that is the whole clause before."""
    if start < 2:
        return None
    left, right = clause(text, start - 2)
    told = text[left:right]
    found = (
        ABOUT.search(told)
        or INSIDE.search(told)
        or INSIDE_EARLIER.search(told)
        or ENTERED.search(told)
        or RANKING_CLAUSE.search(told.lstrip())
    )
    if found is None and left > 2 and text[left - 1] in "，," and AWARDED.search(told):
        # 在某考核里，它连续六年评为优秀，2018年名列第三: still of the ranking that the first clause names.
        found = INSIDE.search(text[slice(*clause(text, left - 2))])
    return found


def _is_scope(scope: str) -> bool:
    """Whether what stands between the verb and the rank is a scope, or nothing."""
    return (
        not scope
        or CLASS.fullmatch(scope) is not None
        or bool(pattern("scopes").search(scope))
        or scope.endswith("排名")
        or bool(find_places(scope))
    )


def _scope_at_end(before: str) -> str:
    """全省 in 综合得分全省第一: a scope that stands right before the rank without a verb."""
    window = before[-12:]
    for word in words("scopes"):
        if window.endswith(word):
            return word
    return next((window[place.start :] for place in find_places(window) if place.end == len(window)), "")
