"""Titles that are given: 获评A、B, 被X授予“Y”称号, X公布Y名单,…榜上有名."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.extract.honour_words import Found, pattern, tidy, words, year_of
from generator.extract.phrases import clause, clause_end, enumeration, last_joint, trim
from generator.gates import Gate, Gated, gated
from generator.patterns import one_of

SHORTEST, LONGEST = 3, 44
REMEMBERED = 512
"""Sentences whose titles are kept: what is a title is no organisation either."""
AUTHORITY = re.compile(
    r"(?:由|被|经|获)?([一-龥·A-Za-z、]{1,30}?(?:人民政府|政府|部|委|局|厅|办公室|中心|协会|学会|联合会|总工会|委员会|小组|研究院|集团|组委会|院|署|办|联盟|机构|公司|省|市))$"
)
NAMED = re.compile(r"^([一-龥]{2,12}?(?:协会|学会|联合会|委员会|组委会|联盟))")

ETC = re.compile(r"(?<![一二三四特])等(?![奖级地次])(?:[^，。；、“”等]|“[^“”]{1,8}”){0,14}$")
GRANT = re.compile("给予|补助|补贴|资助|奖励")
MANY = re.compile(r"\d(?:余|多)?(?:家|个|项|户)[一-龥]{0,8}$")
BATCH = re.compile(r"^(?:首批|第[一二三四五六七八九十]+批|20\d\d年度?)")
PLACE_ISSUER = re.compile(r"^([一-龥]{2,5}[省市])(?=首批|第.批|级|20)")
TIMES_GIVEN = re.compile(r"(?<=奖)\d{1,3}[项次个枚]$")
COUNTED_AWARDS = re.compile(r"^(?:\d{1,3}|[一二三四五六七八九十两多数])[项个次枚块]")
YEARS_BEFORE = re.compile(r"(?P<years>连续(?:\d{1,2}|[一二三四五六七八九十两]{1,3})年)[一-龥]{0,4}$")
CANDIDATE = re.compile(r"(?:候选|后备|培育对象|培育库)(?:名单|企业|单位)?$")
IN_RANKING = re.compile(
    r"(?P<name>[^，。；,;在]{3,40}(?:考核|考评|评价|评估|测评|评选|竞赛|比赛|大赛|评审))(?:(?:当中|[中里上内])[，,]?|[，,])"
)
ANNOUNCED = gated(
    r"(?:^|[，。：])(?:近日|日前|今日|昨日|今天|昨天|目前)?[，]?(?P<name>[^，。；：《]{4,40}?(?:评价|考核|考评|评估|测评|评选|排名|排行榜?|竞争力|百强|名单|榜单)[^，。；：0-9]{0,6}?)"
    r"(?:近日|日前|今日|昨日|正式|新鲜)?(?:揭晓|出炉|公布|发布|放榜|发榜|更新)(?=[，。；：！]|$)"
)
"""A listing that is made known without saying by whom: 年度综合考评结果出炉."""
LEARNT_FROM = re.compile(r"从(?P<who>[^，。；从]{2,20}?(?:厅|局|委|部|办公室|中心|政府))获悉")
CLASS_OF = re.compile(r"级(?:及)?以上")
"""省级以上科技奖 is a class of awards and none of them."""
ASIDE = re.compile(r"(?<=[^()（）]{4})[(（][^()（）]{1,16}[)）]$")
"""The field that a title is given for: 外贸转型升级基地(电子信息)."""
DASH = re.compile("——|—|──")


@cache
def _verbs() -> Gated:
    return gated("(?<![圈锁拟])" + one_of([*words("strong_verbs"), *words("weak_verbs")]))


@cache
def _ministry() -> re.Pattern[str]:
    return re.compile(f"({one_of(words('ministries'))})")


@cache
def _published() -> Gated:
    return gated(f"{one_of(words('publish_verbs'))}了?(.{{2,60}}?{one_of(words('listings'))})(?=[，,。；;！的与中]|$)")


def hoped(text: str, position: int) -> bool:
    """Whether what stands here is only hoped for or offered, by the clause before it."""
    start, _ = clause(text, position)
    return bool(pattern("hopes").search(text, start, position))


@lru_cache(maxsize=REMEMBERED)
def awards(text: str) -> tuple[Found, ...]:
    """Titles after verbs of giving and getting."""
    return tuple(_awards(text))


def _awards(text: str) -> Iterator[Found]:
    position = 0
    for verb in _verbs().finditer(text):
        if verb.start() < position or hoped(text, verb.start()):
            continue
        strong = verb.group() in words("strong_verbs")
        start = verb.end()
        more = pattern("after_verb").match(text, start)
        start = more.end() if more else start
        end = clause_end(text, start)
        found = list(_titles(text, start, end, strong, verb.group()))
        if found and text[start] not in "、”）)" and not _counted(text, verb.start(), found[0].title):
            issuer = _issuer_before(text, verb.start())
            for item in found:
                yield _with_issuer(item, issuer)
            position = end


def _counted(text: str, position: int, title: str) -> bool:
    """29家单位获批高新技术企业 is a number of companies; 8家入选…名单, 3项入选…案例 are titles of theirs."""
    start, _ = clause(text, position)
    return bool(MANY.search(text, start, position)) and title.endswith("企业")


def _titles(text: str, start: int, end: int, strong: bool, verb: str) -> Iterator[Found]:
    if text[start:end].endswith("的"):
        # 获评绿色工厂的，奖励50万元: a promise to whoever gets it.
        return
    etc = ETC.search(text[start:end])
    quality = text[start:end][etc.start() :] if etc else text[start:end]
    end = start + etc.start() if etc and etc.start() > 0 else end
    members = enumeration(text, start, end)
    left, right = members[-1] if members else (start, end)
    joined = last_joint(text, left, right)
    if joined and all(ends_as_title(text[a:b]) for a, b in joined):
        members[-1:] = joined
    one_titled = any(ends_as_title(text[a:b]) for a, b in members)
    honoured = verb not in ("成为", "作为", "通过") and (
        quality.endswith(words("qualities")) or (etc is not None and pattern("qualities").search(quality) is not None)
    )
    for left, right in members:
        title, place = _cut(text, left, right)
        if len(title) < SHORTEST or title in words("bare_awards"):
            title = _of_ranking(text, left, title)
        if (
            not SHORTEST <= len(title) <= LONGEST
            or CLASS_OF.search(title)
            or COUNTED_AWARDS.match(title)
            or CANDIDATE.search(title)
            or title.rstrip("”").endswith(words("not_titles"))
        ):
            continue
        if ((strong or honoured) and (len(members) == 1 or one_titled) and _named(title)) or _is_title(title, verb):
            yield Found(title, *place, "honour.awarded", year=year_of(title), evidence=(start, right))


def _of_ranking(text: str, position: int, award: str) -> str:
    """全省综合考核优秀等次 for 优秀等次 in 在全省综合考核中，…获评优秀等次; empty where no ranking is named."""
    if award not in words("bare_awards"):
        return award
    named = list(IN_RANKING.finditer(text, max(0, position - 80), position))
    name = re.sub(r"^.*(?:公布|通报|发布|组织|开展|揭晓)(?:了|的)?", "", named[-1].group("name")) if named else ""
    years = YEARS_BEFORE.search(text, max(0, position - 12), position)
    return f"{name}{years.group('years') if years else ''}{award}" if name else award


def _named(title: str) -> bool:
    """Whether it is a name of something and no clause or amount."""
    return (
        not GRANT.search(title)
        and not re.match(r"[\d约近超逾]{1,12}(?:亿|万|多|余|家|项|个|件|次|元|%)", title)
        and not re.search(r"\d[亿元万个家项件次%年月日]$", title)
    )


def _cut(text: str, left: int, right: int) -> tuple[str, tuple[int, int]]:
    """The title inside a range, tails such as 等称号 and the number of awards left out, and where it stands."""
    times = TIMES_GIVEN.search(text[left:right])
    right -= len(times.group()) if times else 0
    dash = DASH.search(text, left, right)
    if dash:
        later = text[dash.end() : right]
        left, right = (dash.end(), right) if ends_as_title(later) or later[:1] in "“《" else (left, dash.start())
    cut = True
    while cut:
        cut = False
        for tail in words("tails"):
            if text[left:right].endswith(tail) and right - left - len(tail) >= SHORTEST:
                if tail == "之一" and not re.search(
                    r"\d家|[一二三四五六七八九十]大.{0,30}[所站]之一$", text[left:right]
                ):
                    continue
                right, cut = right - len(tail), True
    listing = re.search(r"(?:名单|榜单)(?=[一-龥“(])", text[left:right])
    if listing:
        right = left + listing.end()
    return tidy(text[left:right]), trim(text, left, right, " 　“《”》") if right - left > 4 else (left, right)


def ends_as_title(text: str) -> bool:
    """Whether a stretch ends as titles do."""
    text = ASIDE.sub("", text.rstrip())
    bare = text.rstrip("”》）) ")
    for tail in words("tails") if bare.endswith(words("tails")) else ():
        bare = bare.removesuffix(tail).rstrip("”》 ")
    return text.rstrip().endswith(words("nouns")) or bare.endswith(words("nouns"))


def _is_title(title: str, verb: str) -> bool:
    if verb in ("成为", "作为"):
        return bool(re.search("首批|“小巨人”|十大|百强", title)) and ends_as_title(title) and "的" not in title
    if title.endswith(words("plain_awards")) and len(title) > 3:
        return True
    return ends_as_title(title) and bool(pattern("marks").search(title))


def _issuer_before(text: str, position: int) -> str:
    """Who gives, from 被X授予 or 由X认定."""
    start, _ = clause(text, position)
    before = text[start:position]
    for cue in ("被", "由", "经"):
        if cue in before:
            found = AUTHORITY.search(before[before.rindex(cue) :])
            if found:
                return found.group(1).removeprefix(cue)
    return ""


def _with_issuer(found: Found, issuer: str) -> Found:
    if not issuer:
        inside = _ministry().match(found.title) or NAMED.match(found.title) or PLACE_ISSUER.match(found.title)
        issuer = inside.group(1) if inside else ""
    return Found(
        found.title, found.start, found.end, found.rule, issuer, found.rank, found.year, evidence=found.evidence
    )


def listing(text: str) -> tuple[str, str, tuple[int, int]] | None:
    """The listing that a sentence makes known: its name, who made it known, where it stands."""
    found = _published().search(text)
    if found:
        return _read_listing(text, found)
    announced = ANNOUNCED.search(text)
    if not announced:
        return None
    name = re.sub("(?:结果|名单|榜单)$", "", tidy(announced["name"]))
    source = LEARNT_FROM.search(text, 0, announced.start())
    return name, source["who"] if source else "", announced.span("name")


def _published_things(text: str) -> tuple[str, str, tuple[int, int]] | None:
    """A listing that is told by its members: 公布了18家省级特色园区,X位列其中."""
    found = _things().expression.search(text)
    return _read_listing(text, found) if found else None


@cache
def _things() -> Gated:
    return gated(f"{one_of(words('publish_verbs'))}了?(\\d{{1,4}}[家个].{{2,40}}?)(?=[，,])")


def _read_listing(text: str, found: re.Match[str]) -> tuple[str, str, tuple[int, int]]:
    name = found.group(1)
    for ending in ("结果", "名单", "榜单"):
        name = name.removesuffix(ending)
    name = re.sub(r"^(?:了|的)", "", tidy(re.sub(r"^全[国省市]\d+家", "", name)))
    start, _ = clause(text, found.start())
    before = text[start : found.start()].removesuffix("联合")
    before = re.sub(r"^(?:在|据|日前|近日|刚刚|此前|随后|由)*", "", before)
    before = re.sub(r"(?:近日|日前|刚刚|此前|联合|正式){1,6}$", "", before)
    issuer = AUTHORITY.search(before)
    return name, issuer.group(1) if issuer else "", found.span(1)


@cache
def _known() -> Gate:
    """What is in every sentence that makes a listing known."""
    return Gate(_published(), _things(), ANNOUNCED)


def listings(text: str) -> Iterator[Found]:
    """Listings on which the text says somebody stands: X公布Y名单,Z榜上有名."""
    known = None
    if not _known().opens(text):
        return
    for part in _parts(text):
        said = listing(text[part[0] : part[1]]) or _published_things(text[part[0] : part[1]])
        if said and pattern("listed").search(text, part[0] + said[2][1], part[1]):
            known = said
            place = (part[0] + said[2][0], part[0] + said[2][1])
            yield Found(
                known[0], *place, "honour.listed", known[1], year=year_of(known[0]), evidence=(place[0], part[1])
            )


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in re.finditer("[；;]", text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)
