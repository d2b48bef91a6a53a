"""Ranks: 在…中排名第七, 数量居全国高新区第4位, 由第9位升至第6位, 连续九年跻身全国十强, A和B分列全省第6位和第2位."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.extract.honour_awards import hoped
from generator.extract.honour_words import DIGITS, Found, either, number, pattern, tidy, words, year_of
from generator.extract.phrases import Places, clause, enumeration, last_joint
from generator.places import find_places

REACH = 90
BARE = 5
LONGEST_SCOPE, LONGEST_MEASURE = 34, 26
TOPS = ("首位", "榜首", "之首", "头名", "魁首", "状元", "第一方阵")
PLACES = {"榜眼": 2, "亚军": 2, "探花": 3, "季军": 3}
"""Ways to say second and third."""
AS_SAID = TOPS[:2]
"""Ways to say first that a title keeps."""
END = r"(?=[，,。；;：、！!）)”\s和与及的升跃上前较比提进下]|$)"
RANK = re.compile(
    rf"第(?P<number>{DIGITS})(?P<unit>位|名)?{END}"
    rf"|(?P<top>{'|'.join((*TOPS, *PLACES))}){END}"
    rf"|前(?:\d{{1,3}}%?|[一二三四五六七八九十]{{1,2}})(?:名|位|强)?{END}"
    rf"|(?P<strong>[百千十]强|\d{{2,4}}强|[一二三四五六七八九]十强)(?:县|区|园区|榜单|榜|企业|行列|名单)?(?!”?[中里])(?!排名){END}"
)
YEARS = re.compile(rf"连续{DIGITS}年|连年")
RANKING = r"(?:榜单?|排名|排行榜?|评价|考核|考评|评估|测评|评选|百强[一-龥]{0,4}|[0-9]{2,3}强)[”》]?"
INSIDE = re.compile(
    rf"在([^，。；,;]{{2,50}}?)(?:当中|[中里内])$|([^，。；,;在]{{2,50}}?{RANKING})(?:当中|[中里内上])$"
)
ENTERED = re.compile(r"(?:入选|跻身|荣登|登上|上榜|入围|进入)(?:了)?([^，。；,;]{4,40}(?:强|榜单?|名单))$")
AT_SCOPE = re.compile(r"在([一-龥]{2,6})$")
INSIDE_EARLIER = re.compile(
    rf"在([^，。；,;]{{2,50}}?)(?:当中|[中里内])(?=[^，。；,;]{{0,30}}$)|在([^，。；,;]{{2,50}}?{RANKING})上(?=[^，。；,;]{{0,30}}$)"
)
RANKING_CLAUSE = re.compile(
    r"^(?:[0-9]{1,2}月)?(?![^，。]*(?:公布|发布|通报|印发|下发|公示)[^，。]{2})"
    r"([^，。；,;]{4,50}?(?:评价|考核|考评|评估|测评|评选|竞赛|大赛|排名))(?:结果)?(?:揭晓|出炉|公布|发布|放榜)?$"
)
"""A clause that is only the ranking's name: 全省营商环境评价，我们得了第二名."""
DONE = re.compile(r"^[^，。]{0,20}?(?:实现|完成|达到)|^(?:19|20)\d\d年(?:园区|全区)?")
PUBLISHED = re.compile(r"^[^，。]{0,30}?(?:公布|发布|通报|揭晓|印发)的")
ALIST = re.compile(r"排名|评价|考核|考评|百强|榜")
ANYBODY = re.compile(r"^(?:全国|全省|全市|全自治区|参评的|参评|省级以上|[0-9]+[家个](?:参评|省级以上))")
BARE_ONE = re.compile(r"(?:总量|总额|规模|增速|增幅|增量|总数)$")
QUOTED_BEFORE = re.compile(r"“([^“”]{3,24})”$")
AMONG = re.compile(r"(?P<all>[^，。；]{2,60})[两三四五六七八九十]项(?P<what>[一-龥]{2,6})$")
GROUPS = ("区", "县", "市", "园", "板块", "企业", "省份", "城市")
CLAUSES_BACK = 3
YEAR_ONLY = re.compile(r"(?:19|20)\d\d年?度?的?(?:榜单|榜|排名|名单|评价|考核)")
YEAR_ONLY_HEAD = re.compile(r"^(?:19|20)\d\d年度?")
JOINT = re.compile(r"^(?:和|与|及|、|以及|，)?$")
FROM = ("由", "从")
COUNTED = re.compile(
    r"^(?:.*(?:拥有|集聚|聚集|累计|已有|共有|现有|有|达|新增|净增|培育|引进|认定|入选))?([一-龥“”]{3,20}?)(?:达到|达|总数达|为|有)?\d[\d.]*万?(?:余|多)?(?:家|个|项|人|件|户|名)$"
)
AMOUNT_BEFORE = re.compile(
    r"([一-龥A-Za-z]{2,18}?)(?:同比)?(?:达到|达|为|突破|完成|实现|超过|超|增长|约|近|居|高达){0,2}[\d.]+(?:[万亿]|多|余){0,3}(?!强|位|名)[一-龥%㎡]{1,6}(?:左右|以上)?$"
)
BOTH_MEASURES = re.compile(r"(?P<many>[两三四五六])项(?P<what>增速|增幅|总量|规模|增量)")
MEASURED = re.compile(
    r"(?:.{0,12}?[区园])?(?P<what>[一-龥A-Z]{2,14}?)(?:同比)?(?:增长|完成|实现|达到|达|为|突破|超)?[0-9][0-9.]*[万亿]?[%元美]"
)
ABOUT = re.compile(r"在([^，。；在]{2,50}?)(?:等)?(?:\d+个|[两三四五六]个)?(?:方面|领域|维度)")


