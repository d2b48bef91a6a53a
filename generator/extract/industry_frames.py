"""Industries named by the build of a sentence: A为主、B为辅; “两主”，就是A和B; 三驾马车; A制造业同比增长."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.industry_cues import ADJECTIVE, NUMBER, role_of
from generator.extract.industry_members import back, cut, members_of, read
from generator.extract.industry_words import is_known, is_plausible, words
from generator.extract.phrases import Range, clause
from generator.gates import Gate, gated
from generator.model import IndustryRole
from generator.patterns import one_of

Members = list[tuple[int, int, str]]
Frame = tuple[Members, IndustryRole, Range]
PART = "[^，。；：、“”‘’—的了是为在]"
RANKED = gated(
    r"(?P<list>[^，。；：、]{2,20}?)(?:产业)?为(?P<role>主导?|首|先|龙头|主体|核心)的?[、，]"
    r"(?P<list2>[^，。；：]{2,30}?)(?:产业)?为(?:辅助?|次|补充|支撑|配套|两?翼|重点|特色)"
)
"""One first, others behind it: A为主、B为辅."""
PICTURED = gated(rf"[“‘]?(?:{NUMBER}|双|多)[大个条根张驾座匹对块架种类]?{ADJECTIVE}?{one_of(words('pictures'))}[”’]?")
"""What sums a list up: 三驾马车, “双轮驱动”, 四大特色业态."""
DEFINED = gated(
    r"[“‘](?:\d|X)(?P<number>[”’])(?:就|即|则)?(?:是|指)(?P<list2>[^，。；]{2,60})"
    r"|[“‘]?(?:[一两双二三四五六多]|\d)(?P<role>主|特|新|优|强|辅|支|未|副|先|重|首|核)[”’]?[，,]?"
    r"(?:就|也就|即|则|分别)?(?:是|指的是|为|即|指)(?P<list>[^，。；]{2,60})"
)
"""What a part of a slogan means: “两主”，就是A和B."""
NAMED = gated("(?:[：:]|(?:分别|就|则)?是)(?P<list>[^，。；]{2,60})")
"""What is pictured, named behind it: 三张名片：A、B."""
SLOGAN = {
    "主": "主导",
    "支": "主导",
    "首": "主导",
    "核": "主导",
    "特": "特色",
    "优": "优势",
    "新": "新兴",
    "未": "未来",
    "先": "先导",
}
APPOSED = gated(
    rf"(?P<role>主导|支柱|首位|优势|龙头|核心|当家|看家)产业[“‘—]{{0,3}}(?P<list>(?![等和与]){PART}{{2,12}}?)(?=产业|[”’]|[，。；]|$)"
)
"""A leading industry named right behind the word: 第一大主导产业电子显示产业集群."""
GROWN = gated(
    r"(?:制造业|加工业|产业|行业)(?=(?:产值|增加值|营收|投资)?(?:同比|分别)?(?:增长|下降|增幅|增速|上升|回落))"
)
"""Where an industry's growth is told: A制造业同比增长."""

FRAMED = Gate(RANKED, PICTURED, DEFINED, APPOSED, GROWN)


def frames(text: str, ends: tuple[int, ...]) -> Iterator[Frame]:
    """The members, the role and the place of each such frame; `ends` are where zone names end."""
    for found in RANKED.finditer(text):
        yield _known(text, *found.span("list")), IndustryRole.LEADING, found.span()
        yield _known(text, *found.span("list2")), IndustryRole.KEY, found.span()
    for found in PICTURED.finditer(text):
        listed = back(text, found.start(), ends, sure=False)
        if len(listed) > 1:
            yield listed, role_of(found.group()), (listed[0][0], found.end())
        behind = NAMED.match(text, found.end())
        if behind and not listed:
            yield _known(text, *behind.span("list")), role_of(found.group()), (found.start(), behind.end())
    for found in DEFINED.finditer(text):
        group = "list2" if found["number"] else "list"
        yield _known(text, *found.span(group)), role_of(SLOGAN.get(found["role"] or "", "")), found.span()
    for found in APPOSED.finditer(text):
        yield _known(text, *found.span("list")), role_of(found["role"]), found.span()
    for found in GROWN.finditer(text):
        yield _grown(text, found.end(), ends), IndustryRole.KEY, found.span()


def _known(text: str, start: int, end: int) -> Members:
    """The members of a list, each of them an industry by the rules' names or by how it ends."""
    start = cut(text, start, end, ())
    return [one for one in members_of(text, start, end, sure=False) if is_plausible(one[2])]


def _grown(text: str, end: int, ends: tuple[int, ...]) -> Members:
    start = max(clause(text, end)[0], text.rfind("、", 0, end) + 1)
    one = read(text, cut(text, start, end, ends), end)
    if one is None or one[2] in words("classes") or one[2] + "产业" in words("classes"):
        return []
    return [one] if is_known(one[2]) or is_plausible(one[2], in_list=False) else []
