from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.sidecar import Sidecar, parse_sidecar, read_sidecar
from generator.problems import ProblemError

FILE = Path("a.yml")


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
            "a.yml:1:1: META-KEY: unknown key; found titel; expected title, publisher, date, url, author, exclude. "
            "Fix: write title",
        ),
        (
            "x9: 标题",
            "a.yml:1:1: META-KEY: unknown key; found x9; expected title, publisher, date, url, author, exclude. "
            "Fix: remove it",
        ),
        (
            "title: a\ntitle: b",
            "a.yml:2:1: META-DUPLICATE: given twice; found title. Fix: keep one of the two",
        ),
        (
            "title: [a]",
            "a.yml:1:8: META-TYPE: not a text; found a list; expected a text. Fix: write one value",
        ),
        (
            "title:\n",
            "a.yml:1:7: META-TYPE: not a text; found nothing; expected a text. Fix: write one value",
        ),
        (
            "title: !!python/object:os.system x",
            "a.yml:1:8: META-TYPE: not a text; found tag:yaml.org,2002:python/object:os.system; expected a text. "
            "Fix: remove the tag",
        ),
        (
            "publisher: 某报\ndate: 2024-02-30",
            "a.yml:2:7: META-DATE: no such date; found 2024-02-30; expected 2024, 2024-03 or 2024-03-01. "
            "Fix: write it so",
        ),
        (
            "url: javascript:alert(1)",
            "a.yml:1:6: META-URL: no address; found javascript:alert(1); "
            "expected an address that begins with http:// or https://. Fix: write it in full",
        ),
        (
            "exclude: ''",
            "a.yml:1:10: META-REASON: no reason given; expected why it is left out. Fix: say why",
        ),
        (
            "- a",
            "a.yml:1:1: META-SHAPE: not a list of key: value; expected lines like `date: 2024-03`",
        ),
        (
            "a: &x [1]\nb: *x",
            "a.yml:1:4: META-ALIAS: anchors and aliases are not used here",
        ),
        (
            "title: a\n\tdate: 2024",
            "a.yml:2:1: META-YAML: broken YAML: found a tab character that violates indentation. Fix: mend the line",
        ),
        (
            "a\x01: b",
            "a.yml: META-YAML: broken YAML: control characters are not allowed. Fix: mend the file",
        ),
        (
            "title: " + "[" * 9000,
            "a.yml:1:10: META-SHAPE: not a list of key: value; expected lines like `date: 2024-03`",
        ),
    ],
)
def test_problems(text, problem):
    with pytest.raises(ProblemError) as caught:
        parse_sidecar(text, FILE)
    assert caught.value.problem.text() == problem


def test_wrong_encoding(tmp_path):
    (tmp_path / "a.yml").write_bytes("title: 标题".encode("gbk"))
    with pytest.raises(ProblemError) as caught:
        read_sidecar(tmp_path / "a.txt")
    assert caught.value.problem.text().endswith(
        "a.yml: META-ENCODING: not UTF-8; found a bad byte at offset 7. Fix: save it as UTF-8"
    )


def test_too_large(tmp_path):
    (tmp_path / "a.yml").write_bytes(b"#" * 70000)
    with pytest.raises(ProblemError) as caught:
        read_sidecar(tmp_path / "a.txt")
    assert caught.value.problem.text().endswith(
        "a.yml: META-SIZE: too large for metadata; found 70000 bytes; expected at most 65536"
    )


def test_no_sidecar(tmp_path):
    assert read_sidecar(tmp_path / "a.txt") is None


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(ProblemError):
        assert isinstance(parse_sidecar(text, FILE), Sidecar)
