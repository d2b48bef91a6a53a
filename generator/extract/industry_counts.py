"""Industries that figures stand beside, and what a zone is to be the seat of: A 32家、B 18家; A占四成; A产业基地."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.industry_words import is_known, words
from generator.extract.phrases import clause
from generator.gates import Gate, gated
from generator.industries import longest_before

Members = list[tuple[int, int, str]]
SHARE = r"(?:[一两二三四五六七八九]成[一二三四五六七八九半]?|一半|半数|三分之[一二]|\d[\d.]{0,6}%)"
FIGURE = gated(
    r"(?:类|行业|产业|板块)?(?:企业)?(?:则|也|各|分别)?(?:有|已有|达|达到|占了?|占到|贡献了?)?(?:约|近|超|逾|超过)?"
    rf"(?:\d[\d,.]{{0,9}}(?:[余多]?[家户]|万?亿元)|(?<=占){SHARE}|(?<=占了){SHARE}|(?<=占到){SHARE}|(?<=占[约近超逾]){SHARE})(?=[，、；。和与及（(左]|$)"
)
"""What stands behind an industry where several are counted one after the other."""
SEVERAL = 2
LEFT = re.compile(r"(?:^|[，、；：。（(和与及\s]|其中|中|含|有)$")
"""What a counted industry's name begins behind."""
BASE = gated(
    r"(?:研发|创新)?(?:产业|制造业?|生产|加工|研发)?(?:研发|制造|生产|创新|集聚|示范)?(?:基地|高地|先行区|先导区|集聚区|名城|之都|策源地|增长极|“?第一城)"
    r"(?!的?[一-龥]{0,4}(?:公司|名单|称号|项目))"
)
"""What a zone wants to be the seat of."""
SCOPE = gated(
    r"(?:打造|建设|建成|创建|构筑|建起|冲刺|迈向|争创|挺进)(?:了|成|为|成为)?[^，。；：、0-9]{0,12}?(?:国家级?|国际|世界级?|全球|全国|全省|全市|国内|区域性?|华东|华南|华北|华中|东北|西北|西南|西部|中部|东部|北方|南方|中国|百亿级?|千亿级?|万亿级?|重要)"
)
"""A verb of making and how far its work is to be known."""
TOWN = gated(r"(?:之都|之乡|之城|名城|谷|都)(?=[”’])")
"""What calls a place by its trade, in quotes: “轴承之乡”."""
QUOTED = re.compile(r"[“‘](?:中国|世界|东方|亚洲|北方|南方|江南|西部|全国|国际|[一-龥]{2}的)?$")


COUNTS = Gate(FIGURE, BASE, TOWN)


def figured(text: str) -> Iterator[Members]:
    """Industries counted one after the other, two or more: 新材料32家、电子18家."""
    run: Members = []
    end = 0
    for found in FIGURE.finditer(text):
        start = longest_before(text, found.start())
        name = text[start : found.start()] if start is not None else ""
        if start is None or not is_known(name, in_list=True) or name in words("classes"):
            continue
        if not LEFT.search(text, max(0, start - 2), start):
            continue
        if run and clause(text, start)[0] - end > 1:
            if len(run) >= SEVERAL:
                yield run
            run = []
        run.append((start, found.start(), name))
        end = clause(text, found.end())[1]
    if len(run) >= SEVERAL and any(is_known(name) for _, _, name in run):
        yield run


def seats(text: str) -> Iterator[Members]:
    """Industries that a zone builds a seat of: 打造全国氢能产业先行区, “轴承之乡”."""
    for found in BASE.finditer(text):
        start = longest_before(text, found.start())
        if start is None or not is_known(name := text[start : found.start()]) or name in words("classes"):
            continue
        for verb in SCOPE.expression.finditer(text, clause(text, start)[0], start):
            if verb.end() <= start:
                yield [(start, found.start(), name)]
                break
    for found in TOWN.finditer(text):
        start = longest_before(text, found.start())
        if start is None or not is_known(text[start : found.start()]):
            continue
        if QUOTED.search(text, max(0, start - 6), start):
            yield [(start, found.start(), text[start : found.start()])]
