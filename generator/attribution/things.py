"""Projects, plants and lines that the figures beside them are about: 总投资9亿元的氢能项目; 装配线竣工，投资6亿元."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from generator.gates import gated
from generator.names.left import begin, offset, says_which
from generator.reading import Mention, Sentence
from generator.words import words

TYPE = "项目"
"""The type of a mention that is a project, a plant or a line."""
FIGURE = (
    r"(?:总?投资|占地|用地|总?建筑面积|建设面积|规划面积|总面积|设计产能|年产|产能|年产值|规模|概算|耗资|斥资|出资|投入|花了|砸了|投了|床位|孵化|入驻|集聚|聚集|聚拢|汇聚|容纳|现有"
    r"|达产后|建成后|投产后|满产后|全部达产|全部建成|月投片|日产|日处理)"
)
ENDS = gated(
    r"[一二三四五六]期(?:项目|工程|工厂|基地)?(?![一二三四五六、]{0,3}期)|(?:项目|工程|基地|工厂|大厦|综合体|产线|生产线|流水线|代线)(?:[一二三四五六]期)?"
    r"|线(?=[^，。；]{0,10}(?:点火|投产|竣工|通线|量产|试产))"
)
GENERIC = "(?:[省市]?(?:级)?(?:重[点大]|标志性|龙头|工业|产业)?(?:项目|工程)(?:——|—|、)?)?"
PRICED = re.compile(FIGURE + rf"[^，。；的]{{0,4}}[0-9][^，。；的]{{0,12}}的{GENERIC}[“‘]?$")
"""What stands before a thing whose figure is told first."""
REACH = 48
BEGUN = (
    r"(?:今年|去年|前年|明年|近日|日前|昨|[0-9]{1,4}[年月]|已|正|将|接着|也|刚|又|先|是|系|于|在|由|位于|坐落|落户|落地|预计|计划|力争|全面|顺利|正式"
    r"|开工|动工|投产|竣工|签约|破土|奠基|封顶|试产|量产|点火|通线|摘牌|启动|建成|投用|进展)"
)
"""How it goes on behind a thing that something is told of."""
TOLD = re.compile(
    r"[”’]?(?:[(（][^()（）]{0,20}[)）])?"
    rf"(?:(?:{BEGUN}[^，。；：、]{{0,24}}?)?[，：、])?(?:项目|其|该项目|一期|首期)?(?:计划|预计|协议|设计|可|将)?{FIGURE}[^，。；]{{0,10}}?[0-9]"
)
"""What stands behind a thing whose figures follow."""
COUNTED = re.compile(r"[”’]?(?:等|[，、]?(?:共|共计|达|已达|总数|有|已有|累计|合计)?[0-9]|数|个|们|群|总投资数)")
"""What stands behind a word for many things."""
MANY = re.compile(
    r"(?:[0-9][余多]?|[一二两三四五六七八九十几多数])(?:个|座|条|项|大|批|只)[^，。；]{0,6}$|(?:批|各|等|所有|全部|这些|上述|新增|新引进|新签约)[^，。；]{0,4}$"
)
INVESTOR = re.compile(
    r"(?:公司|其)(?:的?(?:第?[0-9一二三四五六.]{1,3}代)?|(?:计划|拟)?(?:总?投资|投建|斥资)[^，。；]{0,12})$"
)
"""What stands before a thing that is told of only as its company's own."""
OWNED = re.compile(r"(?<!有|来|型|大|新)的(?P<name>[一-龥A-Za-z0-9.+-]{2,20})$")
"""A thing whose name begins right behind 的: 集团的光学膜三期."""
OWN = 22
BUILT = re.compile(r"(?:投建|兴建|新建|建设|建)$")
SEVERAL = re.compile(r"[0-9][余多]?[个只条座项家]|活动|集中|重[点大]项目|签约|季度")
"""What a name of one thing does not hold."""
SHORTEST, LONGEST = 4, 40


def with_things(sentence: Sentence) -> tuple[Sentence, tuple[Mention, ...]]:
    """The sentence with its things among its names, and these."""
    found = tuple(things(sentence))
    if not found:
        return sentence, found
    names = sorted((*sentence.names, *found), key=lambda name: (name.start, -name.end))
    return sentence.with_names(sentence.zones, tuple(names)), found


def things(sentence: Sentence) -> Iterator[Mention]:
    """The projects, plants and lines of a sentence that figures are told of, in order, none inside another name."""
    if not sentence.quantities or not ENDS.opens(sentence.text):
        return
    text = sentence.text
    found = [end for end in ENDS.expression.finditer(text) if not COUNTED.match(text, end.end())]
    due = [end for end in found if _told(text, end.end()) or "的" in text[: end.start()]]
    if not due:
        return
    tagged = words(text)
    starts = [word.start for word in tagged]
    last = -1
    for end in due:
        index = bisect_right(starts, end.start()) - 1
        first = begin(tagged, index, end.start())
        start = offset(tagged[first])
        whose = OWNED.search(text, max(0, end.start() - OWN), end.start())
        if whose:
            start = whose.start("name")
            first = bisect_left(starts, start)
        if start < last or not SHORTEST <= end.end() - start <= LONGEST:
            continue
        which = says_which(tagged[first:index], end.start()) or (BUILT.search(text, 0, start) and index > first + 1)
        if not which or MANY.search(text, max(0, start - 10), start):
            continue
        if SEVERAL.search(text, start, end.end()) or INVESTOR.search(text, max(0, start - REACH), start):
            continue
        priced = PRICED.search(text, max(0, start - REACH), start)
        if not priced and not _told(text, end.end()):
            continue
        if any(name.start <= start and end.end() <= name.end for name in _names(sentence, end.end())):
            continue
        last = end.end()
        yield Mention(start, end.end(), text[start : end.end()], TYPE)


def _told(text: str, end: int) -> bool:
    return TOLD.match(text, end, end + 2 * REACH) is not None


def _names(sentence: Sentence, end: int) -> tuple[Mention, ...]:
    """The names that begin before a place."""
    at = bisect_left(sentence.names, end, key=lambda name: name.start)
    return sentence.names[max(0, at - 3) : at]
