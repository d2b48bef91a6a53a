"""Chinese numerals and written digits to numbers."""

from __future__ import annotations

from generator.model import Number

DIGITS = {
    char: value
    for value, chars in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
STEPS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
LONGEST = 15
"""Digits a written number may have: more is an identifier, and past this floats are inexact."""


def from_digits(text: str) -> Number | None:
    """`1,634.21` as a number: int without a decimal point, float with one; None for what is no number of a text."""
    plain = text.replace(",", "")
    whole = plain.partition(".")[0]
    if not whole or len(plain) > LONGEST or (len(whole) > 1 and whole[0] == "0"):
        return None
    return float(plain) if "." in plain else int(plain)


def from_chinese(text: str) -> int | None:
    """`三百六`, `十二`, `百`, `两万五千` as an int; None for what is not one number (`三四`, `百千`)."""
    total = section = 0
    digit: int | None = None
    last = 10_000
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
            continue
        if char in STEPS:
            step = STEPS[char]
            if step >= last or digit == 0 or (section and digit is None and step != 10):
                return None
            section += (1 if digit is None else digit) * step
            last, digit = step, None
            continue
        part = section + (digit or 0)
        if not part:
            return None
        below = char == "万" and total >= MYRIADS["亿"]
        total = total + part * MYRIADS["万"] if below else (total + part) * MYRIADS[char]
        section, digit, last = 0, None, 10_000
    if digit and text[-2:-1] in STEPS and STEPS[text[-2]] > 10:
        digit *= STEPS[text[-2]] // 10
    return (total + section + (digit or 0)) or None


def tidy(value: float) -> Number:
    """A computed number without the noise of binary fractions, whole ones as int."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