@dataclass(frozen=True, slots=True)
class Listing:
    """The listing that a text speaks of while it tells ranks, and who made it."""

    name: str = ""
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a rank: the measures, the listing in 在…中, how often, the verb, the scope."""

    measures: tuple[str, ...]
    amount: str
    inside: str
    years: str
    verb: str
    scope: str
    start: int


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(either(words("rank_verbs")))


@cache
def _fill() -> tuple[re.Pattern[str], re.Pattern[str]]:
    fill = either(words("rank_fill"))
    small = either([word for word in words("rank_fill") if word not in ("全区", "新区", "开发区", "高新区", "经开区")])
    return re.compile(f"^(?:{fill}|[，、的了])+"), re.compile(f"(?:{small}|[，、的了])+$")


def ranks(text: str, listing: Listing, names: tuple[tuple[int, int], ...] = ()) -> Iterator[Found]:
    """The ranks of a sentence; `names` are the places of zone names, which are no part of a rank's title."""
    places = Places(names)
    run: list[tuple[re.Match[str], str]] = []
    head: Head | None = None
    for token in RANK.finditer(text):
        scope = _joined(text, run[-1][0], token) if run else None
        if scope is not None and head is not None:
            run.append((token, scope or head.scope))
            continue
        if head is not None:
            yield from _told(text, run, head, listing)
        head = _head(text, token, places)
        run = [(token, head.scope)] if head else []
    if head is not None:
        yield from _told(text, run, head, listing)


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
    end = verb.start() if verb else len(before) - len(scope)
    for earlier in reversed(verbs[:-1]):
        if not before[earlier.end() : end].strip("“了全部"):
            end = earlier.start()
    return _read_head(text, start, start + end, names, verb.group() if verb else "", scope)


def _measured(text: str, start: int, before: str) -> Head | None:
    """国内市场占有率第一: a measure with its scope right before the rank."""
    found = list(pattern("scopes").finditer(before))
    if not found or not before.endswith(words("measures")) or len(before) - found[0].start() > LONGEST_MEASURE:
        return None
    begin = found[0].start()
    return Head((before[begin:],), "", "", "", "", " ", start + begin)


def _read_head(text: str, start: int, end: int, names: Places, verb: str, scope: str) -> Head | None:
    years = YEARS.search(text[start:end])
    stretch = _unfilled(text[start:end])
    inside = INSIDE.search(stretch) or INSIDE_EARLIER.search(stretch) or _inside_before(text, start)
    for left, right in names.within(start, end):
        if start <= left and right <= end and not text.startswith("的", right):
            start = right
    within = INSIDE.search(stretch)
    placed = AT_SCOPE.search(stretch)
    if placed and not scope and not within and _is_scope(placed.group(1)):
        scope, end = placed.group(1), end - (len(text[start:end]) - len(stretch)) - len(placed.group())
    if within:
        measures = _among(text, start) or _measures(text[start : start + within.start()])
    else:
        measures = _named(text, start, _measures(text[start:end]))
    amount = _amount_before(text, start, names) if not measures else ""
    return Head(
        measures,
        amount,
        next(filter(None, inside.groups())) if inside else "",
        years.group() if years else "",
        verb,
        scope,
        end,
    )


def _among(text: str, start: int) -> tuple[str, ...]:
    """A增速、B增速 of A、B两项增速，在…中分别排…."""
    if start < 2:
        return ()
    left, right = clause(text, start - 2)
    found = AMONG.search(text[left:right])
    if not found:
        return ()
    named = found.group("all")
    return tuple(named[a:b] + found.group("what") for a, b in enumeration(named, 0, len(named)))


