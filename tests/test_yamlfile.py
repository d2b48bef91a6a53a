from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import yamlfile
from generator.yamlfile import SIZE_LIMIT, parse, read
from generator.yamlnodes import kind_name, line_starts, meaning, plain_value


def value(text: str) -> object:
    node, problems = parse(text, "f.yml")
    assert problems == []
    return plain_value(node)


def wrong(text: str) -> list[str]:
    return [problem.text() for problem in parse(text, "f.yml")[1]]


def test_plain_data_is_read():
    assert value("zone: 临水\nlist:\n  - {value: 6}\n  - [1, 2.5]\n") == {
        "zone": "临水",
        "list": [{"value": 6}, [1, 2.5]],
    }


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6", 6),
        ("-6.20", -6.2),
        ("1e3", 1000.0),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("no", "no"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("9" * 5000, "9" * 5000),
        ("2024-04-02", "2024-04-02"),
    ],
)
def test_a_word_means_a_number_or_itself(text: str, meant: object):
    assert meaning(text) == meant
    assert type(meaning(text)) is type(meant)


def test_quotes_make_a_text():
    assert value("a: '6'\nb: \"true\"\n") == {"a": "6", "b": "true"}


def test_every_word_knows_its_place():
    node, _ = parse("# 注\na:\n  - bb: 1\n    文: 二\n", "f.yml")
    (_, items), *_ = node.entries
    (first, _), (second, text) = items.items[0].entries
    assert (first.line, first.column) == (3, 5)
    assert (second.line, second.column) == (4, 5)
    assert (text.line, text.column) == (4, 8)


def test_lines_are_counted_as_editors_count_them():
    node, _ = parse('a: "x\u2028y\x85z"\r\nb: 1\n', "f.yml")
    assert node.entries[1][0].line == 2


def test_an_empty_file_holds_nothing():
    assert parse("# only a remark\n", "f.yml") == (None, [])


def test_broken_yaml():
    assert wrong("a: b: c\n") == [
        "f.yml:1:5: YAML-SYNTAX: the file is not YAML: mapping values are not allowed in this context. "
        "Fix: compare the indentation, colons and quotes of this line and the one before"
    ]


def test_an_open_quote():
    assert wrong("a: 'x\n") == [
        "f.yml:2:1: YAML-SYNTAX: the file is not YAML: found unexpected end of stream. "
        "Fix: compare the indentation, colons and quotes of this line and the one before"
    ]


def test_tabs():
    assert wrong("a:\n\t- b\n") == [
        "f.yml:2:1: YAML-TAB: a tab in the indentation; expected spaces. Fix: replace the tab by two spaces"
    ]


def test_a_tab_inside_a_text_is_text():
    assert value("a: |\n  x\n  \ty\n") == {"a": "x\n\ty\n"}


def test_duplicate_keys():
    assert wrong("a: 1\nb: 2\na: 3\n") == [
        'f.yml:3:1: YAML-DUPLICATE-KEY: the key "a" stands here and in line 1. Fix: keep one of them'
    ]


def test_keys_that_are_no_words():
    assert wrong("? [a]\n: 1\n") == [
        "f.yml:1:3: YAML-KEY: a key must be a word; found a list. Fix: write a word before the colon"
    ]


def test_anchors():
    assert wrong("a: &x 1\n") == ["f.yml:1:4: YAML-ANCHOR: anchors are not allowed; found &x. Fix: remove the anchor"]


def test_aliases():
    assert wrong("a: *x\n") == [
        "f.yml:1:4: YAML-ALIAS: aliases are not allowed, as they can expand without end; found *x. "
        "Fix: write the value out"
    ]


def test_aliases_that_expand_without_end():
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert wrong(bomb) == ["f.yml:1:5: YAML-ANCHOR: anchors are not allowed; found &a0. Fix: remove the anchor"]


def test_tags():
    assert wrong("a: !!python/object/apply:os.system [x]\n") == [
        "f.yml:1:4: YAML-TAG: tags are not allowed, as they can build objects; "
        'found "tag:yaml.org,2002:python/object/apply:os.system". Fix: remove the tag'
    ]


