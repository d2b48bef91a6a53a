from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.sidecar import Sidecar, check_sidecar, parse_sidecar, read_sidecar
from generator.problems import ProblemError

FILE = "a.yml"
KEYS = "expected one of title, publisher, date, url, author, exclude"


def test_all_keys():
    text = "# 说明\ntitle: 标题\npublisher: 某报\ndate: 2024-03\nurl: https://a.cn/1\nauthor: 王某\nexclude: 重复\n"
    assert parse_sidecar(text, FILE) == Sidecar(
        title="标题", publisher="某报", date="2024-03", url="https://a.cn/1", author="王某", exclude="重复"
    )


def test_empty_file_says_nothing():
    assert parse_sidecar("# 还没有\n", FILE).metadata() == {}


@pytest.mark.parametrize("date", ["2024", "2024-03", "2024-03-01", "'2024'"])
def test_dates_as_precise_as_known(date):
    assert parse_sidecar(f"date: {date}", FILE).date == date.strip("'")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "titel: 标题",
            f'1:1: UNKNOWN-KEY: metadata of an article has no key "titel"; {KEYS}. Fix: write title',
        ),
        (
            "x9: 标题",
            f'1:1: UNKNOWN-KEY: metadata of an article has no key "x9"; {KEYS}. Fix: remove it',
        ),
        (
            "title: a\ntitle: b",
            '2:1: YAML-DUPLICATE-KEY: the key "title" stands here and in line 1. Fix: keep one of them',
        ),
        (
            "title: [a]",
            "1:8: WRONG-TYPE: title has the wrong type; found a list; expected a text. Fix: write one text",
        ),
        (
            "title:\n",
            "1:7: WRONG-TYPE: title has the wrong type; found nothing; expected a text. "
            "Fix: write it, or remove the line",
        ),
        (
            "title: true",
            "1:8: WRONG-TYPE: title has the wrong type; found the truth value true; expected a text. "
            "Fix: put it in quotes",
        ),
        (
            "title: !!python/object:os.system x",
            "1:8: YAML-TAG: tags are not allowed, as they can build objects; "
            'found "tag:yaml.org,2002:python/object:os.system". Fix: remove the tag',
        ),
        (
            "publisher: 某报\ndate: 2024-02-30",
            '2:7: IMPOSSIBLE-DATE: no such date; found "2024-02-30"; expected 2024, 2024-03 or 2024-03-01. '
            "Fix: write a date that the calendar has",
        ),
        (
            "url: javascript:alert(1)",
            '1:6: WRONG-ADDRESS: this is no address; found "javascript:alert(1)"; '
            "expected an address that begins with http:// or https://. Fix: copy the whole address from the browser",
        ),
        (
            "exclude: ''",
            "1:10: MISSING-REASON: no reason is given; expected why it is left out. Fix: say why, or remove the line",
        ),
        (
            "- a",
            "1:1: WRONG-TYPE: the file holds no mapping; found a list. Fix: write lines like `date: 2024-03`",
        ),
        (
            "a: &x [1]\nb: *x",
            "1:4: YAML-ANCHOR: anchors are not allowed; found &x. Fix: remove the anchor",
        ),
        (
            "b: *x",
            "1:4: YAML-ALIAS: aliases are not allowed, as they can expand without end; found *x. "
            "Fix: write the value out",
        ),
        (
            "title: a\n\tdate: 2024",
            "2:1: YAML-TAB: a tab in the indentation; expected spaces. Fix: replace the tab by two spaces",
        ),
        (
            "a\x01: b",
            "1:2: YAML-CHARACTER: a character that YAML does not allow; found U+0001. Fix: remove it",
        ),
        (
            "title: " + "[" * 9000,
            "1:27: YAML-DEPTH: nested deeper than a person writes; found level 21; expected at most 20 levels. "
            "Fix: remove the nesting",
        ),
    ],
)
def test_problems(text, problem):
    with pytest.raises(ProblemError) as caught:
        parse_sidecar(text, FILE)
    assert caught.value.problem.text() == f"a.yml:{problem}"


def test_everything_wrong_is_told_in_the_order_of_the_lines(tmp_path):
    (tmp_path / "a.yml").write_text("titel: 标题\ndate: 2024-13\nurl: a.cn\nauthor: []\nurl: b.cn\n", encoding="utf-8")
    found = check_sidecar(tmp_path / "a.txt", "seeds/articles/a.yml")
    assert [(problem.line, problem.column, problem.code, problem.key) for problem in found] == [
        (1, 1, "UNKNOWN-KEY", "titel"),
        (2, 7, "IMPOSSIBLE-DATE", "date"),
        (3, 6, "WRONG-ADDRESS", "url"),
        (4, 9, "WRONG-TYPE", "author"),
        (5, 1, "YAML-DUPLICATE-KEY", "url"),
    ]
    assert {problem.file for problem in found} == {"seeds/articles/a.yml"}


def test_wrong_encoding(tmp_path):
    (tmp_path / "a.yml").write_bytes("title: 标题".encode("gbk"))
    with pytest.raises(ProblemError) as caught:
        read_sidecar(tmp_path / "a.txt")
    assert caught.value.problem.text().endswith(
        "a.yml:1:8: YAML-ENCODING: the file is not UTF-8; found what looks like GB18030; expected UTF-8. "
        "Fix: save the file as UTF-8"
    )


def test_too_large(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"#" * 300_000)
    with pytest.raises(ProblemError) as caught:
        read_sidecar(tmp_path / "a.txt")
    assert caught.value.problem.text().endswith(
        "a.yml: YAML-TOO-LARGE: the file is larger than a person writes; found more than 262144 bytes; "
        "expected at most 262144 bytes. Fix: split it, or remove what does not belong here"
    )


def test_no_sidecar(tmp_path):
    assert read_sidecar(tmp_path / "a.txt") is None
    assert check_sidecar(tmp_path / "a.txt", FILE) == []


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(ProblemError):
        assert isinstance(parse_sidecar(text, FILE), Sidecar)
