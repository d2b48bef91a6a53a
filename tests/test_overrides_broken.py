"""Broken override files by the thousand: never a traceback, never a wrong line, never a changed file.

`YUANJIAN_EXAMPLES=5000 pytest tests/test_overrides_broken.py` tries more of them than a run of all tests does.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.overrides import Corrected, correct
from generator.problems import Problem
from generator.yamlnodes import line_starts
from tests.make import article, fact, metric

EXAMPLES = int(os.environ.get("YUANJIAN_EXAMPLES", "200"))
ZONE = "临水高新区"
NAME = f"{ZONE}.yml"
TEXT = "临水高新区有7家企业。\n滨江路上的孵化园在建。\n"
FACTS = tuple(fact(metric(number), number=number) for number in range(1, 9))
BROAD = settings(max_examples=EXAMPLES, deadline=None)


def run(data: bytes) -> Corrected:
    """Read a file of these bytes, and see that it stays as it is."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        path.write_bytes(data)
        corrected = correct(FACTS, (article(text=TEXT),), Path(folder), "seeds/overrides")
        assert path.read_bytes() == data
        assert [other.name for other in Path(folder).iterdir()] == [NAME]
    for problem in corrected.problems:
        told(problem, data)
    return corrected


def told(problem: Problem, data: bytes) -> None:
    """A problem names the file, a place that the file has, and says what to do in one line."""
    starts = line_starts(data.decode("utf-8-sig", "replace"))
    assert problem.file == f"seeds/overrides/{NAME}"
    assert 1 <= problem.line <= len(starts)
    assert problem.column >= 1
    assert problem.code == problem.code.upper()
    assert "\n" not in problem.text()
    assert problem.fix or problem.expected or problem.found


# Whatever stands in a file

PIECES = [
    f"zone: {ZONE}\n", "overrides:\n", "  - ", "    ", "fact: ", "m-0000000001", "action: ", "correct", "add", "set: ",
    "expect: ", "{value: 6}", "{value: 7, kind: metric}", "\n", "reason: r\n", "by: b\n", "date: 2024-04-02\n", "[",
    "}", "merge:\n", "aliases: ", "note: |\n", "\t", "&a ", "*a", "!!str ", "? ", "'", '"', "# x", "~", "1e999",
    "\ufeff", "\r\n", "\r", "\u2028", "\x85", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "\ud7ff", "\x00",
]  # fmt: skip


@BROAD
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_pieces_of_yaml_in_any_order(text: str) -> None:
    run(text.encode())


@BROAD
@given(st.binary(max_size=80))
def test_any_bytes(data: bytes) -> None:
    run(data)


# A good file, broken in places that are known


def entry(number: int) -> list[str]:
    return [
        f"  - fact: m-{number:010d}",
        "    action: correct",
        f"    expect: {{value: {number}}}",
        f"    set: {{value: {number + 100}}}",
        "    reason: 见公告",
        "    by: bianji",
        "    date: 2024-04-02",
    ]


BREAKS = {
    "UNKNOWN-KEY": (4, "    raeson: 见公告"),
    "WRONG-TYPE": (3, "    set: {value: 六}"),
    "UNKNOWN-WORD": (1, "    action: corect"),
    "IMPOSSIBLE-DATE": (6, "    date: 2024-02-30"),
    "UNKNOWN-UNIT": (3, "    set: {unit: 亿园}"),
    "UNKNOWN-FACT": (0, "  - fact: m-9999999999"),
    "STALE-EXPECT": (2, "    expect: {value: 99}"),
    "MISSING-KEY": (5, "    by: ''"),
    "YAML-DUPLICATE-KEY": (5, "    action: correct"),
}
"""What can be wrong in an entry, and in which of its lines, without hiding what is wrong elsewhere."""
ENDING = {
    "YAML-ALIAS": "    by: *somebody",
    "YAML-ANCHOR": "    by: &somebody bianji",
    "YAML-TAG": "    by: !!python/object:os.system bianji",
    "YAML-TAB": "\t by: bianji",
    "YAML-CHARACTER": "    by: bian\x07ji",
}
"""What ends the reading of a file."""
FILLING = st.lists(st.sampled_from(["", "  # 说明", "    # a: {b", "#"]), max_size=3)
BREAK_OF_LINES = st.sampled_from(["\n", "\r\n"])
LEADING = st.sampled_from([b"", b"\xef\xbb\xbf"])


@BROAD
@given(
    st.lists(st.sampled_from(["", *BREAKS]), min_size=1, max_size=8),
    st.lists(FILLING, min_size=8, max_size=8),
    BREAK_OF_LINES,
    LEADING,
)
def test_each_thing_wrong_is_told_on_its_line(
    broken: list[str], filling: list[list[str]], line_end: str, leading: bytes
) -> None:
    lines, expected = [f"zone: {ZONE}", "overrides:"], set()
    for number, code in enumerate(broken, 1):
        lines += filling[number - 1]
        made = entry(number)
        if code:
            place, text = BREAKS[code]
            made[place] = text.replace("9999999999", f"9{number:09d}")
            expected.add((len(lines) + place + 1, code))
        lines += made
    corrected = run(leading + line_end.join(lines).encode())
    found = {(problem.line, problem.code) for problem in corrected.problems}
    assert expected <= found
    wrong_lines = {line for line, _ in expected}
    also = {code for line, code in found - expected if line not in wrong_lines}
    assert also <= {"MISSING-KEY"}, "a key that is misspelt or stands twice is missing as well; nothing else is told"
    applied = {item.fact.id for zone in corrected.archive.zones for item in zone.facts if item.override}
    assert applied == {f"m-{number:010d}" for number, code in enumerate(broken, 1) if not code}


@BROAD
@given(
    st.integers(1, 8),
    st.sampled_from(sorted(ENDING)),
    st.lists(FILLING, min_size=8, max_size=8),
    BREAK_OF_LINES,
    LEADING,
)
def test_what_ends_the_reading_of_a_file_is_told_on_its_line(
    at: int, code: str, filling: list[list[str]], line_end: str, leading: bytes
) -> None:
    lines, line = [f"zone: {ZONE}", "overrides:"], 0
    for number in range(1, 9):
        lines += filling[number - 1]
        made = entry(number)
        if number == at:
            made[5] = ENDING[code]
            line = len(lines) + 6
        lines += made
    corrected = run(leading + line_end.join(lines).encode())
    assert [(problem.line, problem.code) for problem in corrected.problems] == [(line, code)]


@BROAD
@given(st.data())
def test_a_good_file_with_one_piece_replaced_is_told_or_still_good(data: st.DataObject) -> None:
    good = "\n".join([f"zone: {ZONE}", "overrides:", *entry(1), *entry(2), ""])
    start = data.draw(st.integers(0, len(good) - 1))
    end = data.draw(st.integers(start, min(len(good), start + 12)))
    run((good[:start] + data.draw(st.sampled_from(["", *PIECES])) + good[end:]).encode())
