from generator.problems import Problem, likeliest, nearest, shown, visible

FULL = Problem(
    code="UNKNOWN-KEY",
    file="seeds/overrides/a.yml",
    message='no key "valu"',
    line=4,
    column=7,
    key="valu",
    found="valu",
    expected="value",
    fix="write value",
)


def test_a_problem_is_a_line_with_its_place():
    assert FULL.text() == (
        'seeds/overrides/a.yml:4:7: UNKNOWN-KEY: no key "valu"; found valu; expected value. Fix: write value'
    )


def test_without_a_place_only_the_file_is_named():
    assert Problem(code="empty", file="a.txt", message="nothing in it").text() == "a.txt: empty: nothing in it"


def test_an_unknown_column_is_the_first():
    assert Problem(code="c", file="a", message="m", line=3).text() == "a:3:1: c: m"


def test_a_problem_is_an_annotation_of_a_pull_request():
    assert FULL.annotation() == (
        "::error file=seeds/overrides/a.yml,line=4,col=7,title=UNKNOWN-KEY::"
        'no key "valu"; found valu; expected value. Fix: write value'
    )


def test_an_annotation_cannot_be_broken_out_of():
    problem = Problem(code="c", file="a,b:c\n::error::x", message="100%\n::stop-commands::x", line=1, fatal=False)
    assert problem.annotation() == (
        "::warning file=a%2Cb%3Ac\\x0a%3A%3Aerror%3A%3Ax,line=1,col=1,title=c::100%25\\x0a::stop-commands::x"
    )


def test_a_problem_is_an_object():
    assert FULL.record() == {
        "code": "UNKNOWN-KEY",
        "file": "seeds/overrides/a.yml",
        "line": 4,
        "column": 7,
        "key": "valu",
        "message": 'no key "valu"',
        "found": "valu",
        "expected": "value",
        "fix": "write value",
    }


def test_a_line_stays_one_line_and_hides_nothing():
    text = Problem(code="c", file="a\nb", message="x\x1b[31m\u202ey\u200b").text()
    assert text == "a\\x0ab: c: x\\x1b[31m\\u202ey\\u200b"


def test_visible_leaves_chinese_alone():
    assert visible("高新区　“A”") == "高新区　“A”"


def test_values_are_shown_as_json_and_cut():
    assert shown("高\n") == '"高\\n"'
    assert shown([1, None]) == "[1, null]"
    assert shown("字" * 100) == '"' + "字" * 58 + "…"


def test_the_nearest_word():
    assert nearest("valu", ["unit", "value"]) == "value"
    assert nearest("xyz", ["unit", "value"]) == ""
    assert likeliest("m-12345", {"m-12346", "m-12347", "e-99999"}) == ["m-12347", "m-12346"]