def _unfilled(stretch: str) -> str:
    """The stretch without the adverbs and verbs at its end: 在…排名中升至 ends with 中."""
    previous = None
    while previous != stretch:
        previous = stretch
        stretch = _fill()[1].sub("", stretch)
        stretch = re.sub(rf"(?:连续{DIGITS}年|由|从|上年的?|去年的?|第{DIGITS}位?)$", "", stretch)
    return stretch


def _measures(stretch: str) -> tuple[str, ...]:
    """The names of what is ranked: A和B of A和B分列, none where it is no measure."""
    stretch = YEARS.sub("", re.sub(r"^.*[，,：:]", "", _unfilled(stretch)))
    stretch = _fill()[1].sub("", _fill()[0].sub("", stretch))
    stretch = re.sub(r"^.*在[^，。]{2,40}?(?:方面|领域)", "", stretch)
    stretch = DONE.sub("", stretch)
    owned = re.search(r"(?<=的)[^的]{2,}$", stretch)
    stretch = owned.group() if owned and not stretch.startswith("“") else stretch
    if not stretch or len(stretch) > LONGEST_MEASURE * 2:
        return ()
    members = enumeration(stretch, 0, len(stretch))
    joined = last_joint(stretch, *members[-1])
    if joined and all(_is_measure(stretch[a:b]) for a, b in joined):
        members[-1:] = joined
    found = _filled(tuple(stretch[a:b].strip() for a, b in members))
    if not all(2 <= len(one) <= LONGEST_MEASURE for one in found):
        return ()
    return found if all(_is_measure(one) for one in found) else ()


def _filled(measures: tuple[str, ...]) -> tuple[str, ...]:
    """工业投资总量、增速 as 工业投资总量 and 工业投资增速."""
    stem = BARE_ONE.sub("", measures[0])
    bare = stem not in ("", measures[0])
    return tuple(stem + one if bare and BARE_ONE.fullmatch(one) else one for one in measures)


def _is_measure(name: str) -> bool:
    return name.endswith(words("measures")) or (name[:1] == "“" and name[-1:] == "”")


def _named(text: str, start: int, measures: tuple[str, ...]) -> tuple[str, ...]:
    """The measures, with what is counted or told of in the clause before where they say nothing alone."""
    if not measures or start < 2:
        return measures
    both = BOTH_MEASURES.fullmatch(measures[0])
    if both and len(measures) == 1:
        return _told_before(text, start, number(both.group("many")) or 0, both.group("what")) or measures
    left, right = clause(text, start - 2)
    if all(one in words("bare_measures") for one in measures):
        counted = COUNTED.search(text[left:right])
        if counted:
            ending = "数" if measures == ("数量",) else ""
            return tuple(counted.group(1) + (ending or one) for one in measures)
    about = ABOUT.search(text[left:right])
    if measures[0] in words("bare_ranks") and len(measures) == 1 and about:
        return tuple(about.group(1)[a:b] + measures[0] for a, b in enumeration(about.group(1), 0, len(about.group(1))))
    return measures


def _told_before(text: str, start: int, many: int, what: str) -> tuple[str, ...]:
    """A增速 and B增速 where A and B were told with their amounts: A增长9%，B达80亿元，增长7%，两项增速都排…."""
    named: list[str] = []
    while start > 1 and len(named) < many:
        left, right = clause(text, start - 2)
        found = MEASURED.match(text[left:right].lstrip())
        if found and found.group("what").endswith(words("measures")):
            named.insert(0, found.group("what") + what)
        if left >= start or text[left - 1 : left] not in ("，", ","):
            break
        start = left
    return tuple(named) if len(named) == many else ()


def _amount_before(text: str, start: int, names: Places) -> str:
    """产值 in 产值达823亿元，同比增长9%，列全省第一: what a clause before gives the amount of, or names in quotes."""
    bare = ""
    for _ in range(CLAUSES_BACK):
        if start < 2:
            break
        left, right = clause(text, start - 2)
        left = max([left, *(end for _, end in names.within(left - 30, right) if left < end < right)])
        quoted = QUOTED_BEFORE.search(text[left:right])
        found = AMOUNT_BEFORE.search(text[left:right])
        name = _fill()[0].sub("", found.group(1)) if found else ""
        name = re.sub(r"^.*(?:实现|完成|的)|^年", "", name)
        if quoted and not bare:
            return quoted.group(1)
        if name.endswith(words("measures")) and not BARE_ONE.fullmatch(name):
            return name + bare
        if found is None or text[left - 1 : left] not in "，,":
            break
        bare = bare or (name if BARE_ONE.fullmatch(name) else "")
        start = left
    return bare


