"""Titles without a verb of giving: lines of a list of honours, what a zone has, ranks with which one enters a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.extract.honour_awards import REMEMBERED, ends_as_title, hoped
from generator.extract.honour_words import DIGITS, Found, number, pattern, tidy, words
from generator.extract.phrases import clause_end, enumeration, last_joint
from generator.gates import Gate, Gated, gated
from generator.patterns import one_of
from generator.places import find_places

LINE = gated(
    r"^[●■◆▲·—\-\s]{0,4}(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月)?(?:\d{1,2}日)?[：:，,、|\s]{1,3}(?P<title>[^，。；：:|]{5,44})[。；]?$"
)
ASIDE = re.compile(r"[(（][^()（）]{1,12}[)）]$")
SHORTEST, LONGEST = 6, 40
PLATE = gated(
    r"(?:拿到|拿下|领到|领回|挂上|挂起|捧回|获得|拥有|摘下|摘得|戴上|捧得)了?(?P<title>[^，。；的]{5,40})的?(?:金字)?(?:牌子|招牌|牌匾|帽子|桂冠|头衔|名头)"
)
MEMBER = re.compile(
    r"(?P<title>[^，。；;、：:()（）]{5,44})(?:[(（](?P<year>(?:19|20)\d\d)年?[^()（）]{0,8}[)）])?(?=[。；;、]|$)"
)
LISTED_ENDS = ("园区", "区", "园", "城", "基地", "单位", "集体", "企业")
SWEEP = gated(
    r"(?:把|将|包揽|囊括|摘得|拿下|夺得|揽获)了?(?P<all>[^，。；把将]{4,60}?)等?[两三四五六七八九十0-9]{1,2}个?(?:大|单项|项|指标|榜单)"
    r"[一-龥]{0,4}?的?(?P<top>头名|第一|冠军|榜首|首位|桂冠)"
)
CELL = re.compile(r"[^\s|｜]+")
ROW_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?:年|[-.年](?P<month>\d{1,2})月?)?")
GIVER = re.compile(r"[委部厅局院会社署市省]$|政府|办公[厅室]|中心$|杂志|研究所$|^赛迪")
HEAD = re.compile(r"(?:荣誉|奖项|称号|授予|颁发|颁奖|获奖|评定)(?:名称|单位|机构|时间|日期|部门)")
"""The head of a table of honours, which is none itself."""
MOST_CELLS = 5
HALL = re.compile(r"^[^，。]{0,6}(?:荣誉|奖项|获奖|称号)[^，。]{0,4}$")
"""A heading under which titles are listed."""
STRIVEN = re.compile("争创|申报|力争|拟|创建中|冲刺")
HALL_LABEL = re.compile(r"[\s●■◆【\[]{0,3}[^，。；：:（(]{0,6}(?:荣誉|奖项|获奖|称号)[^，。；：:（(]{0,4}[】\]]?[：:]")
"""What stands before a list of titles in its own line: 所获荣誉：…."""
WITH_RANK = gated(
    rf"以(?P<scope>[一-龥]{{0,8}}?)(?P<rank>第(?P<number>{DIGITS})(?:位|名)?|首位|榜首)的?(?:名次|成绩|排名|位次|佳绩)[一-龥]{{0,4}}?"
    r"(?:进入|入选|入围|跻身|登上|荣登|上榜|闯入)了?(?P<list>[^，。；]{4,40})"
)


CROWNED = gated(
    r"(?:在)?(?P<name>[^，。；在]{4,40}?(?:考评|评价|考核|排名|评比|评选|竞赛){1,4})(?:当中|[中里上])?[^，。；]{0,8}?“?(?P<times>[二三四五六七八九十]{1,2}连冠)”?"
)


BRACKETED = gated(
    rf"(?P<what>[一-龥A-Z]{{2,14}}?)(?P<grew>：?(?:同比)?增长)?：?(?:约|达|为)?[0-9][0-9.,]*(?:%|[万亿]{{1,2}}元|亿美元|万美元)[(（](?:增速)?(?:居|列|排|位居|位列)?"
    rf"(?P<scope>全[国省市区州])第(?P<number>{DIGITS})(?:位|名)?[)）]"
)


TOPMOST = gated(
    r"在(?P<group>[^，。；在]{2,18}?(?:园区|开发区|高新区|经开区|县市区|区县|板块))(?:当中|[之中里])[，,]?(?:它|该区|园区|这里|我们|全区)?的?"
    r"(?P<measure>[一-龥A-Z]{2,10}?)最(?P<most>[高大多快])(?=[，。；]|$)"
)


def bracketed(text: str) -> Iterator[Found]:
    """固定资产投资增长12%(全市第1): the rank of a figure in brackets behind it."""
    for found in BRACKETED.finditer(text):
        title = found["what"] + ("增速" if found["grew"] else "") + f"{found['scope']}第{found['number']}"
        place = (found.start("scope"), found.end() - 1)
        yield Found(tidy(title), *place, "honour.rank", rank=number(found["number"]), evidence=found.span())


def topmost(text: str) -> Iterator[Found]:
    """在全市十个园区里，它的亩均税收最高: a first among those named."""
    for found in TOPMOST.finditer(text):
        group = re.sub(r"^(?:全部|所有)|[0-9一二三四五六七八九十几]{1,3}[多余]?[个家座]", "", found["group"])
        if not hoped(text, found.start("measure")):
            title = tidy(found["measure"] + group + "最" + found["most"])
            yield Found(title, found.start("measure"), found.end("most"), "honour.rank", rank=1, evidence=found.span())


def crowned(text: str) -> Iterator[Found]:
    """在某考评中实现“九连冠”: a first that was kept."""
    for found in CROWNED.finditer(text):
        if not hoped(text, found.start("times")):
            yield Found(
                tidy(found["name"] + found["times"]), *found.span("times"), "honour.rank", rank=1, evidence=found.span()
            )


SAID = Gate(WITH_RANK, PLATE, SWEEP)


def said(text: str) -> Iterator[Found]:
    """What is told in words of its own: ranks with which one enters a list, plates, firsts swept up."""
    yield from with_rank(text)
    yield from plates(text)
    yield from swept(text)


def lines(text: str) -> Iterator[Found]:
    """2016年：国家级某示范园区 as a line of a list of honours."""
    found = LINE.match(text)
    if not found:
        return
    title = found.group("title").strip()
    level = pattern("marks").search(title) or find_places(title[:4])
    if level and ends_as_title(ASIDE.sub("", title)):
        month = found.group("month")
        date = found.group("year") + (f"-{int(month):02d}" if month and 1 <= int(month) <= 12 else "")
        yield Found(tidy(title), *found.span("title"), "honour.line", year=date, evidence=found.span())


@cache
def _held() -> tuple[Gated, Gated]:
    return gated(one_of(words("held_verbs"))), gated("|".join(words("held")))


@lru_cache(maxsize=REMEMBERED)
def held(text: str) -> tuple[Found, ...]:
    """拥有、是 with titles that are called a model or a trial of a level: 拥有国家级某示范园区、省级某试点."""
    return tuple(_held_titles(text))


def _held_titles(text: str) -> Iterator[Found]:
    verbs, titles = _held()
    reached = 0
    for verb in verbs.finditer(text):
        if verb.start() < reached or hoped(text, verb.start()):
            continue
        end = clause_end(text, verb.end())
        members = enumeration(text, verb.end(), end)
        joined = last_joint(text, *members[-1]) if members else None
        if joined:
            members[-1:] = joined
        for left, right in members:
            while right > left and text[right - 1] in "等”":
                right -= 1
            left += text[left:right].startswith("“")
            if SHORTEST <= right - left <= LONGEST and titles.match(text[left:right]):
                reached = right
                yield Found(text[left:right], left, right, "honour.held")


def plates(text: str) -> Iterator[Found]:
    """What one has on the wall: 拿到了国家某某中心的牌子."""
    for found in PLATE.finditer(text):
        if not hoped(text, found.start()):
            yield Found(tidy(found.group("title")), *found.span("title"), "honour.plate", evidence=found.span())


def row(text: str) -> Iterator[Found]:
    """A row of a table under such a heading: 2012 某某十强 某协会; its cells stand in any order."""
    cells = CELL.findall(text)
    years = [found for cell in cells if (found := ROW_YEAR.fullmatch(cell))]
    titles = [cell for cell in cells if SHORTEST <= len(cell) <= LONGEST and _listable(cell) and not HEAD.search(cell)]
    if len(years) != 1 or not titles or not 2 <= len(cells) <= MOST_CELLS:
        return
    title, start = titles[0], text.index(titles[0])
    givers = [cell for cell in cells if cell != title and GIVER.search(cell)]
    month = int(years[0]["month"] or 0)
    date = years[0]["year"] + (f"-{month:02d}" if 1 <= month <= 12 else "")
    whole = (text.index(cells[0]), text.rindex(cells[-1]) + len(cells[-1]))
    issuer = givers[0] if givers else ""
    yield Found(tidy(title), start, start + len(title), "honour.hall", issuer, year=date, evidence=whole)


def hall(text: str, start: int = 0) -> Iterator[Found]:
    """The titles of a list that stands under a heading such as 荣誉: 国家某示范园区；某省首批智慧园区(2014年)."""
    if not start and (rows := tuple(row(text))):
        yield from rows
        return
    for member in MEMBER.finditer(text, start):
        title = member.group("title")
        if HEAD.search(title) or STRIVEN.match(title):
            continue
        if SHORTEST <= len(title) <= LONGEST and _listable(title):
            yield Found(tidy(title), *member.span("title"), "honour.hall", year=member.group("year") or "")


def _listable(title: str) -> bool:
    return ends_as_title(title) or title.endswith(LISTED_ENDS)


def swept(text: str) -> Iterator[Found]:
    """把A、B、C三个单项的头名收入囊中: a first for each that is named."""
    for found in SWEEP.finditer(text):
        if hoped(text, found.start()):
            continue
        members = enumeration(text, *found.span("all"))
        joined = last_joint(text, *members[-1]) if members else None
        if joined:
            members[-1:] = joined
        for left, right in members:
            if len(members) > 1 and 2 <= right - left <= LONGEST:
                title = tidy(text[left:right] + "第一")
                yield Found(title, left, right, "honour.rank", rank=1, evidence=found.span())


def with_rank(text: str) -> Iterator[Found]:
    """以全国第8位的名次进入某榜单: the listing with the rank."""
    for found in WITH_RANK.finditer(text):
        name = re.sub(r"(?:榜单|名单|行列)$", "", found.group("list"))
        title = tidy(name + found.group("scope") + found.group("rank"))
        order = number(found.group("number") or "") or (None if found.group("number") else 1)
        yield Found(title, *found.span(), "honour.rank", rank=order)
