"""Industries named by the build of a sentence: A为主、B为辅; “两主”，就是A和B; 三驾马车; A制造业同比增长."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.industry_cues import ADJECTIVE, BEFORE_OTHERS, NUMBER, OTHERS, role_of
from generator.extract.industry_members import back, cut, members_of, read
from generator.extract.industry_words import could_be, is_known, is_plausible, words
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
SAID = gated(
    r"(?<!公司)(?<!集团)(?<!企业)(?:主业|主攻|专攻|特色|招牌|强项|支柱|看家本领|家底|老?底子|大头|老本行|新赛道|优势|主角|一[核主]|[两二三双]翼|多[点极元])(?:产业)?"
    r"(?:还|也|就|都|主要|仍|依旧|分别|则|原本|本来|曾|最初){0,2}(?:是|为|有|在|包括)(?P<list>[^，。；：]{2,50})"
)
"""What a zone's own trade is said to be: 主业是A和B, 两翼分别为A和B."""
INTRODUCED = gated(
    r"(?:产业|板块|赛道|方向|支柱|行业|门类|集群|名片|王牌|领域|篮子|主业|引擎|牌|链条?|园区特色)[^，。；：、]{0,8}?"
    r"(?:[：:]|，?(?:分别|依次)(?:是|为))(?P<list>[^。；：]{2,90})"
)
"""A list behind a word for what it is of: 把鸡蛋分在三只篮子里：A、B; 谋划的三个方向，分别是A、B."""
SLOGANED = gated(
    rf"[“‘][^”’，。；]{{0,6}}(?:{NUMBER})[^”’，。；]{{0,6}}[”’](?:现代|特色|主导|重点)?(?:产业|制造业)?(?:体系|格局|布局|集群)?[，,]?"
    r"(?:[：:]|即|就是|指|——|分别是|分别为)(?P<list>[^。；，]{2,80})"
)
"""What a slogan with a number means: “两特一新”：A、B、C."""
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
    r"(?:制造业|加工业|产业|行业)(?=(?:产值|增加值|营收|投资)?(?:同比|分别)?(?:增长|下降|增幅|增速|上升|回落)"
    r"|(?:共|累计|全年|预计)?(?:完成|实现|贡献)?了?(?:规模)?(?:工业)?(?:年|总)?产值(?:达|为|占|超|近|突破|同比|\d)"
    r"|(?:产业)?规模(?:已|将|正)?(?:突破|达|超|逾|扩|冲|跃|近)|的?(?:起步|始于|兴起|源于|肇始|发端|从无到有|从小到大|由弱到强|由小到大|发展史|初具规模|初见|逆势|已?吸引|底子|家底|根基|版图|占(?:比|了|到|全|园|规)|链(?:上|条)?(?:上下游|企业|日)))"
)
"""Where an industry's growth, output or story is told: A制造业同比增长, A产业起步于."""
KINDS = re.compile(
    r"主导|支柱|特色|优势|新兴|传统|重点|未来|战略|高新|现代|相关|全部|其他|所有|有关|[该本此各全同三两]|第[一二三]|先导|龙头|关联"
    r"|配套|上下游|低端|落后|\d|实体|核心|富民|扶贫|县域|区域|产业|首位|[四五六七八九十多]大|(?:高端|工业|基础|[化强大优升动进展设])$"
)
"""What kinds of industries are called by that are no industry's names."""
SHORT = 7

FRAMED = Gate(RANKED, PICTURED, DEFINED, APPOSED, SAID, INTRODUCED, SLOGANED, GROWN)


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
    for found in SAID.finditer(text):
        yield _known(text, *found.span("list")), role_of(found.group()[:3]), found.span()
    for found in INTRODUCED.finditer(text):
        start, end = found.span("list")
        end = min(end, clause(text, start)[1])
        if "、" in text[start:end] and not OTHERS.search(text, max(0, found.start() - BEFORE_OTHERS), found.start()):
            yield _half_known(text, start, end), role_of(found.group()[:14]), found.span()
    for found in SLOGANED.finditer(text):
        yield _known(text, *found.span("list")), IndustryRole.KEY, found.span()
    for found in GROWN.finditer(text):
        yield _grown(text, found.end(), ends), IndustryRole.KEY, found.span()


def _known(text: str, start: int, end: int) -> Members:
    """The members of a list, each of them an industry by the rules' names or by how it ends."""
    start = cut(text, start, end, ())
    return [one for one in members_of(text, start, end, sure=False) if is_plausible(one[2])]


def _half_known(text: str, start: int, end: int) -> Members:
    """The members of a list of which half at least are industries by themselves."""
    members = members_of(text, start, end, sure=True)
    return members if 2 * sum(is_plausible(name, in_list=True) for _, _, name in members) >= len(members) else []


def _grown(text: str, end: int, ends: tuple[int, ...]) -> Members:
    start = max(clause(text, end)[0], text.rfind("、", 0, end) + 1)
    one = read(text, cut(text, start, end, ends), end)
    if one is None or one[2] in words("classes") or one[2] + "产业" in words("classes"):
        return []
    if is_known(one[2], in_list=text.startswith(("产业", "行业"), end - 2)) or is_plausible(one[2], in_list=False):
        return [one]
    unknown = could_be(one[2]) and len(one[2]) < SHORT and not KINDS.search(one[2]) and text.startswith("产业", end - 2)
    return [one] if unknown and start == one[0] else []
