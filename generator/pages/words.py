"""Values and marks in the words of the site."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model import Action, Metric, Number, Qualifier, Value

_WORD = {Qualifier.EXACT: "", Qualifier.ABOUT: "约", Qualifier.OVER: "超", Qualifier.UNDER: "不足"}
_BEFORE = {
    Qualifier.ABOUT: ("大约", "将近", "接近", "近", "约"),
    Qualifier.OVER: ("不低于", "不少于", "突破", "超过", "逾", "超"),
    Qualifier.UNDER: ("不超过", "不足", "不到", "最高"),
}
_AFTER_NUMBER = {Qualifier.OVER: ("余", "多")}
_AFTER_UNIT = {
    Qualifier.ABOUT: ("左右", "上下"),
    Qualifier.OVER: ("以上",),
    Qualifier.UNDER: ("以下", "以内"),
}
MENDED = {
    "gloss": "去掉了夹在字间的拼音注音",
    "script": "由繁体转为简体",
    "bytes": "修复了编码损坏的字",
    "lines": "接上了被截断的行",
    "columns": "接上了被切开的分栏",
    "width": "全角字符转为半角",
}
ACTIONS = {Action.CORRECT: "已更正", Action.CONFIRM: "已核实", Action.ADD: "人工补充", Action.REJECT: "已剔除"}
NO_PERIOD = "时间未注明"


def number(value: Number) -> str:
    """A number in plain digits: no exponent, no trailing point."""
    if isinstance(value, int):
        return str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return "—"
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_text(value: Value) -> str:
    """A value or a range of values; a dash where none is given."""
    if value is None:
        return "—"
    if isinstance(value, tuple):
        return "—".join(number(part) for part in value)
    return number(value)


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric's value in the parts that are set in different type: 约 | 12000 | 余 | 家 | 以上."""

    before: str
    number: str
    between: str
    unit: str
    after: str

    @property
    def text(self) -> str:
        """The whole in one line."""
        join = " " if self.unit and self.unit not in ("%", "‰", "℃") and not self.between else ""
        return f"{self.before}{' ' if self.before else ''}{self.number}{self.between}{join}{self.unit}{self.after}"


def figure(metric: Metric, evidence: str = "") -> Figure:
    """A metric's value with the word of the text (近, 超, 余, 以上 …) that says how exact it is.

    Where the evidence does not hold such a word beside the number, 约, 超 or 不足 stands for it.
    """
    if metric.value is None:
        return Figure("", growth(metric.change) or "—", "", "", "")
    digits, unit = value_text(metric.value), metric.unit
    if metric.qualifier is Qualifier.EXACT:
        return Figure("", digits, "", unit, "")
    position = evidence.find(digits)
    if position >= 0:
        found = _worded(metric, digits, evidence[:position], evidence[position + len(digits) :])
        if found:
            return found
    return Figure(_WORD[metric.qualifier], digits, "", unit, "")


def _worded(metric: Metric, digits: str, left: str, right: str) -> Figure | None:
    """The figure with the text's own word for its exactness, which stands left or right of the number."""
    for word in _BEFORE[metric.qualifier]:
        if left.endswith(word):
            return Figure(word, digits, "", metric.unit, "")
    scale = metric.unit[:1] if metric.unit[:1] in ("万", "亿") else ""
    for word in _AFTER_NUMBER.get(metric.qualifier, ()):
        if right.startswith(word):
            return Figure("", digits, word, metric.unit, "")
        if scale and right.startswith(scale + word):
            return Figure("", digits, scale + word, metric.unit[1:], "")
    for word in _AFTER_UNIT[metric.qualifier]:
        if right.startswith((metric.unit + word, word)):
            return Figure("", digits, "", metric.unit, word)
    return None


def growth(change: Number | None) -> str:
    """A change in percent with its sign: +36%, −3%."""
    if change is None:
        return ""
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{number(abs(change))}%"


def change_words(change: Number | None) -> str:
    """A change in percent in words: 增长 36%, 下降 3%."""
    if change is None:
        return ""
    if change == 0:
        return "持平"
    return f"{'增长' if change > 0 else '下降'} {number(abs(change))}%"


def mended_words(kinds: tuple[str, ...]) -> str:
    """What was mended, as one phrase; a kind without words is named as it is."""
    return "，".join(MENDED.get(kind, kind) for kind in kinds)
