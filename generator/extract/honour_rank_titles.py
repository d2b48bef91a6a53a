"""Titles of ranks: [连续几年][在哪里][什么][范围]第几, one for each rank of a run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.honour_words import Found, number, pattern, tidy, year_of
from generator.extract.phrases import clause, enumeration
from generator.frozen import frozen

BARE = 5
TOPS = ("首位", "榜首", "之首", "头名", "魁首", "状元", "第一方阵")
PLACES = {"榜眼": 2, "亚军": 2, "探花": 3, "季军": 3}
"""Ways to say second and third."""
AS_SAID = TOPS[:2]
"""Ways to say first that a title keeps."""
PUBLISHED = re.compile(r"^[^，。]{0,30}?(?:公布|发布|通报|揭晓|印发)的")
ALIST = re.compile(r"排名|评价|考核|考评|百强|榜")
ANYBODY = re.compile(r"^(?:全国|全省|全市|全自治区|参评的|参评|省级以上|[0-9]+[家个](?:参评|省级以上))")
GROUPS = ("区", "县", "市", "园", "板块", "企业", "省份", "城市")
YEAR_ONLY = re.compile(r"(?:19|20)\d\d年?度?的?(?:榜单|榜|排名|名单|评价|考核)")
YEAR_ONLY_HEAD = re.compile(r"^(?:19|20)\d\d年度?")
EVALUATED = re.compile(
    r"(?:(?:19|20)\d\d年度?(?:的)?)?(?P<group>[一-龥]{2,10}?(?:高新区|经开区|开发区|新区|园区))"
    r"(?:19|20)?\d{0,2}年?度?(?:年度|综合|发展水平|高质量发展|考核){0,4}(?:评价|考核|评估|考评|排名)"
)
"""A ranking of a group of zones: with 综合排名 behind it the group is enough."""
PARTS = re.compile(r"(?P<all>[^，。；]{4,60}?)[两三四五六]?[张个项大]?(?:分榜|单项|分项|指标|榜单|榜|维度)")
OVERALL, PLACE_IN = ("综合排名", "综合排位", "综合位次"), ("排名", "排位", "名次", "位次")
NO_MEASURE = re.compile(r"\d|[是有]|率先")
FROM = ("由", "从")


@frozen
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


def honours_of(text: str, run: list[tuple[re.Match[str], str]], head: Head, listing: Listing) -> Iterator[Found]:
    """One honour a rank; ranks and measures in equal number go in pairs."""
    paired = len(run) == len(head.measures)
    shared = "和".join(head.measures) if len(head.measures) < 3 else head.measures[-1]
    evidence = (clause(text, run[0][0].start())[0], run[-1][0].end())
    parts = _parts(head.inside, len(run)) if not paired else ()
    for index, (token, scope) in enumerate(run):
        measures = (head.measures[index],) if paired else head.measures if len(run) == 1 else (shared,)
        for measure in measures or ("",):
            word = _word(token, run[-1][0])
            title = (
                tidy(parts[index] + scope + word)
                if parts
                else _title(word, measure, scope, head, listing, bool(token.group("strong")))
            )
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


def _parts(inside: str, many: int) -> tuple[str, ...]:
    """A and B of 在A、B两张分榜上, where as many ranks are told of them."""
    found = PARTS.fullmatch(inside) if many > 1 else None
    named = tuple(found["all"][a:b] for a, b in enumeration(found["all"], 0, len(found["all"]))) if found else ()
    return named if len(named) == many else ()


def _word(token: re.Match[str], last: re.Match[str]) -> str:
    if token.group("number") and not token.group("unit") and last.group("unit"):
        # 第四、第五名: the last one says the unit of all.
        return token.group() + last.group("unit")
    if token.group("top") in PLACES:
        return f"第{PLACES[token.group('top')]}"
    return "第一" if token.group("top") in TOPS[len(AS_SAID) : -1] else token.group()


def _title(rank: str, measure: str, scope: str, head: Head, listing: Listing, strong: bool) -> str:
    """[连续几年][在哪里][什么][范围]第几: the shortest noun phrase that tells what it is a rank of."""
    name = tidy(listing.name) if listing.name else ""
    inside = re.sub(r"结果$|名单$", "", tidy(PUBLISHED.sub("", head.inside))).strip("“”")
    if NO_MEASURE.search(measure):
        measure = ""
    if strong and not (inside or scope):
        return tidy(f"{head.years}{name}{rank}")
    if head.inside and ANYBODY.match(head.inside) and name and not re.search("排名|评价|考核|考评|强", head.inside):
        return f"{name}{rank}" if not strong else tidy(f"{head.years}{inside}{scope}{rank}")
    if YEAR_ONLY.fullmatch(inside):
        inside = inside[:4] + "年" + YEAR_ONLY_HEAD.sub("", name)
    evaluated = EVALUATED.fullmatch(inside)
    measure = head.verb if evaluated and not measure and head.verb in OVERALL else measure
    if evaluated and measure in OVERALL:
        inside = evaluated["group"]
    elif evaluated and measure in PLACE_IN:
        measure = ""
    if inside and measure in (*OVERALL, *PLACE_IN) and inside.endswith(GROUPS):
        return tidy(f"{inside}{measure}{head.years}{scope}{rank}")
    if inside and head.verb == "" and head.scope == "" and measure and inside.endswith(GROUPS):
        return tidy(f"{inside}{measure}{rank}")
    if inside and measure and inside.endswith(GROUPS) and not ALIST.search(inside):
        group = inside.removeprefix("全国") if "国家级" in inside else inside
        return tidy(f"{measure}{head.years}{group}{scope}{rank}")
    if inside:
        return tidy(f"{head.amount if not ALIST.search(inside) else ''}{inside}{measure}{head.years}{scope}{rank}")
    measure = measure or ("" if strong else head.amount) or (head.verb if head.verb == "综合排名" else "")
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