def _inside_before(text: str, start: int) -> re.Match[str] | None:
    """在…中 that is the whole clause before."""
    if start < 2:
        return None
    left, right = clause(text, start - 2)
    told = text[left:right]
    return (
        INSIDE.search(told)
        or INSIDE_EARLIER.search(told)
        or ENTERED.search(told)
        or RANKING_CLAUSE.search(told.lstrip())
    )


def _is_scope(scope: str) -> bool:
    """Whether what stands between the verb and the rank is a scope, or nothing."""
    return not scope or bool(pattern("scopes").search(scope)) or scope.endswith("排名") or bool(find_places(scope))


def _scope_at_end(before: str) -> str:
    """全省 in 综合得分全省第一: a scope that stands right before the rank without a verb."""
    window = before[-12:]
    for word in words("scopes"):
        if window.endswith(word):
            return word
    return next((window[place.start :] for place in find_places(window) if place.end == len(window)), "")


def _told(text: str, run: list[tuple[re.Match[str], str]], head: Head, listing: Listing) -> Iterator[Found]:
    """One honour a rank; ranks and measures in equal number go in pairs."""
    paired = len(run) == len(head.measures)
    shared = "和".join(head.measures) if len(head.measures) < 3 else head.measures[-1]
    evidence = (clause(text, run[0][0].start())[0], run[-1][0].end())
    for index, (token, scope) in enumerate(run):
        measures = (head.measures[index],) if paired else head.measures if len(run) == 1 else (shared,)
        for measure in measures or ("",):
            title = _title(_word(token), measure, scope, head, listing, bool(token.group("strong")))
            if not title:
                continue
            value: int | None = number(token.group("number") or "") or PLACES.get(token.group("top") or "", 0)
            value = value or (1 if token.group("top") in TOPS[:-1] else None)
            rule = "honour.strong" if token.group("strong") else "honour.rank"
            issuer = listing.issuer if listing.name and tidy(listing.name) in title else ""
            year = year_of(title)
            if head.verb in FROM and year.isdecimal():
                # The rank from which it rose is that of the year before.
                title = re.sub(rf"^{year}年度?", "", title)
                year = str(int(year) - 1)
            place = (token.start(), token.end())
            yield Found(title, *place, rule, issuer, value, year, (min(evidence[0], head.start), evidence[1]))


def _word(token: re.Match[str]) -> str:
    if token.group("top") in PLACES:
        return f"第{PLACES[token.group('top')]}"
    return "第一" if token.group("top") in TOPS[len(AS_SAID) : -1] else token.group()


def _title(rank: str, measure: str, scope: str, head: Head, listing: Listing, strong: bool) -> str:
    """[连续几年][在哪里][什么][范围]第几: the shortest noun phrase that tells what it is a rank of."""
    name = tidy(listing.name) if listing.name else ""
    inside = re.sub(r"结果$|名单$", "", tidy(PUBLISHED.sub("", head.inside))).strip("“”")
    if re.search(r"\d", measure):
        measure = ""
    if strong and not (inside or scope):
        return tidy(f"{head.years}{name}{rank}")
    if head.inside and ANYBODY.match(head.inside) and name and not re.search("排名|评价|考核|考评|强", head.inside):
        return f"{name}{rank}" if not strong else tidy(f"{head.years}{inside}{scope}{rank}")
    if YEAR_ONLY.fullmatch(inside):
        inside = inside[:4] + "年" + YEAR_ONLY_HEAD.sub("", name)
    if inside and measure and inside.endswith(GROUPS) and not ALIST.search(inside):
        group = inside.removeprefix("全国") if "国家级" in inside else inside
        return tidy(f"{measure}{head.years}{group}{scope}{rank}")
    if inside:
        return tidy(f"{head.amount if not ALIST.search(inside) else ''}{inside}{measure}{head.years}{scope}{rank}")
    measure = measure or head.amount or (head.verb if head.verb == "综合排名" else "")
    if measure and (scope or name):
        return tidy(f"{head.years}{measure}{scope.strip()}{rank}")
    if measure and pattern("scopes").match(measure):
        return tidy(f"{measure}{head.years}{rank}")
    if scope and not (head.years or name) and len(scope) < BARE and not re.search("[区园县]", scope):
        # 居全省第一 of what? A rank without a measure, a listing or a field tells nothing.
        return ""
    if scope:
        return tidy(f"{head.years}{name if len(scope) < 4 or '个' in scope else ''}{scope}{rank}")
    return f"{name}{rank}" if name else ""