@pytest.mark.parametrize("text", ["[" * 10_000, "- " * 10_000, "{a: " * 10_000, "? " * 10_000])
def test_depth(text: str):
    (line,) = wrong(text)
    assert line.endswith(
        "YAML-DEPTH: nested deeper than a person writes; found level 21; expected at most 20 levels. "
        "Fix: remove the nesting"
    )


def test_a_second_document():
    assert wrong("a: 1\n---\nb: 1\n") == [
        "f.yml:2:1: YAML-DOCUMENTS: a second document begins here; expected one document a file. "
        "Fix: remove the line `---`"
    ]


def test_characters_that_yaml_does_not_allow():
    assert wrong("a: b\nc: \x07\n") == [
        "f.yml:2:4: YAML-CHARACTER: a character that YAML does not allow; found U+0007. Fix: remove it"
    ]


def test_size(tmp_path: Path):
    place = tmp_path / "f.yml"
    with place.open("wb") as stream:
        stream.truncate(50_000_000)
    node, problems = read(place, "f.yml")
    assert node is None
    assert [problem.text() for problem in problems] == [
        f"f.yml: YAML-TOO-LARGE: the file is larger than a person writes; found more than {SIZE_LIMIT} bytes; "
        f"expected at most {SIZE_LIMIT} bytes. Fix: split it, or remove what does not belong here"
    ]


@pytest.mark.parametrize(
    ("encoding", "name", "place"),
    [("gb18030", "what looks like GB18030", "2:4"), ("utf-16", "what looks like UTF-16", "1:1")],
)
def test_encodings(tmp_path: Path, encoding: str, name: str, place: str):
    (tmp_path / "f.yml").write_bytes("a: b\nc: 昆山\n".encode(encoding))
    node, problems = read(tmp_path / "f.yml", "f.yml")
    assert node is None
    assert [problem.text() for problem in problems] == [
        f"f.yml:{place}: YAML-ENCODING: the file is not UTF-8; found {name}; expected UTF-8. "
        "Fix: save the file as UTF-8"
    ]


def test_bytes_of_no_encoding(tmp_path: Path):
    (tmp_path / "f.yml").write_bytes(b"a: \xff\xff\xff\n")
    assert read(tmp_path / "f.yml", "f.yml")[1][0].found == "bytes of no known encoding"


def test_a_byte_order_mark_is_no_text(tmp_path: Path):
    (tmp_path / "f.yml").write_bytes("\ufeffa: 1\n".encode())
    assert plain_value(read(tmp_path / "f.yml", "f.yml")[0]) == {"a": 1}


@pytest.mark.parametrize(
    ("text", "name"),
    [("[]", "a list"), ("{}", "a mapping"), ("true", "the truth value true"), ("~", "nothing"), ("6", "the number 6")],
)
def test_what_a_node_is_called(text: str, name: str):
    assert kind_name(parse(text, "f.yml")[0]) == name


def test_an_unknown_key_names_the_nearest():
    key = parse("valu: 1\n", "f.yml")[0].entries[0][0]
    assert yamlfile.unknown_key("f.yml", key, ("value", "unit"), "a metric").text() == (
        'f.yml:1:1: UNKNOWN-KEY: a metric has no key "valu"; expected one of value, unit. Fix: write value'
    )
    assert yamlfile.unknown_key("f.yml", key, ("xyz",), "a metric").fix == "remove it"


PIECES = [
    "a",
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "&a ",
    "*a",
    "!!x ",
    "|",
    ">",
    "#",
    "%",
    "文",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=60))
def test_whatever_stands_in_a_file_it_is_read_or_refused_at_a_place_that_exists(text: str):
    node, problems = parse(text, "f.yml")
    lines = len(line_starts(text))
    assert all(1 <= problem.line <= lines for problem in problems)
    assert node is None or plain_value(node) is not NotImplemented
