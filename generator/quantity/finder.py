"""The quantities of a text, in four steps: numbers, what stands around them, how they combine, what is left.

Each number is looked at once, through windows of fixed size to both sides, so the
time is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.frozen import frozen
from generator.gates import guarded
from generator.model import Number, Value
from generator.quantity import units
from generator.quantity.context import Tail, qualifier_before, refused, tail, unitless
from generator.quantity.numerals import from_chinese, from_digits, tidy
from generator.reading import QuantityMention
from generator.rules import load

NUMERAL = "零〇一二两三四五六七八九十百千"
NUMBER = guarded(
    re.compile(
        r"(?P<stroke>(?<![0-9A-Za-z/.\-])[1-9][/／](?:[2-9]|10)(?![0-9A-Za-z/／.\-月日号班]))"
        r"|(?P<digits>[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9,])(?:\.[0-9]{1,8})?|[0-9]+(?:\.[0-9]+)?)"
        rf"|(?P<fraction>[{NUMERAL}]{{1,6}}分之[{NUMERAL}]{{1,6}}(?:点[{NUMERAL}]{{1,4}})?)"
        r"|(?P<doubled>(?<=翻)[番倍])"
        rf"|(?P<neighbours>(?<![{NUMERAL}第])(?:一二|二三|两三|三四|三五|四五|五六|六七|七八|八九)(?:[十百千]|(?=[万亿]))(?![{NUMERAL}]))"
        rf"|(?P<chinese>[{NUMERAL}]+(?:[万亿](?=[{NUMERAL}])[{NUMERAL}]+){{0,2}})"
        r"|(?P<bare>万亿|[万亿])"
    )
)
HALF = re.compile(
    "|".join(sorted((w for words in load("numbers")["halves"].values() for w in words), key=len, reverse=True))
)
TENTHS = re.compile(
    r"成(?![立为功果员都长本品交效熟就份分形了色人绩套批])(?P<half>[一二三四五六七八九](?![一-龥])|半)?"
)
SHARED = re.compile(r"[占达的为到有少降低减高长幅足]$")
"""What stands before a fraction with a stroke that is a share: 占1/4, 增长1/3."""
WIDE_DIGITS = frozenset("０１２３４５６７８９．％")
WIDE = {ord(wide): chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９．％，"}


@frozen
class Token:
    """A number as read, before it is known whether it counts anything."""

    start: int
    number_start: int
    number_end: int
    end: int
    value: Number
    scale: str
    unit: str
    qualifier: str
    chinese: bool
    index: bool = False
    low: Number | None = None


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """The numbers of a sentence that count or measure something, in order and not overlapping.

    Units are kept as written with 万 and 亿 (34.4万辆 is 34.4 in 万辆), the qualifier is one
    of = ~ > <. Dates, ranks, versions, product names and slogans are left out. 一家 and the
    like, where 一 is an article rather than a count, are left out too.
    """
    text = text.translate(WIDE) if not WIDE_DIGITS.isdisjoint(text) else text.replace("，", ",")
    tokens = _tokens(text)
    tokens = _combined(text, _shared(text, tokens)) if len(tokens) > 1 else tokens
    return tuple(_mention(token) for token in tokens if token.unit or token.index)


def _mention(token: Token) -> QuantityMention:
    value: Value = token.value if token.low is None else (token.low, token.value)
    return QuantityMention(
        start=token.start,
        end=token.end,
        number_start=token.number_start,
        number_end=token.number_end,
        value=value,
        unit=token.unit,
        qualifier=token.qualifier,
    )


def _tokens(text: str) -> list[Token]:
    found, floor = [], 0
    for match in NUMBER.finditer(text):
        if match.start() < floor:
            continue
        token = READERS.get(match.lastgroup or "", _token)(text, match, floor)
        if token:
            found.append(token)
            floor = token.end
    halves = _halves(text) if "半" in text else []
    return _merged(found, halves) if halves else found


def _merged(found: list[Token], halves: list[Token]) -> list[Token]:
    """Both in order; where two overlap the one with a unit that starts first stays."""
    result: list[Token] = []
    for token in sorted(
        [*(token for token in found if token.unit or token.index), *halves], key=lambda token: token.start
    ):
        if not result or token.start >= result[-1].end:
            result.append(token)
    return result


def _token(text: str, match: re.Match[str], floor: int) -> Token | None:
    start, end = match.span()
    bare = match["bare"]
    value: Number | None
    if bare:
        value, number_end = 1, end
    elif match["chinese"] and "亿" in match[0]:
        number_end = end + text.startswith("万", end)
        bare, value = "亿", from_chinese(text[start:number_end])
        value = None if value is None else tidy(value / 100_000_000)
    else:
        value = from_digits(match[0]) if match["digits"] else from_chinese(match[0])
        number_end = end
    if value is None or refused(text, start):
        return None
    after = tail(text, number_end, scale=bare or "", chinese=bool(match["chinese"]))
    qualifier, begin = qualifier_before(text, start, floor, round_number=match[0][0] in "十百千万亿")
    if match["bare"] and not qualifier:
        return None
    tenths = TENTHS.match(text, end) if match["chinese"] and len(match[0]) == 1 else None
    if tenths and not after.unit:
        value = value * 10 + _part(tenths["half"])
        number_end = tenths.end()
        more = text[number_end : number_end + 1] in ("多", "余")
        after = tail(text, number_end + more, fixed="%")
        sign = qualifier or (">" if more else after.qualifier) or "="
        return Token(begin, start, number_end, after.end, value, "", "%", sign, True)
    if _article(match, value, after, qualifier) or after.refused:
        return None
    if after.factor != 1:
        value = tidy(value * after.factor)
    if not after.unit and not after.scale and not qualifier and match["chinese"] and len(match[0]) > 3:
        return None
    return Token(
        begin,
        start,
        after.number_end,
        after.end,
        value,
        after.scale,
        after.unit,
        qualifier or after.qualifier or "=",
        bool(match["chinese"]),
        index=bool(match["digits"]) and not after.unit and not after.scale and unitless(text, begin, after.number_end),
    )


def _part(after: str | None) -> int:
    """What stands behind 成, in hundredths: 七成五, 六成半."""
    return 5 if after == "半" else (from_chinese(after) or 0) if after else 0


def _article(match: re.Match[str], value: Number, after: Tail, qualifier: str) -> bool:
    """Whether this 一 is no count but an article (一家企业), or the numeral is part of a word (三元)."""
    if not match["chinese"] or after.scale or qualifier:
        return False
    return (value == 1 and units.family(after.unit) != "factor") or (value < 10 and units.family(after.unit) == "money")


def _fraction(text: str, match: re.Match[str], floor: int) -> Token | None:
    below, _, above = match[0].partition("分之")
    whole, _, decimals = above.partition("点")
    lower, upper = from_chinese(below), from_chinese(whole)
    if not lower or upper is None or lower < 2:
        return None
    digits = "".join(str(from_chinese(char) or 0) for char in decimals)
    share = tidy(round((upper + (float(f"0.{digits}") if digits else 0)) * 100 / lower, 1))
    qualifier, begin = qualifier_before(text, match.start(), floor, round_number=False)
    after = tail(text, match.end(), fixed="%")
    return Token(
        begin, match.start(), match.end(), after.end, share, "", "%", qualifier or after.qualifier or "=", True
    )


def _stroke(text: str, match: re.Match[str], floor: int) -> Token | None:
    """1/4 is 25 % where the words around it speak of a share or of growth; else it may be a date or a model."""
    upper, lower = (int(part) for part in re.split("[/／]", match[0]))
    qualifier, begin = qualifier_before(text, match.start(), floor, round_number=False)
    if upper >= lower or not (qualifier or SHARED.search(text, max(0, begin - 4), begin)):
        return None
    after = tail(text, match.end(), fixed="%")
    share = tidy(round(upper * 100 / lower, 1))
    return Token(
        begin, match.start(), match.end(), after.end, share, "", "%", qualifier or after.qualifier or "=", False
    )


def _neighbours(text: str, match: re.Match[str], floor: int) -> Token | None:
    """七八百 and 三四十万 are ranges whose ends differ by one, or by two (三五百)."""
    low, high = (from_chinese(digit + match[0][2:]) for digit in match[0][:2])
    after = tail(text, match.end(), chinese=True)
    if low is None or high is None or not after.unit or after.refused:
        return None
    qualifier, begin = qualifier_before(text, match.start(), floor, round_number=False)
    return Token(
        begin,
        match.start(),
        after.number_end,
        after.end,
        tidy(high * after.factor),
        after.scale,
        after.unit,
        qualifier or after.qualifier or "=",
        True,
        low=tidy(low * after.factor),
    )


def _doubled(text: str, match: re.Match[str], floor: int) -> Token | None:
    """翻番 and 翻倍 tell a growth with no number."""
    after = tail(text, match.end(), fixed="番")
    return Token(match.start(), match.start(), match.end(), after.end, 1, "", "番", after.qualifier or "=", True)


def _halves(text: str) -> list[Token]:
    kinds = {word: sign for sign, words in load("numbers")["halves"].items() for word in words}
    found, floor = [], 0
    for match in HALF.finditer(text):
        qualifier, begin = qualifier_before(text, match.start(), floor, round_number=False)
        after = tail(text, match.end(), fixed="%")
        sign = kinds[match[0]] if kinds[match[0]] != "=" else qualifier or after.qualifier or "="
        found.append(Token(begin, match.start(), match.end(), after.end, 50, "", "%", sign, True))
        floor = after.end
    return found


def _shared(text: str, tokens: list[Token]) -> list[Token]:
    """Numbers without a unit take it from the next one of their list or range: 1、2和3亿元, 1至2家."""
    rules = load("numbers")
    marks = frozenset(rules["list_marks"]) | frozenset(rules["range_marks"])
    result = list(tokens)
    for index in range(len(tokens) - 2, -1, -1):
        this, following = result[index], result[index + 1]
        if this.unit and not (this.unit == this.scale + "元" and this.end == this.number_end):
            continue
        if not following.unit or text[this.end : following.start] not in marks or this.chinese != following.chinese:
            continue
        if text[this.end : following.start] not in rules["range_marks"] and this.number_start in (0, 1):
            continue
        word = following.unit[len(following.scale) :] if following.scale else following.unit
        scale = this.scale or following.scale
        result[index] = replace(this, unit=scale + word, scale=scale)
    return result


def _combined(text: str, tokens: list[Token]) -> list[Token]:
    """Ranges (3—5亿元) and sums (1亿2000万元) as one quantity each."""
    ranges = frozenset(load("numbers")["range_marks"])
    result: list[Token] = []
    for token in tokens:
        before = result[-1] if result else None
        if before and before.low is None and token.unit:
            merged = None
            if text[before.end : token.start] in ranges and not _from(text, before.start):
                merged = _range(before, token)
            elif before.end == token.start and before.scale == "亿" and token.scale == "万":
                merged = replace(
                    token,
                    start=before.start,
                    number_start=before.number_start,
                    value=tidy(before.value * 10_000 + token.value),
                    qualifier=before.qualifier,
                )
            elif _thousands(text, before, token):
                merged = replace(
                    token,
                    start=before.start,
                    number_start=before.number_start,
                    value=tidy(before.value + token.value / 10_000),
                    scale="万",
                    unit="万" + token.unit,
                    qualifier=before.qualifier if before.qualifier != "=" else token.qualifier,
                )
            if merged:
                result[-1] = merged
                continue
        result.append(token)
    return result


def _thousands(text: str, before: Token, token: Token) -> bool:
    """Whether these are one number: 4万5千平方米."""
    joined = before.end == token.start and before.scale == "万" and before.unit in ("", "万")
    return joined and not token.scale and token.value < 10_000 and text[token.number_end - 1] == "千"


def _range(low: Token, high: Token) -> Token | None:
    magnitudes = load("units")["magnitudes"]
    if not low.unit or units.bare(low.unit) != units.bare(high.unit):
        return None
    bottom: Number = low.value
    if low.scale != high.scale:
        bottom = tidy(low.value * magnitudes.get(low.scale, 1) / magnitudes.get(high.scale, 1))
    if bottom >= high.value:
        return None
    sign = low.qualifier if low.qualifier != "=" else high.qualifier
    return replace(high, start=low.start, number_start=low.number_start, low=bottom, qualifier=sign)


def _from(text: str, start: int) -> bool:
    """Whether a 从 or 由 stands just before, so that two numbers are steps and not a range."""
    window = text[max(0, start - 8) : start]
    return any(word in window for word in load("numbers")["from_words"])


READERS = {"fraction": _fraction, "stroke": _stroke, "doubled": _doubled, "neighbours": _neighbours}
"""How the groups of `NUMBER` are read that are no plain number with a unit."""
